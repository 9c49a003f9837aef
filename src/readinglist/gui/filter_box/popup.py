"""The popup below the box. It lies in the window and never takes the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from readinglist.gui.filter_box.offer_list import Offer, OfferList
from readinglist.gui.fonts import Fonts
from readinglist.gui.theme import Colours
from readinglist.gui.window_popup import WindowPopup

_MARGIN = 5
_BELOW = 4
_FROM_THE_EDGE = 8
_NARROWEST, _WIDEST = 220, 560
_MOST_ROWS = 10


class FilterPopup(WindowPopup):
    """Shows offers below a widget of the same window, until a click goes elsewhere."""

    def __init__(self, window: QWidget, below: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("filterPopup")
        self._below = below
        self._scale = 1.0
        self._row = 0
        self.list = OfferList("Offers for the filter")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.addWidget(self.list)

    def use_look(self, colours: Colours, fonts: Fonts) -> None:
        """Take over colours and sizes."""
        self._scale = fonts.sizes.zoom_percent / 100
        self._row = fonts.sizes.px(28)
        self.list.use_look(colours, fonts)
        self.place()

    def show_offers(self, offers: Sequence[Offer], chosen: int = -1) -> None:
        """Show offers, one of them chosen or none."""
        self.list.show_offers(offers)
        self.list.choose(chosen)
        self.place()
        self.show()
        self.raise_()

    @override
    def place(self) -> None:
        """Lie below the widget, as large as the offers need and the window allows."""
        window, natural = self._window, self.list.natural_size()
        corner = self._below.mapTo(window, QPoint(0, self._below.height() + _BELOW))
        frame = 2 * (_MARGIN + self.frameWidth())
        height = min(natural.height(), _MOST_ROWS * self._row) + frame
        height = min(height, window.height() - corner.y() - _FROM_THE_EDGE)
        scrolls = height < natural.height() + frame
        width = (
            natural.width() + frame + (self.list.verticalScrollBar().sizeHint().width() * scrolls)
        )
        width = min(max(width, int(_NARROWEST * self._scale)), int(_WIDEST * self._scale))
        width = min(max(width, self._below.width()), window.width() - 2 * _FROM_THE_EDGE)
        left = min(corner.x(), window.width() - width - _FROM_THE_EDGE)
        self.setGeometry(max(left, _FROM_THE_EDGE), corner.y(), width, max(height, frame))

    @override
    def is_inside(self, where: QPoint) -> bool:
        box = self._below.rect().translated(self._below.mapTo(self._window, QPoint()))
        return super().is_inside(where) or box.contains(where)
