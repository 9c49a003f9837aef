"""The queue, ratings and coloured tags: by single keys, seen in the list, and undone."""

import pytest

from readinglist.domain.tag import TagColour
from tests.gui.driver import WindowDriver


def test_papers_are_queued_begun_and_done(app: WindowDriver) -> None:
    app.press("j", "q")
    first = app.selected_ids()
    assert "To read 1" in app.places()
    app.press("j", "q", "b")
    app.press("G, Q")
    assert app.title() == "To read"
    assert app.ids()[:1] == first
    assert [row.queue.value for row in app.table_rows() if row.queue] == ["to-read", "reading"]
    app.press("j", "e")
    assert len(app.ids()) == 1
    assert {"To read 1", "Done 1"} <= set(app.places())
    app.press("G, E")
    assert app.ids() == first
    assert app.current() == ""
    assert app.rows()[0].split()[1] == "○"
    app.press("Ctrl+Z")
    assert app.empty_title() == "Nothing is done yet"
    assert "To read 2" in app.places()


def test_q_takes_out_what_is_in_the_queue(app: WindowDriver) -> None:
    app.press("j", "Shift+J", "q")
    assert "To read 2" in app.places()
    assert app.notice() == "Queued 2 papers"
    app.press("q")
    assert "To read 0" in app.places()
    assert app.notice() == "Unqueued 2 papers"


def test_the_queue_has_an_order_of_its_own(app: WindowDriver) -> None:
    app.press("j", "q", "j", "q", "j", "q", "G, Q")
    first, second, third = app.ids()
    app.press("j", "Alt+Shift+End")
    assert app.ids() == [second, third, first]
    app.press("Del")
    assert app.ids() == [second, third]
    app.press("Ctrl+Z", "Ctrl+Z")
    assert app.ids() == [first, second, third]


def test_papers_are_rated(app: WindowDriver) -> None:
    app.press("j", "V, 4")
    assert app.paper().rating == 4
    assert "rated 4 of 5" in app.window.pane.meta.text()
    app.press("Shift+J", "V, 5")
    assert app.notice() == "Rated 2 papers 5"
    app.press("Ctrl+Z", "V, 0")
    assert [row.rating for row in app.table_rows()[:2]] == [0, 0]
    app.press("Ctrl+Z")
    assert [row.rating for row in app.table_rows()[:2]] == [4, 0]


@pytest.fixture
def coloured(app: WindowDriver) -> WindowDriver:
    """A window in which the tag ``rl``, on the first paper, is blue and has the digit 1."""
    app.press("j")
    app.tag("rl")
    app.window.tags._colour("rl", TagColour.BLUE)
    app.settle()
    return app


def test_a_digit_puts_its_tag_on_and_takes_it_off(coloured: WindowDriver) -> None:
    assert coloured.notice() == "Coloured tag “rl”; 1 puts it on papers"
    coloured.press("j", "1")
    assert coloured.current().endswith("[rl]")
    coloured.press("1")
    assert not coloured.current().endswith("[rl]")
    action = coloured.window.actions_by_id.by_id["paper.tag_one"]
    assert action.text() == "Coloured tag 1: rl"
    coloured.press("2")
    assert coloured.notice().startswith("No tag has the digit 2 yet")


def test_a_colour_is_seen_and_undone(coloured: WindowDriver) -> None:
    looks = coloured.window._opened.look.tag_looks
    assert looks.chip("RL") is not None
    coloured.press("Ctrl+Z")
    assert looks.chip("rl") is None
    coloured.press("1")
    assert coloured.notice().startswith("No tag has the digit 1 yet")


def test_the_tenth_colour_is_refused_in_words(app: WindowDriver) -> None:
    app.press("j")
    for number in range(10):
        app.window.tags._colour(f"tag {number}", TagColour.RED)
    app.settle()
    assert app.notice().startswith("9 tags have a colour already, one for each digit.")
    digits = [entry.digit for entry in app.window.sidebar.entries() if entry.digit]
    assert digits == [1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_nested_tags_stand_below_the_one_they_lie_in(app: WindowDriver) -> None:
    app.press("j")
    for tag in ("rl", "rl-x", "rl/offline", "vision/3d"):
        app.tag(tag)
    entries = app.window.sidebar.entries()
    tags = [(entry.shown, entry.depth) for entry in entries[-4:]]
    assert tags == [("rl", 0), ("offline", 1), ("rl-x", 0), ("vision/3d", 0)]
