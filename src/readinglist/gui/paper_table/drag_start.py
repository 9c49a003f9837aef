"""Tells a drag of selected rows from a click on them.

A drag begins only on a row that was selected before the press, as in the lists of file managers;
from any other row the mouse selects as it always did. Qt leaves the selection alone until the
button is let go over a selected row, except with Ctrl, which is therefore held back here.
"""

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QTableView

from readinglist.gui.paper_table.columns import Column

_NO_KEY = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class DragStart:
    """Follows the mouse from a press to the release.

    Attributes:
        with_ctrl: whether Ctrl was down when the button was pressed.
        has_begun: whether the mouse went far enough for a drag.
        is_held: whether the button, pressed on a selected row, is still down.
    """

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self._pressed_at = QPoint()
        self._held_back: QMouseEvent | None = None
        self.is_held = False
        self.has_begun = False
        self.with_ctrl = False

    def press(self, event: QMouseEvent, index: QModelIndex) -> bool:
        """Take note of a press; return whether it must wait until it is known to be a click."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        self.has_begun = False
        self.is_held = (
            event.button() is Qt.MouseButton.LeftButton
            and modifiers in {_NO_KEY, _CTRL}
            and index.column() != Column.STAR
            and self._table.selectionModel().isSelected(index)
        )
        self.with_ctrl = modifiers == _CTRL
        self._pressed_at = event.position().toPoint()
        self._held_back = event.clone() if self.is_held and self.with_ctrl else None
        return self._held_back is not None

    def begins(self, event: QMouseEvent) -> bool:
        """Whether a drag begins with this movement."""
        if self.has_begun or not self.is_held:
            return False
        way = event.position().toPoint() - self._pressed_at
        self.has_begun = way.manhattanLength() >= QApplication.startDragDistance()
        return self.has_begun

    def release(self) -> QMouseEvent | None:
        """Take note of the release; return the press that was held back if it was a click."""
        press, self._held_back = self._held_back, None
        self.is_held = False
        return None if self.has_begun else press
