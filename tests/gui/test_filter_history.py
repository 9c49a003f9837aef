"""Filters that were used come back: by a key, by a click, and after a restart."""

from pathlib import Path

import pytest

from readinglist.gui.filter_box.box import FilterBox
from readinglist.gui.filter_box.history import MOST_REMEMBERED, FilterHistory
from readinglist.gui.window_state import WindowState
from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver

CLEAR = "Clear filter history"


def box_of(app: WindowDriver) -> FilterBox:
    return app.window.list.header.filter


def use(app: WindowDriver, *filters: str) -> None:
    for text in filters:
        app.press("Ctrl+F")
        box_of(app).clear()
        box_of(app).insert(text)
        app.press("Return")


def earlier(app: WindowDriver) -> list[str]:
    """Return the remembered filters as the popup shows them."""
    app.press("Ctrl+F", "Up")
    *filters, last = app.offers()
    assert last == CLEAR
    app.press("Escape")
    return filters


def test_newest_first_and_each_once(app: WindowDriver) -> None:
    use(app, "video", "robot ", "video", "")
    assert earlier(app) == ["video", "robot"]


def test_a_filter_is_taken_from_the_history(app: WindowDriver) -> None:
    app.press("G, A")
    use(app, "2506.01939", "robot")
    box_of(app).clear()
    app.press("Ctrl+F", "Up")
    assert app.chosen_offer() == "robot"
    app.press("Down", "Return")
    assert box_of(app).text() == "2506.01939"
    assert app.ids() == ["2506.01939"]
    assert app.offers() == []
    assert app.focus() is box_of(app)
    app.press("Return")
    assert app.focus() is app.window.table


def test_what_stands_in_the_box_is_not_chosen(app: WindowDriver) -> None:
    use(app, "video", "robot")
    app.press("Ctrl+F", "Up")
    assert app.chosen_offer() == "video"


def test_all_of_it_is_shown_whatever_was_typed(app: WindowDriver) -> None:
    use(app, "video")
    app.press("Ctrl+F")
    box_of(app).clear()
    app.write("is:")
    app.press("Up")
    assert app.offers() == ["video", CLEAR]
    app.press("Up", "Up")
    assert app.chosen_offer() == ""
    app.press("Escape")
    assert box_of(app).text() == "is:"


def test_the_magnifying_glass_and_alt_down_show_it_too(app: WindowDriver) -> None:
    use(app, "video")
    assert app.focus() is app.window.table
    app.press("Alt+Down")
    assert app.focus() is box_of(app)
    assert app.offers() == ["video", CLEAR]
    app.press("Escape")
    app.click_in_box(box_of(app), "Earlier filters")
    assert app.offers() == ["video", CLEAR]
    assert app.chosen_offer() == ""
    app.click_offer("video")
    assert box_of(app).text() == "video"


def test_escape_remembers_what_found_something(app: WindowDriver) -> None:
    app.press("G, A", "/")
    app.write("video")
    app.press("Escape", "/")
    box_of(app).clear()
    app.write("no such words at all")
    app.press("Escape", "Escape")
    assert earlier(app) == ["video"]


def test_it_is_forgotten_when_the_reader_says_so(app: WindowDriver) -> None:
    use(app, "video")
    app.press("Ctrl+F", "Up")
    app.click_offer(CLEAR)
    assert app.offers() == []
    assert box_of(app).text() == "video"
    app.press("Up")
    assert app.offers() == ["Filters that you use will stand here"]
    box_of(app).clear()
    app.press("Down")
    assert app.offers() == []
    assert app.focus() is app.window.table


def test_it_outlives_the_window(open_window: Opener, filled_folder: Path) -> None:
    first = open_window(filled_folder)
    use(first, 'tag:"to read", 50%', "über")
    first.close()
    second = open_window(filled_folder)
    assert earlier(second) == ["über", 'tag:"to read", 50%']


def test_fifty_are_kept(tmp_path: Path) -> None:
    history = FilterHistory(WindowState(tmp_path / "window.ini"))
    for number in range(60):
        history.remember(f"paper {number}")
    assert len(history.filters) == MOST_REMEMBERED == 50
    assert history.filters[0] == "paper 59"


@pytest.mark.parametrize("damaged", ['"x"', "[1, null]", "{", "", "[["])
def test_a_damaged_state_file_is_no_history(tmp_path: Path, damaged: str) -> None:
    state = WindowState(tmp_path / "window.ini")
    state._store.setValue("filters", damaged)
    assert FilterHistory(state).filters == []
