"""The keys of one command: each can be taken off, another is added by pressing it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from readinglist.commands.command import Command
from readinglist.commands.keys import normal_key
from readinglist.gui.plain_text import PlainLabel, set_tooltip
from readinglist.gui.shown_key import shown_key

_MOST_IN_TURN = 2


class KeyEditor(QFrame):
    """Shows a command; ``keys_changed`` carries the keys that it is to have.

    ``key_pressed`` carries what is being pressed, before it is added.
    """

    keys_changed = Signal(object)
    key_pressed = Signal(str)
    reset_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyEditor")
        self._keys: tuple[str, ...] = ()
        self._help = PlainLabel(object_name="dialogText")
        self._help.setWordWrap(True)
        self._caps = QHBoxLayout()
        self._caps.setSpacing(6)
        self.press = QKeySequenceEdit()
        self.press.setAccessibleName("New key")
        self.press.setMaximumSequenceLength(_MOST_IN_TURN)
        self.reset = _button("Reset")
        self.reset.clicked.connect(lambda _checked: self.reset_clicked.emit())
        # The sequence counts as changed only when it is whole, which takes a second.
        for box in self.press.findChildren(QLineEdit):
            box.textChanged.connect(lambda _: self.key_pressed.emit(self._pressed()))
        self.press.editingFinished.connect(self._add)
        line = QHBoxLayout()
        line.addLayout(self._caps)
        line.addStretch(1)
        line.addWidget(self.press)
        line.addWidget(self.reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self._help)
        layout.addLayout(line)

    def show_command(self, command: Command | None, preset: Command | None) -> None:
        """Show the keys of a command, none if there is none."""
        self.setEnabled(command is not None)
        self._keys = command.keys if command else ()
        self._help.setText(command.help if command else "No command has this name or key.")
        self.reset.setEnabled(bool(command and preset and command.keys != preset.keys))
        self.press.clear()
        self._show_caps()

    def _show_caps(self) -> None:
        while (item := self._caps.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not self._keys:
            self._caps.addWidget(PlainLabel("No key", object_name="fieldHelp"))
        for key in self._keys:
            shown = shown_key(key)
            cap = _button(f"{shown}  ✕".replace("&", "&&"))
            cap.setAccessibleName(f"Take off {shown}")
            set_tooltip(cap, f"Take off {shown}")
            cap.clicked.connect(lambda _checked, key=key: self._take_off(key))
            self._caps.addWidget(cap)

    def _take_off(self, key: str) -> None:
        self.keys_changed.emit(tuple(kept for kept in self._keys if kept != key))

    def _pressed(self) -> str:
        """Return what was pressed, "" if it is nothing that a command can have."""
        text = self.press.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        return normal_key(text) or ""

    def _add(self) -> None:
        key = self._pressed()
        if key and key not in self._keys:
            self.keys_changed.emit((*self._keys, key))
        else:
            self.press.clear()


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("keyButton")
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
