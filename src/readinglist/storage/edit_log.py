"""The log of the reader's edits: what can be undone, also tomorrow, and what can be done again.

Edits stand in the order in which they were made. Those that were undone are the last ones, so the
newest edit that was not undone is the one to undo next, and the oldest undone one comes next when
doing again. A new edit makes those that were undone unreachable, and they are forgotten.
"""

import json
import sqlite3
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime

from readinglist.domain.annotation import Edit, Field, FieldChange

MOST_EDITS = 1000
"""Older ones are forgotten."""

_COLUMNS = "id, field, tag, changes"
_NEXT = {
    False: f"SELECT {_COLUMNS} FROM edit_log WHERE undone = 0 ORDER BY id DESC LIMIT 1",
    True: f"SELECT {_COLUMNS} FROM edit_log WHERE undone = 1 ORDER BY id LIMIT 1",
}


@dataclass(frozen=True, slots=True)
class Logged:
    """An edit as it was made, with its number in the log."""

    number: int
    edit: Edit


def next_to_undo(connection: sqlite3.Connection) -> Logged | None:
    """Return the newest edit that was not undone."""
    return _logged(connection, undone=False)


def next_to_redo(connection: sqlite3.Connection) -> Logged | None:
    """Return the edit that was undone last."""
    return _logged(connection, undone=True)


def _logged(connection: sqlite3.Connection, *, undone: bool) -> Logged | None:
    row = connection.execute(_NEXT[undone]).fetchone()
    if row is None:
        return None
    number, field, tag, changes = row
    stored = json.loads(zlib.decompress(changes))
    return Logged(number, Edit(Field(field), tuple(FieldChange(*change) for change in stored), tag))


def log_edit(connection: sqlite3.Connection, edit: Edit) -> None:
    """Add an edit that was just made; what was undone before can no longer be done again."""
    forget_undone(connection)
    connection.execute(
        "INSERT INTO edit_log (made_at, field, tag, changes) VALUES (?, ?, ?, ?)",
        (_now(), edit.field.value, edit.tag, _packed(edit)),
    )
    connection.execute(
        "DELETE FROM edit_log WHERE id <= (SELECT max(id) FROM edit_log) - ?", (MOST_EDITS,)
    )


def forget_undone(connection: sqlite3.Connection) -> None:
    """Forget what could be done again."""
    connection.execute("DELETE FROM edit_log WHERE undone = 1")


def replace_edit(
    connection: sqlite3.Connection, number: int, edit: Edit, *, undone: bool = False
) -> None:
    """Let an entry of the log hold another edit; one that changes nothing is forgotten."""
    if all(change.before == change.after for change in edit.changes):
        connection.execute("DELETE FROM edit_log WHERE id = ?", (number,))
        return
    connection.execute(
        "UPDATE edit_log SET changes = ?, undone = ? WHERE id = ?",
        (_packed(edit), undone, number),
    )


def _packed(edit: Edit) -> bytes:
    changes = [(change.paper_key, change.before, change.after) for change in edit.changes]
    return zlib.compress(json.dumps(changes, separators=(",", ":")).encode())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
