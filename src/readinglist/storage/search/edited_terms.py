"""Bringing the index in step with an edit, without looking at anything else of the papers."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from readinglist.domain.annotation import Edit, Field
from readinglist.storage.search.index import annotation_terms, change_terms
from readinglist.storage.search.terms import list_term, tag_term


@dataclass(frozen=True, slots=True)
class _Others:
    """Where the other tags or lists of a paper are found, and their terms."""

    statement: str
    term: Callable[[int], str]


_OTHERS: Mapping[Field, _Others] = {
    Field.TAG: _Others(
        "SELECT pt.paper_id, pt.tag_id FROM json_each(?) AS wanted"
        " CROSS JOIN paper_tag AS pt ON pt.paper_id = wanted.value",
        tag_term,
    ),
    Field.LIST: _Others(
        "SELECT lp.paper_id, lp.list_id FROM json_each(?) AS wanted"
        " CROSS JOIN list_paper AS lp ON lp.paper_id = wanted.value",
        list_term,
    ),
}
"""A search for any tag or list is one for terms that begin so."""


def index_edit(connection: sqlite3.Connection, edit: Edit, term: str = "") -> None:
    """Bring the terms of the papers in step with what was written.

    Args:
        connection: the writer's.
        edit: of papers; what it says is in the tables already.
        term: the term of the tag or the list, where the edit is of one.
    """
    places = places_of(connection, edit.paper_keys)
    gone: dict[int, frozenset[str]] = {}
    come: dict[int, frozenset[str]] = {}
    kept: dict[int, frozenset[str]] = {}
    for change in edit.changes:
        place = places[change.paper_key]
        before = annotation_terms(edit.field, change.before, term)
        after = annotation_terms(edit.field, change.after, term)
        gone[place], come[place], kept[place] = before - after, after - before, before & after
    losing = [change.paper_key for change in edit.changes if not change.after]
    for key, others in _other_terms(connection, edit.field, losing).items():
        kept[places[key]] |= others
    change_terms(connection, gone, come, kept)


def _other_terms(
    connection: sqlite3.Connection, field: Field, keys: Sequence[int]
) -> dict[int, frozenset[str]]:
    """Return the terms of the tags, or of the lists, that papers still have."""
    found: dict[int, frozenset[str]] = {}
    if others := _OTHERS.get(field):
        for key, number in connection.execute(others.statement, (json.dumps(keys),)):
            found[key] = found.get(key, frozenset()) | {others.term(number)}
    return found


def places_of(connection: sqlite3.Connection, keys: tuple[int, ...]) -> dict[int, int]:
    """Return where the index has papers, by key."""
    rows = connection.execute(
        "SELECT p.id, p.place FROM json_each(?) AS wanted JOIN paper AS p ON p.id = wanted.value",
        (json.dumps(keys),),
    )
    return dict(rows.fetchall())
