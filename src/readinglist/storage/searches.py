"""Saved searches: a name and a query."""

import sqlite3

from readinglist.domain.annotation import Edit, Field, FieldChange
from readinglist.domain.change import LibraryChange
from readinglist.storage.write_engine import WriteSession


def set_search(writing: WriteSession, name: str, query: str) -> Edit:
    """Keep a query under a name, or forget the name if ``query`` is ""; return the change."""
    spelled, before = _stored(writing.sqlite, name)
    if before == query:
        return Edit(Field.SEARCH, (), spelled)
    return _write(writing, Edit(Field.SEARCH, (FieldChange(0, before, query),), spelled))


def apply_to_searches(writing: WriteSession, edit: Edit) -> Edit:
    """Do an edit (an undo or a redo) if the search still is as it expects."""
    _name, now = _stored(writing.sqlite, edit.tag)
    still_true = tuple(change for change in edit.changes if change.before == now)
    return _write(writing, Edit(Field.SEARCH, still_true, edit.tag))


def _stored(connection: sqlite3.Connection, name: str) -> tuple[str, str]:
    """Return a name as it is spelled and its query, "" if there is none."""
    row = connection.execute(
        "SELECT name, query FROM saved_search WHERE name = ?", (name,)
    ).fetchone()
    return tuple(row) if row else (name, "")


def _write(writing: WriteSession, edit: Edit) -> Edit:
    for change in edit.changes:
        if change.after:
            writing.sqlite.execute(
                "INSERT INTO saved_search (name, query) VALUES (?1, ?2)"
                " ON CONFLICT (name) DO UPDATE SET query = ?2",
                (edit.tag, change.after),
            )
        else:
            writing.sqlite.execute("DELETE FROM saved_search WHERE name = ?", (edit.tag,))
        writing.changed(LibraryChange(searches=True))
    return edit
