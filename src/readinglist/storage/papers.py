"""Reading papers from any thread: every method queues a read and returns its future."""

import sqlite3
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from readinglist.domain.counts import LibraryCounts, ResultCounts
from readinglist.domain.key_list import KeyList
from readinglist.domain.paper import PaperDetail, PaperRow
from readinglist.domain.query import Condition
from readinglist.domain.sorting import Sort
from readinglist.domain.synced_day import DayCount
from readinglist.storage.author_names import author_names
from readinglist.storage.counts import count_days, count_library, tag_names
from readinglist.storage.database import Database
from readinglist.storage.paper_reads import (
    keys_of_ids,
    newest_day,
    newest_key,
    read_details,
    read_rows,
)
from readinglist.storage.search.lists import (
    beginning,
    count_list,
    count_matching,
    count_newer,
    whole_list,
)

FIRST_SCREENFUL = 60
"""Rows that are found first; a window of 2,160 pixels shows seventy in compact rows."""

_MOST_AUTHORS = 20


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The rows a list begins with, to be painted at once.

    Attributes:
        rows: in order, at most ``FIRST_SCREENFUL``.
        is_whole: whether there are no others.
        newest_key: of all papers that the library had then.
    """

    rows: list[PaperRow]
    is_whole: bool
    newest_key: int = 0


@dataclass(frozen=True, slots=True)
class NewerPapers:
    """How a list has grown: the papers it has now, and those of them that came in since."""

    papers: int
    added: int


class Papers:
    """The papers of one library, for reading."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def search(self, condition: Condition, sort: Sort) -> Future[FirstRows]:
        """Find what a list begins with; a newer search gives up an older one (CancelledError)."""

        def work(connection: sqlite3.Connection) -> FirstRows:
            found = beginning(connection, condition, sort, FIRST_SCREENFUL)
            rows = read_rows(connection, found.keys)
            return FirstRows(rows, found.is_whole, newest_key(connection))

        self._database.list_reader.give_up_newest()
        return self._database.search_reader.read_newest(work)

    def search_on(self, condition: Condition, sort: Sort) -> Future[KeyList]:
        """Find all of a list; given up for a newer search."""
        return self._database.list_reader.read_newest(lambda c: whole_list(c, condition, sort))

    def newer(self, condition: Condition, known_key: int) -> Future[NewerPapers]:
        """Count a list, and the papers in it that came in after the one with ``known_key``."""
        return self._database.list_reader.read_newest(
            lambda c: NewerPapers(
                count_matching(c, condition), count_newer(c, condition, known_key)
            )
        )

    def keys(self, condition: Condition, sort: Sort) -> Future[KeyList]:
        """Find papers for anything but the list; not given up."""
        return self._database.list_reader.read(lambda c: whole_list(c, condition, sort))

    def rows(self, keys: Sequence[int]) -> Future[list[PaperRow]]:
        """Read rows by key, in that order; unknown keys are left out."""
        return self._database.row_reader.read(lambda c: read_rows(c, keys))

    def details(self, keys: Sequence[int]) -> Future[list[PaperDetail]]:
        """Read papers in full, in that order; unknown keys are left out."""
        return self._database.row_reader.read(lambda c: read_details(c, keys))

    def keys_of_ids(self, paper_ids: Sequence[str]) -> Future[dict[str, int]]:
        """Find the keys of ids; ids that the library does not have are left out."""
        return self._database.row_reader.read(lambda c: keys_of_ids(c, paper_ids))

    def newest_day(self) -> Future[str]:
        """Find the last day on which a paper appeared (ISO date), "" in an empty library."""
        return self._database.search_reader.read(newest_day)

    def counts(self) -> Future[LibraryCounts]:
        """Count what the sidebar shows."""
        return self._database.list_reader.read(count_library)

    def tag_names(self) -> Future[list[str]]:
        """Find the names of all tags that are on papers, hidden ones too, or have a colour."""
        return self._database.list_reader.read(tag_names)

    def count_matching(
        self, condition: Condition, hidden: Condition | None = None
    ) -> Future[ResultCounts]:
        """Count the papers of a list, the unread and starred ones; given up for a newer search.

        ``hidden`` asks for those that would be in the list if they were not hidden.
        """
        return self._database.list_reader.read_newest(lambda c: count_list(c, condition, hidden))

    def days(self, first: str, last: str) -> Future[list[DayCount]]:
        """Count the papers of each known day from ``first`` to ``last`` (ISO dates)."""
        return self._database.list_reader.read(lambda c: count_days(c, first, last))

    def author_names(self, beginning: str) -> Future[list[str]]:
        """Find names of authors in which a word begins so, the most frequent first."""
        return self._database.row_reader.read(lambda c: author_names(c, beginning, _MOST_AUTHORS))
