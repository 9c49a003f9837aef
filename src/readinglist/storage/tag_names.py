"""Renaming, merging and deleting tags everywhere."""

from collections.abc import Sequence

from readinglist.domain.annotation import Edit, Field
from readinglist.storage.paper_edits import set_value, set_values
from readinglist.storage.search.row_condition import tag_patterns
from readinglist.storage.tags import read_looks
from readinglist.storage.write_engine import WriteSession


def rename_tag(writing: WriteSession, tag: str, name: str) -> tuple[str, list[Edit]]:
    """Rename a tag and those nested in it; return the new name and what that changed.

    Where a new name belongs to another tag already, the papers get that tag instead.
    """
    renamed: dict[int, str] = {}
    edits: list[Edit] = []
    spelled = name
    for number, old in _with_nested(writing, tag):
        new = name + old[len(tag) :]
        taken = writing.sqlite.execute(
            "SELECT id, name FROM tag WHERE name = ? AND id <> ?", (new, number)
        ).fetchone()
        if taken is None:
            renamed[number] = new
            continue
        if len(old) == len(tag):
            spelled = taken[1]
        keys = _papers_of(writing, number)
        edits.append(set_value(writing, Field.TAG, keys, "1", taken[1]))
        edits.append(set_value(writing, Field.TAG, keys, "", old))
        look = read_looks(writing, Field.TAG_COLOUR, [number, taken[0]], "")
        edits.append(set_value(writing, Field.TAG_COLOUR, [number], "", old))
        if not look[taken[0]]:  # a tag that nobody sees any more would take the colour along
            edits.append(set_value(writing, Field.TAG_COLOUR, [taken[0]], look[number], taken[1]))
    if renamed:
        edits.insert(0, set_values(writing, Field.TAG_NAME, renamed))
    return spelled, edits


def take_off_everywhere(writing: WriteSession, tag: str) -> list[Edit]:
    """Take a tag and those nested in it off all papers; return what that changed."""
    edits: list[Edit] = []
    for number, name in _with_nested(writing, tag):
        edits.append(set_value(writing, Field.TAG, _papers_of(writing, number), "", name))
        edits.append(set_value(writing, Field.TAG_COLOUR, [number], "", name))
    return edits


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
