"""Files that are no library, or not one of ours, are refused and stay as they are."""

import hashlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from readinglist.domain.errors import LibraryFileError
from readinglist.library.library import Library
from readinglist.storage.migrations import STEPS
from tests.library_file import assert_sound, library_file, value


def newer(path: Path) -> None:
    Library(path.parent).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")


def numbered_foreign(path: Path) -> None:
    """Another program's file with a version that ours will have one day."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")
        connection.execute("CREATE TABLE paper (id INTEGER PRIMARY KEY)")


def emptied(path: Path) -> None:
    path.touch()


def web_page(path: Path) -> None:
    path.write_text("<!DOCTYPE html><title>Log in</title>" * 500)


def short_text(path: Path) -> None:
    path.write_text("gone")


def cut_off(path: Path) -> None:
    Library(path.parent).close()
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (newer, f"has version {len(STEPS) + 1}; this program reads up to {len(STEPS)}"),
        (foreign, "of another program"),
        (numbered_foreign, "of another program"),
        (emptied, "is empty"),
        (web_page, "damaged or is not a library"),
        (short_text, "damaged or is not a library"),
        (cut_off, "damaged or is not a library"),
    ],
)
def test_a_refused_file_stays_as_it_is(
    make: Callable[[Path], None], words: str, tmp_path: Path
) -> None:
    path = library_file(tmp_path)
    make(path)
    before = hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns
    library = Library(tmp_path)
    with pytest.raises(LibraryFileError, match=words) as caught:
        library.opened.result()
    assert caught.value.hint
    with pytest.raises(LibraryFileError, match=words):
        library.papers.counts().result()
    with pytest.raises(LibraryFileError, match=words):
        library.edits.set_starred([1], starred=True).result()
    library.close()
    after = hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns
    assert after == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_the_folder_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    library = Library(tmp_path / "taken")
    with pytest.raises(LibraryFileError, match="cannot be used"):
        library.opened.result()
    library.close()
    assert (tmp_path / "taken").read_text() == "a file"


def test_the_library_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    Library(tmp_path / "new" / "folder").close()
    assert (tmp_path / "new" / "folder").stat().st_mode & 0o777 == 0o700
    assert library_file(tmp_path / "new" / "folder").stat().st_mode & 0o777 == 0o600


def test_nothing_but_the_library_is_left_in_its_folder(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.papers.counts().result()
    library.close()
    assert [file.name for file in tmp_path.iterdir()] == ["library.sqlite3"]


def test_many_that_begin_a_library_at_once_all_get_it(tmp_path: Path) -> None:
    libraries = [Library(tmp_path / "shared") for _ in range(8)]
    for library in libraries:
        library.opened.result()
    for library in libraries:
        library.close()
    assert value(tmp_path / "shared", "PRAGMA user_version") == len(STEPS)
    assert_sound(tmp_path / "shared")


def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError(95, os.strerror(95))

    monkeypatch.setattr(os, "link", refuse)
    library = Library(tmp_path)
    library.opened.result()
    library.close()
    assert [file.name for file in tmp_path.iterdir()] == ["library.sqlite3"]
