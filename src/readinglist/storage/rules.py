"""Rules as they are stored, and what papers they have acted on."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from readinglist.domain.annotation import Edit, Field, FieldChange
from readinglist.domain.change import LibraryChange
from readinglist.domain.rule import Rule, read_rule
from readinglist.storage.search.edited_terms import places_of
from readinglist.storage.search.index import change_terms
from readinglist.storage.search.terms import rule_term

if TYPE_CHECKING:  # it brings SQLModel, which reading has no use for
    from readinglist.storage.write_engine import WriteSession

_COLUMNS = "id, name, query, tag, stars, queues, hides, expires_on"


def stored_rules(connection: sqlite3.Connection) -> dict[int, Rule]:
    """Return all rules by number, in the order in which they were made."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM rule ORDER BY id")
    return {row[0]: _rule(row[1:]) for row in rows}


def _rule(row: Sequence[object]) -> Rule:
    name, query, tag, stars, queues, hides, expires_on = row
    return Rule(
        name=str(name),
        query=str(query),
        tag=str(tag),
        stars=bool(stars),
        queues=bool(queues),
        hides=bool(hides),
        expires_on=date.fromisoformat(str(expires_on)) if expires_on else None,
    )


def number_of_rule(connection: sqlite3.Connection, name: str) -> int | None:
    """Return the number of a rule, None if there is none of that name."""
    row = connection.execute("SELECT id FROM rule WHERE name = ?", (name,)).fetchone()
    return int(row[0]) if row else None


def new_number(connection: sqlite3.Connection) -> int:
    """Return a number that no rule has or, as it has acted on papers, ever had."""
    row = connection.execute(
        "SELECT max(coalesce((SELECT max(id) FROM rule), 0),"
        " coalesce((SELECT max(rule_id) FROM rule_paper), 0)) + 1"
    ).fetchone()
    return int(row[0])


def read_rules(
    writing: "WriteSession", _field: Field, numbers: Sequence[int], _name: str
) -> dict[int, str]:
    """Return rules by their numbers."""
    stored = stored_rules(writing.sqlite)
    return {number: stored[number].written() if number in stored else "" for number in numbers}


def write_rules(writing: "WriteSession", edit: Edit) -> Edit:
    """Make, change or delete rules; not to a name that another rule has."""
    written = [change for change in edit.changes if _write_rule(writing.sqlite, change)]
    writing.changed(LibraryChange(places=True))
    return Edit(edit.field, tuple(written), edit.tag)


def _write_rule(connection: sqlite3.Connection, change: FieldChange) -> bool:
    number, wanted = change.paper_key, read_rule(change.after)
    if wanted is None:
        return bool(connection.execute("DELETE FROM rule WHERE id = ?", (number,)).rowcount)
    taken = number_of_rule(connection, wanted.name)
    if taken not in {None, number}:
        return False
    values = (
        *(number, wanted.name, wanted.query, wanted.tag, wanted.stars, wanted.queues),
        *(wanted.hides, wanted.expires_on.isoformat() if wanted.expires_on else ""),
    )
    connection.execute(f"INSERT OR REPLACE INTO rule ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?)", values)
    return True


def remember_acted(connection: sqlite3.Connection, number: int, keys: Sequence[int]) -> None:
    """Note that a rule has acted on papers."""
    acted = [
        key
        for key in keys
        if connection.execute(
            "INSERT OR IGNORE INTO rule_paper (rule_id, paper_id) VALUES (?, ?)", (number, key)
        ).rowcount
    ]
    places = places_of(connection, tuple(acted))
    term = frozenset([rule_term(number)])
    change_terms(connection, {}, dict.fromkeys(sorted(places.values()), term), {})
