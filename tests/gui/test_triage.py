"""Going through many papers by few keys: reading on, marking many, panes, full screen."""

import pytest
from PySide6.QtCore import Qt

from readinglist.gui.keys_dialog import KeysDialog
from readinglist.settings import MarkRead, Settings
from tests.gui.driver import WindowDriver


@pytest.fixture
def unread(app: WindowDriver) -> WindowDriver:
    """All papers, of which none counts as read by being looked at."""
    app.window.desk.mark_read(Settings(mark_read=MarkRead.BY_HAND))
    app.press("G, A")
    return app


def unread_count(app: WindowDriver) -> int:
    app.settle()
    return sum(not row.read for row in app.table_rows())


def scroll_position(app: WindowDriver) -> int:
    return app.window.pane.reading_area.verticalScrollBar().value()


def test_space_reads_on_to_the_next_unread_paper(unread: WindowDriver) -> None:
    app = unread
    app.window.resize(1000, 500)  # so that no abstract fits
    app.press("Space")
    first = app.selected_ids()
    assert first == [app.ids()[0]]
    app.press("j", "m", "k")  # the second is read
    assert scroll_position(app) == 0
    app.press("Space")
    assert app.selected_ids() == first
    assert scroll_position(app) > 0
    for _ in range(20):
        app.press("Space")
        if app.selected_ids() != first:
            break
    assert app.selected_ids() == [app.ids()[2]]
    assert scroll_position(app) == 0


def test_shift_space_reads_back(unread: WindowDriver) -> None:
    app = unread
    app.window.resize(1000, 500)
    app.press("j", "j", "Space")
    assert scroll_position(app) > 0
    app.press("Shift+Space")
    assert scroll_position(app) == 0
    app.press("Shift+Space")
    assert app.selected_ids() == [app.ids()[0]]


def test_space_acts_in_the_abstract_and_types_in_the_note(unread: WindowDriver) -> None:
    app = unread
    app.window.resize(1000, 500)
    app.press("j")
    app.window.pane.reading_area.setFocus()
    app.press("Space")
    assert scroll_position(app) > 0
    app.press("a")
    app.write("a b")
    assert app.note_text() == "a b"


def test_half_a_page(unread: WindowDriver) -> None:
    app = unread
    app.window.resize(1000, 500)
    app.press("j")
    app.run("go.half_page_down")
    half = scroll_position(app)
    assert half > 0
    app.run("go.half_page_up")
    assert scroll_position(app) == 0


def test_mark_all_read_is_one_step(unread: WindowDriver) -> None:
    app = unread
    before = unread_count(app)
    assert before == 135
    app.press("Shift+A")
    assert [row.read for row in app.table_rows()] == [True] * 135
    assert app.notice().startswith("Mark")
    app.press("z")
    assert unread_count(app) == before


def test_mark_the_rest_read(unread: WindowDriver) -> None:
    app = unread
    app.press("Shift+M")  # nothing is selected yet
    assert unread_count(app) == 135
    app.press("j", "j", "j", "Shift+M")
    assert [row.read for row in app.table_rows()] == [False] * 2 + [True] * 133
    app.press("Ctrl+Z")
    assert unread_count(app) == 135


def test_a_filter_limits_what_is_marked(unread: WindowDriver) -> None:
    app = unread
    app.type_filter("video")
    shown = len(app.ids())
    assert 0 < shown < 135
    app.press("Shift+A")
    app.press("Escape", "Escape")
    assert unread_count(app) == 135 - shown


def test_mark_read_and_go_on(unread: WindowDriver) -> None:
    app = unread
    app.press("j", "r", "r")
    assert [row.read for row in app.table_rows()][:3] == [True, True, False]
    assert app.selected_ids() == [app.ids()[2]]
    app.press("z")
    assert [row.read for row in app.table_rows()][:3] == [True, False, False]


def test_first_and_last(app: WindowDriver) -> None:
    app.run("go.last")
    assert app.selected_ids() == [app.ids()[-1]]
    app.run("go.first")
    assert app.selected_ids() == [app.ids()[0]]


def test_panes_in_turn(app: WindowDriver) -> None:
    window = app.window
    app.press("j")
    app.paper()
    panes = [window.table, window.pane.reading_area, window.pane.note, window.sidebar.view]
    for pane in [*panes[1:], panes[0]]:
        app.press("F6")
        assert app.focus() is pane
    for pane in reversed(panes):
        app.press("Shift+F6")
        assert app.focus() is pane


def test_panes_that_show_nothing_are_left_out(app: WindowDriver) -> None:
    app.press("F6")
    assert app.focus() is app.window.sidebar.view
    app.press("F6")
    assert app.focus() is app.window.table
    app.press("/", "F6")
    assert app.focus() is app.window.sidebar.view


def test_full_screen_and_back(app: WindowDriver) -> None:
    app.press("F11")
    assert app.window.windowState() & Qt.WindowState.WindowFullScreen
    app.press("F11")
    assert not app.window.windowState() & Qt.WindowState.WindowFullScreen


def test_keys_are_in_the_library_menu(app: WindowDriver) -> None:
    app.run("window.keys")
    dialog = app.dialog(KeysDialog)
    app.press("Escape")
    app.until_closed(dialog)
