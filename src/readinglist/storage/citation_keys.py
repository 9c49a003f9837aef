"""Citation keys: given to new papers by the library's pattern, edited by readers."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

from readinglist.domain.annotation import Edit, Field, FieldChange
from readinglist.domain.change import LibraryChange
from readinglist.domain.key_pattern import KeyPattern
from readinglist.domain.paper import Paper
from readinglist.storage.key_reads import (
    KEY_PATTERN,
    KeyHolder,
    holders_of,
    keys_in_use,
    read_pattern,
)
from readinglist.storage.library_choices import write_choice
from readinglist.storage.search.edited_terms import index_edit
from readinglist.storage.write_engine import WriteSession


def new_citation_keys(connection: sqlite3.Connection, papers: Sequence[Paper]) -> list[str]:
    """Return a key for each paper that no paper of the library, nor one before it, has."""
    pattern = read_pattern(connection)
    wanted = [pattern.key_of(paper) for paper in papers]
    in_use = keys_in_use(connection, wanted)
    return [in_use.give(key) for key in wanted]


def write_pattern(connection: sqlite3.Connection, pattern: KeyPattern) -> None:
    """Make new keys by another pattern from now on."""
    write_choice(connection, KEY_PATTERN, pattern.text)


def read_keys(
    writing: WriteSession, _field: Field, keys: Sequence[int], _name: str = ""
) -> dict[int, str]:
    """Return the citation keys of papers."""
    rows = writing.sqlite.execute(
        "SELECT k.paper_id, k.key FROM json_each(?) AS wanted"
        " CROSS JOIN citation_key AS k ON k.paper_id = wanted.value",
        (json.dumps(keys),),
    )
    return dict.fromkeys(keys, "") | dict(rows.fetchall())


def write_keys(writing: WriteSession, edit: Edit) -> Edit:
    """Give papers other keys.

    A key that another paper has by now, as an undo may ask for, gets a suffix; a paper that would
    keep its key by that is left alone.
    """
    wanted = [change for change in edit.changes if change.before and change.after]
    holders = holders_of(writing.sqlite, [change.after for change in wanted])
    changes = _to_free_keys(writing.sqlite, wanted, holders)
    keys = [(change.after, change.paper_key) for change in changes]
    if holders:
        # All get keys that nobody has first, because some may get those of others; none has a line
        # break.
        _write(writing.sqlite, [(f"\n{number}", number) for _key, number in keys])
    _write(writing.sqlite, keys)
    made = Edit(edit.field, tuple(changes), edit.tag)
    index_edit(writing.sqlite, made)
    writing.changed(LibraryChange(annotated=frozenset(made.paper_keys)))
    return made


def _write(connection: sqlite3.Connection, keys: Sequence[tuple[str, int]]) -> None:
    connection.executemany("UPDATE citation_key SET key = ? WHERE paper_id = ?", keys)


def _to_free_keys(
    connection: sqlite3.Connection,
    wanted: Sequence[FieldChange],
    holders: Mapping[str, KeyHolder],
) -> Sequence[FieldChange]:
    """Return the changes, those to keys of other papers with a suffix."""
    changed = {change.paper_key for change in wanted}
    are_different = len({change.after.lower() for change in wanted}) == len(wanted)
    if are_different and all(holder.paper_key in changed for holder in holders.values()):
        return wanted
    in_use = keys_in_use(connection, [change.after for change in wanted])
    for change in wanted:
        in_use.free(change.before)
    given = [FieldChange(c.paper_key, c.before, in_use.give(c.after)) for c in wanted]
    return [change for change in given if change.before != change.after]
