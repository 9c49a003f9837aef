"""Counts that the window shows."""

from dataclasses import dataclass

from readinglist.domain.reading_list import ReadingList
from readinglist.domain.rule import Rule
from readinglist.domain.tag import TagInUse


@dataclass(frozen=True, slots=True)
class ResultCounts:
    """How many papers a condition matches, and how many of them are unread and starred.

    ``hidden`` are papers that it would match if they were not hidden, ``hidden_by_rules`` those of
    them on which a rule has acted that hides.
    """

    papers: int = 0
    unread: int = 0
    starred: int = 0
    hidden: int = 0
    hidden_by_rules: int = 0


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """What the sidebar shows: totals, and what the reader made with its papers.

    Hidden papers are counted as ``hidden`` and nowhere else. ``to_read`` are those of the queue
    that are not done. ``searches`` are the saved ones: name and query.

    ``newest_day`` (ISO) is the last day on which a paper appeared, "" in an empty library;
    ``last_sync`` is an ISO time in UTC.
    """

    papers: int = 0
    unread: int = 0
    starred: int = 0
    to_read: int = 0
    done: int = 0
    tags: tuple[TagInUse, ...] = ()
    lists: tuple[ReadingList, ...] = ()
    newest_day: str = ""
    newest_day_papers: int = 0
    last_sync: str = ""
    hidden: int = 0
    searches: tuple[tuple[str, str], ...] = ()
    rules: tuple[Rule, ...] = ()
