"""The left pane: where to look, and how the last sync went."""

from collections.abc import Callable

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from readinglist.domain.counts import LibraryCounts
from readinglist.domain.place import Place, PlaceKind
from readinglist.gui.fonts import Fonts
from readinglist.gui.icons import IconSet
from readinglist.gui.paper_table.row_painter import TextPainter
from readinglist.gui.place_view import PlaceView
from readinglist.gui.places_model import Entry, PlacesModel
from readinglist.gui.tag_looks import TagLooks, readable_on
from readinglist.gui.theme import Colours

Index = QModelIndex | QPersistentModelIndex

_PLACE_ICONS = ("today", "all", "unread", "star", "queue", "done", "hidden", "list", "search")
_WITH_MENU = {
    *(PlaceKind.LIST, PlaceKind.TAG, PlaceKind.SEARCH),
    *(PlaceKind.STARRED, PlaceKind.QUEUE, PlaceKind.DONE),
}
_INDENT = 14
"""Pixels for each tag that a tag lies in, at 100 %."""


class _PlaceDelegate(QStyledItemDelegate):
    """Paints an entry: icon or dot, label, count."""

    def __init__(self, view: PlaceView, places: PlacesModel, tag_looks: TagLooks) -> None:
        super().__init__(view)
        self._view = view
        self._places = places
        self._tag_looks = tag_looks
        self.icons: dict[tuple[str, str], QIcon] = {}
        self.colours: Colours | None = None
        self._zoom = 1.0

    def use_look(self, colours: Colours, fonts: Fonts) -> None:
        self.colours = colours
        self._zoom = fonts.sizes.zoom_percent / 100
        self._label = TextPainter(fonts.interface(13, QFont.Weight.Medium))
        self._current_label = TextPainter(fonts.interface(13, QFont.Weight.DemiBold))
        self._count = TextPainter(fonts.numbers(11))
        self._heading = TextPainter(fonts.interface(11, QFont.Weight.DemiBold))
        self._digit = TextPainter(fonts.interface(10, QFont.Weight.DemiBold))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = self._places.entry(index.row()).place is None
        return QSize(120, round((38 if heading else 30) * self._zoom))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self.colours is None:
            return
        entry = self._places.entry(index.row())
        area = QRectF(option.rect)
        if entry.place is None:
            below = area.adjusted(11, 12 * self._zoom, 0, 0)
            self._heading.draw(painter, below, entry.label, QColor(self.colours.faint))
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        takes_papers = index.row() == self._view.drop_line
        if self._view.is_carried_over:
            hovered, focused = False, takes_papers
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self.colours.accent) if focused else Qt.PenStyle.NoPen)
        if selected or hovered or focused:
            fill = self.colours.selection if selected else self.colours.hover
            if takes_papers:
                fill = self.colours.accent_tint
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(area.adjusted(0.5, 1.5, -0.5, -1.5), 7, 7)
        painter.restore()
        self._paint_entry(painter, area, entry, selected=selected)

    def _paint_entry(
        self, painter: QPainter, area: QRectF, entry: Entry, *, selected: bool
    ) -> None:
        assert self.colours is not None  # noqa: S101 (checked by paint)
        size = 16 * self._zoom
        area = area.adjusted(entry.depth * _INDENT * self._zoom, 0, 0, 0)
        place = QRectF(area.left() + 9, area.center().y() - size / 2, size, size)
        if entry.icon:
            icon = self.icons.get((entry.icon, "accent" if selected else "soft"), QIcon())
            icon.paint(painter, place.toRect())
        else:
            self._paint_dot(painter, place.center(), entry)
        count = "" if entry.count is None else f"{entry.count:,}"
        width = self._count.width(count)
        self._count.draw_right(
            painter, area.adjusted(0, 0, -9, 0), count, QColor(self.colours.faint)
        )
        label = area.adjusted(17 + size, 0, -(width + 18), 0)
        text = self._current_label if selected else self._label
        text.draw(painter, label, entry.shown, QColor(self.colours.text))

    def _paint_dot(self, painter: QPainter, middle: QPointF, entry: Entry) -> None:
        """Paint a tag's colour with the digit that toggles it; a ring if it has none."""
        assert self.colours is not None  # noqa: S101 (checked by paint)
        colour = self._tag_looks.dot(entry.label)
        radius = (7.5 if colour else 4.5) * self._zoom
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            Qt.PenStyle.NoPen if colour else QPen(QColor(self.colours.faint), 1.4 * self._zoom)
        )
        painter.setBrush(colour or Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)
        painter.restore()
        if colour is not None:
            digit = str(entry.digit)
            left = middle.x() - self._digit.width(digit) / 2
            on_dot = readable_on(colour)
            self._digit.draw_short(painter, left, middle.y(), digit, on_dot)


class Sidebar(QFrame):
    """Lists the places; below them stands whatever the window puts there.

    ``left`` says that a place was clicked or entered, and reading goes on in the list.
    """

    place_chosen = Signal(object)
    left = Signal()
    menu_asked = Signal(object, QPoint)

    def __init__(
        self,
        icons: IconSet,
        tag_looks: TagLooks,
        footer: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName("Places")
        self._places = PlacesModel(self)
        self.view = PlaceView(self._places)
        self.view.setAccessibleName("Places")
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self._delegate = _PlaceDelegate(self.view, self._places, tag_looks)
        self.view.setItemDelegate(self._delegate)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.clicked.connect(self._on_clicked)
        self.view.activated.connect(self._on_clicked)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_menu_asked)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 14, 12, 12)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.view, 1)
        self._layout.addWidget(footer)
        self._silent = False
        for name in _PLACE_ICONS:
            for colour in ("soft", "accent"):
                icons.give(name, self._icon_setter(name, colour), colour)

    def add_above_footer(self, widget: QWidget) -> None:
        """Show a widget between the places and the foot."""
        self._layout.insertWidget(1, widget)

    def use_look(self, colours: Colours, fonts: Fonts) -> None:
        """Take over a theme and a zoom."""
        self._delegate.use_look(colours, fonts)
        self.view.doItemsLayout()
        self.view.viewport().update()

    def show_counts(self, counts: LibraryCounts, today: Place, current: Place) -> None:
        """Show new counts and keep ``current`` selected."""
        self._silent = True
        self._places.show_counts(counts, today)
        self._silent = False
        self.show_current(current)

    def entries(self) -> list[Entry]:
        """Return the lines in their order."""
        return [self._places.entry(position) for position in range(self._places.rowCount())]

    def show_current(self, place: Place) -> None:
        """Select the entry of a place without going there."""
        self._silent = True
        position = self._places.position_of(place)
        if position is None:
            self.view.selectionModel().clear()
        else:
            self.view.selectionModel().setCurrentIndex(
                self._places.index(position), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self._silent = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        if self._silent or not current.isValid():
            return
        place = self._places.entry(current.row()).place
        if place is not None:
            self.place_chosen.emit(place)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._on_current_changed(index)
        self.left.emit()

    def _on_menu_asked(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        place = self._places.entry(index.row()).place if index.isValid() else None
        if place is not None and place.kind in _WITH_MENU:
            self.menu_asked.emit(place, self.view.viewport().mapToGlobal(at))

    def _icon_setter(self, name: str, colour: str) -> Callable[[QIcon], None]:
        def set_icon(icon: QIcon) -> None:
            self._delegate.icons[name, colour] = icon
            self.view.viewport().update()

        return set_icon
