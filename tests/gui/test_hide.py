"""x puts papers away: they leave every list, are counted, can be shown and come back."""

from pathlib import Path

import pytest

from readinglist.library.locations import settings_file
from readinglist.settings import MarkRead, Settings, save_settings
from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver


@pytest.fixture(autouse=True)
def only_the_reader_marks_papers_read() -> None:
    """Keep papers from being marked read by being looked at while the test goes on."""
    save_settings(settings_file(), Settings(mark_read=MarkRead.BY_HAND))


def hidden_count(app: WindowDriver) -> str:
    button = app.window.list.hidden
    return button.text().strip(" ·").removesuffix(", show") if button.isVisible() else ""


def test_x_hides_a_paper_and_goes_on_to_the_next(app: WindowDriver) -> None:
    app.press("j")
    first, second = app.rows()[:2]
    app.press("x")
    assert app.rows()[0] == second
    assert app.current() == second
    assert app.status() == "27 papers · 27 unread · 0 starred"
    assert hidden_count(app) == "1 hidden"
    assert "Today 27" in app.places()
    assert "Hidden 1" in app.places()
    app.press("Ctrl+Z")
    assert app.rows()[0] == first
    assert app.current() == second
    assert app.notice() == "Undone: Hide 1 paper"
    assert hidden_count(app) == ""
    assert not [place for place in app.places() if place.startswith("Hidden")]


def test_the_last_papers_of_a_list_are_hidden(app: WindowDriver) -> None:
    app.press("End")
    last, before = app.rows()[-1], app.rows()[-2]
    app.press("x")
    assert app.current() == before
    assert last not in app.rows()


def test_many_are_hidden_with_a_way_back(app: WindowDriver) -> None:
    rows = app.rows()
    app.press("j", "Shift+J", "Shift+J", "x")
    assert app.rows() == rows[3:]
    assert app.notice() == "Hid 3 papers"
    app.click_button(app.window.list.notices, "Undo")
    assert app.rows() == rows


def test_all_of_a_list_are_hidden(app: WindowDriver) -> None:
    app.press("j", "Ctrl+A", "x")
    assert app.rows() == []
    assert app.status() == "0 papers · 0 unread · 0 starred"
    assert hidden_count(app) == "28 hidden"
    app.press("Ctrl+Z")
    assert len(app.rows()) == 28


def test_one_click_shows_what_is_hidden_here(app: WindowDriver) -> None:
    app.press("j")
    first = app.current()
    app.press("x")
    app.click(app.window.list.hidden)
    assert app.window.list.header.filter.text() == "is:hidden"
    assert app.rows() == [first]
    assert hidden_count(app) == ""
    app.press("j", "x")
    assert app.rows() == []
    app.press("Escape", "Escape")
    assert len(app.rows()) == 28


def test_hidden_papers_have_a_place(app: WindowDriver) -> None:
    app.press("j", "x", "x")
    app.press("G, H")
    assert app.title() == "Hidden"
    assert len(app.rows()) == 2
    app.press("j", "x")
    assert len(app.rows()) == 1
    app.press("G, A")
    assert "Hidden 1" in app.places()


def test_searches_leave_hidden_papers_out_unless_asked(app: WindowDriver) -> None:
    app.press("j", "x", "G, A")
    count = len(app.rows())
    app.type_filter("-is:hidden")
    assert len(app.rows()) == count
    app.press("Ctrl+A")
    app.type_filter("is:hidden OR is:unread")
    assert len(app.rows()) == count + 1


def test_undo_goes_back_over_sessions(open_window: Opener, filled_folder: Path) -> None:
    app = open_window(filled_folder)
    app.press("j", "s", "x")
    app.close()
    app = open_window(filled_folder)
    app.until(lambda: app.window.actions_by_id.by_id["edit.undo"].text() == "Undo: Hide 1 paper")
    app.press("j", "Ctrl+Z")
    assert app.notice() == "Undone: Hide 1 paper"
    app.press("Ctrl+Z")
    assert app.notice() == "Undone: Star 1 paper"
    app.close()
    app = open_window(filled_folder)
    app.until(lambda: app.window.actions_by_id.by_id["edit.redo"].text() == "Redo: Star 1 paper")
    app.press("j", "Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert app.notice() == "Done again: Hide 1 paper"
    assert "Hidden 1" in app.places()
