"""The settings, made from their descriptions."""

from dataclasses import Field, fields, replace
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from readinglist.gui.number_box import NumberBox
from readinglist.gui.plain_text import PlainLabel
from readinglist.settings import Settings


class SettingsDialog(QDialog):
    """Edits all settings but keys; ``chosen()`` returns them as they stand in the dialog."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self._settings = settings
        self.controls: dict[str, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(6)
        layout.addWidget(PlainLabel("Settings", object_name="placeTitle"))
        for setting in _settings():
            layout.addSpacing(8)
            self._add(layout, setting)
        layout.addSpacing(14)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        save = buttons.addButton("Save", QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(440)

    def chosen(self) -> Settings:
        """Return the settings as they stand in the dialog."""
        values = {name: _value(control) for name, control in self.controls.items()}
        for setting in _settings():
            if isinstance(setting.default, StrEnum):
                values[setting.name] = type(setting.default)(str(values[setting.name]))
        return replace(self._settings, **values)  # type: ignore[arg-type]  # one control a field

    def _add(self, layout: QVBoxLayout, setting: "Field[object]") -> None:
        title = str(setting.metadata["title"])
        control = _control(setting, getattr(self._settings, setting.name), title)
        control.setAccessibleName(title)
        self.controls[setting.name] = control
        if isinstance(control, QCheckBox):
            layout.addWidget(control)
        else:
            line = QHBoxLayout()
            line.addWidget(PlainLabel(title), 1)
            line.addWidget(control)
            layout.addLayout(line)
        layout.addWidget(PlainLabel(str(setting.metadata["description"]), object_name="fieldHelp"))


def _settings() -> "list[Field[Any]]":
    return [setting for setting in fields(Settings) if not setting.metadata.get("own_dialog")]


def _control(setting: "Field[object]", value: object, title: str) -> QWidget:
    if isinstance(value, StrEnum):
        combo = QComboBox()
        for choice in type(value):
            combo.addItem(choice.value.capitalize(), choice.value)
        combo.setCurrentIndex(combo.findData(value.value))
        return combo
    if isinstance(value, bool):
        box = QCheckBox(title)
        box.setChecked(value)
        return box
    spin = NumberBox(setting.metadata["least"], setting.metadata["most"])
    spin.setSingleStep(setting.metadata.get("step", 1))
    if unit := setting.metadata.get("unit"):
        spin.setSuffix(f" {unit}")
    spin.setValue(int(str(value)))
    return spin


def _value(control: QWidget) -> object:
    if isinstance(control, QComboBox):
        return control.currentData()
    if isinstance(control, QCheckBox):
        return control.isChecked()
    assert isinstance(control, QSpinBox)  # noqa: S101 (the three kinds of _control)
    return control.value()
