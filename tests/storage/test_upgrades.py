"""Libraries of every released version open in this one, with all that was in them."""

import gzip
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from readinglist.domain.errors import CancelledError
from readinglist.domain.query import Everything, Flag, Is, Tagged, Text, TextField
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.library import Library
from readinglist.storage.connections import open_writer
from readinglist.storage.migrations import STEPS, migrate
from tests.library_file import USERS_TABLES, assert_sound, library_file, rows, users_rows

OLD_LIBRARIES = Path(__file__).parent / "old_libraries"
KEPT = ("paper_text", "upstream_record", "appearance", "sync_log")


@pytest.fixture(params=sorted(OLD_LIBRARIES.glob("*.gz")), ids=lambda path: path.name)
def old_folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with a library that an older program wrote: 20 papers, with stars, tags, notes."""
    folder = tmp_path / "old"
    folder.mkdir()
    library_file(folder).write_bytes(gzip.decompress(request.param.read_bytes()))
    return folder


@pytest.fixture
def upgraded(old_folder: Path) -> Iterator[Library]:
    library = Library(old_folder)
    library.opened.result()
    yield library
    library.close()


def test_there_is_a_library_of_every_older_version() -> None:
    names = [path.name for path in sorted(OLD_LIBRARIES.glob("*.gz"))]
    assert names == [f"version_{number}.sqlite3.gz" for number in range(1, len(STEPS))]


def test_nothing_is_lost(old_folder: Path) -> None:
    before = old_annotations(old_folder), table_rows(old_folder)
    library = Library(old_folder)
    library.opened.result()
    library.close()
    assert (old_annotations(old_folder), table_rows(old_folder)) == before
    assert_sound(old_folder)


def old_annotations(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what belongs to the reader, without what later versions added."""
    with closing(sqlite3.connect(library_file(folder))) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    found = users_rows(folder, [name for name in USERS_TABLES if name in tables])
    filled = {name: rows for name, rows in found.items() if rows}
    return {
        **filled,
        "annotation": [row[:5] for row in found["annotation"]],
        "tag": [row[:2] for row in found["tag"]],
    }


def table_rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(library_file(folder))) as connection:
        rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in KEPT}
        columns = (
            "id, arxiv_id, title, first_authors, author_count, published_on, listed_on, upvotes,"
            " comments, has_code, has_project"
        )
        return {**rows, "paper": connection.execute(f"SELECT {columns} FROM paper").fetchall()}


def test_everything_is_found(upgraded: Library) -> None:
    def found(*conditions: object) -> list[list[int]]:
        return [
            sorted(upgraded.papers.keys(condition, NEWEST_FIRST).result())  # type: ignore[arg-type]
            for condition in conditions
        ]

    assert found(Is(Flag.STARRED), Is(Flag.READ), Tagged("rl")) == [[1, 4, 7], [1, 2, 3], [2, 4, 5]]
    assert found(Text("schrodinger", TextField.NOTE), Is(Flag.HAS_NOTE)) == [[7], [7, 8]]
    rows = upgraded.papers.rows(upgraded.papers.keys(Everything(), NEWEST_FIRST).result()).result()
    order = [(row.listed_on, row.upvotes, row.key) for row in rows]
    assert len(order) == 20
    assert order == sorted(order, reverse=True)


def test_citation_keys_stay_and_are_those_of_the_pattern(
    old_folder: Path, upgraded: Library
) -> None:
    stored = rows(old_folder, "SELECT key FROM citation_key")
    assert len(stored) == 20
    keys = upgraded.papers.keys(Everything(), NEWEST_FIRST).result()
    assert upgraded.citation_keys.renew(keys).result().changes == ()
    upgraded.citation_keys.set_key(1, "mine").result()
    upgraded.edits.undo().result()
    assert rows(old_folder, "SELECT key FROM citation_key") == stored
    assert_sound(old_folder)


def test_an_upgrade_tells_how_far_it_is(old_folder: Path) -> None:
    told: list[tuple[int, int]] = []
    with closing(open_writer(library_file(old_folder))) as connection:
        migrate(connection, library_file(old_folder), lambda *progress: told.append(progress))
    assert told
    assert told.pop(0) == (0, 0)
    assert all(0 <= done < total == 20 for done, total in told)
    assert told == sorted(told)


def test_an_upgrade_that_is_given_up_leaves_the_library_as_it_was(old_folder: Path) -> None:
    path = library_file(old_folder)

    def give_up(_done: int, _total: int) -> None:
        raise CancelledError

    with closing(open_writer(path)) as connection:
        before = dump(connection)
        with pytest.raises(CancelledError):
            migrate(connection, path, give_up)
        assert dump(connection) == before
        migrate(connection, path)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    assert_sound(old_folder)


def dump(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    schema = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    version = connection.execute("PRAGMA user_version").fetchone()
    return [version, *schema, *connection.execute("SELECT * FROM paper").fetchall()]
