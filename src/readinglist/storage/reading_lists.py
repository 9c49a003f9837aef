"""Reading lists: papers in an order made by hand, under a name."""

import json
import sqlite3
from collections.abc import Sequence

from readinglist.domain.annotation import Edit, Field, FieldChange
from readinglist.domain.change import LibraryChange
from readinglist.domain.reading_list import ReadingList, read_list
from readinglist.storage.search.edited_terms import index_edit
from readinglist.storage.search.terms import list_term
from readinglist.storage.write_engine import WriteSession


def number_of_list(connection: sqlite3.Connection, name: str) -> int | None:
    """Return the number of a list, None if there is none of that name."""
    row = connection.execute("SELECT id FROM reading_list WHERE name = ?", (name,)).fetchone()
    return int(row[0]) if row else None


def list_spelling(connection: sqlite3.Connection, name: str) -> str:
    """Return how an existing list of that name is spelled, or ``name``."""
    row = connection.execute("SELECT name FROM reading_list WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else name


def new_number(connection: sqlite3.Connection) -> int:
    """Return a number that no list has."""
    return int(
        connection.execute("SELECT coalesce(max(id), 0) + 1 FROM reading_list").fetchone()[0]
    )


def ranked_papers(connection: sqlite3.Connection, number: int) -> list[tuple[str, int]]:
    """Return rank and key of the papers of a list, in the order in which it is shown."""
    return connection.execute(
        "SELECT lp.rank, lp.paper_id FROM list_paper AS lp JOIN paper AS p ON p.id = lp.paper_id"
        " WHERE lp.list_id = ? ORDER BY lp.rank, p.place DESC",
        (number,),
    ).fetchall()


# Papers in them


def read_ranks(
    writing: WriteSession, _field: Field, keys: Sequence[int], name: str
) -> dict[int, str]:
    """Return the ranks of papers in a list."""
    rows = writing.sqlite.execute(
        "SELECT lp.paper_id, lp.rank FROM reading_list AS l CROSS JOIN json_each(?) AS wanted"
        " CROSS JOIN list_paper AS lp ON lp.list_id = l.id AND lp.paper_id = wanted.value"
        " WHERE l.name = ?",
        (json.dumps(keys), name),
    )
    return dict.fromkeys(keys, "") | dict(rows.fetchall())


def write_ranks(writing: WriteSession, edit: Edit) -> Edit:
    """Put papers into a list, move them or take them out; nothing if there is no such list."""
    connection = writing.sqlite
    number = number_of_list(connection, edit.tag)
    if number is None:
        return Edit(edit.field, (), edit.tag)
    connection.executemany(
        "INSERT INTO list_paper (list_id, paper_id, rank) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (list_id, paper_id) DO UPDATE SET rank = ?3",
        [(number, change.paper_key, change.after) for change in edit.changes if change.after],
    )
    connection.executemany(
        "DELETE FROM list_paper WHERE list_id = ? AND paper_id = ?",
        [(number, change.paper_key) for change in edit.changes if not change.after],
    )
    index_edit(connection, edit, list_term(number))
    writing.changed(LibraryChange(annotated=frozenset(edit.paper_keys), ordered=True))
    return edit


# Lists themselves


def read_lists(
    writing: WriteSession, _field: Field, numbers: Sequence[int], _name: str
) -> dict[int, str]:
    """Return names and descriptions of lists by their numbers."""
    rows = writing.sqlite.execute(
        "SELECT id, name, description FROM reading_list"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    found = {number: ReadingList(name, about).written() for number, name, about in rows}
    return dict.fromkeys(numbers, "") | found


def write_lists(writing: WriteSession, edit: Edit) -> Edit:
    """Make lists, change their names and descriptions, or delete them; only empty ones are.

    A name that another list has is not taken.
    """
    written = [change for change in edit.changes if _write_list(writing.sqlite, change)]
    papers = writing.sqlite.execute(
        "SELECT paper_id FROM json_each(?) AS wanted JOIN list_paper ON list_id = wanted.value",
        (json.dumps([change.paper_key for change in written]),),
    )
    # They show the names of their lists.
    annotated = frozenset(row[0] for row in papers)
    writing.changed(LibraryChange(annotated=annotated, places=True, ordered=True))
    return Edit(edit.field, tuple(written), edit.tag)


def _write_list(connection: sqlite3.Connection, change: FieldChange) -> bool:
    number, wanted = change.paper_key, read_list(change.after)
    if wanted is None:
        return bool(
            connection.execute(
                "DELETE FROM reading_list WHERE id = ?1"
                " AND NOT EXISTS (SELECT 1 FROM list_paper WHERE list_id = ?1)",
                (number,),
            ).rowcount
        )
    taken = connection.execute(
        "SELECT 1 FROM reading_list WHERE name = ? AND id <> ?", (wanted.name, number)
    ).fetchone()
    if taken:
        return False
    connection.execute(
        "INSERT INTO reading_list (id, name, description) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (id) DO UPDATE SET name = ?2, description = ?3",
        (number, wanted.name, wanted.description),
    )
    return True
