"""The box itself: a line of text, applied as it is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from readinglist.gui.icons import IconSet
from readinglist.gui.plain_text import set_action_tooltip
from readinglist.gui.shown_key import with_key

_PLACEHOLDER = "Filter: words, author:, tag:, is:starred, since:2w"
_ROOM_FOR_SYNTAX = 180
_WINDOW_CAME_OR_WENT = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}


class FilterBox(QLineEdit):
    """The filter. Down, Enter and Esc go on to the list, Up to the filters that were used before.

    Positions are counted in characters, as Python counts them; Qt counts in UTF-16.
    """

    left_downwards = Signal()
    left = Signal()
    """The reader went elsewhere in the window."""
    history_asked = Signal()
    history_clicked = Signal()
    syntax_clicked = Signal()

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterBox")
        self.setAccessibleName("Filter")
        self.setPlaceholderText(_PLACEHOLDER)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(120)
        self.setMaximumWidth(420)
        search = self._button(QLineEdit.ActionPosition.LeadingPosition, "Earlier filters (Up)")
        search.triggered.connect(lambda _checked: self.history_clicked.emit())
        icons.give("search", search.setIcon, "faint")
        self._syntax = self._button(
            QLineEdit.ActionPosition.TrailingPosition, "What can be typed here"
        )
        self._syntax.triggered.connect(lambda _checked: self.syntax_clicked.emit())
        icons.give("syntax", self._syntax.setIcon, "faint")

    def show_syntax_key(self, key: str) -> None:
        """Say which key shows the filter language."""
        set_action_tooltip(self._syntax, with_key(self._syntax.text(), key))

    def cursor_in_characters(self) -> int:
        """Return the number of characters before the cursor."""
        units = self.text().encode("utf-16-le", "surrogatepass")[: 2 * self.cursorPosition()]
        return len(units.decode("utf-16-le", "surrogatepass"))

    def put(self, start: int, end: int, text: str) -> None:
        """Put ``text`` in place of the characters from ``start`` to ``end``, as if it were typed.

        It can be undone, and the cursor stands behind it.
        """
        self.select(start, end)
        self.insert(text)

    def select(self, start: int, end: int) -> None:
        """Select the characters from ``start`` to ``end``."""
        text = self.text()
        self.setSelection(_units(text[:start]), _units(text[start:end]))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Up:
            self.history_asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a narrow box the text needs the room more; the key and the menu remain.
        self._syntax.setVisible(event.size().width() >= _ROOM_FOR_SYNTAX)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _WINDOW_CAME_OR_WENT:
            self.left.emit()

    def _button(self, side: QLineEdit.ActionPosition, tooltip: str) -> QAction:
        action = self.addAction(self.windowIcon(), side)
        action.setText(tooltip.partition(" (")[0])
        set_action_tooltip(action, tooltip)
        return action


def _units(text: str) -> int:
    """Return how long Qt thinks that a text is."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
