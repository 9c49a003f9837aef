"""Rows of a title, with faint words below it or at the right end."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from readinglist.gui.fonts import Fonts
from readinglist.gui.paper_table.row_painter import TextPainter
from readinglist.gui.plain_text import tooltip_html
from readinglist.gui.theme import Colours

Index = QModelIndex | QPersistentModelIndex

_PADDING = 10
_GAP = 14


@dataclass(frozen=True, slots=True)
class TitledRow:
    """What a row shows.

    Attributes:
        title: elided where there is no room for it; the tooltip has all of it.
        below: a faint second line.
        beside: faint words at the right end.
    """

    title: str
    below: str = ""
    beside: str = ""


class TitledRows(QListView):
    """The list. ``two_lines`` gives all rows room for a second line."""

    def __init__(
        self, name: str, *, two_lines: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("titledRows")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self._model = _RowsModel(self)
        self.setModel(self._model)
        self._painter = _RowPainter(self, self._model, two_lines=two_lines)
        self.setItemDelegate(self._painter)

    def use_look(self, colours: Colours, fonts: Fonts) -> None:
        """Take over colours and sizes."""
        self._painter.use_look(colours, fonts)
        self.doItemsLayout()

    @property
    def rows(self) -> Sequence[TitledRow]:
        """What is shown."""
        return self._model.rows

    @property
    def row_height(self) -> int:
        """How high a row is, in pixels."""
        return self._painter.row_height

    @property
    def chosen(self) -> int:
        """The position of the row that is chosen, -1 if none is."""
        return self.currentIndex().row()

    def show_rows(self, rows: Sequence[TitledRow], chosen: int = -1) -> None:
        """Show other rows, one of them chosen or none."""
        self._model.show_rows(rows)
        self.choose(chosen)

    def choose(self, position: int) -> None:
        """Choose a row; -1 is none."""
        self.setCurrentIndex(self._model.index(position, 0))


class _RowsModel(QAbstractListModel):
    rows: Sequence[TitledRow] = ()

    def show_rows(self, rows: Sequence[TitledRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_html(row.title)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return ", ".join(part for part in (row.title, row.below, row.beside) if part)


class _RowPainter(QStyledItemDelegate):
    """Paints texts as they are, whatever they look like."""

    def __init__(self, parent: QWidget, model: _RowsModel, *, two_lines: bool) -> None:
        super().__init__(parent)
        self._model = model
        self._two_lines = two_lines
        self._colours: Colours | None = None
        self.row_height = 28

    def use_look(self, colours: Colours, fonts: Fonts) -> None:
        self._colours = colours
        self._title = TextPainter(fonts.interface(13))
        self._faint = TextPainter(fonts.interface(11))
        self.row_height = fonts.sizes.px(46 if self._two_lines else 28)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.row_height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._colours
        if colours is None:
            return
        row, area = self._model.rows[index.row()], QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection if selected else colours.hover))
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), 6, 6)
        inner = area.adjusted(_PADDING, 0, -_PADDING, 0)
        if row.beside:
            self._faint.draw_right(painter, inner, row.beside, QColor(colours.faint))
            inner.setRight(inner.right() - self._faint.width(row.beside) - _GAP)
        title = QRectF(inner)
        if self._two_lines:
            title.setBottom(inner.top() + inner.height() * 0.6)
            below = inner.adjusted(0, inner.height() * 0.44, 0, 0)
            self._faint.draw(painter, below, row.below, QColor(colours.faint))
        self._title.draw(painter, title, row.title, QColor(colours.text))
        painter.restore()
