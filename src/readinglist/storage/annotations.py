"""What readers add to papers: one write for every kind of edit, done, undone or done again."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import delete, func
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, select

from readinglist.domain.annotation import Edit, Field, FieldChange
from readinglist.domain.change import LibraryChange
from readinglist.storage.search.index import annotation_terms, change_terms
from readinglist.storage.search.terms import tag_term
from readinglist.storage.searches import apply_to_searches
from readinglist.storage.tables import Annotation, PaperTag, Tag
from readinglist.storage.write_engine import WriteSession

_BATCH = 500
"""Papers a statement; SQLite takes at most 32,766 parameters."""


def set_value(
    writing: WriteSession, field: Field, keys: Sequence[int], value: str, tag: str = ""
) -> Edit:
    """Give ``field`` of all papers the same value; return what that changed.

    Papers that have the value already are not part of the edit.
    """
    current = _values(writing.session, field, keys, tag)
    changes = [FieldChange(key, current[key], value) for key in keys if current[key] != value]
    return _write(writing, Edit(field, tuple(changes), tag))


def toggle_value(writing: WriteSession, field: Field, keys: Sequence[int]) -> Edit:
    """Give all papers the flag if one of them lacks it, else take it off all of them.

    Decided on what is stored, so that two quick presses of a key are two toggles.
    """
    current = _values(writing.session, field, keys, "")
    return set_value(writing, field, keys, "1" if "" in current.values() else "")


def set_note(writing: WriteSession, key: int, note: str, expected: str | None) -> Edit:
    """Replace a note that is still as ``expected``; otherwise add to what somebody else wrote."""
    current = _values(writing.session, Field.NOTE, [key], "")[key]
    if expected is not None and current not in {expected, note, ""}:
        # After a note was joined to another one, the next save knows its own part only.
        theirs = current.removesuffix(f"\n\n{expected}") if expected else current
        note = f"{theirs}\n\n{note}" if note else theirs
    return set_value(writing, Field.NOTE, [key], note)


def apply_edit(writing: WriteSession, edit: Edit) -> Edit:
    """Do an edit (an undo or a redo) where the papers still are as it expects.

    What somebody else changed since is not overwritten: the returned edit holds only the papers
    that were really changed.
    """
    if edit.field is Field.TAG_NAME:
        return write_tag_names(writing, edit)
    if edit.field is Field.SEARCH:
        return apply_to_searches(writing, edit)
    current = _values(writing.session, edit.field, edit.paper_keys, edit.tag)
    still_true = tuple(c for c in edit.changes if current[c.paper_key] == c.before)
    return _write(writing, Edit(edit.field, still_true, edit.tag))


def write_tag_names(writing: WriteSession, edit: Edit) -> Edit:
    """Rename tags that still have the name before, unless another one has the name after."""
    connection = writing.sqlite
    renamed = [
        change
        for change in edit.changes
        if connection.execute(
            "UPDATE OR IGNORE tag SET name = ?3 WHERE id = ?1 AND name = ?2 COLLATE BINARY",
            (change.paper_key, change.before, change.after),
        ).rowcount
    ]
    numbers = json.dumps([change.paper_key for change in renamed])
    papers = connection.execute(
        "SELECT paper_id FROM json_each(?) AS tag JOIN paper_tag ON tag_id = tag.value", (numbers,)
    )
    writing.changed(LibraryChange(annotated=frozenset(row[0] for row in papers)))
    return Edit(edit.field, tuple(renamed), edit.tag)


def _write(writing: WriteSession, edit: Edit) -> Edit:
    if not edit.changes:
        return edit
    wanted = {change.paper_key: change.after for change in edit.changes}
    if edit.field is Field.TAG:
        tag = tag_term(_write_tag(writing.session, edit.tag, wanted))
    else:
        tag = ""
        _write_annotation(writing.session, edit.field, wanted)
    _index(writing.sqlite, edit, tag)
    hiding = edit.field is Field.HIDE
    writing.changed(LibraryChange(annotated=frozenset(wanted), hiding=hiding))
    return edit


def _index(connection: sqlite3.Connection, edit: Edit, tag: str) -> None:
    """Bring the terms of the papers in step with what was written; ``tag`` is the tag's term."""
    places = {
        key: place
        for batch in _batches(edit.paper_keys)
        for key, place in connection.execute(
            "SELECT p.id, p.place FROM json_each(?) AS wanted JOIN paper AS p"
            " ON p.id = wanted.value",
            (json.dumps(batch),),
        )
    }
    gone: dict[int, frozenset[str]] = {}
    come: dict[int, frozenset[str]] = {}
    for change in edit.changes:
        place = places[change.paper_key]
        before = annotation_terms(edit.field, change.before, tag)
        after = annotation_terms(edit.field, change.after, tag)
        gone[place], come[place] = before - after, after - before
    change_terms(connection, gone, come)


