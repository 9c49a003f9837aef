"""Settings: applied at once, kept in a file."""

import tomllib
from pathlib import Path

from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QSpinBox

from readinglist.gui.settings_dialog import SettingsDialog
from readinglist.gui.theme import DARK, LIGHT
from readinglist.library.locations import settings_file
from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver


def open_settings(app: WindowDriver) -> SettingsDialog:
    app.press("Ctrl+,")
    return app.dialog(SettingsDialog)


def select(dialog: SettingsDialog, name: str, value: str) -> None:
    combo = dialog.controls[name]
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData(value))


def save(app: WindowDriver, dialog: SettingsDialog) -> None:
    app.click_button(dialog, "Save")
    app.until_closed(dialog)


def stored() -> dict[str, object]:
    return tomllib.loads(settings_file().read_text(encoding="utf-8"))


def window_colour() -> str:
    return QApplication.palette().window().color().name().upper()


def test_colours_are_applied_and_kept(app: WindowDriver, open_window: Opener) -> None:
    assert window_colour() == LIGHT.background
    dialog = open_settings(app)
    select(dialog, "theme", "dark")
    save(app, dialog)
    assert window_colour() == DARK.background
    assert stored()["theme"] == "dark"
    app.close()
    open_window(app.folder)
    assert window_colour() == DARK.background


def test_rows_become_compact(app: WindowDriver) -> None:
    before = app.window.table.rowHeight(0)
    dialog = open_settings(app)
    select(dialog, "density", "compact")
    save(app, dialog)
    assert stored()["density"] == "compact"
    assert app.window.table.rowHeight(0) < before
    dialog = open_settings(app)
    select(dialog, "density", "comfortable")
    save(app, dialog)
    assert app.window.table.rowHeight(0) == before
    assert "Authors" not in app.shown_columns()


def test_text_grows_with_keys_and_in_the_dialog(app: WindowDriver) -> None:
    before = app.window.table.rowHeight(0)
    app.press("Ctrl++", "Ctrl++")
    assert stored()["zoom_percent"] == 120
    assert app.window.table.rowHeight(0) == round(before * 1.2)
    dialog = open_settings(app)
    spin = dialog.controls["zoom_percent"]
    assert isinstance(spin, QSpinBox)
    assert spin.value() == 120
    spin.setValue(80)
    save(app, dialog)
    assert stored()["zoom_percent"] == 80
    app.press("Ctrl+0")
    assert stored()["zoom_percent"] == 100
    for _ in range(12):
        app.press("Ctrl+-")
    assert stored()["zoom_percent"] == 70


def test_every_setting_is_kept(app: WindowDriver) -> None:
    dialog = open_settings(app)
    box, seconds = dialog.controls["system_fonts"], dialog.controls["mark_read_seconds"]
    assert isinstance(box, QCheckBox)
    assert isinstance(seconds, QSpinBox)
    box.toggle()
    seconds.setValue(7)
    select(dialog, "mark_read", "after some seconds")
    save(app, dialog)
    assert stored()["mark_read"] == "after some seconds"
    assert stored()["mark_read_seconds"] == 7
    assert stored()["system_fonts"] is True


def test_cancel_changes_nothing(app: WindowDriver) -> None:
    dialog = open_settings(app)
    select(dialog, "theme", "dark")
    app.press("Escape")
    app.until_closed(dialog)
    assert window_colour() == LIGHT.background
    assert not settings_file().exists()


def test_a_save_that_fails_is_told_and_the_choice_holds(app: WindowDriver) -> None:
    in_the_way = settings_file().parent
    in_the_way.parent.mkdir(parents=True, exist_ok=True)
    Path(in_the_way).write_text("a file where a folder is needed")
    dialog = open_settings(app)
    select(dialog, "theme", "dark")
    save(app, dialog)
    assert app.notice().startswith("The settings could not be saved: ")
    assert window_colour() == DARK.background
