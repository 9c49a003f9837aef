"""Bringing in papers: day by day from a source into the library.

A day is read whole before any of it is written, so that a bad answer leaves the library as it was.
It is then written in small transactions, so that a star pressed meanwhile does not wait; the last
one also writes the ledger, so that a crash means "look again" and never "half a day marked done".
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import (
    CancelledError,
    LibraryFileError,
    SourceUnavailableError,
    UserFacingError,
)
from readinglist.domain.paper import Listing
from readinglist.domain.synced_day import DayStatus, SyncedDay
from readinglist.library.library import Library
from readinglist.library.rules import act_on_new
from readinglist.sources.source import FetchedDay, Source
from readinglist.storage.database import Priority

if TYPE_CHECKING:
    from readinglist.storage.listings import StoredCounts
    from readinglist.storage.write_engine import WriteSession

log = logging.getLogger(__name__)

CHUNK = 25
"""Papers a transaction. Behind 25 of them a star waits 14 ms (median, 100,000 papers), behind 1,000
it waited 300 ms and more."""

_OUTAGES_BEFORE_GIVING_UP = 3
"""Days in a row for which the service could not be reached, after which the rest is not tried."""

TRENDING = "trending"


@dataclass(frozen=True, slots=True)
class DayReport:
    """How one day of a sync ended; the fields are those of ``sync --json``."""

    source: str
    date: str
    status: DayStatus
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    message: str = ""


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """Where a sync is: which day it looks at, how many are done, and what came in so far."""

    day: str
    done: int
    total: int
    added: int


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync did.

    Attributes:
        days: one report for each day that was looked at, in that order.
        asked: how many days were asked for.
        cancelled: whether it was stopped before the end.
    """

    days: tuple[DayReport, ...]
    asked: int
    cancelled: bool = False

    @property
    def added(self) -> int:
        """How many papers came in."""
        return sum(day.added for day in self.days)

    @property
    def updated(self) -> int:
        """How many known papers changed upstream."""
        return sum(day.updated for day in self.days)

    @property
    def is_whole(self) -> bool:
        """Whether every day that was asked for was read without a loss."""
        return not self.cancelled and all(
            day.status in {DayStatus.COMPLETE, DayStatus.EMPTY} for day in self.days
        )


