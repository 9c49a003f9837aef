"""The classes in ``storage.tables`` say what the migrations make."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlmodel import SQLModel

from readinglist.library.library import Library
from readinglist.storage import tables
from tests.library_file import library_file

TABLES = sorted(SQLModel.metadata.tables)


@pytest.fixture
def migrated(library: Library) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(library_file(library.folder))) as connection:
        yield connection


@pytest.fixture
def modelled(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    engine = create_engine(f"sqlite:///{tmp_path / 'modelled.sqlite3'}")
    SQLModel.metadata.create_all(engine)
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / "modelled.sqlite3")) as connection:
        yield connection


def described(connection: sqlite3.Connection, table: str) -> dict[str, Any]:
    """Return columns, keys and indexes of a table, in an order that does not depend on names."""
    indexes = connection.execute(f"PRAGMA index_list({table})").fetchall()
    return {
        "columns": connection.execute(f"PRAGMA table_xinfo({table})").fetchall(),
        "foreign keys": sorted(connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()),
        "indexes": sorted(
            (
                # SQLite numbers the indexes of its own, which stand for UNIQUE and PRIMARY KEY.
                name if origin == "c" else "",
                (unique, origin, partial),
                tuple(connection.execute(f"PRAGMA index_xinfo({name})").fetchall()),
            )
            for _, name, unique, origin, partial in indexes
        ),
        "conditions": conditions_of_indexes(connection, table),
        "without rowid": connection.execute(
            "SELECT wr, strict FROM pragma_table_list WHERE name = ?", (table,)
        ).fetchall(),
    }


def conditions_of_indexes(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Return what no PRAGMA tells: the WHERE of partial indexes, and expressions."""
    statements = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql <> ''",
        (table,),
    )
    return {name: " ".join(sql.split()).replace('"', "") for name, sql in statements}


@pytest.mark.parametrize("table", TABLES)
def test_models_describe_the_migrated_file(
    table: str, migrated: sqlite3.Connection, modelled: sqlite3.Connection
) -> None:
    assert described(migrated, table) == described(modelled, table)


def test_every_table_is_modelled(migrated: sqlite3.Connection) -> None:
    names = [
        name
        for (name,) in migrated.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith(("paper_terms", "paper_phrases", "long_word", "sqlite_"))
    ]
    assert sorted(names) == TABLES
    assert tables.PaperRecord.__tablename__ in names
