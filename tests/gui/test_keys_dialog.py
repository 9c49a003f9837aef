"""Every key can be changed, and holds at once; what contradicts itself cannot be saved."""

import tomllib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from readinglist.gui.help_sheet import HelpSheet
from readinglist.gui.key_editor import KeyEditor
from readinglist.gui.keys_dialog import KeysDialog
from readinglist.gui.plain_text import PlainLabel
from readinglist.library.locations import settings_file
from readinglist.settings import KeyPreset
from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver


def open_keys(app: WindowDriver, wanted: str = "") -> KeysDialog:
    app.run("window.keys")
    dialog = app.dialog(KeysDialog)
    app.write(wanted)
    return dialog


def rows(dialog: KeysDialog) -> list[tuple[str, tuple[str, ...]]]:
    return [(row.title, row.keys) for row in dialog.list.rows]


def press_new(app: WindowDriver, dialog: KeysDialog, key: str) -> None:
    """Press a key into the box, and wait until it counts as whole."""
    before = dialog.list.rows[dialog.list.chosen].keys
    dialog.editor.press.setFocus()
    for combination in list(QKeySequence(key)):  # type: ignore[call-overload]
        QTest.keyClick(dialog.editor.press, combination.key(), combination.keyboardModifiers())
    app.until(lambda: dialog.list.rows[dialog.list.chosen].keys != before)


def take_off(app: WindowDriver, editor: KeyEditor, key: str) -> None:
    app.settle()
    (cap,) = [
        button
        for button in editor.findChildren(QPushButton)
        if button.accessibleName() == f"Take off {key}" and button.isVisible()
    ]
    app.click(cap)


def save(app: WindowDriver, dialog: KeysDialog) -> None:
    app.click_button(dialog, "Save")
    app.until_closed(dialog)


def choose(dialog: KeysDialog, preset: KeyPreset) -> None:
    combo = dialog.preset
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData(preset.value))


def stored() -> dict[str, object]:
    return tomllib.loads(settings_file().read_text(encoding="utf-8"))


def test_commands_are_found_by_name_and_by_key(app: WindowDriver) -> None:
    dialog = open_keys(app)
    assert len(rows(dialog)) == len(app.window.actions_by_id.commands)
    app.write("ctrl+e")
    assert rows(dialog)[0] == ("Export…", ("Ctrl+E",))
    dialog.filter.clear()
    app.write("tag")
    assert rows(dialog)[0] == ("Tag…", ("t",))
    app.press("Escape")
    app.until_closed(dialog)


def test_a_pressed_key_is_added_and_holds_at_once(app: WindowDriver, open_window: Opener) -> None:
    dialog = open_keys(app, "star")
    press_new(app, dialog, "W")
    assert rows(dialog)[0] == ("Star", ("s", "w"))
    take_off(app, dialog.editor, "s")
    assert rows(dialog)[0] == ("Star", ("w",))
    save(app, dialog)
    assert stored()["keys"] == {"paper.star": ["W"]}
    app.press("j", "s")
    assert not app.current().startswith("★")
    app.press("w")
    assert app.current().startswith("★")
    app.close()
    again = open_window(app.folder)
    again.press("j", "w")
    assert not again.current().startswith("★")


def test_help_tooltips_menus_and_palette_show_the_new_key(app: WindowDriver) -> None:
    app.press("j")
    app.paper()
    dialog = open_keys(app, "tag")
    press_new(app, dialog, "F8")
    take_off(app, dialog.editor, "t")
    save(app, dialog)
    assert app.window.actions_by_id.by_id["paper.tag"].shortcut().toString() == "F8"
    chips = [button.text() for button in app.window.pane.findChildren(QPushButton)]
    assert "+ tag  (F8)" in chips
    app.press("Ctrl+K")
    app.write("tag")
    assert app.window.parts.finding.palette.list.rows[0].keys == ("F8",)
    app.press("Escape", "F1")
    sheet = app.dialog(HelpSheet)
    assert "F8" in {label.text() for label in sheet.findChildren(PlainLabel)}
    app.press("Escape")
    app.until_closed(sheet)


