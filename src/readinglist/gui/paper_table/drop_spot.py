"""Where papers that are dragged over the list would come to stand."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTableView

from readinglist.domain.hand_order import AT_THE_END, Spot
from readinglist.gui.paper_table.model import PaperTableModel

_THICKNESS = 2


class DropSpot:
    """Follows papers over the list, and draws a line where they would go.

    Attributes:
        spot: where that is; None while nothing is dragged over the list.
    """

    def __init__(self, table: QTableView, model: PaperTableModel) -> None:
        self._table = table
        self._model = model
        self._line = 0
        self.spot: Spot | None = None

    def follow(self, where: QPoint) -> None:
        """Take note of where the pointer is: above the middle of a row is before it."""
        row = self._table.rowAt(where.y())
        if row < 0:
            self.spot = AT_THE_END
            last = self._model.rowCount() - 1
            self._line = self._table.rowViewportPosition(last) + self._table.rowHeight(last)
        else:
            top, height = self._table.rowViewportPosition(row), self._table.rowHeight(row)
            after = where.y() >= top + height // 2
            self.spot = Spot(self._model.keys[row], after=after)
            self._line = top + height * after
        self._table.viewport().update()

    def leave(self) -> None:
        """Forget it."""
        self.spot = None
        self._table.viewport().update()

    def draw(self, painter: QPainter, colour: QColor) -> None:
        """Draw the line, if there is one."""
        if self.spot is not None:
            width = self._table.viewport().width()
            top = max(self._line - _THICKNESS // 2, 0)
            painter.fillRect(QRect(0, top, width, _THICKNESS), colour)
