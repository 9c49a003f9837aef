"""The list itself: selection, columns, keys of the table, clicks on stars."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from readinglist.domain.hand_order import Spot
from readinglist.domain.key_list import KeyList
from readinglist.domain.paper import PaperRow
from readinglist.domain.sorting import Sort
from readinglist.gui.paper_table.column_layout import ColumnLayout
from readinglist.gui.paper_table.columns import COLUMNS, Column
from readinglist.gui.paper_table.drag_start import DragStart
from readinglist.gui.paper_table.drop_spot import DropSpot
from readinglist.gui.paper_table.model import PaperTableModel
from readinglist.gui.paper_table.row_drawing import RowDrawing
from readinglist.gui.paper_table.row_painter import RowPainter

_ENDS = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}


class PaperTable(QTableView):
    """Shows a result. The current paper is the one that is read beside it.

    ``drag_begun`` says that the selected rows are being dragged, with Ctrl or without;
    ``papers_dropped`` where in the order made by hand papers were let go, and which.
    """

    current_changed = Signal()
    star_clicked = Signal()
    sort_chosen = Signal(object)
    drag_begun = Signal(bool)
    papers_dropped = Signal(object, object)

    def __init__(
        self, model: PaperTableModel, painter: RowPainter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._sort: Sort | None = None
        self._own_sort: Sort | None = None
        self.setModel(model)
        self.dragging = DragStart(self)
        self._dropping = DropSpot(self, model)
        self.setAcceptDrops(True)
        self._rows = RowDrawing(self, model, painter)
        self.setAccessibleName("Papers")
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.columns = ColumnLayout(self)
        # The header would ask for every row of every column whether it is selected, 3 s for
        # 100,000 rows, only to know how to paint itself; this selection is always empty.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, self))
        self.horizontalHeader().sectionClicked.connect(self._on_header_clicked)
        # What lies behind the list need not be painted first: it took longer than the rows.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._once_whole: Callable[[], None] | None = None
        model.completed.connect(self._on_completed)
        model.modelAboutToBeReset.connect(self._forget_what_waits)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)

    def use_look(self, painter: RowPainter, *, compact: bool) -> None:
        """Take over a theme, a zoom or a density."""
        self._rows.look = painter
        self._rows.compact = compact
        self.columns.use_look(painter.zoom, compact=compact)
        self.verticalHeader().setDefaultSectionSize(self._rows.row_height())
        self.viewport().update()

    # What is selected

    def selected_keys(self) -> KeyList:
        """Return the keys of the selected papers in shown order, read by ranges."""
        ranges = self.selectionModel().selection().toList()
        pieces: list[bytes] = []
        end = 0
        for top, below in sorted((piece.top(), piece.bottom() + 1) for piece in ranges):
            pieces.append(self._model.keys[max(top, end) : below].packed)
            end = max(end, below)
        return KeyList(b"".join(pieces))

    def selected_count(self) -> int:
        """Return how many papers are selected, without looking at each."""
        ranges = self.selectionModel().selection().toList()
        return sum(selection.height() for selection in ranges)

    def current_key(self) -> int | None:
        """Return the key of the current paper."""
        position = self.currentIndex().row()
        return self._model.keys[position] if 0 <= position < len(self._model.keys) else None

    def current_row(self) -> PaperRow | None:
        """Return the row of the current paper, if it has been fetched."""
        return self._model.row_at(self.currentIndex().row())

    def select_key(self, key: int | None, *, offset: int | None = None) -> bool:
        """Make a paper current again, at a given distance from the top if there is one."""
        position = self._model.position_of(key) if key is not None else None
        if position is None:
            return False
        self._make_current(position, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if offset is not None:
            top = self.verticalHeader().sectionPosition(position)
            self.verticalScrollBar().setValue(top - offset)
        return True

    def select_also(self, keys: Sequence[int]) -> None:
        """Add papers to the selection, those of them that are in the list."""
        selection = QItemSelection()
        for key in keys:
            position = self._model.position_of(key)
            if position is not None:
                index = self._model.index(position, 0)
                selection.select(index, index)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flag.Select | flag.Rows)

    def current_offset(self) -> int:
        """Return how far the current row lies below the top of the view, in pixels."""
        return self.rowViewportPosition(self.currentIndex().row())

    def move_by(self, rows: int, *, extend: bool) -> None:
        """Move the current row, keeping inside the list; the first move goes to the first row."""
        count = self._model.rowCount()
        if count == 0:
            return
        # With no current row this counts from just before the first.
        target = min(max(self.currentIndex().row() + rows, 0), count - 1)
        flag = QItemSelectionModel.SelectionFlag
        self._make_current(target, flag.Select if extend else flag.ClearAndSelect)

    def move_past_selection(self) -> None:
        """Go to the first row below the selected ones, or to the last one above them."""
        ranges = self.selectionModel().selection().toList()
        if not ranges:
            return
        below = max(selected.bottom() for selected in ranges) + 1
        above = min(selected.top() for selected in ranges) - 1
        target = below if below < self._model.rowCount() else above
        if target >= 0:
            self._make_current(target, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def move_to_unread(self, direction: int) -> bool:
        """Go to the nearest unread paper in a direction; return False if there is none.

        Where rows are not there yet, they are asked for, and the next press finds them.
        """
        position = self.currentIndex().row() + direction
        while 0 <= position < self._model.rowCount():
            row = self._model.row_at(position)
            if row is None:
                return True
            if not row.read:
                self._make_current(position, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                return True
            position += direction
        return not self._model.is_whole

    def move_to_end(self, direction: int) -> None:
        """Go to the last (1) or first (-1) paper, once the whole list is there."""
        if direction > 0 and not self._model.is_whole:
            self._once_whole = lambda: self.move_to_end(direction)
            return
        self.move_by(direction * self._model.rowCount(), extend=False)

    def _on_completed(self) -> None:
        waiting, self._once_whole = self._once_whole, None
        if waiting is not None:
            waiting()

    def _forget_what_waits(self) -> None:
        self._once_whole = None

    def _make_current(self, position: int, flag: QItemSelectionModel.SelectionFlag) -> None:
        self.selectionModel().setCurrentIndex(
            self._model.index(position, Column.TITLE),
            flag | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.scrollTo(self.currentIndex())

    def _on_current_row_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit()

    # Order

    def show_sort(self, sort: Sort, own: Sort | None = None) -> None:
        """Show in the header what the list is ordered by; ``own`` is the place's order, if any."""
        self._own_sort = own
        if sort != self._sort:
            self._sort = sort
            self._model.show_sort(sort)

    def choose_sort(self, sort: Sort) -> None:
        """Ask for another order."""
        self.show_sort(sort, self._own_sort)
        self.sort_chosen.emit(sort)

    def show_moved(self, keys: Sequence[int], spot: Spot) -> None:
        """Show papers where they are being brought to, before that is on disk."""
        self._model.move(keys, spot)
        self.scrollTo(self.currentIndex())

    def _on_header_clicked(self, section: int) -> None:
        spec = COLUMNS[Column(section)]
        # Another column begins with its natural order; a second click turns it round; a third one
        # goes back to the order of the place, if it has one.
        again = self._sort is not None and self._sort.column is spec.sort
        turned = again and self._sort and self._sort.descending != spec.descending_first
        if turned and self._own_sort is not None:
            self.choose_sort(self._own_sort)
            return
        descending = not self._sort.descending if again and self._sort else spec.descending_first
        self.choose_sort(Sort(spec.sort, descending=descending))

    # Qt overrides

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._rows.look.background)
        self._rows.draw(painter, event.rect())
        self._dropping.draw(painter, self._rows.look.accent)

    @override
    def sizeHintForColumn(self, column: int) -> int:
        """Return what two clicks on the edge of a heading make a column as wide as."""
        return round(COLUMNS[Column(column)].width * self._rows.look.zoom)

    @override
    def selectAll(self) -> None:
        if self._model.is_whole:
            super().selectAll()
        else:
            self._once_whole = super().selectAll

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: type-ahead would make the rows jump at single-letter commands."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt makes the first row current on focus, which would open, and mark read, a paper that
        # nobody chose.
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit()
        # A notice below the list must not cover the paper that is being read.
        row = self.currentIndex().row()
        if row >= 0 and 0 <= self.rowViewportPosition(row) < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from readinglist.gui.dragged_papers import PAPERS_TYPE  # rarely needed

        # Only an order made by hand has room for papers between others.
        by_hand = self._own_sort is not None and self._sort == self._own_sort
        if by_hand and event.mimeData().hasFormat(PAPERS_TYPE):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls at the edges
        self._dropping.follow(event.position().toPoint())
        event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._dropping.leave()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._dropping.follow(event.position().toPoint())
        spot = self._dropping.spot
        super().dropEvent(event)  # ends the scrolling
        self._dropping.leave()
        event.acceptProposedAction()
        self.papers_dropped.emit(spot, event.mimeData())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self.dragging.press(event, index):
            return
        super().mousePressEvent(event)
        if index.column() == Column.STAR and event.button() is Qt.MouseButton.LeftButton:
            self.star_clicked.emit()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.dragging.is_held:
            super().mouseMoveEvent(event)
        elif self.dragging.begins(event):
            self.drag_begun.emit(self.dragging.with_ctrl)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held_back = self.dragging.release()
        if held_back is not None:
            super().mousePressEvent(held_back)
        if not self.dragging.has_begun:  # Qt would take the end of a drag for a click
            super().mouseReleaseEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two quick clicks on a star are two clicks, and open nothing.
        if self.indexAt(event.position().toPoint()).column() == Column.STAR:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # With no current row the arrow keys of Qt select nothing at all.
        if self.currentIndex().row() < 0 and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.move_by(1, extend=False)
            return
        # Qt goes to the first or last column of the row, which says nothing to a reader.
        if event.key() in _ENDS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.move_to_end(_ENDS[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)