def test_a_conflict_is_told_at_once_and_cannot_be_saved(app: WindowDriver) -> None:
    dialog = open_keys(app, "tag")
    dialog.editor.press.setFocus()
    QTest.keyClick(dialog.editor.press, Qt.Key.Key_S)
    assert dialog.trouble.text() == "s is taken by “Star”."  # before it is added
    app.until(lambda: rows(dialog)[0][1] == ("t", "s"))
    assert dialog.trouble.text() == "s is taken by “Star”."
    assert not dialog.save.isEnabled()
    assert dialog.list.rows[0].marked
    take_off(app, dialog.editor, "s")
    assert dialog.trouble.text() == ""
    assert dialog.save.isEnabled()


def test_two_commands_can_change_places(app: WindowDriver) -> None:
    dialog = open_keys(app, "tag")
    press_new(app, dialog, "S")
    take_off(app, dialog.editor, "t")
    dialog.filter.setFocus()
    dialog.filter.clear()
    app.write("star")
    take_off(app, dialog.editor, "s")
    assert dialog.save.isEnabled()
    save(app, dialog)
    assert stored()["keys"] == {"paper.star": [], "paper.tag": ["S"]}


def test_a_letter_is_refused_for_what_acts_everywhere(app: WindowDriver) -> None:
    dialog = open_keys(app, "sync now")
    press_new(app, dialog, "Y")
    assert "could not be typed any more" in dialog.trouble.text()
    assert not dialog.save.isEnabled()


def test_two_keys_in_turn(app: WindowDriver) -> None:
    dialog = open_keys(app, "sync days")
    press_new(app, dialog, "Ctrl+J, D")
    assert rows(dialog)[0][1] == ("Ctrl+Shift+R", "Ctrl+J d")
    assert dialog.save.isEnabled()


def test_one_or_all_are_reset(app: WindowDriver) -> None:
    dialog = open_keys(app, "star")
    take_off(app, dialog.editor, "s")
    assert rows(dialog)[0] == ("Star", ())
    assert dialog.editor.reset.isEnabled()
    app.click(dialog.editor.reset)
    assert rows(dialog)[0] == ("Star", ("s",))
    assert not dialog.editor.reset.isEnabled()
    take_off(app, dialog.editor, "s")
    app.click(dialog.reset_all)
    assert rows(dialog)[0] == ("Star", ("s",))
    assert not dialog.reset_all.isEnabled()
    save(app, dialog)
    assert stored()["keys"] == {}


def test_a_preset_is_chosen(app: WindowDriver) -> None:
    dialog = open_keys(app)
    choose(dialog, KeyPreset.VIM)
    save(app, dialog)
    assert stored()["key_preset"] == "vim"
    app.press("Shift+G")
    assert app.selected_ids() == [app.ids()[-1]]
    app.press("G, G")
    assert app.selected_ids() == [app.ids()[0]]
    dialog = open_keys(app)
    choose(dialog, KeyPreset.ARROWS)
    save(app, dialog)
    app.press("j", "n")
    assert app.selected_ids() == [app.ids()[0]]
    app.press("Ctrl+Down")
    assert app.selected_ids() == [app.ids()[1]]


def test_cancel_changes_nothing(app: WindowDriver) -> None:
    dialog = open_keys(app, "star")
    take_off(app, dialog.editor, "s")
    app.click_button(dialog, "Cancel")
    app.until_closed(dialog)
    assert not settings_file().exists()
    app.press("j", "s")
    assert app.current().startswith("★")


def test_up_and_down_choose_while_one_types(app: WindowDriver) -> None:
    dialog = open_keys(app)
    app.press("Down", "Down", "Up")
    assert dialog.list.chosen == 1
    assert dialog.filter.hasFocus()


def test_nothing_found(app: WindowDriver) -> None:
    dialog = open_keys(app, "qqqq")
    assert rows(dialog) == []
    assert not dialog.editor.isEnabled()


@pytest.mark.parametrize("text", ["paper.star = ['T']", "paper.star = 5", "'paper.star' = ['?!']"])
def test_a_file_that_makes_no_sense_opens_with_the_default(
    text: str, open_window: Opener, app: WindowDriver
) -> None:
    app.close()
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(f"[keys]\n'no.such' = ['X']\n{text}\n", encoding="utf-8")
    again = open_window(app.folder)
    again.press("j", "s")
    assert again.current().startswith("★")
    dialog = open_keys(again, "star")
    press_new(again, dialog, "F8")
    save(again, dialog)
    assert stored()["keys"] == {"no.such": ["X"], "paper.star": ["S", "F8"]}
