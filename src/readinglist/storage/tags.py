"""Tags: on papers, and as such with a name and a colour."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from readinglist.domain.annotation import Edit, Field, FieldChange
from readinglist.domain.change import LibraryChange
from readinglist.domain.tag import folded_case, read_look
from readinglist.storage.search.edited_terms import index_edit
from readinglist.storage.search.terms import tag_term
from readinglist.storage.write_engine import WriteSession


def tag_spelling(writing: WriteSession, name: str) -> str:
    """Return how an existing tag of that name is spelled, or ``name``: "RL" finds "rl"."""
    row = writing.sqlite.execute("SELECT name FROM tag WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else name


@dataclass(frozen=True, slots=True)
class NamedTag:
    """A tag, and whether it is on a paper or has a colour; readers do not know of any other."""

    number: int
    name: str
    is_used: bool


def tag_named(writing: WriteSession, name: str) -> NamedTag | None:
    """Return the tag of a name."""
    row = writing.sqlite.execute(
        "SELECT id, name,"
        " colour <> '' OR EXISTS (SELECT 1 FROM paper_tag WHERE tag_id = tag.id)"
        " FROM tag WHERE name = ?",
        (name,),
    ).fetchone()
    return NamedTag(row[0], row[1], bool(row[2])) if row else None


# On papers


def read_tagged(
    writing: WriteSession, _field: Field, keys: Sequence[int], name: str
) -> dict[int, str]:
    """Return "1" for the papers that have the tag."""
    values = dict.fromkeys(keys, "")
    tagged = writing.sqlite.execute(
        "SELECT pt.paper_id FROM tag AS t CROSS JOIN json_each(?) AS wanted"
        " CROSS JOIN paper_tag AS pt ON pt.paper_id = wanted.value AND pt.tag_id = t.id"
        " WHERE t.name = ?",
        (json.dumps(keys), name),
    )
    values.update((key, "1") for (key,) in tagged)
    return values


def write_tagged(writing: WriteSession, edit: Edit) -> Edit:
    """Put a tag on papers or take it off."""
    connection = writing.sqlite
    connection.execute("INSERT OR IGNORE INTO tag (name) VALUES (?)", (edit.tag,))
    number = connection.execute("SELECT id FROM tag WHERE name = ?", (edit.tag,)).fetchone()[0]
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.executemany(
        "INSERT OR IGNORE INTO paper_tag (paper_id, tag_id, tagged_at) VALUES (?, ?, ?)",
        [(change.paper_key, number, now) for change in edit.changes if change.after],
    )
    connection.executemany(
        "DELETE FROM paper_tag WHERE paper_id = ? AND tag_id = ?",
        [(change.paper_key, number) for change in edit.changes if not change.after],
    )
    index_edit(connection, edit, tag_term(number))
    writing.changed(LibraryChange(annotated=frozenset(edit.paper_keys)))
    return edit


# Their names


def read_names(
    writing: WriteSession, _field: Field, numbers: Sequence[int], _name: str
) -> dict[int, str]:
    """Return the names of tags by their numbers."""
    rows = writing.sqlite.execute(
        "SELECT id, name FROM tag WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    return dict.fromkeys(numbers, "") | dict(rows.fetchall())


def write_names(writing: WriteSession, edit: Edit) -> Edit:
    """Rename tags, except to names that others have.

    A tag that is in no use makes room: it gets a name that becomes free, which is part of the edit.
    """
    changes = _with_room(writing, edit.changes)
    # All get names that nobody has first, because some may get those of others; none has a line
    # break.
    for names in (
        [(f"\n{change.paper_key}", change.paper_key) for change in changes],
        [(change.after, change.paper_key) for change in changes],
    ):
        writing.sqlite.executemany("UPDATE tag SET name = ? WHERE id = ?", names)
    _tell_papers_of(writing, [change.paper_key for change in changes])
    return Edit(edit.field, changes, edit.tag)


def _with_room(writing: WriteSession, wanted: tuple[FieldChange, ...]) -> tuple[FieldChange, ...]:
    """Return the changes to names that are free, with those of tags that make room for them."""
    while True:
        numbers = {change.paper_key for change in wanted}
        held = [(change, tag_named(writing, change.after)) for change in wanted]
        holders = [(c, tag) for c, tag in held if tag and tag.number not in numbers]
        taken = [change for change, tag in holders if tag.is_used]
        if not taken:
            break
        wanted = tuple(change for change in wanted if change not in taken)
    given = {folded_case(change.after) for change in wanted}
    free = (change.before for change in wanted if folded_case(change.before) not in given)
    room = (FieldChange(tag.number, tag.name, next(free)) for _change, tag in holders)
    return (*wanted, *room)


def _tell_papers_of(writing: WriteSession, numbers: Sequence[int]) -> None:
    papers = writing.sqlite.execute(
        "SELECT paper_id FROM json_each(?) AS tag JOIN paper_tag ON tag_id = tag.value",
        (json.dumps(numbers),),
    )
    writing.changed(LibraryChange(annotated=frozenset(row[0] for row in papers), places=True))


# Their colours


def make_tag(writing: WriteSession, name: str) -> None:
    """Make a tag that is on no paper, if there is none of that name."""
    writing.sqlite.execute("INSERT OR IGNORE INTO tag (name) VALUES (?)", (name,))


def numbers_of_tag(writing: WriteSession, name: str) -> list[int]:
    """Return the number of a tag, or nothing if there is none of that name."""
    rows = writing.sqlite.execute("SELECT id FROM tag WHERE name = ?", (name,))
    return [row[0] for row in rows]


def free_digit(writing: WriteSession, number: int) -> int | None:
    """Return the digit of a tag, or the lowest that no other has; None if all are taken."""
    rows = writing.sqlite.execute("SELECT digit, id FROM tag WHERE digit IS NOT NULL")
    taken = dict(rows.fetchall())
    own = [digit for digit, tag in taken.items() if tag == number]
    return next(iter([*own, *(digit for digit in range(1, 10) if digit not in taken)]), None)


def read_looks(
    writing: WriteSession, _field: Field, numbers: Sequence[int], _name: str
) -> dict[int, str]:
    """Return colour and digit of tags by their numbers."""
    rows = writing.sqlite.execute(
        "SELECT id, colour || ' ' || digit FROM tag"
        " WHERE colour <> '' AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    return dict.fromkeys(numbers, "") | dict(rows.fetchall())


def write_looks(writing: WriteSession, edit: Edit) -> Edit:
    """Give tags a colour and a digit, or take them away; not a digit that another tag has."""
    written: list[FieldChange] = []
    for change in edit.changes:
        look = read_look(change.after)
        values = (look.colour.value, look.digit) if look else ("", None)
        if writing.sqlite.execute(
            "UPDATE OR IGNORE tag SET colour = ?, digit = ? WHERE id = ?",
            (*values, change.paper_key),
        ).rowcount:
            written.append(change)
    _tell_papers_of(writing, [change.paper_key for change in written])
    return Edit(edit.field, tuple(written), edit.tag)
