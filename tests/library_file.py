"""Looking into a library file past the program: what is in it, and whether it is sound."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from readinglist.storage.connections import LIBRARY_FILE_NAME, open_reader


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


def assert_sound(folder: Path) -> None:
    """Check the file, its foreign keys, and that the text index fits the papers."""
    with closing(sqlite3.connect(library_file(folder), isolation_level=None)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        # With rank 1 the index is compared with the papers, not only with itself.
        connection.execute(
            "INSERT INTO paper_search (paper_search, rank) VALUES ('integrity-check', 1)"
        )
        papers = connection.execute("SELECT count(*) FROM paper").fetchone()
        assert connection.execute("SELECT count(*) FROM paper_search_docsize").fetchone() == papers


USERS_TABLES = ("annotation", "tag", "paper_tag", "citation_key")


def users_rows(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return everything that belongs to the reader."""
    return {name: rows(folder, f"SELECT * FROM {name} ORDER BY 1, 2") for name in USERS_TABLES}
