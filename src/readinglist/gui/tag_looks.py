"""The colours of tags: dots in the sidebar, chips in the list and beside the paper.

A reader chooses among nine colours by name. Which shade each is depends on the theme; the tint of a
chip and the colour of its text are computed from the shade, so that text always reaches 4.5 : 1
(WCAG 2.2, 1.4.3) and a dot 3 : 1 (1.4.11).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from readinglist.domain.tag import TagColour, TagInUse, folded_case
from readinglist.gui.theme import Colours

_SHADES: Mapping[TagColour, str] = {
    TagColour.RED: "#C62F2F",
    TagColour.ORANGE: "#C4601A",
    TagColour.YELLOW: "#A98600",
    TagColour.GREEN: "#3F8F3F",
    TagColour.TEAL: "#1F8A8A",
    TagColour.BLUE: "#2F6FC4",
    TagColour.PURPLE: "#8650B8",
    TagColour.PINK: "#C2418A",
    TagColour.GREY: "#77736C",
}
_TINT = 0.14
_TINT_IN_THE_DARK = 0.24
_READABLE = 4.5
_SEEN = 3.0
_STEPS = 40
_SWATCH = 16


@dataclass(frozen=True, slots=True)
class ChipColours:
    """What a chip is filled and written with."""

    fill: QColor
    text: QColor


class TagLooks:
    """Knows which tag has which colour, in the colours of a theme."""

    def __init__(self) -> None:
        self._colours: Colours | None = None
        self._by_name: dict[str, TagColour] = {}

    def use_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        self._colours = colours

    def show_tags(self, tags: Iterable[TagInUse]) -> bool:
        """Take over which tags have a colour; return whether that changed anything."""
        known = {folded_case(tag.name): tag.look.colour for tag in tags if tag.look}
        changed, self._by_name = known != self._by_name, known
        return changed

    def chip(self, tag: str) -> ChipColours | None:
        """Return the colours of a tag's chip, None if it has no colour of its own."""
        colour = self._by_name.get(folded_case(tag))
        if colour is None or self._colours is None:
            return None
        return chip_colours(colour, self._colours)

    def dot(self, tag: str) -> QColor | None:
        """Return the colour of a tag's dot, None if it has none of its own."""
        colour = self._by_name.get(folded_case(tag))
        if colour is None or self._colours is None:
            return None
        return dot_colour(colour, self._colours)

    def swatch(self, colour: TagColour) -> QIcon:
        """Return a dot to choose a colour by."""
        picture = QPixmap(2 * _SWATCH, 2 * _SWATCH)
        picture.setDevicePixelRatio(2)
        picture.fill(Qt.GlobalColor.transparent)
        if self._colours is not None:
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(dot_colour(colour, self._colours))
            painter.drawEllipse(QRectF(2, 2, _SWATCH - 4, _SWATCH - 4))
            painter.end()
        return QIcon(picture)


@cache
def chip_colours(colour: TagColour, colours: Colours) -> ChipColours:
    """Return a tint of a colour, and the colour itself as far as it can be read on the tint."""
    shade, ground = QColor(_SHADES[colour]), QColor(colours.background)
    fill = _mixed(ground, shade, _TINT_IN_THE_DARK if colours.is_dark else _TINT)
    return ChipColours(fill, _towards(shade, QColor(colours.text), [fill], _READABLE))


@cache
def dot_colour(colour: TagColour, colours: Colours) -> QColor:
    """Return a colour that is seen on the sidebar and on what is selected there."""
    grounds = [QColor(colours.side), QColor(colours.selection), QColor(colours.background)]
    return _towards(QColor(_SHADES[colour]), QColor(colours.text), grounds, _SEEN)


def readable_on(colour: QColor) -> QColor:
    """Return white or black, whichever is read better on a colour."""
    return max((QColor("#FFFFFF"), QColor("#000000")), key=lambda text: contrast(text, colour))


def contrast(one: QColor, other: QColor) -> float:
    """Return how far two colours are apart in lightness, from 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _towards(shade: QColor, text: QColor, grounds: Iterable[QColor], least: float) -> QColor:
    """Return ``shade``, brought nearer to ``text`` until it stands out from all grounds."""
    grounds = list(grounds)
    for step in range(_STEPS + 1):
        mixed = _mixed(shade, text, step / _STEPS)
        if all(contrast(mixed, ground) >= least for ground in grounds):
            return mixed
    return text


def _mixed(one: QColor, other: QColor, part: float) -> QColor:
    """Return a colour that is ``part`` of the way from one to another."""
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * part) for a, b in pairs))


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
