"""Version 2: an order of its own for every list, and indexes that answer every query at once.

Papers get their place in the list (``storage.search.listing_order``); the text index of version 1
makes room for two others (``storage.search.index``).
"""

import sqlite3
from itertools import groupby

from readinglist.storage.migrations.progress import Progress
from readinglist.storage.migrations.version_4 import ADD_HIDDEN
from readinglist.storage.migrations.version_5 import add_lists_queue_and_rules
from readinglist.storage.search.index import CREATE_INDEXES, index_entries, replace_entries
from readinglist.storage.search.listing_order import DayOrder, write_places

_BATCH = 200
"""Papers between two reports of progress."""

_BEFORE = (
    "DROP TABLE paper_search",
    "DROP VIEW searchable_paper",
    "DROP INDEX paper_newest",
    "DROP INDEX paper_title",
    "DROP INDEX paper_upvotes",
    "ALTER TABLE paper ADD COLUMN place INTEGER DEFAULT 0 NOT NULL",
    ADD_HIDDEN,  # of version 4; the index asks for it
    *CREATE_INDEXES,
)
_AFTER = (
    "CREATE UNIQUE INDEX paper_place ON paper (place)",
    "CREATE INDEX paper_day ON paper (listed_on)",
    "CREATE INDEX paper_upvotes ON paper (upvotes, place)",
    "CREATE INDEX paper_comments ON paper (comments, place)",
    "CREATE INDEX paper_published ON paper (published_on, place)",
    "CREATE INDEX paper_title ON paper (title COLLATE NOCASE, place DESC)",
    "CREATE INDEX paper_authors ON paper (first_authors COLLATE NOCASE, place DESC)",
)


def order_and_index_papers(connection: sqlite3.Connection, progress: Progress) -> None:
    """Give all papers their places and index them anew."""
    for statement in _BEFORE:
        connection.execute(statement)
    add_lists_queue_and_rules(connection, progress)  # of version 5; the index asks for them too
    _give_places(connection)
    for statement in _AFTER:
        connection.execute(statement)
    # In the order of places, which is how the index is written fastest.
    keys = [row[0] for row in connection.execute("SELECT id FROM paper ORDER BY place")]
    for start in range(0, len(keys), _BATCH):
        progress(start, len(keys))
        replace_entries(connection, {}, index_entries(connection, keys[start : start + _BATCH]))


def _give_places(connection: sqlite3.Connection) -> None:
    papers = connection.execute(
        "SELECT listed_on, upvotes, id FROM paper ORDER BY listed_on, upvotes, id"
    ).fetchall()
    for day, of_day in groupby(papers, key=lambda paper: str(paper[0])):
        order = DayOrder(day, ())
        places = {key: order.place(upvotes, key) for _day, upvotes, key in of_day}
        places.update(order.moved)
        write_places(connection, places)
