"""The command palette: a line to type in, and what matches below it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from readinglist.commands.fuzzy import Findable, best_first
from readinglist.gui.command_rows import CommandRow, CommandRows
from readinglist.gui.fonts import Fonts
from readinglist.gui.plain_text import PlainLabel
from readinglist.gui.theme import Colours
from readinglist.gui.window_popup import WindowPopup

_MARGIN = 8
_WIDTH = 600
_FROM_THE_EDGE = 16
_TOP = 48
_MOST_ROWS = 12

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """What can be found: how it looks, and what it does."""

    row: CommandRow
    run: Callable[[], None]


class CommandPalette(WindowPopup):
    """Takes the keyboard while it is open, and gives it back to who had it."""

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._scale = 1.0
        self._had_focus: QWidget | None = None
        self._findable: Sequence[Findable[PaletteEntry]] = ()
        self._found: Sequence[Findable[PaletteEntry]] = ()
        self.line = QLineEdit()
        self.line.setObjectName("paletteLine")
        self.line.setAccessibleName("Find a command")
        self.line.setPlaceholderText("Find a command or a place")
        self.line.installEventFilter(self)
        self.line.textChanged.connect(lambda _text: self._find())
        self.list = CommandRows("Commands and places")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda _index: self._run_chosen())
        self._nothing = PlainLabel("Nothing has these letters.", object_name="fieldHelp")
        self._nothing.setContentsMargins(12, 8, 12, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addWidget(self._nothing)

    def use_look(self, colours: Colours, fonts: Fonts) -> None:
        """Take over colours and sizes."""
        self._scale = fonts.sizes.zoom_percent / 100
        self.list.use_look(colours, fonts)
        self.place()

    def offer(self, entries: Sequence[PaletteEntry], focused: QWidget | None) -> None:
        """Open with entries, in the order in which they stand while nothing is typed."""
        self._findable = [Findable(entry, entry.row.title) for entry in entries]
        self._had_focus = focused
        self.line.clear()
        self._find()
        self.show()
        self.raise_()
        self.line.setFocus()

    def close_again(self) -> None:
        """Close, and give the keyboard back."""
        had_focus, self._had_focus = self._had_focus, None
        self.hide()
        # A chip of a tag may be gone, because the tag was taken off elsewhere meanwhile.
        if had_focus is not None and isValid(had_focus) and had_focus.isVisible():
            had_focus.setFocus()
        else:
            self.closed.emit()

    @override
    def place(self) -> None:
        window = self._window
        width = min(int(_WIDTH * self._scale), window.width() - 2 * _FROM_THE_EDGE)
        self.list.setFixedHeight(
            max(1, min(len(self._found), _MOST_ROWS, self._rows_that_fit())) * self.list.row_height
        )
        self.setGeometry((window.width() - width) // 2, _TOP, width, self.sizeHint().height())

    def _rows_that_fit(self) -> int:
        around = self.line.sizeHint().height() + 4 * _MARGIN
        return (self._window.height() - _TOP - _FROM_THE_EDGE - around) // self.list.row_height

    def _find(self) -> None:
        self._found = best_first(self.line.text(), self._findable)
        self.list.show_rows([found.thing.row for found in self._found])
        self.list.setVisible(bool(self._found))
        self._nothing.setVisible(not self._found)
        self.place()

    def _run_chosen(self) -> None:
        chosen = self.list.chosen
        if 0 <= chosen < len(self._found):
            entry = self._found[chosen].thing
            self.close_again()
            entry.run()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line:
            if isinstance(event, QKeyEvent) and self._is_own_key(event):
                event.accept()  # or Esc would be the window's command
                if event.type() is QEvent.Type.KeyPress:
                    self._on_key(Qt.Key(event.key()))
                return True
            if isinstance(event, QFocusEvent) and event.lostFocus() and self._is_left(event):
                self.hide()
        return super().eventFilter(watched, event)

    def _is_own_key(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Tab, *_ENTER, *_STEPS}

    def _is_left(self, event: QFocusEvent) -> bool:
        return event.reason() not in {
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        }

    def _on_key(self, key: Qt.Key) -> None:
        if key in _STEPS:
            self.list.choose(self.list.chosen + _STEPS[key])
        elif key in _ENTER:
            self._run_chosen()
        elif key == Qt.Key.Key_Escape:
            self.close_again()
