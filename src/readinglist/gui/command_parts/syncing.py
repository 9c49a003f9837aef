"""Bringing papers in from the window: starting, stopping, telling how it went."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from readinglist.domain.errors import UserFacingError
from readinglist.domain.place import place_of_day
from readinglist.domain.synced_day import DayStatus
from readinglist.gui.list_pane import ListPane
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.gui.sync_footer import SyncFooter
from readinglist.gui.sync_runner import SyncRunner

if TYPE_CHECKING:
    from readinglist.library.sync import SyncReport


class SyncingPart:
    """Implements the Syncing protocol."""

    def __init__(
        self,
        runner: SyncRunner,
        desk: ReadingDesk,
        pane: ListPane,
        footer: SyncFooter,
        today: Callable[[], date],
        window: QWidget,
    ) -> None:
        self._runner = runner
        self._desk = desk
        self._pane = pane
        self._footer = footer
        self._today = today
        self._window = window
        self._days: Sequence[date] = ()
        runner.progressed.connect(lambda progress: footer.show_progress(progress, today()))
        runner.finished.connect(self._on_finished)
        runner.failed.connect(self._on_failed)
        footer.cancel_clicked.connect(self.cancel)

    def sync_recent(self) -> None:
        """Sync the latest days, and the shown one if it has never been looked at.

        The reader's calendar may be a day ahead of the source's.
        """
        # Syncing is imported when it is asked for: the first paint does not wait for it.
        from readinglist.library.sync_range import recent_days

        latest = self._today()
        days, shown = recent_days(latest), self._desk.shown_day()
        if shown <= latest and shown not in days and shown not in self._desk.days:
            days.append(shown)
        self.sync(days)

    def sync(self, days: Sequence[date]) -> None:
        """Sync days in the given order."""
        if not self._runner.is_running:
            self._days = days
            self._pane.notices.dismiss()
            self._runner.start(days)

    def ask_for_days(self) -> None:
        """Ask which days to sync."""
        from readinglist.gui.sync_days_dialog import SyncDaysDialog

        dialog = SyncDaysDialog(self._desk.shown_day(), self._today(), self._window)
        dialog.accepted.connect(lambda: self.sync(dialog.days()))
        dialog.open()

    def cancel(self) -> None:
        """Stop the running sync."""
        self._runner.cancel()

    def _on_finished(self, report: "SyncReport") -> None:
        last_sync = self._desk.counts.last_sync if self._desk.counts else ""
        self._footer.show_idle(last_sync, self._today(), report.added)
        failed = [day for day in report.days if day.status is DayStatus.FAILED]
        if report.cancelled:
            self._pane.notices.show_done(
                f"Sync cancelled after {len(report.days)} of {report.asked} days."
                f" {report.added:,} papers came in."
            )
        elif failed:
            self._tell_failure(report, failed[0].message, len(failed))
        else:
            self._tell_success(report)

    def _tell_failure(self, report: "SyncReport", message: str, failed: int) -> None:
        days = f"{failed} of {report.asked} days" if report.asked > 1 else "The day"
        again = [
            date.fromisoformat(day.date) for day in report.days if day.status is DayStatus.FAILED
        ]
        error = UserFacingError(f"{days} could not be fetched. {message}", can_retry=True)
        self._pane.notices.show_error(error, lambda: self.sync(again))

    def _tell_success(self, report: "SyncReport") -> None:
        skipped = sum(day.skipped for day in report.days)
        text = _came_in(report.added, report.updated)
        if skipped:
            text += f" {skipped:,} row{'' if skipped == 1 else 's'} could not be read."
        newest = max((day.date for day in report.days if day.added), default="")
        if newest and date.fromisoformat(newest) != self._desk.shown_day():
            place = place_of_day(date.fromisoformat(newest))
            self._pane.notices.show_done(text, "Show", lambda: self._desk.show_place(place))
        else:
            self._pane.notices.show_done(text)

    def _on_failed(self, error: UserFacingError) -> None:
        last_sync = self._desk.counts.last_sync if self._desk.counts else ""
        self._footer.show_idle(last_sync, self._today())
        days = self._days
        self._pane.notices.show_error(error, lambda: self.sync(days))


def _came_in(added: int, updated: int) -> str:
    if added:
        return f"{added:,} new paper{'' if added == 1 else 's'}."
    if updated:
        return f"No new papers; {updated:,} updated."
    return "No new papers."
