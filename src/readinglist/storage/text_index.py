"""Keeping the text index in step with the papers.

The index stores no text: SQLite must be given exactly the text an entry was made from to take it
out again, so an entry goes before its paper changes and comes back after.
"""

from sqlalchemy import Connection, text

_COLUMNS = "title, authors, abstract, organization"

_ADD_RANGE = text(
    f"INSERT INTO paper_search (rowid, {_COLUMNS})"
    f" SELECT id, {_COLUMNS} FROM searchable_paper WHERE id BETWEEN :first AND :last"
)
_REMOVE = text(
    f"INSERT INTO paper_search (paper_search, rowid, {_COLUMNS})"
    f" SELECT 'delete', id, {_COLUMNS} FROM searchable_paper WHERE id = :key"
)


def add_to_index(connection: Connection, first: int, last: int) -> None:
    """Index the papers with keys from ``first`` to ``last``; none of them may be indexed yet."""
    connection.execute(_ADD_RANGE, {"first": first, "last": last})


def remove_from_index(connection: Connection, key: int) -> None:
    """Take a paper out of the index while its text is still what was indexed."""
    connection.execute(_REMOVE, {"key": key})
