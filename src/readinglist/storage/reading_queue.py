"""The queue: states of papers, and their order."""

import json
import sqlite3
from collections.abc import Sequence

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.change import LibraryChange
from readinglist.domain.reading_queue import read_queued as read_value
from readinglist.storage.search.edited_terms import index_edit
from readinglist.storage.write_engine import WriteSession


def ranked_queue(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return rank and key of all papers that are or were in the queue, as it is shown."""
    return connection.execute(
        "SELECT q.rank, q.paper_id FROM queued_paper AS q JOIN paper AS p ON p.id = q.paper_id"
        " ORDER BY q.rank, p.place DESC"
    ).fetchall()


def read_queued(
    writing: WriteSession, _field: Field, keys: Sequence[int], _name: str = ""
) -> dict[int, str]:
    """Return state and rank of papers."""
    rows = writing.sqlite.execute(
        "SELECT q.paper_id, q.state || ' ' || q.rank FROM json_each(?) AS wanted"
        " CROSS JOIN queued_paper AS q ON q.paper_id = wanted.value",
        (json.dumps(keys),),
    )
    return dict.fromkeys(keys, "") | dict(rows.fetchall())


def write_queued(writing: WriteSession, edit: Edit) -> Edit:
    """Put papers into the queue, change their state or their place, or take them out."""
    connection = writing.sqlite
    wanted = [(change.paper_key, read_value(change.after)) for change in edit.changes]
    connection.executemany(
        "INSERT INTO queued_paper (paper_id, state, rank) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (paper_id) DO UPDATE SET state = ?2, rank = ?3",
        [(key, queued.state.value, queued.rank) for key, queued in wanted if queued],
    )
    connection.executemany(
        "DELETE FROM queued_paper WHERE paper_id = ?",
        [(key,) for key, queued in wanted if queued is None],
    )
    index_edit(connection, edit)
    writing.changed(LibraryChange(annotated=frozenset(edit.paper_keys), ordered=True))
    return edit
