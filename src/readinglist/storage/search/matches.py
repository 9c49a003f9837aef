"""What a condition matches, at a glance: how many papers, and the newest of them."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readinglist.domain.paper import PaperRow
from readinglist.domain.query import Condition, Dated, DateField, Flag, Is, all_of
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.storage.paper_reads import read_rows
from readinglist.storage.search.lists import beginning, count_matching


@dataclass(frozen=True, slots=True)
class Matches:
    """Papers that match, hidden ones among them if the condition has them.

    Attributes:
        papers: how many there are.
        recent: how many of them were listed on a certain day or later.
        hidden: how many of them are hidden.
        rows: the newest of them.
    """

    papers: int
    recent: int
    hidden: int
    rows: Sequence[PaperRow]


def look_at_matches(
    connection: sqlite3.Connection, condition: Condition, *, recent_since: date, most: int
) -> Matches:
    """Count the papers that match and return the newest, at most ``most`` of them."""
    recent = Dated(DateField.LISTED, recent_since, None)
    newest = beginning(connection, condition, NEWEST_FIRST, most)
    return Matches(
        papers=count_matching(connection, condition),
        recent=count_matching(connection, all_of(condition, recent)),
        hidden=count_matching(connection, all_of(condition, Is(Flag.HIDDEN))),
        rows=read_rows(connection, newest.keys),
    )
