"""Renaming, merging and deleting tags everywhere."""

from collections.abc import Sequence

from readinglist.domain.annotation import Edit, Field
from readinglist.storage.paper_edits import set_value, set_values
from readinglist.storage.search.row_condition import tag_patterns
from readinglist.storage.tags import read_looks, tag_named
from readinglist.storage.write_engine import WriteSession


def rename_tag(writing: WriteSession, tag: str, name: str) -> tuple[str, list[Edit]]:
    """Rename a tag and those nested in it; return the new name and what that changed.

    Where a new name belongs to another tag already, the papers get that tag instead, and it gets
    the colour if it has none. A tag that is on no paper and has no colour makes room.
    """
    edits: list[Edit] = []
    spelled = name
    # The short ones first: when rl/rl becomes rl, rl/rl/rl gets its name.
    for number, old in sorted(_with_nested(writing, tag), key=lambda found: len(found[1])):
        new = name + old[len(tag) :]
        holder = tag_named(writing, new)
        if holder is None or holder.number == number or not holder.is_used:
            edits.append(set_values(writing, Field.TAG_NAME, {number: new}))
            continue
        if len(old) == len(tag):
            spelled = holder.name
        keys = _papers_of(writing, number)
        edits.append(set_value(writing, Field.TAG, keys, "1", holder.name))
        edits.append(set_value(writing, Field.TAG, keys, "", old))
        look = read_looks(writing, Field.TAG_COLOUR, [number, holder.number], "")
        edits.append(set_value(writing, Field.TAG_COLOUR, [number], "", old))
        if not look[holder.number]:
            taken = {holder.number: look[number]}
            edits.append(set_values(writing, Field.TAG_COLOUR, taken, holder.name))
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
