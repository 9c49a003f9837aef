"""Steps to a newer schema: whole or not at all, and never without a copy of what was."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from readinglist.domain.errors import LibraryFileError
from readinglist.storage.connections import open_writer
from readinglist.storage.migrations import STEPS, migrate
from readinglist.storage.migrations.progress import Progress
from tests.library_file import assert_sound, library_file


@pytest.fixture
def old_library(filled_folder: Path) -> Iterator[sqlite3.Connection]:
    """A library of the version before the one that the tests' steps lead to."""
    with closing(open_writer(library_file(filled_folder))) as connection:
        yield connection


def dump(connection: sqlite3.Connection) -> list[str]:
    version = connection.execute("PRAGMA user_version").fetchone()
    schema = connection.execute(
        "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    ).fetchall()
    papers = connection.execute("SELECT * FROM paper ORDER BY id").fetchall()
    return [repr(version), *map(repr, schema), *map(repr, papers)]


def test_a_new_file_gets_the_newest_version(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    with closing(open_writer(path)) as connection:
        migrate(connection, path)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        assert connection.execute("PRAGMA application_id").fetchone() == (0x524C5354,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert [file.name for file in tmp_path.iterdir()] == ["library.sqlite3"]


def test_migrating_twice_changes_nothing(
    filled_folder: Path, old_library: sqlite3.Connection
) -> None:
    before = dump(old_library)
    migrate(old_library, library_file(filled_folder))
    assert dump(old_library) == before


@pytest.mark.parametrize("statements", range(5))
def test_a_failing_step_leaves_no_trace(
    statements: int, filled_folder: Path, old_library: sqlite3.Connection
) -> None:
    def failing(connection: sqlite3.Connection, _progress: Progress) -> None:
        for statement in (
            "CREATE TABLE collection (id INTEGER PRIMARY KEY, name TEXT)",
            "ALTER TABLE paper ADD COLUMN license TEXT DEFAULT ''",
            "UPDATE paper SET title = 'lost'",
            "DROP INDEX paper_upvotes",
        )[:statements]:
            connection.execute(statement)
        raise ZeroDivisionError

    before = dump(old_library)
    with pytest.raises(ZeroDivisionError):
        migrate(old_library, library_file(filled_folder), steps=(*STEPS, failing))
    assert dump(old_library) == before
    assert not old_library.in_transaction
    migrate(
        old_library,
        library_file(filled_folder),
        steps=(*STEPS, lambda _connection, _progress: None),
    )
    assert old_library.execute("PRAGMA user_version").fetchone() == (len(STEPS) + 1,)


def test_the_second_of_two_steps_fails_and_the_first_stays(
    filled_folder: Path, old_library: sqlite3.Connection
) -> None:
    def first(connection: sqlite3.Connection, _progress: Progress) -> None:
        connection.execute("CREATE TABLE collection (id INTEGER PRIMARY KEY)")

    def second(connection: sqlite3.Connection, _progress: Progress) -> None:
        connection.execute("DROP TABLE collection")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        migrate(old_library, library_file(filled_folder), steps=(*STEPS, first, second))
    assert old_library.execute("PRAGMA user_version").fetchone() == (len(STEPS) + 1,)
    assert old_library.execute("SELECT count(*) FROM collection").fetchone() == (0,)


def test_a_backup_is_made_before_the_step(
    filled_folder: Path, old_library: sqlite3.Connection
) -> None:
    backup = filled_folder / f"library.sqlite3.before-version-{len(STEPS) + 1}"
    seen: list[int] = []

    def step(connection: sqlite3.Connection, _progress: Progress) -> None:
        with closing(sqlite3.connect(backup)) as copy:
            seen.extend(copy.execute("SELECT count(*) FROM paper").fetchone())
        connection.execute("UPDATE paper SET title = 'changed'")

    # What lies in the write-ahead log only has to be in the backup as well.
    old_library.execute("UPDATE paper SET upvotes = 7777 WHERE id = 1")
    migrate(old_library, library_file(filled_folder), steps=(*STEPS, step))
    assert seen == [135]
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT upvotes FROM paper WHERE id = 1").fetchone() == (7777,)
        titles = copy.execute("SELECT count(*) FROM paper WHERE title = 'changed'").fetchone()
        assert titles == (0,)
    assert not list(filled_folder.glob("*.tmp"))


def test_a_new_file_needs_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    with closing(open_writer(path)) as connection:
        migrate(connection, path)
    assert not list(tmp_path.glob("*before-version*"))


def test_a_damaged_library_is_not_upgraded(filled_folder: Path) -> None:
    path = library_file(filled_folder)
    damage_an_index(path)
    with closing(open_writer(path)) as connection:
        with pytest.raises(LibraryFileError, match="damaged"):
            migrate(connection, path, steps=(*STEPS, lambda _connection, _progress: None))
        assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    assert not list(filled_folder.glob("*before-version*"))


def damage_an_index(path: Path) -> None:
    """Make an index tell another story than its table, which only a full check notices."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'upvotes, place', 'comments, place')"
            " WHERE name = 'paper_upvotes'"
        )


def test_a_second_process_that_waited_does_not_take_the_step_again(
    filled_folder: Path, old_library: sqlite3.Connection
) -> None:
    path = library_file(filled_folder)
    taken: list[str] = []

    def step(connection: sqlite3.Connection, _progress: Progress) -> None:
        taken.append("step")
        connection.execute("CREATE TABLE collection (id INTEGER PRIMARY KEY)")

    with closing(open_writer(path)) as faster:
        overtaken = OvertakenConnection(
            old_library, lambda: migrate(faster, path, steps=(*STEPS, step))
        )
        migrate(overtaken, path, steps=(*STEPS, step))  # type: ignore[arg-type]
    assert taken == ["step"]
    backup = filled_folder / f"library.sqlite3.before-version-{len(STEPS) + 1}"
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    old_library.close()
    assert_sound(filled_folder)


class OvertakenConnection:
    """A connection before whose backup another process upgrades the library."""

    def __init__(self, connection: sqlite3.Connection, overtake: object) -> None:
        self._connection = connection
        self._overtake = overtake

    def execute(self, statement: str) -> sqlite3.Cursor:
        return self._connection.execute(statement)

    def backup(self, target: sqlite3.Connection) -> None:
        assert callable(self._overtake)
        self._overtake()
        self._connection.backup(target)
