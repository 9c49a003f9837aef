"""How looking at one day of one source ended, and how many papers a day has."""

from dataclasses import dataclass
from enum import StrEnum


class DayStatus(StrEnum):
    """The words of ``sync --json``."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    EMPTY = "empty"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SyncedDay:
    """The ledger's entry for a day.

    Attributes:
        source: the source's name.
        day: ISO date.
        status: complete; partial if rows had to be skipped; empty; failed.
        listed: how many usable papers the source listed.
        skipped: how many rows could not be used.
        fetched_at: ISO time in UTC.
        message: what went wrong, for a person; otherwise "".
    """

    source: str
    day: str
    status: DayStatus
    listed: int
    skipped: int
    fetched_at: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many papers of the library appeared on a day (ISO), and how its last sync ended."""

    day: str
    papers: int
    status: DayStatus | None
