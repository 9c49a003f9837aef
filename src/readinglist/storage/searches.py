"""Saved searches: a name and a query."""

from collections.abc import Sequence

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.change import LibraryChange
from readinglist.storage.write_engine import WriteSession


def search_spelling(writing: WriteSession, name: str) -> str:
    """Return how an existing search of that name is spelled, or ``name``."""
    row = writing.sqlite.execute("SELECT name FROM saved_search WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else name


def read_query(
    writing: WriteSession, _field: Field, keys: Sequence[int], name: str
) -> dict[int, str]:
    """Return the query of a search; a search has no key, and ``keys`` is one of no meaning."""
    row = writing.sqlite.execute(
        "SELECT query FROM saved_search WHERE name = ?", (name,)
    ).fetchone()
    return dict.fromkeys(keys, row[0] if row else "")


def write_query(writing: WriteSession, edit: Edit) -> Edit:
    """Keep a query under a name, or forget the name."""
    for change in edit.changes:
        if change.after:
            writing.sqlite.execute(
                "INSERT INTO saved_search (name, query) VALUES (?1, ?2)"
                " ON CONFLICT (name) DO UPDATE SET query = ?2",
                (edit.tag, change.after),
            )
        else:
            writing.sqlite.execute("DELETE FROM saved_search WHERE name = ?", (edit.tag,))
    writing.changed(LibraryChange(places=True))
    return edit
