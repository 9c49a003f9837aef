"""Looking into a library file past the program: what is in it, and whether it is sound."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from readinglist.storage.connections import LIBRARY_FILE_NAME, open_reader
from readinglist.storage.search.index import index_entries
from readinglist.storage.search.vocabulary import is_long_word


def library_file(folder: Path) -> Path:
    return folder / LIBRARY_FILE_NAME


def rows(folder: Path, statement: str, *values: object) -> list[tuple[Any, ...]]:
    """Return the rows of a statement, read by a connection of the test's own."""
    with closing(open_reader(library_file(folder))) as connection:
        return connection.execute(statement, values).fetchall()


def value(folder: Path, statement: str, *values: object) -> Any:
    """Return the only value of a statement."""
    ((only,),) = rows(folder, statement, *values)
    return only


def end_pause(folder: Path) -> None:
    """Let the pause before arXiv may be asked again be over."""
    with closing(sqlite3.connect(library_file(folder), isolation_level=None)) as connection:
        connection.execute("UPDATE source_rest SET asked_at = '2025-06-01T00:00:00+00:00'")


def assert_sound(folder: Path) -> None:
    """Check the file, its foreign keys, and that the text index fits the papers."""
    with closing(sqlite3.connect(library_file(folder), isolation_level=None)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        differences = index_differences(connection)
        assert differences == {}, differences


def index_differences(connection: sqlite3.Connection) -> dict[str, tuple[set[Any], set[Any]]]:
    """Compare the indexes with what the papers say: what is missing there, and what is too much."""
    keys = [row[0] for row in connection.execute("SELECT id FROM paper")]
    entries = index_entries(connection, keys)
    assert len(entries) == len(keys)
    wanted: dict[str, set[Any]] = {
        "paper_terms": {(e.place, ascii_lower(term)) for e in entries.values() for term in e.terms},
        "paper_phrases": {
            (key, column, place, word)
            for key, entry in entries.items()
            for column, text in zip(PHRASE_COLUMNS, entry.texts, strict=True)
            for place, word in enumerate(text.split())
        },
    }
    differences: dict[str, tuple[set[Any], set[Any]]] = {}
    for index, columns in (
        ("paper_terms", "doc, term"),
        ("paper_phrases", "doc, col, offset, term"),
    ):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.{index}_seen USING fts5vocab('main', '{index}', 'instance')"
        )
        seen = set(connection.execute(f"SELECT {columns} FROM temp.{index}_seen"))
        connection.execute(f"DROP TABLE temp.{index}_seen")
        if seen != wanted[index]:
            differences[index] = (wanted[index] - seen, seen - wanted[index])
    long_words = {term for _place, term in wanted["paper_terms"] if is_long_word(term)}
    known = {word for (word,) in connection.execute("SELECT word FROM long_word")}
    if not long_words <= known:
        differences["long_word"] = (long_words - known, set())
    return differences


def beginnings_that_miss_papers(folder: Path) -> set[str]:
    """Return the beginnings of terms by which the index does not find the right papers."""
    with closing(open_reader(library_file(folder))) as connection:
        keys = [row[0] for row in connection.execute("SELECT id FROM paper")]
        wanted: dict[str, set[int]] = {}
        for entry in index_entries(connection, keys).values():
            for beginning in {ascii_lower(term)[:4] for term in entry.terms}:
                for length in range(1, len(beginning) + 1):
                    wanted.setdefault(beginning[:length], set()).add(entry.place)
        # Of counts and of most flags nobody asks for a beginning.
        asked = [text for text in wanted if text[0] not in "+!" or text == "!lis"]
        return {text for text in asked if _found_by(connection, text) != wanted[text]}


def _found_by(connection: sqlite3.Connection, beginning: str) -> set[int]:
    quoted = beginning.replace('"', '""')
    statement = "SELECT rowid FROM paper_terms WHERE paper_terms MATCH ?"
    return {row[0] for row in connection.execute(statement, (f'"{quoted}" *',))}


PHRASE_COLUMNS = ("title", "authors", "abstract", "organization")


USERS_TABLES = (
    *("annotation", "tag", "paper_tag", "citation_key", "saved_search", "queued_paper"),
    *("reading_list", "list_paper", "rule", "rule_paper"),
)


def users_rows(
    folder: Path, tables: Iterable[str] = USERS_TABLES
) -> dict[str, list[tuple[Any, ...]]]:
    """Return everything that belongs to the reader."""
    return {name: rows(folder, f"SELECT * FROM {name} ORDER BY 1, 2") for name in tables}


def ascii_lower(text: str) -> str:
    """Fold case as SQLite's ``ascii`` tokenizer does."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)
