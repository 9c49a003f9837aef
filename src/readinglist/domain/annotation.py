"""What a reader adds to a paper, and an edit of it with its inverse.

Every change a reader makes is one ``Edit``: one field of one or of many papers, with the value
before and after. Undo, redo, the command line and the window all go through it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from readinglist.domain.clean_text import one_line

LONGEST_TAG = 80
"""Characters; longer tags are refused rather than cut."""


class Field(StrEnum):
    """What an edit changes. Star, read, hide and tag hold "1" or "", a note its text.

    Every value is a text and "" stands for nothing: ``domain.rank``, ``domain.reading_queue``,
    ``domain.reading_list``, ``domain.tag`` and ``domain.rule`` say how the others are written.
    """

    STAR = "star"
    READ = "read"
    HIDE = "hide"
    NOTE = "note"
    RATING = "rating"
    """"1" to "5"."""
    TAG = "tag"
    LIST = "list"
    """A paper's rank in the reading list whose name stands in ``tag``."""
    QUEUE = "queue"
    """A paper's state and rank in the queue."""
    SEARCH = "search"
    """A saved search: its query, under the name that stands in ``tag``; there is one change."""
    TAG_NAME = "tag name"
    """The name of a tag itself; the changes go by the numbers of tags, not of papers."""
    TAG_COLOUR = "tag colour"
    """The colour and the digit of a tag; the changes go by the numbers of tags."""
    LIST_ITSELF = "list itself"
    """Name and description of a reading list; the changes go by the numbers of lists."""
    CITATION_KEY = "citation key"
    """What a paper is cited by; every paper has one, and no two have the same."""
    RULE = "rule"
    """A rule; the changes go by the numbers of rules."""
    LIVE_QUERY = "live query"
    """What a file is kept up to date with, as it follows a rename; the changes go by the numbers
    of files."""


_OF_OTHER_THINGS = frozenset(
    {
        *(Field.SEARCH, Field.TAG_NAME, Field.TAG_COLOUR, Field.LIST_ITSELF, Field.RULE),
        Field.LIVE_QUERY,
    }
)


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
        tag: the name of the tag, list, search or rule that ``field`` speaks of; or "".
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
    def of_papers(self) -> bool:
        """Whether the changes go by papers, and not by tags, lists, searches or rules."""
        return self.field not in _OF_OTHER_THINGS

    @property
    def paper_keys(self) -> tuple[int, ...]:
        """The papers this edit touched, in the order they were given."""
        return tuple(change.paper_key for change in self.changes)

    def title(self) -> str:
        """Return what was done in a few words: ``Star 3 papers``, ``Tag 1 paper “rl”``."""
        return _TITLES[self.field](self)

    def done_title(self) -> str:
        """Return what was done, told afterwards: ``Starred 3 papers``."""
        return told_afterwards(self.title())


def clean_tag(name: str) -> str:
    """Return a tag name as one line, without ``#`` before a level or empty levels of ``a/b``."""
    levels = (level.lstrip("# ").rstrip() for level in one_line(name).split("/"))
    return "/".join(level for level in levels if level)


def told_afterwards(title: str) -> str:
    """Return the title of an edit as it is told once it is done."""
    verb, _, rest = title.partition(" ")
    return f"{_PAST.get(verb, verb)} {rest}".rstrip()


_PAST = {
    "Star": "Starred",
    "Unstar": "Unstarred",
    "Mark": "Marked",
    "Hide": "Hid",
    "Unhide": "Unhid",
    "Rate": "Rated",
    "Unrate": "Unrated",
    "Tag": "Tagged",
    "Untag": "Untagged",
    "Add": "Added",
    "Remove": "Removed",
    "Move": "Moved",
    "Queue": "Queued",
    "Unqueue": "Unqueued",
    "Begin": "Began",
    "Finish": "Finished",
    "Make": "Made",
    "Describe": "Described",
    "Rename": "Renamed",
    "Save": "Saved",
    "Delete": "Deleted",
    "Colour": "Coloured",
    "Run": "Ran",
    "Merge": "Merged",
    "Change": "Changed",
}


def _papers(edit: Edit) -> str:
    count = len(edit.changes)
    return "1 paper" if count == 1 else f"{count:,} papers"


def _first(edit: Edit) -> FieldChange:
    return edit.changes[0] if edit.changes else FieldChange(0, "", "")


def _verb(switch_on: str, switch_off: str) -> Callable[[Edit], str]:
    return lambda edit: f"{switch_on if _first(edit).after else switch_off} {_papers(edit)}"


def _citation_key_title(edit: Edit) -> str:
    first = _first(edit)
    if len(edit.changes) == 1:
        return f"Change citation key “{first.before}” to “{first.after}”"
    return f"Change {len(edit.changes):,} citation keys"


def _list_title(edit: Edit) -> str:
    first = _first(edit)
    if first.before and first.after:
        return f"Move {_papers(edit)} in “{edit.tag}”"
    if first.after:
        return f"Add {_papers(edit)} to “{edit.tag}”"
    return f"Remove {_papers(edit)} from “{edit.tag}”"


def _queue_title(edit: Edit) -> str:
    first = _first(edit)
    before, after = first.before.partition(" ")[0], first.after.partition(" ")[0]
    if before == after:
        return f"Move {_papers(edit)} in the queue"
    verbs = {"": "Unqueue", "to-read": "Queue", "reading": "Begin", "done": "Finish"}
    return f"{verbs.get(after, 'Queue')} {_papers(edit)}"


def _list_itself_title(edit: Edit) -> str:
    first = _first(edit)
    before, after = first.before.partition("\n")[0], first.after.partition("\n")[0]
    if not before or not after:
        return f"{'Make' if after else 'Delete'} list “{after or before}”"
    return f"Describe list “{after}”" if before == after else f"Rename list “{before}” to “{after}”"


_TITLES: Mapping[Field, Callable[[Edit], str]] = {
    Field.STAR: _verb("Star", "Unstar"),
    Field.HIDE: _verb("Hide", "Unhide"),
    Field.READ: lambda edit: f"Mark {_papers(edit)} {'read' if _first(edit).after else 'unread'}",
    Field.RATING: lambda edit: f"{_verb('Rate', 'Unrate')(edit)} {_first(edit).after}".rstrip(),
    Field.NOTE: lambda edit: "Note" if len(edit.changes) == 1 else f"Note on {_papers(edit)}",
    Field.TAG: lambda edit: f"{_verb('Tag', 'Untag')(edit)} “{edit.tag}”",
    Field.CITATION_KEY: _citation_key_title,
    Field.LIST: _list_title,
    Field.QUEUE: _queue_title,
    Field.SEARCH: lambda edit: f"{'Save' if _first(edit).after else 'Delete'} search “{edit.tag}”",
    Field.TAG_NAME: lambda edit: f"Rename tag “{_first(edit).before}” to “{_first(edit).after}”",
    Field.TAG_COLOUR: lambda edit: f"Colour tag “{edit.tag}”",
    Field.LIST_ITSELF: _list_itself_title,
    Field.RULE: lambda edit: f"{'Save' if _first(edit).after else 'Delete'} rule “{edit.tag}”",
    Field.LIVE_QUERY: lambda _edit: "Rename in a live file",
}
