"""Paints the cells of the list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from readinglist.domain.paper import PaperRow
from readinglist.gui.paper_table.columns import Column
from readinglist.gui.paper_table.model import PaperTableModel, authors_line
from readinglist.gui.paper_table.row_painter import RowPainter

Index = QModelIndex | QPersistentModelIndex

COMFORTABLE_ROW = 54
COMPACT_ROW = 30
_EDGE = 3.0
_MARGIN = 8.0
_HEADER_MARGIN = 12.0
"""The header's right margin, where the mark of the order stands; numbers line up with it."""


class PaperDelegate(QStyledItemDelegate):
    """Paints a cell from the row itself, without asking the model role by role."""

    def __init__(self, view: QTableView, model: PaperTableModel, painter: RowPainter) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.look = painter
        self.compact = False

    def row_height(self) -> int:
        """Return the height of all rows, in pixels."""
        height = COMPACT_ROW if self.compact else COMFORTABLE_ROW
        return round(height * self.look.zoom)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self.row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRectF(option.rect)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_background(painter, area, index, selected=selected)
        row = self._model.row_at(index.row())
        if row is None:
            return
        content = area.adjusted(_MARGIN, 0, -_HEADER_MARGIN, -1)
        match index.column():
            case Column.STAR:
                self.look.draw_star(painter, area.center(), starred=row.starred)
            case Column.TITLE:
                self._paint_title(painter, area.adjusted(0, 0, -_MARGIN, -1), row, selected)
            case Column.AUTHORS:
                self.look.small.draw(painter, content, authors_line(row), self.look.soft)
            case Column.TAGS:
                self.look.draw_chips(painter, content, row.tags, selected=selected)
            case Column.DATE:
                self.look.date.draw(painter, content, str(index.data()), self.look.soft)
            case Column.UPVOTES:
                self._paint_number(painter, content, row.upvotes, row)
            case _:
                self._paint_number(painter, content, row.comments, row)

    def _paint_background(
        self, painter: QPainter, area: QRectF, index: Index, *, selected: bool
    ) -> None:
        if selected:
            painter.fillRect(area, self.look.selection)
            if self._view.horizontalHeader().visualIndex(index.column()) == 0:
                painter.fillRect(
                    QRectF(area.left(), area.top(), _EDGE, area.height()), self.look.accent
                )
        painter.fillRect(
            QRectF(area.left(), area.bottom() - 1, area.width() + 1, 1), self.look.line
        )

    def _paint_number(self, painter: QPainter, area: QRectF, number: int, row: PaperRow) -> None:
        colour = self.look.soft if row.read else self.look.text
        self.look.number.draw_right(painter, area, f"{number:,}", colour)

    def _paint_title(
        self,
        painter: QPainter,
        area: QRectF,
        row: PaperRow,
        selected: bool,  # noqa: FBT001
    ) -> None:
        zoom = self.look.zoom
        indent = 18.0 * zoom
        if self.compact:
            title, below = area.adjusted(indent, 0, 0, 0), None
            if row.tags and self._view.isColumnHidden(Column.TAGS):
                title = self._paint_tags_at_the_end(painter, title, row, selected=selected)
        else:
            half = area.height() / 2
            title = area.adjusted(indent, 5 * zoom, 0, -half + 3 * zoom)
            below = area.adjusted(indent, half + 2 * zoom, 0, -6 * zoom)
        if row.read:
            self.look.title_read.draw(painter, title, row.title, self.look.soft)
        else:
            self.look.draw_dot(painter, QPointF(area.left() + 7 * zoom, title.center().y()))
            self.look.title_unread.draw(painter, title, row.title, self.look.text)
        if below is not None:
            self._paint_second_line(painter, below, row, selected=selected)

    def _paint_second_line(
        self, painter: QPainter, area: QRectF, row: PaperRow, *, selected: bool
    ) -> None:
        """Draw tags and authors, except what has a column of its own."""
        tags = row.tags if self._view.isColumnHidden(Column.TAGS) else ()
        begin = self.look.draw_chips(painter, area, tags, selected=selected)
        rest = QRectF(begin, area.top(), area.right() - begin, area.height())
        note = "✎ " if row.has_note else ""
        authors = authors_line(row) if self._view.isColumnHidden(Column.AUTHORS) else ""
        self.look.small.draw(painter, rest, note + authors, self.look.soft)

    def _paint_tags_at_the_end(
        self, painter: QPainter, area: QRectF, row: PaperRow, *, selected: bool
    ) -> QRectF:
        """Draw tags at the end of a line, in half of it at most; return what is left of it."""
        width = min(self.look.chips_width(row.tags), area.width() / 2)
        chips = QRectF(area.right() - width, area.top(), width, area.height())
        self.look.draw_chips(painter, chips, row.tags, selected=selected)
        return area.adjusted(0, 0, -width - _MARGIN, 0)
