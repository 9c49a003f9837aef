"""The keys: every command with its keys, changed by pressing others."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from readinglist.commands.command import Command
from readinglist.commands.fuzzy import Findable, best_first
from readinglist.commands.key_presets import PRESET_HELP, in_force, with_keys, with_preset
from readinglist.commands.keys import KeyConflict, key_conflicts
from readinglist.gui.command_rows import CommandRow, CommandRows
from readinglist.gui.fonts import Fonts
from readinglist.gui.key_editor import KeyEditor
from readinglist.gui.plain_text import PlainLabel
from readinglist.gui.shown_key import shown_key
from readinglist.gui.theme import Colours
from readinglist.settings import KeyPreset, Settings

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class KeysDialog(QDialog):
    """Edits preset and keys; ``chosen()`` returns the settings with them.

    Keys that contradict each other can be looked at, but not saved.
    """

    def __init__(
        self,
        catalogue: Sequence[Command],
        settings: Settings,
        colours: Colours,
        fonts: Fonts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self._catalogue = catalogue
        self._settings = settings
        self._preset = with_preset(catalogue, settings.key_preset)
        self._commands = in_force(catalogue, settings.key_preset, settings.keys)
        self._shown: list[Command] = []
        self._conflicts: list[KeyConflict] = []
        self.preset = QComboBox()
        self.filter = QLineEdit()
        self.list = CommandRows("Commands")
        self.list.use_look(colours, fonts)
        self.editor = KeyEditor()
        self.trouble = PlainLabel(object_name="keyTrouble")
        self._preset_help = PlainLabel(object_name="fieldHelp")
        self._prepare_preset()
        self._lay_out()
        self.filter.textChanged.connect(lambda _text: self._show_commands())
        self.filter.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.list.activated.connect(lambda _index: self.editor.press.setFocus())
        self.editor.keys_changed.connect(self._change_current)
        self.editor.reset_clicked.connect(self._reset_current)
        self.editor.key_pressed.connect(self._tell_trouble)
        self._show_commands()
        self.resize(fonts.sizes.px(680), fonts.sizes.px(660))
        self.filter.setFocus()

    def chosen(self) -> Settings:
        """Return the settings with the keys as they stand in the dialog."""
        before = {command.id: command.keys for command in self._preset}
        known = {c.id: c.keys for c in self._commands if c.keys != before[c.id]}
        # What a newer version knows is not this one's to forget.
        unknown = {name: keys for name, keys in self._settings.keys.items() if name not in before}
        preset = KeyPreset(str(self.preset.currentData()))
        return replace(self._settings, key_preset=preset, keys={**unknown, **known})

    # Putting together

    def _prepare_preset(self) -> None:
        for preset in KeyPreset:
            self.preset.addItem(preset.value.capitalize(), preset.value)
        self.preset.setCurrentIndex(self.preset.findData(self._settings.key_preset.value))
        self.preset.setAccessibleName("Keys to begin with")
        self._preset_help.setText(PRESET_HELP[self._settings.key_preset])
        self.preset.currentIndexChanged.connect(lambda _index: self._use_preset())

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText("Find a command, or a key such as Ctrl+E")
        self.filter.setAccessibleName("Find a command")
        self.filter.setClearButtonEnabled(True)
        self.trouble.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(PlainLabel("Keys", object_name="placeTitle"))
        top.addStretch(1)
        top.addWidget(PlainLabel("Begin with"))
        top.addWidget(self.preset)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.addButton("Save", QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setDefault(True)
        self.reset_all = QPushButton("Reset all")
        self.reset_all.setAutoDefault(False)
        buttons.addButton(self.reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        self.reset_all.clicked.connect(lambda _checked: self._use_preset())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self._preset_help, 0, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.editor)
        layout.addWidget(self.trouble)
        layout.addWidget(buttons)

    # What is shown

    def _show_commands(self, current: str = "") -> None:
        """List what matches the filter, by title or by key."""
        typed = self.filter.text()
        wanted = typed.strip().casefold()
        by_key = [
            c for c in self._commands if wanted in {shown_key(key).casefold() for key in c.keys}
        ]
        titles = [Findable(c, c.long_title or c.title) for c in self._commands]
        found = [findable.thing for findable in best_first(typed, titles)]
        self._shown = list({c.id: c for c in [*by_key, *found]}.values())
        self._conflicts = key_conflicts(self._commands)
        names = [command.id for command in self._shown]
        position = names.index(current) if current in names else 0
        self.list.show_rows([self._row(command) for command in self._shown], position)
        self._show_current()

    def _row(self, command: Command) -> CommandRow:
        wrong = any(conflict.command.id == command.id for conflict in self._conflicts)
        changed = command.keys != self._preset_of(command).keys
        note = "conflict" if wrong else "changed" if changed else ""
        return CommandRow(
            command.long_title or command.title,
            " · ".join(part for part in (command.menu.value, note) if part),
            tuple(shown_key(key) for key in command.keys),
            marked=wrong,
        )

    def _current(self) -> Command | None:
        position = self.list.chosen
        return self._shown[position] if 0 <= position < len(self._shown) else None

    def _preset_of(self, command: Command) -> Command:
        return next(known for known in self._preset if known.id == command.id)

    def _show_current(self) -> None:
        command = self._current()
        self.editor.show_command(command, self._preset_of(command) if command else None)
        self.reset_all.setEnabled(self._commands != self._preset)
        self.save.setEnabled(not self._conflicts)
        self._tell_trouble("")

    def _tell_trouble(self, pressed: str) -> None:
        """Say what is wrong, first with the key that is being pressed."""
        command = self._current()
        if command is not None and pressed:
            tried = with_keys(self._commands, {command.id: (*command.keys, pressed)})
            mine = [c for c in key_conflicts(tried) if c.command.id == command.id]
            told = [conflict for conflict in mine if conflict.key == pressed]
        else:
            mine = [c for c in self._conflicts if command and c.command.id == command.id]
            told = [*mine, *self._conflicts]
        self.trouble.setText(told[0].words if told else "")

    # What changes

    def _use_preset(self) -> None:
        preset = KeyPreset(str(self.preset.currentData()))
        self._preset = with_preset(self._catalogue, preset)
        self._preset_help.setText(PRESET_HELP[preset])
        self._commands = self._preset
        current = self._current()
        self._show_commands(current.id if current else "")

    def _change_current(self, keys: tuple[str, ...]) -> None:
        command = self._current()
        if command is not None:
            self._commands = with_keys(self._commands, {command.id: keys})
            self._show_commands(command.id)

    def _reset_current(self) -> None:
        command = self._current()
        if command is not None:
            self._change_current(self._preset_of(command).keys)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.list.choose(self.list.chosen + step)
                return True
        return super().eventFilter(watched, event)
