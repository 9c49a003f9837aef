"""Bringing the index in step with an edit, without looking at anything else of the papers."""

import json
import sqlite3

from readinglist.domain.annotation import Edit
from readinglist.storage.search.index import annotation_terms, change_terms


def index_edit(connection: sqlite3.Connection, edit: Edit, term: str = "") -> None:
    """Bring the terms of the papers in step with what was written.

    Args:
        connection: the writer's.
        edit: of papers.
        term: the term of the tag or the list, where the edit is of one.
    """
    places = places_of(connection, edit.paper_keys)
    gone: dict[int, frozenset[str]] = {}
    come: dict[int, frozenset[str]] = {}
    for change in edit.changes:
        place = places[change.paper_key]
        before = annotation_terms(edit.field, change.before, term)
        after = annotation_terms(edit.field, change.after, term)
        gone[place], come[place] = before - after, after - before
    change_terms(connection, gone, come)


def places_of(connection: sqlite3.Connection, keys: tuple[int, ...]) -> dict[int, int]:
    """Return where the index has papers, by key."""
    rows = connection.execute(
        "SELECT p.id, p.place FROM json_each(?) AS wanted JOIN paper AS p ON p.id = wanted.value",
        (json.dumps(keys),),
    )
    return dict(rows.fetchall())
