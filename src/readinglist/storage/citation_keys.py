"""Citation keys: given to new papers by the library's pattern, edited by readers."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, text

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.change import LibraryChange
from readinglist.domain.citation_key import unused_citation_key
from readinglist.domain.key_pattern import KeyPattern
from readinglist.domain.paper import Paper
from readinglist.storage.key_reads import PATTERN_CHOICE, holders, usable_pattern
from readinglist.storage.search.edited_terms import index_edit
from readinglist.storage.write_engine import WriteSession

# Suffixes are letters, and all letters sort below "{".
_TAKEN = (
    "SELECT DISTINCT k.key FROM json_each(:bases) AS base"
    " JOIN citation_key AS k ON k.key >= base.value AND k.key < base.value || '{'"
)


def new_citation_keys(connection: Connection, papers: Sequence[Paper]) -> list[str]:
    """Return a key for each paper that no paper of the library, nor one before it, has."""
    stored = connection.execute(
        text("SELECT value FROM library_choice WHERE name = :name"), {"name": PATTERN_CHOICE}
    ).scalar()
    pattern = usable_pattern(stored)
    bases = [pattern.key_of(paper) for paper in papers]
    rows = connection.execute(text(_TAKEN), {"bases": json.dumps(sorted(set(bases)))})
    taken = {str(row[0]).lower() for row in rows}
    keys: list[str] = []
    for base in bases:
        key = unused_citation_key(base, taken)
        taken.add(key)
        keys.append(key)
    return keys


def write_pattern(connection: sqlite3.Connection, pattern: KeyPattern) -> None:
    """Make new keys by another pattern from now on."""
    connection.execute(
        "INSERT INTO library_choice (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (PATTERN_CHOICE, pattern.text),
    )


def read_keys(
    writing: WriteSession, _field: Field, keys: Sequence[int], _name: str
) -> dict[int, str]:
    """Return the present key of each paper."""
    rows = writing.sqlite.execute(
        "SELECT k.paper_id, k.key FROM json_each(?) AS wanted"
        " JOIN citation_key AS k ON k.paper_id = wanted.value",
        (json.dumps(list(keys)),),
    )
    return dict.fromkeys(keys, "") | dict(rows.fetchall())


def write_keys(writing: WriteSession, edit: Edit) -> Edit:
    """Give papers other keys; one whose key another paper has keeps the key that it has."""
    possible = _possible(writing.sqlite, edit)
    papers = [(change.paper_key,) for change in possible.changes]
    # Two papers may change keys with each other, so all of them get one first that nobody can have.
    writing.sqlite.executemany(
        "UPDATE citation_key SET key = '{' || paper_id WHERE paper_id = ?", papers
    )
    writing.sqlite.executemany(
        "UPDATE citation_key SET key = ? WHERE paper_id = ?",
        [(change.after, change.paper_key) for change in possible.changes],
    )
    index_edit(writing.sqlite, possible)
    writing.changed(LibraryChange(annotated=frozenset(possible.paper_keys)))
    return possible


def _possible(connection: sqlite3.Connection, edit: Edit) -> Edit:
    """Return what of an edit can be done without two papers having one key."""
    taken = holders(connection, (change.after for change in edit.changes))
    wanted = {change.paper_key: change for change in edit.changes if change.after}
    while True:
        kept = _kept(wanted.keys(), taken)
        seen: set[str] = set()
        refused: set[int] = set()
        for paper_key, change in wanted.items():
            key = change.after.lower()
            if key in seen or key in kept:
                refused.add(paper_key)
            seen.add(key)
        if not refused:
            return Edit(edit.field, tuple(wanted.values()), edit.tag)
        for paper_key in refused:
            del wanted[paper_key]


def _kept(changing: Iterable[int], taken: Mapping[str, int]) -> set[str]:
    """Return the keys that papers hold which do not change theirs."""
    papers = set(changing)
    return {key for key, paper_key in taken.items() if paper_key not in papers}
