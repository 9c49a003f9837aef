"""Where keys act, and that every one of them does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from readinglist.commands.catalogue import CATALOGUE
from readinglist.commands.command import Command, Menu, Scope
from readinglist.commands.key_presets import with_preset
from readinglist.commands.keys import normal_key
from readinglist.gui.help_sheet import HelpSheet
from readinglist.gui.plain_text import PlainLabel
from readinglist.gui.shown_key import shown_key
from readinglist.library.locations import settings_file
from readinglist.settings import KeyPreset, MarkRead, Settings, save_settings
from tests.gui.driver import WindowDriver

PORTABLE = QKeySequence.SequenceFormat.PortableText

LETTERS = "".join(
    key.lower()
    for command in CATALOGUE
    for key in command.keys
    if command.scope is Scope.READING and len(key) == 1
)


@pytest.fixture(autouse=True)
def only_the_reader_marks_papers_read() -> None:
    save_settings(settings_file(), Settings(mark_read=MarkRead.BY_HAND))


@pytest.mark.parametrize("command", CATALOGUE, ids=lambda command: command.id)
def test_every_key_is_one_that_qt_knows(command: Command) -> None:
    for key in command.keys:
        sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
        assert sequence.count() == key.count(", ") + 1
        text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        assert text.replace("Escape", "Esc") == key.replace("Escape", "Esc")


@pytest.mark.parametrize("preset", KeyPreset)
def test_every_key_of_a_preset_is_one_that_qt_knows(preset: KeyPreset) -> None:
    for command in with_preset(CATALOGUE, preset):
        for key in command.keys:
            assert QKeySequence(key).toString(PORTABLE) == key


@pytest.mark.filterwarnings("ignore:Enum value:DeprecationWarning")
def test_keys_are_written_as_qt_writes_them() -> None:
    """What is pressed comes from Qt; what it becomes must mean the same to Qt."""
    shift, others = (
        Qt.KeyboardModifier.ShiftModifier,
        [
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
            Qt.KeyboardModifier.MetaModifier | Qt.KeyboardModifier.ShiftModifier,
        ],
    )
    known = 0
    for key in Qt.Key:
        for modifiers in [shift, *others]:
            text = QKeySequence(QKeyCombination(modifiers, key)).toString(PORTABLE)
            normal = normal_key(text)
            if normal is not None:
                known += 1
                assert normal in {text, text.removeprefix("Shift+")}
                assert QKeySequence(normal).toString(PORTABLE) == normal
    assert known > 500


def state(app: WindowDriver) -> tuple[object, ...]:
    return app.title(), app.ids(), app.current(), app.selected_ids(), app.status()


def test_letters_are_letters_in_the_filter(app: WindowDriver) -> None:
    app.press("j", "/")
    before = app.current(), app.selected_ids(), app.title()
    app.window.papers.set_filter("")
    app.window.list.header.filter.blockSignals(True)  # only the keys are looked at here
    app.write(LETTERS)
    assert app.window.list.header.filter.text() == LETTERS
    assert (app.current(), app.selected_ids(), app.title()) == before
    assert not app.window.isHidden()


def test_letters_are_letters_in_the_note(app: WindowDriver) -> None:
    app.press("j", "a")
    before = state(app)[:2]
    app.write(LETTERS)
    assert app.note_text() == LETTERS
    assert state(app)[:2] == before
    assert not any("★" in row for row in app.rows())


def test_letters_are_letters_in_the_tag_box(app: WindowDriver) -> None:
    app.press("j")
    before = state(app)
    box = app.open_tag_box()
    app.write(LETTERS)
    assert box.name.text() == LETTERS
    app.press("Escape")
    app.until_closed(box)
    assert state(app) == before


def test_letters_do_nothing_to_papers_in_the_sidebar(app: WindowDriver) -> None:
    app.press("j")
    app.window.sidebar.view.setFocus()
    app.press("m", "x")
    assert not any("○" in row for row in app.rows())


def test_letters_act_in_the_abstract_too(app: WindowDriver) -> None:
    app.press("j")
    app.paper()
    app.window.pane.reading_area.setFocus()
    app.press("s")
    assert app.current().startswith("★")
    app.press("j")
    assert app.selected_ids() == [app.ids()[1]]


def test_every_key_reaches_its_command(app: WindowDriver) -> None:
    """Two actions on one key would make neither fire, and nobody would be told."""
    app.press("j")
    actions = app.window.actions_by_id.by_id
    for command in CATALOGUE:
        action = actions[command.id]
        for old in action.shortcuts():
            assert old.toString()
        fired: list[str] = []
        action.triggered.disconnect()
        action.triggered.connect(lambda *_, told=fired, name=command.id: told.append(name))
        action.setEnabled(True)
        for key in command.keys:
            app.press(key)
        assert fired == [command.id] * len(command.keys)


def test_the_help_sheet_has_every_command_and_key(app: WindowDriver) -> None:
    app.press("?")
    sheet = app.dialog(HelpSheet)
    said = {label.text() for label in sheet.findChildren(PlainLabel)}
    for command in CATALOGUE:
        assert {command.title, command.help} <= said
        assert {shown_key(key) for key in command.keys} <= said
    assert {menu.value for menu in Menu} <= said
    app.press("Escape")
    app.until_closed(sheet)


def test_the_help_sheet_opens_from_anywhere(app: WindowDriver) -> None:
    app.press("Ctrl+F", "F1")
    app.dialog(HelpSheet).close()


def test_the_menu_has_every_command(app: WindowDriver) -> None:
    menu = app.window.list.header.menu.menu()
    assert isinstance(menu, QMenu)
    submenus = [action.menu() for action in menu.actions()]
    titles = [submenu.title() for submenu in submenus if isinstance(submenu, QMenu)]
    assert titles == [name.value for name in Menu]
    shown = {id(action) for action in _actions_within(menu)}
    assert {id(action) for action in app.window.actions_by_id.by_id.values()} <= shown


def _actions_within(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        within = action.menu()
        if isinstance(within, QMenu):
            yield from _actions_within(within)
        else:
            yield action
