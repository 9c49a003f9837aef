"""Counts that the window shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ResultCounts:
    """How many papers a condition matches, and how many of them are unread and starred.

    ``hidden`` are papers that it would match if they were not hidden.
    """

    papers: int = 0
    unread: int = 0
    starred: int = 0
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """What the sidebar shows: totals, and the tags in use with their papers.

    Hidden papers are counted as ``hidden`` and nowhere else. ``searches`` are the saved ones: name
    and query.

    ``newest_day`` (ISO) is the last day on which a paper appeared, "" in an empty library;
    ``last_sync`` is an ISO time in UTC.
    """

    papers: int = 0
    unread: int = 0
    starred: int = 0
    tags: tuple[tuple[str, int], ...] = ()
    newest_day: str = ""
    newest_day_papers: int = 0
    last_sync: str = ""
    hidden: int = 0
    searches: tuple[tuple[str, str], ...] = ()
