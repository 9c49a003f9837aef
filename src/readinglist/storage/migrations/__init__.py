"""Numbered steps that bring a library file to the newest schema.

``PRAGMA user_version`` holds the number of the last step that was taken. Each step runs in one
transaction together with the new number; a file that already holds a library is first copied with
SQLite's backup API (copying the file itself loses what still lies in its write-ahead log).
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from readinglist.domain.errors import LibraryFileError
from readinglist.storage.connections import APPLICATION_ID
from readinglist.storage.migrations.progress import Progress
from readinglist.storage.migrations.version_1 import create_first_schema
from readinglist.storage.migrations.version_2 import order_and_index_papers
from readinglist.storage.migrations.version_3 import collect_long_words
from readinglist.storage.migrations.version_4 import add_hiding_and_the_log
from readinglist.storage.migrations.version_5 import add_lists_queue_and_rules
from readinglist.storage.migrations.version_6 import add_what_exports_need

Step = Callable[[sqlite3.Connection, Progress], None]

STEPS: tuple[Step, ...] = (
    create_first_schema,
    order_and_index_papers,
    collect_long_words,
    add_hiding_and_the_log,
    add_lists_queue_and_rules,
    add_what_exports_need,
)
"""STEPS[n] brings a file from version n to n + 1."""


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    progress: Progress = lambda _done, _total: None,
    steps: Sequence[Step] = STEPS,
) -> None:
    """Bring the library at ``path`` to the newest version.

    Args:
        connection: read-write, with ``isolation_level=None``.
        path: where the file lies; a backup is written beside it before an existing library changes.
        progress: told how far a step is; what it raises undoes the step and is raised.
        steps: what to run; given by tests.

    Raises:
        LibraryFileError: the file is not a library, or was written by a newer program.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    _refuse_foreign_files(connection, path, version, newest=len(steps))
    # Kept in the file's header, so it has to wait until the file is known to be ours.
    connection.execute("PRAGMA journal_mode = WAL")
    if 0 < version < len(steps):
        progress(0, 0)
        _back_up(connection, path.with_name(f"{path.name}.before-version-{len(steps)}"), version)
    for number in range(version, len(steps)):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have taken this step while we waited for the lock.
            if int(connection.execute("PRAGMA user_version").fetchone()[0]) == number:
                steps[number](connection, progress)
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


def _back_up(connection: sqlite3.Connection, target: Path, version: int) -> None:
    descriptor, name = tempfile.mkstemp(".tmp", f"{target.name}.", target.parent)
    os.close(descriptor)
    unfinished = Path(name)
    try:
        if _copied_version(connection, unfinished) == version:
            unfinished.replace(target)
    finally:
        # Still there if the library is damaged, or if another process has just upgraded it: then
        # the backup that one made is the right one.
        unfinished.unlink(missing_ok=True)


def _copied_version(connection: sqlite3.Connection, target: Path) -> int:
    """Copy the library, check the copy, and return its version."""
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
        if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise LibraryFileError(
                "The library is damaged, so it was not upgraded.",
                f"It lies in {target.parent}. Restore a backup, or ask for help with the file.",
            )
        return int(copy.execute("PRAGMA user_version").fetchone()[0])
    finally:
        copy.close()
