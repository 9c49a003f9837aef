"""Edits, done, undone or done again: one way of writing for every kind of field.

Each kind of field is stored by a module of its own, which reads present values and writes new ones.
What is common stands here: an edit holds only what really changes, and an undo or a redo changes
only what still is as it expects.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from readinglist.domain.annotation import Edit, Field, FieldChange
from readinglist.storage import (
    annotations,
    citation_keys,
    live_files,
    reading_lists,
    reading_queue,
    rules,
    searches,
    tags,
)
from readinglist.storage.write_engine import WriteSession

PIECE = 2000
"""Papers that are read or written between two looks at whether to go on: 20 to 60 ms."""


@dataclass(frozen=True, slots=True)
class _Stored:
    """How a field is stored.

    Attributes:
        read: returns the present values by key, "" for what is not there.
        write: writes the values after; returns what of it could be done.
    """

    read: Callable[[WriteSession, Field, Sequence[int], str], dict[int, str]]
    write: Callable[[WriteSession, Edit], Edit]


_MARK = _Stored(annotations.read_marks, annotations.write_marks)
_STORED: Mapping[Field, _Stored] = {
    Field.STAR: _MARK,
    Field.READ: _MARK,
    Field.HIDE: _MARK,
    Field.NOTE: _MARK,
    Field.RATING: _MARK,
    Field.TAG: _Stored(tags.read_tagged, tags.write_tagged),
    Field.TAG_NAME: _Stored(tags.read_names, tags.write_names),
    Field.TAG_COLOUR: _Stored(tags.read_looks, tags.write_looks),
    Field.LIST: _Stored(reading_lists.read_ranks, reading_lists.write_ranks),
    Field.LIST_ITSELF: _Stored(reading_lists.read_lists, reading_lists.write_lists),
    Field.QUEUE: _Stored(reading_queue.read_queued, reading_queue.write_queued),
    Field.CITATION_KEY: _Stored(citation_keys.read_keys, citation_keys.write_keys),
    Field.SEARCH: _Stored(searches.read_query, searches.write_query),
    Field.RULE: _Stored(rules.read_rules, rules.write_rules),
    Field.LIVE_QUERY: _Stored(live_files.read_queries, live_files.write_queries),
}


def set_values(
    writing: WriteSession, field: Field, values: Mapping[int, str], name: str = ""
) -> Edit:
    """Give ``field`` of each key its value; return what that changed.

    What has its value already is not part of the edit.
    """
    current = _read(writing, field, list(values), name)
    changes = [
        FieldChange(key, current[key], value)
        for key, value in values.items()
        if current[key] != value
    ]
    return _write(writing, Edit(field, tuple(changes), name))


def set_value(
    writing: WriteSession, field: Field, keys: Sequence[int], value: str, name: str = ""
) -> Edit:
    """Give ``field`` of all papers the same value; return what that changed."""
    return set_values(writing, field, dict.fromkeys(keys, value), name)


def toggle_value(writing: WriteSession, field: Field, keys: Sequence[int], name: str = "") -> Edit:
    """Give all papers the flag if one of them lacks it, else take it off all of them.

    Decided on what is stored, so that two quick presses of a key are two toggles.
    """
    current = _read(writing, field, keys, name)
    return set_value(writing, field, keys, "1" if "" in current.values() else "", name)


def set_note(writing: WriteSession, key: int, note: str, expected: str | None) -> Edit:
    """Replace a note that is still as ``expected``; otherwise add to what somebody else wrote."""
    current = annotations.read_marks(writing, Field.NOTE, [key])[key]
    if expected is not None and current not in {expected, note, ""}:
        # After a note was joined to another one, the next save knows its own part only.
        theirs = current.removesuffix(f"\n\n{expected}") if expected else current
        note = f"{theirs}\n\n{note}" if note else theirs
    return set_value(writing, Field.NOTE, [key], note)


def apply_edit(writing: WriteSession, edit: Edit) -> Edit:
    """Do an edit (an undo or a redo) where things still are as it expects.

    What somebody else changed since is not overwritten: the returned edit holds only what was
    really changed.
    """
    current = _read(writing, edit.field, edit.paper_keys, edit.tag)
    still_true = tuple(c for c in edit.changes if current[c.paper_key] == c.before)
    return _write(writing, Edit(edit.field, still_true, edit.tag))


def _read(writing: WriteSession, field: Field, keys: Sequence[int], name: str) -> dict[int, str]:
    values: dict[int, str] = {}
    for start in range(0, len(keys), PIECE):
        writing.advance(0, len(keys))
        values |= _STORED[field].read(writing, field, keys[start : start + PIECE], name)
    return values


def _write(writing: WriteSession, edit: Edit) -> Edit:
    """Write an edit in pieces: in between it can be given up, and whoever waits be told."""
    total = len(edit.changes)
    written: list[FieldChange] = []
    for start in range(0, total, PIECE):
        writing.advance(start, total)
        piece = Edit(edit.field, edit.changes[start : start + PIECE], edit.tag)
        written += _STORED[edit.field].write(writing, piece).changes
    return Edit(edit.field, tuple(written), edit.tag)
