"""arXiv's own records of papers: what is there, what is to be fetched, and writing them."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from readinglist.domain.arxiv_record import ArxivRecord
from readinglist.domain.change import LibraryChange

if TYPE_CHECKING:  # it brings SQLModel, which reading has no use for
    from readinglist.storage.write_engine import WriteSession

_COLUMNS = "fetched_on, title, authors, abstract, categories, comment, doi, journal_ref, version"

_ASKED_FOR = """
SELECT p.id, p.arxiv_id, x.title, x.fetched_on
FROM json_each(?) AS wanted
JOIN paper AS p ON p.id = wanted.value
LEFT JOIN arxiv_record AS x ON x.paper_id = p.id
WHERE p.arxiv_id IS NOT NULL
ORDER BY wanted.key
"""

_KEPT = """
SELECT p.id
FROM (
    SELECT paper_id FROM annotation WHERE starred_at IS NOT NULL
    UNION SELECT paper_id FROM queued_paper
    UNION SELECT paper_id FROM list_paper
) AS kept
JOIN paper AS p ON p.id = kept.paper_id
LEFT JOIN arxiv_record AS x ON x.paper_id = p.id
WHERE p.arxiv_id IS NOT NULL AND (x.paper_id IS NULL OR (x.title = '' AND x.fetched_on < ?))
ORDER BY p.place DESC
"""

_WRITE = f"""
INSERT INTO arxiv_record (paper_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (paper_id) DO UPDATE SET
    (fetched_on, title, authors, abstract, categories, comment, doi, journal_ref, version)
    = (excluded.fetched_on, excluded.title, excluded.authors, excluded.abstract,
       excluded.categories, excluded.comment, excluded.doi, excluded.journal_ref, excluded.version)
"""

_NOT_THERE = """
INSERT INTO arxiv_record (paper_id, fetched_on, title, authors, abstract, categories, comment, doi,
                          journal_ref, version)
VALUES (?, ?, '', '', '', '', '', '', '', 0)
ON CONFLICT (paper_id) DO UPDATE SET fetched_on = excluded.fetched_on
"""
"""What arXiv once said is kept when it knows the paper no longer."""


def ids_without_record(
    connection: sqlite3.Connection, keys: Sequence[int], asked_before: date
) -> dict[int, str]:
    """Return the arXiv ids, by key, of those papers that have no record, in the given order.

    A paper that arXiv did not know is among them if it was asked before that day.
    """
    rows = connection.execute(_ASKED_FOR, (json.dumps(list(keys)),))
    return {
        key: arxiv_id
        for key, arxiv_id, title, fetched_on in rows
        if title is None or (title == "" and fetched_on < asked_before.isoformat())
    }


def arxiv_ids(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, str]:
    """Return the arXiv ids of those papers that have one, by key and in the given order."""
    rows = connection.execute(_ASKED_FOR, (json.dumps(list(keys)),))
    return {key: arxiv_id for key, arxiv_id, _title, _fetched_on in rows}


def kept_without_record(connection: sqlite3.Connection, asked_before: date) -> list[int]:
    """Return the keys of starred, queued and listed papers that have no record, newest first."""
    return [row[0] for row in connection.execute(_KEPT, (asked_before.isoformat(),))]


def write_records(writing: "WriteSession", records: Mapping[int, ArxivRecord]) -> None:
    """Write what arXiv says about papers, or that it does not know them."""
    before = _stored(writing.sqlite, list(records))
    changed: set[int] = set()
    for key, record in records.items():
        if not record.is_known:
            writing.sqlite.execute(_NOT_THERE, (key, record.fetched_on.isoformat()))
            continue
        day, *values = _values(record)
        writing.sqlite.execute(_WRITE, (key, day, *values))
        if before.get(key) != tuple(values):
            changed.add(key)
    writing.changed(LibraryChange(updated=frozenset(changed)))


def _stored(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, tuple[object, ...]]:
    """Return what is stored of papers by key, without the day of the answer."""
    rows = connection.execute(
        f"SELECT paper_id, {_COLUMNS} FROM arxiv_record"
        " WHERE paper_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )
    return {row[0]: tuple(row[2:]) for row in rows}


def _values(record: ArxivRecord) -> tuple[object, ...]:
    return (
        record.fetched_on.isoformat(),
        record.title,
        "\n".join(record.authors),
        record.abstract,
        " ".join(record.categories),
        record.comment,
        record.doi,
        record.journal_ref,
        record.version,
    )
