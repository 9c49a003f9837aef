"""What every source of papers can do, whichever service stands behind it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.paper import Listing, SkippedRow

FIRST_DAY = date(2023, 5, 4)
"""Daily Papers begin here."""

_ROLL_OVER = timedelta(hours=1, minutes=30)


@dataclass(frozen=True, slots=True)
class FetchedDay:
    """One whole answer of a source.

    Attributes:
        listings: the papers in the source's order, each id once.
        skipped: the rows that could not be used.
    """

    listings: tuple[Listing, ...]
    skipped: tuple[SkippedRow, ...]


class Source(Protocol):
    """A service that lists papers by day.

    A call blocks until it has an answer. It raises CancelledError soon after ``cancel`` is
    cancelled, and a UserFacingError if there is no whole answer: half a day is never returned.
    """

    name: str

    def fetch_day(self, day: date, cancel: CancelToken) -> FetchedDay:
        """Return what is listed on ``day``; nothing is listed on most weekends."""
        ...

    def fetch_trending(self, cancel: CancelToken) -> FetchedDay:
        """Return what readers of the service look at now, from any day."""
        ...

    def close(self) -> None:
        """Let go of connections; may be called again."""
        ...


def latest_day(now_utc: datetime) -> date:
    """Return the newest day that Daily Papers shows at ``now_utc``, an aware time.

    The Hub opens the next day at 21:30 in New York, which is 01:30 UTC in summer and 02:30 UTC
    in winter. The summer hour is used all year because time zone data is not on every machine:
    in winter a day may be asked for one hour early, and is then empty.
    """
    return (now_utc.astimezone(UTC) - _ROLL_OVER).date()
