"""What a reader adds to a paper, and an edit of it with its inverse.

Every change a reader makes is one ``Edit``: one field of one or of many papers, with the value
before and after. Undo, redo, the command line and the window all go through it.
"""

from dataclasses import dataclass
from enum import StrEnum

from readinglist.domain.clean_text import one_line

LONGEST_TAG = 80
"""Characters; longer tags are refused rather than cut."""


class Field(StrEnum):
    """The fields of an annotation. Star, read, hide and tag hold "1" or "", a note its text."""

    STAR = "star"
    READ = "read"
    HIDE = "hide"
    NOTE = "note"
    TAG = "tag"
    SEARCH = "search"
    """A saved search: its query, under the name that stands in ``tag``; there is one change."""
    TAG_NAME = "tag name"
    """The name of a tag itself; the changes go by the numbers of tags, not of papers."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One paper's value before and after. Flags are "1" or ""; a note is its text."""

    paper_key: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that a reader did: ``field`` of some papers went from before to after.

    Attributes:
        field: what was changed.
        changes: one per paper whose value really changed; may be empty.
        tag: the name of the tag when ``field`` is TAG, of the search when it is SEARCH.
    """

    field: Field
    changes: tuple[FieldChange, ...]
    tag: str = ""

    def inverse(self) -> "Edit":
        """Return the edit that takes this one back."""
        return Edit(
            self.field,
            tuple(FieldChange(c.paper_key, c.after, c.before) for c in self.changes),
            self.tag,
        )

    def followed_by(self, later: "Edit") -> "Edit":
        """Return one edit that does both; only for edits of the same field and the same tag.

        A paper that ends as it began stays in it, so that one more edit can still follow.
        """
        both = {change.paper_key: change for change in self.changes}
        for change in later.changes:
            earlier = both.get(change.paper_key, change)
            both[change.paper_key] = FieldChange(change.paper_key, earlier.before, change.after)
        return Edit(self.field, tuple(both.values()), self.tag)

    def goes_on_in(self, later: "Edit") -> bool:
        """Whether ``later`` changes the same field of the same papers from where this left it."""
        return self.field is later.field and [(c.paper_key, c.after) for c in self.changes] == [
            (c.paper_key, c.before) for c in later.changes
        ]

    @property
    def paper_keys(self) -> tuple[int, ...]:
        """The papers this edit touched, in the order they were given."""
        return tuple(change.paper_key for change in self.changes)

    def done_title(self) -> str:
        """Return what was done, told afterwards: ``Starred 3 papers``."""
        verb, _, rest = self.title().partition(" ")
        told = {
            "Star": "Starred",
            "Unstar": "Unstarred",
            "Mark": "Marked",
            "Hide": "Hid",
            "Rename": "Renamed",
            "Save": "Saved",
            "Delete": "Deleted",
            "Unhide": "Unhid",
            "Tag": "Tagged",
            "Untag": "Untagged",
            "Note": "Note",
        }[verb]
        return f"{told} {rest}".rstrip()

    def title(self) -> str:
        """Return what was done in a few words: ``Star 3 papers``, ``Tag 1 paper “rl”``."""
        count = len(self.changes)
        papers = "1 paper" if count == 1 else f"{count:,} papers"
        switched_on = bool(self.changes) and self.changes[0].after != ""
        renamed = self.changes[0] if self.changes else FieldChange(0, "", "")
        return {
            Field.STAR: f"{'Star' if switched_on else 'Unstar'} {papers}",
            Field.READ: f"Mark {papers} {'read' if switched_on else 'unread'}",
            Field.HIDE: f"{'Hide' if switched_on else 'Unhide'} {papers}",
            Field.NOTE: f"Note on {papers}" if count != 1 else "Note",
            Field.TAG: f"{'Tag' if switched_on else 'Untag'} {papers} “{self.tag}”",
            Field.SEARCH: f"{'Save' if switched_on else 'Delete'} search “{self.tag}”",
            Field.TAG_NAME: f"Rename tag “{renamed.before}” to “{renamed.after}”",
        }[self.field]


def clean_tag(name: str) -> str:
    """Return a tag name as one line, without ``#`` before a level or empty levels of ``a/b``."""
    levels = (level.lstrip("# ").rstrip() for level in one_line(name).split("/"))
    return "/".join(level for level in levels if level)
