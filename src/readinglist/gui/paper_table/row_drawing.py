"""Draws the rows of the list, each of them whole.

Qt would ask a delegate once for each cell, with an object of options to read; for fifty rows of
seven columns that alone took longer than all the drawing does.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTableView

from readinglist.domain.paper import PaperRow
from readinglist.gui.paper_table.columns import COLUMNS, Column
from readinglist.gui.paper_table.model import PaperTableModel, authors_line, states_of
from readinglist.gui.paper_table.row_painter import RowPainter

COMFORTABLE_ROW = 54
COMPACT_ROW = 30
_EDGE = 3
_MARGIN = 8
_HEADER_MARGIN = 12
"""The header's right margin, where the mark of the order stands; numbers line up with it."""

_Draw = Callable[[QPainter, PaperRow, int, int, int, QColor], None]
"""Draws a row's part in a column: left, top and width of the cell, and the colour of chips."""


class RowDrawing:
    """Draws rows with what a look offers, in the columns that a view shows."""

    def __init__(self, view: QTableView, model: PaperTableModel, painter: RowPainter) -> None:
        self._view = view
        self._model = model
        self.look = painter
        self.compact = False
        self._height = COMFORTABLE_ROW
        self._cells: dict[Column, _Draw] = {
            Column.STAR: self._draw_star,
            Column.TITLE: self._draw_title,
            Column.AUTHORS: self._draw_authors,
            Column.DATE: self._draw_date,
            Column.UPVOTES: self._draw_upvotes,
            Column.COMMENTS: self._draw_comments,
            Column.TAGS: self._draw_tags,
        }

    def row_height(self) -> int:
        """Return the height that rows should have, in pixels."""
        height = COMPACT_ROW if self.compact else COMFORTABLE_ROW
        return round(height * self.look.zoom)

    def draw(self, painter: QPainter, area: QRect) -> None:
        """Draw the rows in a part of the view."""
        view, model = self._view, self._model
        first, last = view.rowAt(area.top()), view.rowAt(area.bottom())
        if first < 0:
            return
        if last < 0:
            last = model.rowCount() - 1
        self._height = view.rowHeight(first)
        shown = [column for column in COLUMNS if not view.isColumnHidden(column)]
        cells = [
            (self._cells[column], view.columnViewportPosition(column), view.columnWidth(column))
            for column in shown
        ]
        left = min(position for _, position, _ in cells)
        width = max(position + width for _, position, width in cells) - left
        selection = view.selectionModel()
        top = view.rowViewportPosition(first)
        for position in range(first, last + 1):
            chip = self.look.chip
            if selection.isSelected(model.index(position, Column.TITLE)):
                chip = self.look.chip_on_selection
                painter.fillRect(left, top, width, self._height, self.look.selection)
                self._draw_edge(painter, top)
            painter.fillRect(left, top + self._height - 1, width, 1, self.look.line)
            row = model.row_at(position)
            if row is not None:
                for draw, cell, cell_width in cells:
                    draw(painter, row, cell, top, cell_width, chip)
            top += self._height

    def _draw_edge(self, painter: QPainter, top: int) -> None:
        first = self._view.horizontalHeader().logicalIndex(0)
        left = self._view.columnViewportPosition(first)
        if not self._view.isColumnHidden(first):
            painter.fillRect(left, top, _EDGE, self._height, self.look.accent)

    def _draw_star(
        self, painter: QPainter, row: PaperRow, left: int, top: int, width: int, _chip: QColor
    ) -> None:
        mark = self.look.star if row.starred else self.look.no_star
        mark.draw(painter, left + width / 2, top + self._height / 2)

    def _draw_authors(
        self, painter: QPainter, row: PaperRow, left: int, top: int, width: int, _chip: QColor
    ) -> None:
        look = self.look
        look.small.draw_line(
            *(painter, left + _MARGIN, self._middle(top), width - _MARGIN - _HEADER_MARGIN),
            *(authors_line(row), look.soft),
        )

    def _draw_date(
        self, painter: QPainter, row: PaperRow, left: int, top: int, width: int, _chip: QColor
    ) -> None:
        date, text, room = self.look.date, self._model.date_text(row), width - _MARGIN
        if date.width(text) <= room - _HEADER_MARGIN:
            date.draw_short(painter, left + _MARGIN, self._middle(top), text, self.look.soft)
        else:
            date.draw_line(
                *(painter, left + _MARGIN, self._middle(top), room - _HEADER_MARGIN),
                *(text, self.look.soft),
            )

    def _draw_upvotes(
        self, painter: QPainter, row: PaperRow, left: int, top: int, width: int, _chip: QColor
    ) -> None:
        self._draw_number(painter, row, left + width, top, row.upvotes)

    def _draw_comments(
        self, painter: QPainter, row: PaperRow, left: int, top: int, width: int, _chip: QColor
    ) -> None:
        self._draw_number(painter, row, left + width, top, row.comments)

    def _draw_number(
        self, painter: QPainter, row: PaperRow, right: int, top: int, number: int
    ) -> None:
        look, text = self.look, f"{number:,}"
        left = right - _HEADER_MARGIN - look.number.width(text)
        colour = look.soft if row.read else look.text
        look.number.draw_short(painter, left, self._middle(top), text, colour)

    def _draw_tags(
        self, painter: QPainter, row: PaperRow, left: int, top: int, width: int, chip: QColor
    ) -> None:
        right = left + width - _HEADER_MARGIN
        self.look.draw_chips(painter, left + _MARGIN, self._middle(top), right, row.tags, chip)

    def _middle(self, top: int) -> float:
        return top + (self._height - 1) / 2

    def _draw_title(
        self, painter: QPainter, row: PaperRow, left: int, top: int, width: int, chip: QColor
    ) -> None:
        look = self.look
        zoom, begin, right = look.zoom, left + 18 * look.zoom, float(left + width - _MARGIN)
        if self.compact:
            middle = self._middle(top)
            if row.tags and self._view.isColumnHidden(Column.TAGS):
                right = self._draw_tags_at_the_end(painter, begin, middle, right, row, chip)
        else:
            height = self._height - 1
            middle = top + height / 4 + 4 * zoom
            below = top + height * 3 / 4 - 2 * zoom
            self._draw_second_line(painter, begin, below, right, row, chip)
        if row.read:
            look.title_read.draw_line(painter, begin, middle, right - begin, row.title, look.soft)
        else:
            look.dot.draw(painter, left + 7 * zoom, middle)
            look.title_unread.draw_line(painter, begin, middle, right - begin, row.title, look.text)

    def _draw_second_line(
        self,
        painter: QPainter,
        left: float,
        middle: float,
        right: float,
        row: PaperRow,
        chip: QColor,
    ) -> None:
        """Draw tags and authors, except what has a column of its own."""
        look, view = self.look, self._view
        if row.tags and view.isColumnHidden(Column.TAGS):
            left = look.draw_chips(painter, left, middle, right, row.tags, chip)
        authors = authors_line(row) if view.isColumnHidden(Column.AUTHORS) else ""
        text = " · ".join([*states_of(row), *([authors] if authors else [])])
        if row.has_note:
            text = f"✎ {text}"
        look.small.draw_line(painter, left, middle, right - left, text, look.soft)

    def _draw_tags_at_the_end(
        self,
        painter: QPainter,
        left: float,
        middle: float,
        right: float,
        row: PaperRow,
        chip: QColor,
    ) -> float:
        """Draw tags at the end of a line, in half of it at most; return where they begin."""
        begin = right - min(self.look.chips_width(row.tags), (right - left) / 2)
        self.look.draw_chips(painter, begin, middle, right, row.tags, chip)
        return begin - _MARGIN
