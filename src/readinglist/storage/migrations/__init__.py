"""Numbered steps that bring a library file to the newest schema.

``PRAGMA user_version`` holds the number of the last step that was taken. Each step runs in one
transaction together with the new number; a file that already holds a library is first copied with
SQLite's backup API (copying the file itself loses what still lies in its write-ahead log).
"""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from readinglist.domain.errors import LibraryFileError
from readinglist.storage.migrations.version_1 import create_first_schema

Step = Callable[[sqlite3.Connection], None]

STEPS: tuple[Step, ...] = (create_first_schema,)
"""STEPS[n] brings a file from version n to n + 1."""

APPLICATION_ID = 0x524C5354
"""Marks the file as ours: "RLST". SQLite shows it in the file's header."""


def migrate(connection: sqlite3.Connection, path: Path, steps: Sequence[Step] = STEPS) -> None:
    """Bring the library at ``path`` to the newest version.

    Args:
        connection: read-write, with ``isolation_level=None``.
        path: where the file lies; a backup is written beside it before an existing library changes.
        steps: what to run; given by tests.

    Raises:
        LibraryFileError: the file is not a library, or was written by a newer program.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    _refuse_foreign_files(connection, path, version, newest=len(steps))
    if 0 < version < len(steps):
        _back_up(connection, path.with_name(f"{path.name}.before-version-{len(steps)}"))
    for number in range(version, len(steps)):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have taken this step while we waited for the lock.
            if int(connection.execute("PRAGMA user_version").fetchone()[0]) == number:
                steps[number](connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _refuse_foreign_files(
    connection: sqlite3.Connection, path: Path, version: int, newest: int
) -> None:
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    if version > newest and application == APPLICATION_ID:
        raise LibraryFileError(
            f"The library {path} has version {version}; this program reads up to {newest}.",
            "Install the newest readinglist to open it. The file was not touched.",
        )
    tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if application != APPLICATION_ID and (tables or version):
        raise LibraryFileError(
            f"{path} is an SQLite file of another program.",
            "Choose another folder with --library. The file was not touched.",
        )


def _back_up(connection: sqlite3.Connection, target: Path) -> None:
    unfinished = target.with_name(target.name + ".tmp")
    unfinished.unlink(missing_ok=True)
    copy = sqlite3.connect(unfinished)
    try:
        connection.backup(copy)
        if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise LibraryFileError(
                "The library is damaged, so it was not upgraded.",
                f"Its file is {target.parent}. Restore a backup, or ask for help with the file.",
            )
    finally:
        copy.close()
    unfinished.replace(target)