class Sync:
    """One run over some days of one source. ``run`` blocks; call it off the GUI thread.

    ``on_progress`` is told before each day, ``on_day`` how each one ended; both on the thread that
    runs the sync.
    """

    def __init__(
        self,
        library: Library,
        source: Source,
        cancel: CancelToken,
        on_progress: Callable[[SyncProgress], None] = lambda _progress: None,
        on_day: Callable[[DayReport], None] = lambda _report: None,
    ) -> None:
        self._library = library
        self._source = source
        self._cancel = cancel
        self._on_progress = on_progress
        self._on_day = on_day
        self._reports: list[DayReport] = []

    def run(self, days: Sequence[date]) -> SyncReport:
        """Sync days in the given order.

        Raises:
            LibraryFileError: the library cannot be written; what was written before stays.
        """
        outages = 0
        for position, day in enumerate(days):
            self._tell(day.isoformat(), position, len(days))
            try:
                self._cancel.raise_if_cancelled()
                outages = outages + 1 if self._sync_day(day) else 0
            except CancelledError:
                break
            if outages >= _OUTAGES_BEFORE_GIVING_UP:
                self._give_up_on(days[position + 1 :])
                break
        return SyncReport(tuple(self._reports), len(days), self._cancel.is_cancelled)

    def run_trending(self) -> SyncReport:
        """Bring in the papers that are trending now, each on the day it was listed.

        Raises:
            LibraryFileError: the library cannot be written.
        """
        self._tell(TRENDING, 0, 1)
        try:
            fetched = self._source.fetch_trending(self._cancel)
            self._add(self._store(TRENDING, fetched))
        except CancelledError:
            pass
        except LibraryFileError:
            raise
        except UserFacingError as error:
            self._add(self._failure(TRENDING, str(error)))
        return SyncReport(tuple(self._reports), 1, self._cancel.is_cancelled)

    def _sync_day(self, day: date) -> bool:
        """Sync one day and report it; return whether the service was out of reach."""
        try:
            fetched = self._source.fetch_day(day, self._cancel)
        except UserFacingError as error:
            log.warning("Sync of %s failed: %s", day, error)
            report = self._failure(day.isoformat(), str(error))
            self._write_log(report, listed=0)
            self._add(report)
            return isinstance(error, SourceUnavailableError)
        self._add(self._store(day.isoformat(), fetched))
        return False

    def _add(self, report: DayReport) -> None:
        self._reports.append(report)
        self._on_day(report)

    def _store(self, day: str, fetched: FetchedDay) -> DayReport:
        """Write what was fetched in chunks, the last of them with the ledger's entry.

        Cancel does not stop it in between: a day is a few chunks at the most, and half of one
        would be there without being told of.
        """
        for row in fetched.skipped:
            log.warning("Skipped a row of %s: %s (%s)", day, row.row, row.reason)
        listings = fetched.listings
        first, added, updated = max(len(listings) - 1, 0) // CHUNK * CHUNK, 0, 0
        for start in range(0, first, CHUNK):
            counts = self._write(listings[start : start + CHUNK], None)
            added, updated = added + counts.added, updated + counts.updated
        report = DayReport(
            self._source.name,
            day,
            _status_of(fetched),
            skipped=len(fetched.skipped),
            message=_skipped_in_words(fetched),
        )
        entry = None if day == TRENDING else self._ledger_entry(report, len(listings))
        counts = self._write(listings[first:], entry)
        added, updated = added + counts.added, updated + counts.updated
        return replace(
            report, added=added, updated=updated, unchanged=len(listings) - added - updated
        )

    def _write(self, listings: Sequence[Listing], ledger_entry: SyncedDay | None) -> "StoredCounts":
        source, now = self._source.name, datetime.now(UTC)

        def work(writing: "WriteSession") -> "StoredCounts":
            # Imports SQLModel, which only the writer thread may wait for.
            from readinglist.storage.listings import store_listings
            from readinglist.storage.sync_log import write_sync_log

            counts = store_listings(writing, source, listings, now)
            act_on_new(writing, counts.new_keys, now.astimezone().date())
            if ledger_entry is not None:
                write_sync_log(writing, ledger_entry)
            return counts

        return self._library.database.write(work, Priority.SYNC).result()

    def _write_log(self, report: DayReport, listed: int) -> None:
        self._write((), self._ledger_entry(report, listed))

    def _ledger_entry(self, report: DayReport, listed: int) -> SyncedDay:
        return SyncedDay(
            source=report.source,
            day=report.date,
            status=report.status,
            listed=listed,
            skipped=report.skipped,
            fetched_at=datetime.now(UTC).isoformat(timespec="seconds"),
            message=report.message,
        )

    def _failure(self, day: str, message: str) -> DayReport:
        return DayReport(self._source.name, day, DayStatus.FAILED, message=message)

    def _give_up_on(self, days: Sequence[date]) -> None:
        """Report days that were not tried because the service has been out of reach."""
        message = f"Not tried: {self._reports[-1].message}"
        for day in days:
            self._add(self._failure(day.isoformat(), message))

    def _tell(self, day: str, done: int, total: int) -> None:
        self._on_progress(SyncProgress(day, done, total, sum(r.added for r in self._reports)))


def _status_of(fetched: FetchedDay) -> DayStatus:
    if fetched.skipped:
        return DayStatus.PARTIAL
    return DayStatus.COMPLETE if fetched.listings else DayStatus.EMPTY


def _skipped_in_words(fetched: FetchedDay) -> str:
    if not fetched.skipped:
        return ""
    count = len(fetched.skipped)
    reasons = sorted({row.reason for row in fetched.skipped})
    rows = "1 row was" if count == 1 else f"{count} rows were"
    return f"{rows} skipped: {'; '.join(reasons[:3])}."
