"""Reading papers from any thread: every method queues a read and returns its future."""

import sqlite3
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readinglist.domain.counts import LibraryCounts, ResultCounts
from readinglist.domain.paper import PaperDetail, PaperRow
from readinglist.domain.query import Condition
from readinglist.domain.sorting import Sort
from readinglist.domain.synced_day import DayCount
from readinglist.storage.author_names import author_names
from readinglist.storage.database import Database
from readinglist.storage.paper_reads import (
    count_days,
    count_library,
    count_matching,
    keys_of_ids,
    matching_keys,
    read_details,
    read_rows,
)

if TYPE_CHECKING:
    from array import array

FIRST_SCREENFUL = 100
"""Rows that come with the keys of a search, so that they can be painted at once."""

_MOST_AUTHORS = 20


@dataclass(frozen=True, slots=True)
class SearchResult:
    """All matching papers by key, in order, and the rows of the first screenful."""

    keys: "array[int]"
    first_rows: list[PaperRow]


class Papers:
    """The papers of one library, for reading."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def search(self, condition: Condition, sort: Sort) -> Future[SearchResult]:
        """Find papers for the list; a newer search gives up an older one (CancelledError)."""

        def work(connection: sqlite3.Connection) -> SearchResult:
            keys = matching_keys(connection, condition, sort)
            return SearchResult(keys, read_rows(connection, keys[:FIRST_SCREENFUL]))

        return self._database.search_reader.read_newest(work)

    def keys(self, condition: Condition, sort: Sort) -> "Future[array[int]]":
        """Find papers for anything but the list; not given up."""
        return self._database.row_reader.read(lambda c: matching_keys(c, condition, sort))

    def rows(self, keys: Sequence[int]) -> Future[list[PaperRow]]:
        """Read rows by key, in that order; unknown keys are left out."""
        return self._database.row_reader.read(lambda c: read_rows(c, keys))

    def details(self, keys: Sequence[int]) -> Future[list[PaperDetail]]:
        """Read papers in full, in that order; unknown keys are left out."""
        return self._database.row_reader.read(lambda c: read_details(c, keys))

    def keys_of_ids(self, paper_ids: Sequence[str]) -> Future[dict[str, int]]:
        """Find the keys of ids; ids that the library does not have are left out."""
        return self._database.row_reader.read(lambda c: keys_of_ids(c, paper_ids))

    def counts(self) -> Future[LibraryCounts]:
        """Count what the sidebar shows."""
        return self._database.row_reader.read(count_library)

    def count_matching(self, condition: Condition) -> Future[ResultCounts]:
        """Count the papers a condition matches, and the unread and starred ones among them."""
        return self._database.row_reader.read(lambda c: count_matching(c, condition))

    def days(self, first: str, last: str) -> Future[list[DayCount]]:
        """Count the papers of each known day from ``first`` to ``last`` (ISO dates)."""
        return self._database.row_reader.read(lambda c: count_days(c, first, last))

    def author_names(self, beginning: str) -> Future[list[str]]:
        """Find names of authors in which a word begins so, the most frequent first."""
        return self._database.row_reader.read(lambda c: author_names(c, beginning, _MOST_AUTHORS))
