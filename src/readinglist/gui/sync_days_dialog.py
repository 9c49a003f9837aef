"""Asks which days to sync, in the forms that the filter takes too."""

from datetime import date, timedelta

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from readinglist.domain.date_range import parse_date_range
from readinglist.domain.errors import UserFacingError
from readinglist.gui.plain_text import PlainLabel
from readinglist.gui.spoken_date import long_date
from readinglist.library.sync_range import days_between

_FORMS = "A day 2025-06-03, a range 2025-06-02..2025-06-06, a week 2025-W23, a month 2025-06, or 2w"
_WEEK = timedelta(days=6)


class SyncDaysDialog(QDialog):
    """Asks for a day or a range; says at once how it was understood."""

    def __init__(self, shown: date, latest: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sync days")
        self._latest = latest
        last = min(shown, latest)
        self.range = QLineEdit(f"{last - _WEEK}..{last}")
        self.range.setAccessibleName("Days")
        self.range.selectAll()
        self._summary = PlainLabel(object_name="dialogText")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._sync = buttons.addButton("Sync", QDialogButtonBox.ButtonRole.AcceptRole)
        self._sync.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        forms = PlainLabel(_FORMS, object_name="fieldHelp")
        forms.setWordWrap(True)
        self._summary.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel("Sync days", object_name="placeTitle"))
        layout.addWidget(self.range)
        layout.addWidget(forms)
        layout.addWidget(self._summary)
        layout.addSpacing(6)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)
        self.range.textChanged.connect(self._summarise)
        self._summarise()

    def days(self) -> list[date]:
        """Return the chosen days, newest first.

        Raises:
            UserFacingError: what was typed is no range of days that a source could have.
        """
        understood = parse_date_range(self.range.text(), self._latest)
        first, last = understood or (None, None)
        if first is None:
            raise UserFacingError("That is no day or range of days.")
        if first > self._latest:
            raise UserFacingError(f"{first} lies in the future.")
        return days_between(first, min(last or self._latest, self._latest))

    def _summarise(self) -> None:
        try:
            days = self.days()
        except UserFacingError as error:
            self._summary.setText(str(error))
            self._sync.setEnabled(False)
            return
        self._sync.setEnabled(True)
        newest = long_date(days[0], self._latest)
        if len(days) == 1:
            self._summary.setText(newest)
        else:
            oldest = long_date(days[-1], self._latest)
            self._summary.setText(f"{len(days):,} days: {oldest} to {newest}")
