"""The list of places as a widget: keys, focus, and papers that are dropped on it."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QListView
from typing_extensions import override

from readinglist.domain.place import PlaceKind
from readinglist.gui.places_model import PlacesModel

_TAKES_PAPERS = {
    *(PlaceKind.STARRED, PlaceKind.QUEUE, PlaceKind.DONE, PlaceKind.HIDDEN),
    *(PlaceKind.LIST, PlaceKind.TAG),
}


class PlaceView(QListView):
    """Shows places without type-ahead: single letters are commands elsewhere.

    ``papers_dropped`` tells on which place, and what.

    Attributes:
        drop_line: the line that would take the papers under the mouse; -1 if none would.
        is_carried_over: whether papers are being dragged over it.
    """

    papers_dropped = Signal(object, object)

    def __init__(self, places: PlacesModel) -> None:
        super().__init__()
        self._places = places
        self.drop_line = -1
        self.is_carried_over = False
        self.setModel(places)
        self.setAcceptDrops(True)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A right click asks what can be done with a place; it need not go there.
        if event.button() is not Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # On an older day no place is current; Qt would make the first one so, and go there.
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            self.viewport().update()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from readinglist.gui.dragged_papers import PAPERS_TYPE  # rarely needed

        if event.mimeData().hasFormat(PAPERS_TYPE):
            self.is_carried_over = True
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls at the edges
        self._mark(self._line_for_papers(event.position().toPoint()))
        if self.drop_line >= 0:
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._end_drag()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        line = self._line_for_papers(event.position().toPoint())
        super().dropEvent(event)  # ends the scrolling
        self._end_drag()
        if line >= 0:
            event.acceptProposedAction()
            self.papers_dropped.emit(self._places.entry(line).place, event.mimeData())

    def _line_for_papers(self, where: QPoint) -> int:
        index: QModelIndex = self.indexAt(where)
        if not index.isValid():
            return -1
        place = self._places.entry(index.row()).place
        return index.row() if place is not None and place.kind in _TAKES_PAPERS else -1

    def _mark(self, line: int) -> None:
        if line != self.drop_line:
            self.drop_line = line
            self.viewport().update()

    def _end_drag(self) -> None:
        self.is_carried_over = False
        self._mark(-1)
