"""What readers say of one paper alone: star, read, hidden, rating, note."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, select

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.change import LibraryChange
from readinglist.storage.search.edited_terms import index_edit
from readinglist.storage.tables import Annotation
from readinglist.storage.write_engine import WriteSession

_BATCH = 500
"""Papers a statement; SQLite takes at most 32,766 parameters."""

_COLUMNS: dict[Field, tuple[str, ...]] = {
    Field.STAR: ("starred_at",),
    Field.READ: ("read_at",),
    Field.HIDE: ("hidden_at",),
    Field.RATING: ("rating",),
    Field.NOTE: ("note", "noted_at"),
}


def read_marks(
    writing: WriteSession, field: Field, keys: Sequence[int], _name: str = ""
) -> dict[int, str]:
    """Return the present value of a mark for each key."""
    values = dict.fromkeys(keys, "")
    for batch in _batches(keys):
        statement = select(Annotation).where(col(Annotation.paper_id).in_(batch))
        for row in writing.session.exec(statement):
            values[row.paper_id] = _value_of(row, field)
    return values


def write_marks(writing: WriteSession, edit: Edit) -> Edit:
    """Write a mark of papers."""
    wanted = {change.paper_key: change.after for change in edit.changes}
    _write(writing.session, edit.field, wanted)
    index_edit(writing.sqlite, edit)
    hiding = edit.field is Field.HIDE
    writing.changed(LibraryChange(annotated=frozenset(wanted), hiding=hiding))
    return edit


def _batches(keys: Iterable[int]) -> Iterable[list[int]]:
    waiting = list(keys)
    for start in range(0, len(waiting), _BATCH):
        yield waiting[start : start + _BATCH]


def _value_of(row: Annotation, field: Field) -> str:
    if field is Field.NOTE:
        return row.note
    if field is Field.RATING:
        return str(row.rating or "")
    times = {Field.STAR: row.starred_at, Field.READ: row.read_at, Field.HIDE: row.hidden_at}
    return "1" if times[field] else ""


def _write(session: Session, field: Field, wanted: Mapping[int, str]) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    rows: list[dict[str, object]] = []
    for key, value in wanted.items():
        row: dict[str, object] = {"paper_id": key}
        if field is Field.NOTE:
            row |= {"note": value, "noted_at": now if value else None}
        elif field is Field.RATING:
            row["rating"] = int(value or 0)
        else:
            row[_COLUMNS[field][0]] = now if value else None
        rows.append(row)
    statement = insert(Annotation)
    statement = statement.on_conflict_do_update(
        index_elements=["paper_id"],
        set_={name: statement.excluded[name] for name in _COLUMNS[field]},
    )
    session.connection().execute(statement, rows)
