"""What the delegate paints with: fonts, elided text that is laid out once, stars and chips."""

from collections import OrderedDict
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from readinglist.gui.fonts import Fonts
from readinglist.gui.theme import Colours

_REMEMBERED = 4000


class TextPainter:
    """Draws single lines of one font; eliding is the cost, so its outcome is remembered."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._elided: OrderedDict[tuple[str, int], str] = OrderedDict()
        self._widths: dict[str, float] = {}

    def draw(self, painter: QPainter, area: QRectF, text: str, colour: QColor) -> None:
        """Draw ``text`` in the vertical middle of ``area``, elided at the end."""
        painter.setFont(self.font)
        painter.setPen(colour)
        painter.drawText(
            QPointF(area.left(), self._baseline(area)), self._elide(text, int(area.width()))
        )

    def draw_right(self, painter: QPainter, area: QRectF, text: str, colour: QColor) -> None:
        """Draw a short text at the right end of ``area``."""
        painter.setFont(self.font)
        painter.setPen(colour)
        painter.drawText(QPointF(area.right() - self.width(text), self._baseline(area)), text)

    def width(self, text: str) -> float:
        """Return the width of a short text that comes again and again, in pixels."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) > _REMEMBERED:
                self._widths.clear()
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width

    def _baseline(self, area: QRectF) -> float:
        return area.center().y() + (self._metrics.ascent() - self._metrics.descent()) / 2

    def _elide(self, text: str, width: int) -> str:
        remembered = self._elided.get((text, width))
        if remembered is None:
            remembered = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._elided[text, width] = remembered
            if len(self._elided) > _REMEMBERED:
                self._elided.popitem(last=False)
        return remembered


class RowPainter:
    """Colours and fonts of the rows at a theme and a zoom."""

    def __init__(self, colours: Colours, fonts: Fonts) -> None:
        self.zoom = fonts.sizes.zoom_percent / 100
        self.title_unread = TextPainter(fonts.interface(13, QFont.Weight.DemiBold))
        self.title_read = TextPainter(fonts.interface(13))
        self.small = TextPainter(fonts.interface(11))
        self.date = TextPainter(fonts.interface(12))
        self.number = TextPainter(fonts.numbers(12))
        self.text = QColor(colours.text)
        self.soft = QColor(colours.soft)
        self.faint = QColor(colours.faint)
        self.line = QColor(colours.line)
        self.accent = QColor(colours.accent)
        self.selection = QColor(colours.selection)
        self.hover = QColor(colours.hover)
        self.chip = QColor(colours.accent_tint)
        self.chip_on_selection = QColor(colours.background)
        self._star = QColor(colours.star)
        self._star_path = _star_path(8.0 * self.zoom)

    def draw_star(self, painter: QPainter, centre: QPointF, *, starred: bool) -> None:
        """Draw a filled or an outlined star."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(centre)
        if starred:
            painter.setPen(QPen(self._star, 1.0))
            painter.setBrush(self._star)
        else:
            painter.setPen(QPen(self.faint, 1.3 * self.zoom))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._star_path)
        painter.restore()

    def draw_dot(self, painter: QPainter, centre: QPointF) -> None:
        """Draw the dot of an unread paper."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.accent)
        painter.drawEllipse(centre, 2.8 * self.zoom, 2.8 * self.zoom)
        painter.restore()

    def chips_width(self, tags: tuple[str, ...]) -> float:
        """Return how much room tags need as chips, in pixels."""
        return sum(self.small.width(tag) + 19.0 * self.zoom for tag in tags)

    def draw_chips(
        self, painter: QPainter, area: QRectF, tags: tuple[str, ...], *, selected: bool
    ) -> float:
        """Draw tags as chips from the left of ``area``; return where the next thing may begin."""
        left, height = area.left(), 16.0 * self.zoom
        padding, gap = 7.0 * self.zoom, 5.0 * self.zoom
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tag in tags:
            width = self.small.width(tag) + 2 * padding
            if left + width > area.right():
                break
            chip = QRectF(left, area.center().y() - height / 2, width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.chip_on_selection if selected else self.chip)
            painter.drawRoundedRect(chip, height / 2, height / 2)
            self.small.draw(painter, chip.adjusted(padding, 0, 0, 0), tag, self.accent)
            left += width + gap
        painter.restore()
        return left + (gap if tags else 0.0)


def _star_path(radius: float) -> QPainterPath:
    path = QPainterPath()
    for corner in range(10):
        length = radius if corner % 2 == 0 else radius * 0.45
        angle = -pi / 2 + corner * pi / 5
        point = QPointF(length * cos(angle), length * sin(angle))
        if corner == 0:
            path.moveTo(point)
        else:
            path.lineTo(point)
    path.closeSubpath()
    return path
