"""Files that are kept up to date, as they are stored, and the names that they depend on."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.change import LibraryChange
from readinglist.domain.live_file import LiveFile, LiveQuery
from readinglist.domain.query import ByRule, InList, Named
from readinglist.domain.reading_list import ReadingList
from readinglist.storage.search.row_condition import tag_patterns

if TYPE_CHECKING:  # it brings SQLModel, which reading has no use for
    from readinglist.storage.write_engine import WriteSession

_COLUMNS = "id, path, query, place, format, sort, options, fingerprint, written_at, papers, problem"


def stored_files(connection: sqlite3.Connection) -> list[LiveFile]:
    """Return all files in the order in which they were added."""
    return [
        _file(row) for row in connection.execute(f"SELECT {_COLUMNS} FROM live_file ORDER BY id")
    ]


def stored_file(connection: sqlite3.Connection, number: int) -> LiveFile | None:
    """Return one file as it is stored now; None if it is not kept any more."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM live_file WHERE id = ?", (number,))
    return next(map(_file, rows), None)


def _file(row: Sequence[object]) -> LiveFile:
    number, path, query, place, *texts, papers, problem = row
    export_format, sort, options, fingerprint, written_at = map(str, texts)
    return LiveFile(
        number=int(str(number)),
        path=str(path),
        query=LiveQuery(str(query), str(place)),
        format=export_format,
        sort=sort,
        options=options,
        fingerprint=fingerprint,
        written_at=written_at,
        papers=int(str(papers)),
        problem=str(problem),
    )


def add_file(writing: "WriteSession", file: LiveFile) -> LiveFile:
    """Keep a file, in the place of one with the same path; return it with its number."""
    writing.sqlite.execute("DELETE FROM live_file WHERE path = ?", (file.path,))
    number = writing.sqlite.execute(
        f"INSERT INTO live_file ({_COLUMNS}) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " RETURNING id",
        (file.path, file.query.text, file.query.place, *_said(file), *_state(file)),
    ).fetchone()[0]
    writing.changed(LibraryChange(live_files=True))
    stored = stored_file(writing.sqlite, number)
    assert stored is not None  # noqa: S101 (this transaction has written it)
    return stored


def _said(file: LiveFile) -> tuple[str, str, str]:
    return file.format, file.sort, file.options


def _state(file: LiveFile) -> tuple[str, str, int, str]:
    return file.fingerprint, file.written_at, file.papers, file.problem


def remove_file(writing: "WriteSession", number: int) -> bool:
    """Keep a file no longer; tell whether it was kept."""
    removed = writing.sqlite.execute("DELETE FROM live_file WHERE id = ?", (number,)).rowcount
    writing.changed(LibraryChange(live_files=bool(removed)))
    return bool(removed)


def record_state(writing: "WriteSession", file: LiveFile, known: LiveFile) -> None:
    """Note how a file stands; nobody is told, for it changes no paper.

    Args:
        writing: the transaction.
        file: as it stands.
        known: as it was stored before it was looked at. If another program has written it since,
            what that noted is newer; and what another one is about to write stays expected.
    """
    stored = stored_file(writing.sqlite, file.number)
    if stored is None:
        return
    is_expected = not file.problem and file.fingerprint in stored.fingerprints
    if stored.fingerprint != known.fingerprint and not is_expected:
        return
    settled = known.fingerprints | file.fingerprints
    theirs = [one for one in stored.fingerprint.split() if one not in settled]
    file = replace(file, fingerprint=" ".join([*file.fingerprint.split(), *theirs]))
    writing.sqlite.execute(
        "UPDATE live_file SET fingerprint = ?, written_at = ?, papers = ?, problem = ?"
        " WHERE id = ?",
        (*_state(file), file.number),
    )


def expect_text(writing: "WriteSession", number: int, text: str, *, no_longer: bool) -> None:
    """Note beside what a file holds what it may hold soon, or that it does not any more."""
    file = stored_file(writing.sqlite, number)
    known = [] if file is None else [one for one in file.fingerprint.split() if one != text]
    writing.sqlite.execute(
        "UPDATE live_file SET fingerprint = ? WHERE id = ?",
        (" ".join(known if no_longer else [*known, text]), number),
    )


# What they follow


def read_queries(
    writing: "WriteSession", _field: Field, numbers: Sequence[int], _name: str
) -> dict[int, str]:
    """Return the queries of files by their numbers."""
    rows = writing.sqlite.execute(
        "SELECT id, query FROM live_file WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    return dict.fromkeys(numbers, "") | dict(rows.fetchall())


def write_queries(writing: "WriteSession", edit: Edit) -> Edit:
    """Let files follow other names; nothing for those that are kept no longer."""
    written = [
        change
        for change in edit.changes
        if writing.sqlite.execute(
            "UPDATE live_file SET query = ? WHERE id = ?", (change.after, change.paper_key)
        ).rowcount
    ]
    writing.changed(LibraryChange(live_files=bool(written)))
    return Edit(edit.field, tuple(written), edit.tag)


# What they need


def saved_query(connection: sqlite3.Connection, name: str) -> str | None:
    """Return the query of a saved search; None if there is none of that name."""
    row = connection.execute("SELECT query FROM saved_search WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def list_named(connection: sqlite3.Connection, name: str) -> ReadingList | None:
    """Return a reading list; None if there is none of that name."""
    row = connection.execute(
        "SELECT name, description FROM reading_list WHERE name = ?", (name,)
    ).fetchone()
    return ReadingList(*row) if row else None


def first_missing(connection: sqlite3.Connection, names: Iterable[Named]) -> Named | None:
    """Return the first list, tag or rule that is not there; None if all are."""
    return next((named for named in names if not _is_there(connection, named)), None)


def _is_there(connection: sqlite3.Connection, named: Named) -> bool:
    if isinstance(named, InList):
        return list_named(connection, named.name) is not None
    if isinstance(named, ByRule):
        found = connection.execute("SELECT 1 FROM rule WHERE name = ?", (named.name,)).fetchone()
        return found is not None
    itself, nested = tag_patterns(named.tag, prefix=False)
    # A tag that is on no paper and has no colour is one that was deleted.
    found = connection.execute(
        "SELECT 1 FROM tag WHERE (name LIKE ?1 ESCAPE '\\' OR name LIKE ?2 ESCAPE '\\')"
        " AND (colour <> '' OR EXISTS (SELECT 1 FROM paper_tag WHERE tag_id = tag.id)) LIMIT 1",
        (itself, nested),
    ).fetchone()
    return found is not None
