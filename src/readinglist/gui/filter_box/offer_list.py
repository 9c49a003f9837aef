"""A list of offers: what one gets, and a few words on it in a second column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from readinglist.gui.fonts import Fonts
from readinglist.gui.paper_table.row_painter import TextPainter
from readinglist.gui.theme import Colours

_PADDING = 10
_GAP = 20
_WIDEST_LABEL = 0.6
"""Of the row, where there are explanations too."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A row of the list.

    Attributes:
        label: what is offered.
        explanation: a few words on it.
        take: what happens when it is taken; without it the row is a heading.
        apart: whether a line parts it from the rows above.
    """

    label: str
    explanation: str = ""
    take: Callable[[], None] | None = None
    apart: bool = False


class OfferList(QListWidget):
    """Shows offers; at most one is chosen, and it is taken by Enter or a click."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offers")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.offers: Sequence[Offer] = ()
        self._painter = _OfferPainter(self)
        self.setItemDelegate(self._painter)
        self.clicked.connect(self._on_clicked)

    def use_look(self, colours: Colours, fonts: Fonts) -> None:
        """Take over colours and sizes."""
        self._painter.use_look(colours, fonts)
        self.doItemsLayout()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show other offers; none of them is chosen."""
        self.offers = tuple(offers)
        self._painter.offers = self.offers
        self.clear()
        for offer in self.offers:
            item = QListWidgetItem(f"{offer.label} {offer.explanation}".rstrip())
            if offer.take is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self.setCurrentRow(-1)
        self.scrollToTop()

    @property
    def chosen(self) -> Offer | None:
        """The offer that is chosen."""
        row = self.currentRow()
        return self.offers[row] if 0 <= row < len(self.offers) else None

    def choose(self, row: int) -> None:
        """Choose an offer; -1 is none."""
        self.setCurrentRow(row)

    def step(self, direction: int) -> None:
        """Choose the next (1) or previous (-1) offer; before the first there is none."""
        row = self.currentRow() + direction
        if row < len(self.offers):
            self.setCurrentRow(max(row, -1))

    def take_chosen(self) -> None:
        """Take the offer that is chosen."""
        offer = self.chosen
        if offer is not None and offer.take is not None:
            offer.take()

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.offers[index.row()].take is not None:  # headings can be clicked too
            self.choose(index.row())
            self.take_chosen()

    @property
    def can_be_chosen(self) -> bool:
        """Whether there is anything but headings."""
        return any(offer.take is not None for offer in self.offers)

    def natural_size(self) -> QSize:
        """Return the size at which everything is seen."""
        height = sum(self._painter.height(offer) for offer in self.offers)
        return QSize(self._painter.natural_width(), height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take_chosen()
        else:
            super().keyPressEvent(event)


class _OfferPainter(QStyledItemDelegate):
    """Paints the two columns. The first is as wide as its longest label needs."""

    def __init__(self, parent: OfferList) -> None:
        super().__init__(parent)
        self.offers: Sequence[Offer] = ()
        self._colours: Colours | None = None

    def use_look(self, colours: Colours, fonts: Fonts) -> None:
        self._colours = colours
        self._label = TextPainter(fonts.interface(13))
        self._explanation = TextPainter(fonts.interface(12))
        self._heading = TextPainter(fonts.interface(11, QFont.Weight.DemiBold))
        self._row_height = fonts.sizes.px(28)

    def height(self, offer: Offer) -> int:
        return self._row_height + (_PADDING if offer.apart else 0)

    def natural_width(self) -> int:
        told = [self._explanation.width(offer.explanation) for offer in self.offers]
        return ceil(self._label_width() + max(told, default=0)) + 3 * _PADDING

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        if self._colours is None or index.row() >= len(self.offers):
            return super().sizeHint(option, index)
        return QSize(0, self.height(self.offers[index.row()]))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours = self._colours
        if colours is None or index.row() >= len(self.offers):
            return
        offer, area = self.offers[index.row()], QRectF(option.rect)
        painter.save()
        if offer.apart:
            painter.fillRect(
                QRectF(area.left(), area.top() + _PADDING / 2, area.width(), 1), colours.line
            )
            area.setTop(area.top() + _PADDING)
        self._paint_background(painter, option, area, colours)
        inner = area.adjusted(_PADDING, 0, -_PADDING, 0)
        if offer.take is None:
            self._heading.draw(painter, inner, offer.label, QColor(colours.faint))
        else:
            self._paint_columns(painter, inner, offer, colours)
        painter.restore()

    def _paint_background(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, colours: Colours
    ) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            colour = colours.selection
        elif state & QStyle.StateFlag.State_MouseOver and state & QStyle.StateFlag.State_Enabled:
            colour = colours.hover
        else:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(area, 6, 6)

    def _paint_columns(
        self, painter: QPainter, area: QRectF, offer: Offer, colours: Colours
    ) -> None:
        label = QRectF(area)
        if offer.explanation:
            label.setWidth(min(self._label_width(), area.width() * _WIDEST_LABEL))
            rest = area.adjusted(label.width(), 0, 0, 0)
            self._explanation.draw(painter, rest, offer.explanation, QColor(colours.faint))
            label.setWidth(label.width() - _GAP)
        colour = colours.soft if offer.apart else colours.text
        self._label.draw(painter, label, offer.label, QColor(colour))

    def _label_width(self) -> float:
        """Return how wide the first column is, with the gap behind it."""
        labels = [self._label.width(offer.label) for offer in self.offers if offer.take]
        return ceil(max(labels, default=0.0)) + 1 + _GAP
