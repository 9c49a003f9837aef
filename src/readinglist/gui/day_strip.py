"""The strip of days: a bar for each day, as high as the day has papers."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from readinglist.domain.synced_day import DayCount, DayStatus
from readinglist.gui.plain_text import tooltip_html
from readinglist.gui.spoken_date import long_date
from readinglist.gui.theme import Colours

_STEP = 15.0
_BAR = 10.0
_LOWEST = 2.0
_SATURDAY = 5
_RECENT = timedelta(days=14)


class DayStrip(QWidget):
    """Shows about a month of days up to the newest; a click goes to a day."""

    day_chosen = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Days")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(26)
        self.setMouseTracking(True)
        self._days: Mapping[date, DayCount] = {}
        self._shown: date | None = None
        self._today = date.min
        self._last: date | None = None
        self._colours: Colours | None = None

    def use_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        self._colours = colours
        self.update()

    def show_days(self, days: Mapping[date, DayCount], shown: date | None, today: date) -> None:
        """Show what is known of the days, and which one the list shows."""
        self._days, self._today = days, today
        newest = max((day for day, count in days.items() if count.papers), default=today)
        # Stay where the strip is while the day is in sight, or the bars jump at every step.
        if self._last is None or shown == newest or (shown and not self._is_in_sight(shown)):
            middle = (shown or newest) + timedelta(days=self._room() // 2)
            self._last = min(max(newest, shown or newest), middle)
        self._shown = shown
        self.update()

    def _is_in_sight(self, day: date) -> bool:
        return day in self._days_in_sight()

    def _room(self) -> int:
        return max(1, int((self.width() - 4) // _STEP))

    def _days_in_sight(self) -> list[date]:
        last = self._last
        if last is None:
            return []
        return [last - timedelta(days=back) for back in reversed(range(self._room()))]

    def _bar(self, position: int, papers: int, most: int) -> QRectF:
        full = self.height() - 6.0
        height = max(_LOWEST, full * papers / most) if papers else _LOWEST
        return QRectF(2 + position * _STEP, self.height() - 2 - height, _BAR, height)

    def _day_at(self, x: float) -> date | None:
        days = self._days_in_sight()
        position = int((x - 2) // _STEP)
        return days[position] if 0 <= position < len(days) else None

    def _is_missing(self, day: date) -> bool:
        """Whether a working day is a gap: it lies between days that were fetched, or is recent."""
        count = self._days.get(day)
        if count is None:
            first, last = min(self._days, default=day), max(self._days, default=day)
            recent = self._today - _RECENT < day <= self._today
            return day.weekday() < _SATURDAY and first < day and (day < last or recent)
        return count.status is DayStatus.FAILED and not count.papers

    def _description(self, day: date) -> str:
        count = self._days.get(day)
        name = long_date(day, self._today)
        if count is None or self._is_missing(day):
            return f"{name}: not fetched"
        return f"{name}: {count.papers} paper{'' if count.papers == 1 else 's'}"

    # Qt overrides

    @override
    def sizeHint(self) -> QSize:
        return QSize(460, 26)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._colours is None:
            return
        days = self._days_in_sight()
        counts = [self._days[day].papers if day in self._days else 0 for day in days]
        most = max([*counts, 1])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for position, (day, papers) in enumerate(zip(days, counts, strict=True)):
            bar = self._bar(position, papers, most)
            if day == self._shown:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._colours.accent))
                painter.drawRoundedRect(bar, 1.5, 1.5)
                painter.setBrush(Qt.BrushStyle.NoBrush)
            elif self._is_missing(day):
                painter.setPen(QPen(QColor(self._colours.faint), 1, Qt.PenStyle.DashLine))
                painter.drawRoundedRect(
                    QRectF(bar.left() + 0.5, self.height() - 14.5, _BAR - 1, 12), 2, 2
                )
            else:
                colour = QColor(self._colours.faint)
                colour.setAlphaF(0.55)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawRoundedRect(bar, 1.5, 1.5)
                painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().x())
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self.day_chosen.emit(day)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            day = self._day_at(QPointF(event.pos()).x())
            if day is not None:
                QToolTip.showText(event.globalPos(), tooltip_html(self._description(day)), self)
            return True
        return super().event(event)