def _batches(keys: Iterable[int]) -> Iterable[list[int]]:
    waiting = list(keys)
    for start in range(0, len(waiting), _BATCH):
        yield waiting[start : start + _BATCH]


def _values(session: Session, field: Field, keys: Sequence[int], tag: str) -> dict[int, str]:
    """Read the present value of a field for each key, as an Edit writes it."""
    values = dict.fromkeys(keys, "")
    for batch in _batches(keys):
        if field is Field.TAG:
            tagged = session.exec(
                select(PaperTag.paper_id)
                .join(Tag, col(Tag.id) == col(PaperTag.tag_id))
                .where(Tag.name == tag, col(PaperTag.paper_id).in_(batch))
            )
            values.update(dict.fromkeys(tagged, "1"))
            continue
        for row in session.exec(select(Annotation).where(col(Annotation.paper_id).in_(batch))):
            values[row.paper_id] = _value_of(row, field)
    return values


def _value_of(row: Annotation, field: Field) -> str:
    if field is Field.NOTE:
        return row.note
    times = {Field.STAR: row.starred_at, Field.READ: row.read_at, Field.HIDE: row.hidden_at}
    return "1" if times[field] else ""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _write_annotation(session: Session, field: Field, wanted: Mapping[int, str]) -> None:
    now = _now()
    columns: dict[Field, tuple[str, ...]] = {
        Field.STAR: ("starred_at",),
        Field.READ: ("read_at",),
        Field.HIDE: ("hidden_at",),
        Field.NOTE: ("note", "noted_at"),
    }
    rows: list[dict[str, object]] = []
    for key, value in wanted.items():
        row: dict[str, object] = {"paper_id": key}
        if field is Field.NOTE:
            row |= {"note": value, "noted_at": now if value else None}
        else:
            row[columns[field][0]] = now if value else None
        rows.append(row)
    statement = insert(Annotation)
    statement = statement.on_conflict_do_update(
        index_elements=["paper_id"],
        set_={name: statement.excluded[name] for name in columns[field]},
    )
    session.connection().execute(statement, rows)


def _write_tag(session: Session, name: str, wanted: Mapping[int, str]) -> int:
    """Write a tag to papers or take it off; return the tag's number."""
    tag_id = session.exec(select(Tag.id).where(Tag.name == name)).first()
    if tag_id is None:
        tag = Tag(name=name)
        session.add(tag)
        session.flush()
        tag_id = tag.id
    now = _now()
    added = [key for key, value in wanted.items() if value]
    if added:
        session.connection().execute(
            insert(PaperTag).on_conflict_do_nothing(),
            [{"paper_id": key, "tag_id": tag_id, "tagged_at": now} for key in added],
        )
    for batch in _batches(key for key, value in wanted.items() if not value):
        session.connection().execute(
            delete(PaperTag).where(
                col(PaperTag.tag_id) == tag_id, col(PaperTag.paper_id).in_(batch)
            )
        )
    assert tag_id is not None  # noqa: S101 (flushed, or read)
    return tag_id


def tag_spelling(writing: WriteSession, name: str) -> str:
    """Return how an existing tag of that name is spelled, or ``name``: "RL" finds "rl"."""
    stored = writing.session.exec(
        select(Tag.name).where(func.lower(Tag.name) == name.lower())
    ).first()
    return stored or name
