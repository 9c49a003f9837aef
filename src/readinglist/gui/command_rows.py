"""Rows of commands: the title, a few faint words, and the keys as key caps at the right end."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from readinglist.gui.fonts import Fonts
from readinglist.gui.paper_table.row_painter import TextPainter
from readinglist.gui.theme import Colours

Index = QModelIndex | QPersistentModelIndex

_PADDING = 12
_GAP = 12
_CAP_PADDING = 6
_BETWEEN_CAPS = 4


@dataclass(frozen=True, slots=True)
class CommandRow:
    """What a row shows.

    Attributes:
        title: what one gets.
        note: faint words behind it, such as the menu.
        keys: as readers see them.
        marked: whether the note needs the eye.
    """

    title: str
    note: str = ""
    keys: tuple[str, ...] = ()
    marked: bool = False


class _RowsModel(QAbstractListModel):
    """Holds the rows; thousands of them are no items of their own."""

    rows: Sequence[CommandRow] = ()

    def show_rows(self, rows: Sequence[CommandRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self.rows[index.row()]  # for who listens instead of looking
        return ", ".join(part for part in (row.title, row.note, *row.keys) if part)


class CommandRows(QListView):
    """The list; one row is chosen wherever there are any."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offers")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self._model = _RowsModel(self)
        self.setModel(self._model)
        self._painter = _RowPainter(self, self._model)
        self.setItemDelegate(self._painter)

    def use_look(self, colours: Colours, fonts: Fonts) -> None:
        """Take over colours and sizes."""
        self._painter.use_look(colours, fonts)
        self.doItemsLayout()

    @property
    def rows(self) -> Sequence[CommandRow]:
        """What is shown."""
        return self._model.rows

    @property
    def row_height(self) -> int:
        """How high a row is, in pixels."""
        return self._painter.row_height

    @property
    def chosen(self) -> int:
        """The position of the row that is chosen, -1 if there are none."""
        return self.currentIndex().row()

    def show_rows(self, rows: Sequence[CommandRow], chosen: int = 0) -> None:
        """Show other rows, one of them chosen."""
        self._model.show_rows(rows)
        self.choose(chosen)

    def choose(self, position: int) -> None:
        """Choose the row of a position, or the nearest there is."""
        last = len(self.rows) - 1
        self.setCurrentIndex(self._model.index(max(0, min(position, last)), 0))

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: what is typed belongs to the line above."""


class _RowPainter(QStyledItemDelegate):
    """Paints texts as they are; names of tags are the reader's and may look like HTML."""

    def __init__(self, parent: QWidget, model: _RowsModel) -> None:
        super().__init__(parent)
        self._model = model
        self._colours: Colours | None = None
        self.row_height = 32

    def use_look(self, colours: Colours, fonts: Fonts) -> None:
        self._colours = colours
        self._title = TextPainter(fonts.interface(13))
        self._note = TextPainter(fonts.interface(12))
        self._key = TextPainter(fonts.interface(12))
        self._cap_height = fonts.sizes.px(20)
        self.row_height = fonts.sizes.px(32)

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
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 6, 6)
        inner = area.adjusted(_PADDING, 0, -_PADDING, 0)
        inner.setRight(self._paint_keys(painter, inner, row.keys, colours))
        self._paint_words(painter, inner, row, colours)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, area: QRectF, row: CommandRow, colours: Colours
    ) -> None:
        title = min(self._title.width(row.title), area.width())
        self._title.draw(painter, area.adjusted(0, 0, 0, 0), row.title, QColor(colours.text))
        rest = area.adjusted(title + _GAP, 0, 0, 0)
        if row.note and rest.width() > _GAP:
            colour = QColor(colours.accent if row.marked else colours.faint)
            self._note.draw(painter, rest, row.note, colour)

    def _paint_keys(
        self, painter: QPainter, area: QRectF, keys: Sequence[str], colours: Colours
    ) -> float:
        """Paint the key caps from the right; return where the room for words ends."""
        right = area.right()
        for key in reversed(keys):
            width = max(self._key.width(key) + 2 * _CAP_PADDING, self._cap_height)
            top = area.center().y() - self._cap_height / 2
            cap = QRectF(right - width, top, width, self._cap_height)
            painter.setPen(QColor(colours.line))
            painter.setBrush(QColor(colours.side))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            left = cap.center().x() - self._key.width(key) / 2
            self._key.draw_short(painter, left, cap.center().y(), key, QColor(colours.text))
            right = cap.left() - _BETWEEN_CAPS
        return right - _GAP if keys else right
