"""The log of the reader's edits: what can be undone, also tomorrow, and what can be done again.

Edits stand in the order in which they were made, those of one step next to each other. Steps that
were undone are the last ones, so the newest that was not undone is the one to undo next, and the
oldest undone one comes next when doing again. A new edit makes those that were undone unreachable,
and they are forgotten.
"""

import json
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from readinglist.domain.annotation import Edit, Field, FieldChange

_PIECE = 1000
_TIGHT = (",", ":")
_DECODER = json.JSONDecoder()

MOST_STEPS = 1000
"""Older ones are forgotten."""

_STEPS = {
    False: "SELECT max(step) FROM edit_log WHERE undone = 0",
    True: "SELECT min(step) FROM edit_log WHERE undone = 1",
}


@dataclass(frozen=True, slots=True)
class LoggedEdit:
    """An edit as it was made, with its number in the log."""

    number: int
    edit: Edit


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back: edits in the order in which they were made; maybe none."""

    title: str = ""
    edits: tuple[LoggedEdit, ...] = ()


def next_to_undo(connection: sqlite3.Connection) -> Step:
    """Return the newest step that was not undone."""
    return _step(connection, undone=False)


def next_to_redo(connection: sqlite3.Connection) -> Step:
    """Return the step that was undone last."""
    return _step(connection, undone=True)


def next_titles(connection: sqlite3.Connection) -> tuple[str, str]:
    """Return what undo and redo would do, in words; "" where there is nothing to do."""
    titles = [
        connection.execute(f"SELECT title FROM edit_log WHERE step = ({step})").fetchone()
        for step in _STEPS.values()
    ]
    undo, redo = (title[0] if title else "" for title in titles)
    return undo, redo


def _step(connection: sqlite3.Connection, *, undone: bool) -> Step:
    rows = connection.execute(
        "SELECT title, id, field, tag, changes FROM edit_log"
        f" WHERE step = ({_STEPS[undone]}) ORDER BY id"
    ).fetchall()
    if not rows:
        return Step()
    edits = (
        LoggedEdit(number, Edit(Field(field), _unpacked(changes), tag))
        for _title, number, field, tag, changes in rows
    )
    return Step(rows[0][0], tuple(edits))


def edits_since(connection: sqlite3.Connection, time: str) -> list[Edit]:
    """Return the edits that were made since an ISO time in UTC and not undone, in order."""
    rows = connection.execute(
        "SELECT field, changes, tag FROM edit_log WHERE made_at >= ? AND undone = 0 ORDER BY id",
        (time,),
    )
    return [Edit(Field(field), _unpacked(changes), tag) for field, changes, tag in rows]


def log_step(connection: sqlite3.Connection, edits: Sequence[Edit], title: str) -> None:
    """Add edits that were just made; what was undone before can no longer be done again."""
    forget_undone(connection)
    newest = connection.execute("SELECT coalesce(max(step), 0) FROM edit_log").fetchone()[0]
    connection.executemany(
        "INSERT INTO edit_log (step, made_at, title, field, tag, changes)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [(newest + 1, _now(), title, edit.field.value, edit.tag, _packed(edit)) for edit in edits],
    )
    connection.execute("DELETE FROM edit_log WHERE step <= ?", (newest + 1 - MOST_STEPS,))


def forget_undone(connection: sqlite3.Connection) -> None:
    """Forget what could be done again."""
    connection.execute("DELETE FROM edit_log WHERE undone = 1")


def replace_edit(
    connection: sqlite3.Connection, number: int, edit: Edit, title: str, *, undone: bool = False
) -> None:
    """Let an entry of the log hold another edit; one that changes nothing is forgotten."""
    if all(change.before == change.after for change in edit.changes):
        connection.execute("DELETE FROM edit_log WHERE id = ?", (number,))
        return
    connection.execute(
        "UPDATE edit_log SET changes = ?, title = ?, undone = ? WHERE id = ?",
        (_packed(edit), title, undone, number),
    )


def _packed(edit: Edit) -> bytes:
    """Return the changes as compressed JSON, a list of lists, made piece by piece.

    In one piece, those of 100,000 papers would keep the GUI thread from running for as long.
    """
    packer, pieces = zlib.compressobj(), list[bytes]()
    for start in range(0, len(edit.changes), _PIECE):
        changes = edit.changes[start : start + _PIECE]
        text = json.dumps([(c.paper_key, c.before, c.after) for c in changes], separators=_TIGHT)
        pieces.append(packer.compress(("," if start else "[").encode() + text[1:-1].encode()))
    return b"".join([*pieces, packer.compress(b"]" if pieces else b"[]"), packer.flush()])


def _unpacked(packed: bytes) -> tuple[FieldChange, ...]:
    text = zlib.decompress(packed).decode()
    changes: list[FieldChange] = []
    position = 1  # behind the bracket; then behind each change and its comma
    while position < len(text) - 1:
        change, end = _DECODER.raw_decode(text, position)
        changes.append(FieldChange(*change))
        position = end + 1
    return tuple(changes)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
