"""Version 3: the long words of the index in a table, so that their beginnings are found at once."""

import sqlite3
from string import ascii_lowercase, digits

from readinglist.storage.migrations.progress import Progress
from readinglist.storage.search.index import MERGE_LATER
from readinglist.storage.search.vocabulary import (
    CREATE_VOCABULARY,
    LAST_CHARACTER,
    WORD_MARKS,
    remember_words,
)

_BEGINNINGS = sorted(
    ["", *(mark + letter for mark in ("", *WORD_MARKS) for letter in digits + ascii_lowercase)]
)
"""Parts of the vocabulary between which progress is told: each goes to where the next begins."""


def collect_long_words(connection: sqlite3.Connection, progress: Progress) -> None:
    """Read the words off the index, unless the step before has just collected them."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'long_word'").fetchone():
        return
    connection.execute(CREATE_VOCABULARY)
    papers = int(connection.execute("SELECT count(*) FROM paper").fetchone()[0])
    connection.execute(
        "CREATE VIRTUAL TABLE temp.every_word USING fts5vocab('main', 'paper_terms', 'row')"
    )
    for number, first in enumerate(_BEGINNINGS):
        progress(papers * number // len(_BEGINNINGS), papers)
        after = next(iter(_BEGINNINGS[number + 1 :]), LAST_CHARACTER)
        rows = connection.execute(
            "SELECT term FROM temp.every_word WHERE term >= ? AND term < ?", (first, after)
        )
        remember_words(connection, [row[0] for row in rows])
    connection.execute("DROP TABLE temp.every_word")
    for statement in MERGE_LATER:
        connection.execute(statement)
