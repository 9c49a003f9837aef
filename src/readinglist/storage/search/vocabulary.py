"""The long words of the library, to find those that begin so without reading any of their lists.

Long beginnings of words have no lists of their own in the index, but the words that begin so are
few, and the index walks some dozens of lists side by side as it walks one. SQLite's own
``fts5vocab`` would count the papers of each word, which takes as long as reading them all.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from readinglist.storage.search.terms import FIELD_MARKS, LONGEST_PREFIX, Mark

CREATE_VOCABULARY = "CREATE TABLE long_word (word TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID"
"""Terms of the texts, with their marks. A word that no paper has any more does no harm."""

MOST_WORDS = 100
"""Lists that are walked side by side; more take longer than to check the papers."""

WORD_MARKS = frozenset(mark for marks in FIELD_MARKS.values() for mark in marks if mark)
LAST_CHARACTER = "\U0010ffff"

_OTHER_MARKS = tuple(set(Mark) - WORD_MARKS)


def is_long_word(term: str) -> bool:
    """Whether a term is a word of a text that is longer than what the index has beginnings of."""
    return len(term) > LONGEST_PREFIX and not term.startswith(_OTHER_MARKS)


def remember_words(connection: sqlite3.Connection, terms: Iterable[str]) -> None:
    """Remember the long words among the terms of papers."""
    words = sorted(filter(is_long_word, terms))
    connection.executemany(
        "INSERT OR IGNORE INTO long_word (word) VALUES (?)", [(word,) for word in words]
    )


def words_that_begin(connection: sqlite3.Connection, beginning: str) -> Sequence[str] | None:
    """Return the terms of long words that begin so, or None if there are more than MOST_WORDS.

    Args:
        connection: to the library.
        beginning: of a term, with its mark; longer than LONGEST_PREFIX.
    """
    rows = connection.execute(
        f"SELECT word FROM long_word WHERE word >= ? AND word < ? LIMIT {MOST_WORDS + 1}",
        (beginning, beginning + LAST_CHARACTER),
    ).fetchall()
    return None if len(rows) > MOST_WORDS else [row[0] for row in rows]
