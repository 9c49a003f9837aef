"""Small drawings that come again and again, such as stars: drawn once, then only copied."""

from collections.abc import Callable, Hashable
from math import ceil, floor

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

_STEPS = 64
"""Places between two pixels that are told apart, as Qt's rasteriser does."""
_REMEMBERED = 64


class Mark:
    """A drawing around a point; Qt takes ten times as long to fill its path as to copy it.

    The pictures are as fine as the screen, and one is kept for each place between two pixels that
    the point was at, so that a mark looks as if it had been drawn where it stands.
    """

    def __init__(self, radius: float, draw: Callable[[QPainter], None]) -> None:
        self._radius = radius
        self._draw = draw
        self._pictures: dict[tuple[float, float, float], QPixmap] = {}

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the mark around a point."""
        scale = painter.device().devicePixelRatio()
        across, down = round(x * scale * _STEPS) / _STEPS, round(y * scale * _STEPS) / _STEPS
        left, top = floor(across), floor(down)
        place = (scale, across - left, down - top)
        picture = self._pictures.get(place)
        if picture is None:
            picture = self._remember(place)
        margin = self._margin(scale)
        painter.drawPixmap(QPointF((left - margin) / scale, (top - margin) / scale), picture)

    def _margin(self, scale: float) -> int:
        return ceil(self._radius * scale) + 1

    def _remember(self, place: tuple[float, float, float]) -> QPixmap:
        scale, right, down = place
        margin = self._margin(scale)
        picture = QPixmap(2 * margin + 1, 2 * margin + 1)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(margin + right, margin + down)
        painter.scale(scale, scale)
        self._draw(painter)
        painter.end()
        picture.setDevicePixelRatio(scale)
        if len(self._pictures) >= _REMEMBERED:
            self._pictures.clear()
        self._pictures[place] = picture
        return picture


class Stamps:
    """Drawings in boxes, by what they show; they stand on whole pixels of the screen.

    Args:
        most: how many are kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._pictures: dict[tuple[Hashable, float], QPixmap] = {}

    def draw(
        self,
        painter: QPainter,
        shows: Hashable,
        left: float,
        top: float,
        make: Callable[[], tuple[float, float, Callable[[QPainter], None]]],
    ) -> None:
        """Draw what ``shows`` stands for; ``make`` tells its width, its height and how to draw."""
        scale = painter.device().devicePixelRatio()
        picture = self._pictures.get((shows, scale))
        if picture is None:
            picture = self._remember(shows, scale, *make())
        place = QPointF(round(left * scale) / scale, round(top * scale) / scale)
        painter.drawPixmap(place, picture)

    def _remember(
        self,
        shows: Hashable,
        scale: float,
        width: float,
        height: float,
        draw: Callable[[QPainter], None],
    ) -> QPixmap:
        picture = QPixmap(ceil(width * scale), ceil(height * scale))
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter)
        painter.end()
        if len(self._pictures) >= self._most:
            self._pictures.clear()
        self._pictures[shows, scale] = picture
        return picture
