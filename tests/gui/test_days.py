"""Going from day to day."""

from tests.gui.driver import WindowDriver
from tests.gui.rows import listed_on
from tests.upstream import FakeUpstream


def test_brackets_go_to_the_day_before_and_after(app: WindowDriver) -> None:
    assert app.title() == "Friday, 6 June 2025"
    app.press("[")
    assert app.title() == "Thursday, 5 June 2025"
    assert len(app.rows()) == 30
    app.press("[", "[", "[")
    assert app.title() == "Monday, 2 June 2025"
    assert len(app.rows()) == 20
    app.press("]")
    assert app.title() == "Tuesday, 3 June 2025"


def test_the_arrows_beside_the_day_do_the_same(app: WindowDriver) -> None:
    app.click(app.window.list.header.previous)
    assert app.title() == "Thursday, 5 June 2025"
    app.click(app.window.list.header.next)
    assert app.title() == "Friday, 6 June 2025"


def test_a_click_on_the_strip_goes_to_a_day(app: WindowDriver) -> None:
    app.click_day("2025-06-03")
    assert app.title() == "Tuesday, 3 June 2025"
    assert app.ids()[0] == "2506.01939"


def test_today_is_the_newest_day_with_papers(app: WindowDriver) -> None:
    app.press("G, A")
    assert app.title() == "All papers"
    app.press("G, T")
    assert app.title() == "Friday, 6 June 2025"


def test_a_day_that_was_not_fetched_offers_it(app: WindowDriver, upstream: FakeUpstream) -> None:
    app.press("]")
    assert app.title() == "Monday, 9 June 2025"
    assert app.empty_title() == "Monday, 9 June 2025 has not been fetched yet"

    app.click_button(app.window.list.empty, "Fetch this day")
    app.until_synced()
    assert app.empty_title() == "No papers on Monday, 9 June 2025"
    assert [request.query["date"] for request in upstream.requests] == ["2025-06-09"]

    upstream.days["2025-06-09"] = listed_on("2025-06-09", upstream.days["2025-09-30"])
    app.click_button(app.window.list.empty, "Look again")
    app.until_synced()
    assert app.empty_title() == ""
    assert len(app.rows()) == len(upstream.days["2025-09-30"])


def test_brackets_still_work_on_a_day_without_papers(app: WindowDriver) -> None:
    app.press("]")
    assert app.empty_title()
    app.press("[")
    assert app.title() == "Friday, 6 June 2025"
    assert len(app.rows()) == 28


def test_the_keyboard_in_the_sidebar_does_not_leave_the_day(app: WindowDriver) -> None:
    app.press("[")
    app.window.sidebar.view.setFocus()
    app.settle()
    assert app.title() == "Thursday, 5 June 2025"


def test_the_strip_tells_a_gap_from_an_empty_day(app: WindowDriver) -> None:
    strip = app.window.list.header.strip
    day = strip._days_in_sight()[-1]
    assert day.isoformat() == "2025-06-06"
    assert strip._description(day) == "Friday, 6 June 2025: 28 papers"
    app.press("]")
    monday = strip._shown
    assert monday is not None
    assert strip._description(monday) == "Monday, 9 June 2025: not fetched"
