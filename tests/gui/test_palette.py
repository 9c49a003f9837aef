"""The command palette: every command and every place by a few letters."""

import pytest
from PySide6.QtWidgets import QApplication

from readinglist.domain.tag import TagInUse
from readinglist.gui.command_palette import CommandPalette
from readinglist.gui.help_sheet import HelpSheet
from readinglist.gui.name_box import NameBox
from tests.gui.driver import WindowDriver


def open_palette(app: WindowDriver, key: str = "Ctrl+K") -> CommandPalette:
    app.press(key)
    palette = app.window.parts.finding.palette
    assert palette.isVisible()
    assert palette.line.hasFocus()
    return palette


def titles(app: WindowDriver) -> list[str]:
    return [row.title for row in app.window.parts.finding.palette.list.rows]


def test_it_offers_all_that_can_be_done_now(app: WindowDriver) -> None:
    palette = open_palette(app)
    enabled = [
        command
        for command in app.window.actions_by_id.commands
        if app.window.actions_by_id.by_id[command.id].isEnabled() and command.id != "edit.palette"
    ]
    assert titles(app) == [command.long_title or command.title for command in enabled]
    assert "Star" not in titles(app)  # there is no paper to star
    (row,) = [row for row in palette.list.rows if row.title == "Go to Starred"]
    assert (row.note, row.keys) == ("Go", ("g s",))


def test_letters_find_and_enter_runs(app: WindowDriver) -> None:
    app.press("j")
    palette = open_palette(app)
    app.write("star")
    assert titles(app)[0] == "Star"
    app.press("Return")
    assert not palette.isVisible()
    assert app.current().startswith("★")
    assert app.window.table.hasFocus()


def test_places_and_tags_are_found(app: WindowDriver) -> None:
    app.press("j")
    app.tag("a & <b>b</b>")
    open_palette(app)
    app.write("go b")
    assert titles(app)[0] == "Go to a & <b>b</b>"
    assert app.window.parts.finding.palette.list.rows[0].note == "Tag"
    app.press("Return")
    assert app.title() == "Tag: a & <b>b</b>"
    assert app.window.table.hasFocus()
    open_palette(app)
    app.write("go unr")
    app.press("Return")
    assert app.title() == "Unread"


def test_undo_says_what_it_would_take_back(app: WindowDriver) -> None:
    app.press("j")
    app.tag("a&b")
    open_palette(app)
    app.write("undo")
    assert titles(app)[0].startswith("Undo: ")
    assert "a&b" in titles(app)[0]


@pytest.mark.parametrize("where", ["list", "filter", "note"])
def test_escape_gives_the_keyboard_back(app: WindowDriver, where: str) -> None:
    app.press("j", *{"list": (), "filter": ("/",), "note": ("a",)}[where])
    before = app.focus()
    palette = open_palette(app)
    app.write("st")
    app.press("Escape")
    assert not palette.isVisible()
    assert app.focus() is before
    assert not any("★" in row for row in app.rows())


def test_the_same_key_closes_it_again(app: WindowDriver) -> None:
    palette = open_palette(app, "Ctrl+Shift+P")
    app.press("Ctrl+Shift+P")
    assert not palette.isVisible()
    assert app.window.table.hasFocus()


def test_arrows_choose(app: WindowDriver) -> None:
    palette = open_palette(app)
    rows = palette.list
    app.press("Down", "Down", "Up")
    assert rows.chosen == 1
    app.press("Up", "Up", "Up")
    assert rows.chosen == 0
    app.press("PgDown")
    assert rows.chosen == 10
    assert app.current() == ""


def test_a_click_runs(app: WindowDriver) -> None:
    palette = open_palette(app)
    app.write("keys and")
    rows = palette.list
    app.click(rows.viewport(), rows.visualRect(rows.model().index(0, 0)).center())
    sheet = app.dialog(HelpSheet)
    assert not palette.isVisible()
    app.press("Escape")
    app.until_closed(sheet)


def test_a_click_elsewhere_closes_it(app: WindowDriver) -> None:
    palette = open_palette(app)
    handle = app.window.windowHandle()
    assert handle is not None
    app.window.sidebar.view.setFocus()
    app.settle()
    assert not palette.isVisible()


def test_nothing_found_is_said_and_does_nothing(app: WindowDriver) -> None:
    palette = open_palette(app)
    app.write("qqqq")
    assert titles(app) == []
    assert not palette.list.isVisible()
    app.press("Return", "Down")
    assert palette.isVisible()


def test_what_was_used_lately_comes_first(app: WindowDriver) -> None:
    app.press("j", "s", "m", "j")  # going about by keys does not count
    app.run("view.zoom_in")
    open_palette(app)
    assert titles(app)[:3] == ["Larger text", "Mark read or unread", "Star"]
    app.write("go to all")
    app.press("Return", "j")
    open_palette(app)
    assert titles(app)[:2] == ["Go to All papers", "Larger text"]
    app.write("star")
    assert titles(app)[:2] == ["Star", "Go to Starred"]


def test_a_dialog_can_be_opened_from_it(app: WindowDriver) -> None:
    app.press("j")
    open_palette(app)
    app.write("tag")
    app.press("Return")
    box = app.dialog(NameBox)
    app.press("Escape")
    app.until_closed(box)


def test_five_thousand_tags_are_offered(app: WindowDriver) -> None:
    window = app.window
    counts = window.desk.counts
    assert counts is not None
    many = tuple(TagInUse(f"area/{number}", 1) for number in range(5000))
    object.__setattr__(counts, "tags", many)
    window.sidebar.show_counts(counts, window.desk.newest_day(), window.papers.place)
    palette = open_palette(app)
    app.write("area 4321")
    assert titles(app) == ["Go to area/4321"]
    palette.line.clear()
    assert len(titles(app)) > 5000
    assert palette.geometry().bottom() < window.height()


def test_it_fits_into_a_small_window(app: WindowDriver) -> None:
    palette = open_palette(app)
    app.window.resize(app.window.minimumSizeHint().width(), 400)
    app.settle()
    QApplication.processEvents()
    assert app.window.rect().contains(palette.geometry())
