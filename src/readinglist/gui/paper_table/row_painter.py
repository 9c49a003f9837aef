"""What rows are painted with: fonts, texts that are laid out once, stars and chips."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QStaticText,
    QTransform,
)

from readinglist.gui.fonts import Fonts
from readinglist.gui.paper_table.mark import Mark, Stamps
from readinglist.gui.tag_looks import ChipColours, TagLooks
from readinglist.gui.theme import Colours

_REMEMBERED = 1000
"""Texts of a font; twenty screens, and 3 MB if all are long titles."""


_MOST_CHIPS = 500


class TextPainter:
    """Draws single lines of one font; laying out is the cost, so its outcome is remembered."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._half_height = (self._metrics.ascent() + self._metrics.descent()) / 2
        self._usual_width = self._metrics.averageCharWidth()
        self._lines: OrderedDict[tuple[str, int], QStaticText] = OrderedDict()
        self._widths: dict[str, float] = {}
        self._stamps = Stamps(_REMEMBERED)

    def draw(self, painter: QPainter, area: QRectF, text: str, colour: QColor) -> None:
        """Draw ``text`` in the vertical middle of ``area``, elided at the end."""
        self.draw_line(painter, area.left(), area.center().y(), area.width(), text, colour)

    def draw_right(self, painter: QPainter, area: QRectF, text: str, colour: QColor) -> None:
        """Draw a short text at the right end of ``area``."""
        self.draw_short(painter, area.right() - self.width(text), area.center().y(), text, colour)

    def draw_line(
        self,
        painter: QPainter,
        left: float,
        middle: float,
        width: float,
        text: str,
        colour: QColor,
    ) -> None:
        """Draw ``text`` around the height ``middle``, elided where ``width`` ends."""
        line = self._lines.get((text, int(width)))
        if line is None:
            line = self._lay_out(painter, text, int(width))
        painter.setFont(self.font)
        painter.setPen(colour)
        painter.drawStaticText(QPointF(left, middle - self._half_height), line)

    def draw_short(
        self, painter: QPainter, left: float, middle: float, text: str, colour: QColor
    ) -> None:
        """Draw a short text that comes again and again, whole."""
        self._stamps.draw(
            painter,
            (text, colour.rgba()),
            left,
            middle - self._half_height,
            lambda: (self.width(text) + 2, self._metrics.height(), self._drawing(text, colour)),
        )

    def _drawing(self, text: str, colour: QColor) -> Callable[[QPainter], None]:
        def draw(painter: QPainter) -> None:
            painter.setFont(self.font)
            painter.setPen(colour)
            painter.drawText(QPointF(0, self._metrics.ascent()), text)

        return draw

    def width(self, text: str) -> float:
        """Return the width of a short text that comes again and again, in pixels."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) > _REMEMBERED:
                self._widths.clear()
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width

    def _lay_out(self, painter: QPainter, text: str, width: int) -> QStaticText:
        # Eliding lays the text out once more, even one that fits, so look whether it does first;
        # but not where it most probably does not.
        line = None
        if len(text) * self._usual_width < width:
            line = self._prepared(painter, text)
        if line is None or line.size().width() > width:
            elided = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            line = self._prepared(painter, elided)
        self._lines[text, width] = line
        if len(self._lines) > _REMEMBERED:
            self._lines.popitem(last=False)
        return line

    def _prepared(self, painter: QPainter, text: str) -> QStaticText:
        line = QStaticText(text)
        line.setTextFormat(Qt.TextFormat.PlainText)
        # Prepared for anything but the scale of the screen, it would be laid out again.
        device = painter.deviceTransform()
        scale = QTransform(device.m11(), device.m12(), device.m21(), device.m22(), 0, 0)
        line.prepare(scale, self.font)
        return line


class RowPainter:
    """Colours, fonts and marks of the rows at a theme and a zoom."""

    def __init__(self, colours: Colours, fonts: Fonts, tag_looks: TagLooks) -> None:
        self._tag_looks = tag_looks
        self.zoom = fonts.sizes.zoom_percent / 100
        self.title_unread = TextPainter(fonts.interface(13, QFont.Weight.DemiBold))
        self.title_read = TextPainter(fonts.interface(13))
        self.small = TextPainter(fonts.interface(11))
        self.date = TextPainter(fonts.interface(12))
        self.number = TextPainter(fonts.numbers(12))
        self.text = QColor(colours.text)
        self.soft = QColor(colours.soft)
        self.line = QColor(colours.line)
        self.accent = QColor(colours.accent)
        self.background = QColor(colours.background)
        self.selection = QColor(colours.selection)
        self.chip = QColor(colours.accent_tint)
        self.chip_on_selection = QColor(colours.background)
        self._faint = QColor(colours.faint)
        self._star_colour = QColor(colours.star)
        self._star_path = _star_path(8.0 * self.zoom)
        self.star = Mark(9.0 * self.zoom, self._draw_star)
        self.no_star = Mark(9.0 * self.zoom, self._draw_no_star)
        self._chips = Stamps(_MOST_CHIPS)
        self.dot = Mark(2.8 * self.zoom, self._draw_dot)

    def chips_width(self, tags: tuple[str, ...]) -> float:
        """Return how much room tags need as chips, in pixels."""
        return sum(self.small.width(tag) + 19.0 * self.zoom for tag in tags)

    def draw_chips(
        self,
        painter: QPainter,
        left: float,
        middle: float,
        right: float,
        tags: tuple[str, ...],
        colour: QColor,
    ) -> float:
        """Draw tags as chips, as many as fit; return where the next thing may begin.

        ``colour`` fills those that have no colour of their own.
        """
        if not tags:
            return left
        height = 16.0 * self.zoom
        padding, gap = 7.0 * self.zoom, 5.0 * self.zoom
        plain = ChipColours(colour, self.accent)
        for tag in tags:
            width = self.small.width(tag) + 2 * padding
            if left + width > right:
                break
            look = self._tag_looks.chip(tag) or plain
            self._chips.draw(
                painter,
                (tag, look.fill.rgba()),
                left,
                middle - height / 2,
                partial(self._chip, tag, width, height, look),
            )
            left += width + gap
        return left + gap

    def _chip(
        self, tag: str, width: float, height: float, look: ChipColours
    ) -> tuple[float, float, Callable[[QPainter], None]]:
        def draw(painter: QPainter) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.fill)
            painter.drawRoundedRect(QRectF(0, 0, width, height), height / 2, height / 2)
            self.small.draw_line(painter, 7.0 * self.zoom, height / 2, width, tag, look.text)

        return width, height, draw

    def _draw_star(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._star_colour, 1.0))
        painter.setBrush(self._star_colour)
        painter.drawPath(self._star_path)

    def _draw_no_star(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._faint, 1.3 * self.zoom))
        painter.drawPath(self._star_path)

    def _draw_dot(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.accent)
        painter.drawEllipse(QPointF(0, 0), 2.8 * self.zoom, 2.8 * self.zoom)


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
