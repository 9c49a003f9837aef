"""Until when something is to hold: always, or up to a day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QPushButton, QWidget

from readinglist.gui.flow_layout import FlowLayout

_WEEK = 7


class ExpiryField(QWidget):
    """A tick, a day, and buttons for the days that are chosen most."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.expires = QCheckBox("&Expires after")
        self.day = QDateEdit()
        # The window speaks English whatever the locale is.
        self.day.setLocale(QLocale(QLocale.Language.English))
        self.day.setDisplayFormat("d MMM yyyy")
        self.day.lineEdit().setTextMargins(8, 0, 0, 0)  # it takes no padding from the style sheet
        self.day.setAccessibleName("Last day")
        self.in_a_week = _button("In a wee&k")
        self.in_a_month = _button("In a &month")
        line = FlowLayout(self)
        for part in (self.expires, self.day, self.in_a_week, self.in_a_month):
            line.addWidget(part)
        self.show_day(None)
        self.expires.toggled.connect(self.day.setEnabled)
        self.expires.toggled.connect(lambda _ticked: self.changed.emit())
        self.day.dateChanged.connect(lambda _day: self.changed.emit())
        self.in_a_week.clicked.connect(lambda _: self.show_day(_in_a_week(self._today())))
        self.in_a_month.clicked.connect(lambda _: self.show_day(_in_a_month(self._today())))

    def last_day(self) -> date | None:
        """Return the last day that was chosen, None for always."""
        chosen = self.day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        return day if self.expires.isChecked() else None

    def show_day(self, day: date | None) -> None:
        """Choose a day, or always."""
        shown = day or _in_a_month(self._today())
        self.day.setDate(QDate(shown.year, shown.month, shown.day))
        self.day.setEnabled(day is not None)
        self.expires.setChecked(day is not None)


def _in_a_week(today: date) -> date:
    return date.fromordinal(today.toordinal() + _WEEK)


def _in_a_month(today: date) -> date:
    """Return the same day of the next month, or the last that it has."""
    then = QDate(today.year, today.month, today.day).addMonths(1)
    return date(then.year(), then.month(), then.day())


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("keyButton")
    button.setAutoDefault(False)
    return button
