"""What the filter box asks for: a tree of conditions, free of SQL and of syntax.

``domain.query_parser`` makes it from text; ``storage.query_sql`` answers it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TextField(StrEnum):
    """Where a word may stand. ANY is title, authors or abstract."""

    ANY = "any"
    TITLE = "title"
    AUTHOR = "author"
    ABSTRACT = "abstract"
    NOTE = "note"
    ORGANIZATION = "org"


class Flag(StrEnum):
    """Yes-or-no properties: ``is:`` and ``has:``."""

    STARRED = "starred"
    UNREAD = "unread"
    READ = "read"
    HIDDEN = "hidden"
    TO_READ = "to-read"
    READING = "reading"
    DONE = "done"
    HAS_CODE = "has:code"
    HAS_PROJECT = "has:project"
    HAS_NOTE = "has:note"
    HAS_PDF = "has:pdf"
    HAS_TAG = "has:tag"
    HAS_LIST = "has:list"
    HAS_RULE = "has:rule"
    """A rule has acted on the paper."""


class DateField(StrEnum):
    """LISTED is a day on which a source listed the paper, PUBLISHED its first version's day."""

    LISTED = "listed"
    PUBLISHED = "published"


class NumberField(StrEnum):
    """Counts that can be compared."""

    UPVOTES = "upvotes"
    COMMENTS = "comments"
    AUTHORS = "authors"
    RATING = "rating"


class ExactField(StrEnum):
    """Fields compared as a whole, ignoring case: never by word."""

    ARXIV_ID = "id"
    CITATION_KEY = "key"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Everything:
    """Matches every paper: the empty query."""


@dataclass(frozen=True, slots=True)
class Text:
    """A word, or words in this order. ``prefix``: the last word may go on."""

    text: str
    field: TextField = TextField.ANY
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Tagged:
    """Papers with this tag or one nested in it. ``prefix``: or any tag that begins so."""

    tag: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class InList:
    """Papers in the reading list of this name. ``prefix``: or any whose name begins so."""

    name: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class ByRule:
    """Papers on which the rule of this name has acted. ``prefix``: or any that begins so."""

    name: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Is:
    """Papers for which the flag holds."""

    flag: Flag


@dataclass(frozen=True, slots=True)
class Dated:
    """Papers dated from ``first`` to ``last``, both included; None leaves an end open."""

    field: DateField
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Counted:
    """Papers whose count lies from ``least`` to ``most``, both included; None is an open end."""

    field: NumberField
    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Exact:
    """Papers whose field equals the value, ignoring case; ``prefix``: or begins with it."""

    field: ExactField
    value: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """Papers that the condition does not match."""

    condition: "Condition"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Papers that every condition matches; at least two."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Papers that at least one condition matches; at least two."""

    conditions: tuple["Condition", ...]


Named = Tagged | InList | ByRule
"""Conditions by the name of something that the reader made."""

Condition = Everything | Text | Named | Is | Dated | Counted | Exact | Not | AllOf | AnyOf


def without_hidden(condition: Condition) -> Condition:
    """Return what is shown of ``condition``: nothing hidden, unless it speaks of that itself."""
    return condition if _speaks_of_hidden(condition) else all_of(condition, Not(Is(Flag.HIDDEN)))


def _speaks_of_hidden(condition: Condition) -> bool:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return any(_speaks_of_hidden(part) for part in parts)
        case Not(part):
            return _speaks_of_hidden(part)
        case _:
            return condition == Is(Flag.HIDDEN)


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed filter.

    Attributes:
        condition: what papers must match.
        as_text: parts that look like syntax but were not understood and are searched as text,
            as typed, for the filter box to say so.
    """

    condition: Condition
    as_text: tuple[str, ...] = ()


EVERYTHING = Query(Everything())


def all_of(*conditions: Condition) -> Condition:
    """Return the conjunction of the conditions, flattened, without those that match everything."""
    flat: list[Condition] = []
    for condition in conditions:
        if isinstance(condition, AllOf):
            flat.extend(condition.conditions)
        elif not isinstance(condition, Everything):
            flat.append(condition)
    if not flat:
        return Everything()
    return flat[0] if len(flat) == 1 else AllOf(tuple(flat))


def any_of(*conditions: Condition) -> Condition:
    """Return the disjunction of the conditions, flattened; of none at all, Everything."""
    flat: list[Condition] = []
    for condition in conditions:
        flat.extend(condition.conditions if isinstance(condition, AnyOf) else (condition,))
    if not flat or Everything() in flat:
        return Everything()
    return flat[0] if len(flat) == 1 else AnyOf(tuple(flat))


def negation_of(condition: Condition) -> Condition:
    """Return the opposite, without double negation.

    Everything stays as it is: it stands for "nothing was asked", and so does its exclusion.
    """
    if isinstance(condition, Everything):
        return condition
    return condition.condition if isinstance(condition, Not) else Not(condition)
