"""Tags as such: renaming, merging and deleting them everywhere."""

from collections.abc import Sequence

from readinglist.domain.annotation import Edit, Field, FieldChange
from readinglist.storage.annotations import set_value, write_tag_names
from readinglist.storage.search.row_condition import tag_patterns
from readinglist.storage.write_engine import WriteSession


def rename_tag(writing: WriteSession, tag: str, name: str) -> tuple[str, list[Edit]]:
    """Rename a tag and those nested in it; return the new name and what that changed.

    Where a new name belongs to another tag already, the papers get that tag instead.
    """
    renamed: list[FieldChange] = []
    edits: list[Edit] = []
    spelled = name
    for number, old in _with_nested(writing, tag):
        new = name + old[len(tag) :]
        taken = writing.sqlite.execute(
            "SELECT name FROM tag WHERE name = ? AND id <> ?", (new, number)
        ).fetchone()
        if taken is None:
            renamed.append(FieldChange(number, old, new))
            continue
        if len(old) == len(tag):
            spelled = taken[0]
        keys = _papers_of(writing, number)
        edits.append(set_value(writing, Field.TAG, keys, "1", taken[0]))
        edits.append(set_value(writing, Field.TAG, keys, "", old))
    if renamed:
        edits.insert(0, write_tag_names(writing, Edit(Field.TAG_NAME, tuple(renamed))))
    return spelled, edits


def take_off_everywhere(writing: WriteSession, tag: str) -> list[Edit]:
    """Take a tag and those nested in it off all papers; return what that changed."""
    return [
        set_value(writing, Field.TAG, _papers_of(writing, number), "", name)
        for number, name in _with_nested(writing, tag)
    ]


def _with_nested(writing: WriteSession, tag: str) -> list[tuple[int, str]]:
    itself, nested = tag_patterns(tag, prefix=False)
    return writing.sqlite.execute(
        "SELECT id, name FROM tag WHERE name LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\'"
        " ORDER BY name",
        (itself, nested),
    ).fetchall()


def _papers_of(writing: WriteSession, number: int) -> Sequence[int]:
    rows = writing.sqlite.execute("SELECT paper_id FROM paper_tag WHERE tag_id = ?", (number,))
    return [row[0] for row in rows]
