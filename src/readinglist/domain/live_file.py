"""A file that is kept up to date with a list, a tag, a saved search or any other query."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from readinglist.domain.export_options import ExportOptions, changed_options
from readinglist.domain.place import Place, PlaceKind
from readinglist.domain.query import Condition, InList, Tagged
from readinglist.domain.query_names import named_term
from readinglist.domain.query_parser import parse_query

EDITED_ELSEWHERE = "edited elsewhere"
"""The problem of a file in which somebody else wrote."""

BEHIND = "has changed since it was written"
"""The problem of a file that was looked at and not written; every other problem is a sentence."""

_NAMED = {PlaceKind.LIST: "list", PlaceKind.TAG: "tag", PlaceKind.SEARCH: "search"}
_QUERIES = {
    PlaceKind.UNREAD: "is:unread",
    PlaceKind.STARRED: "is:starred",
    PlaceKind.QUEUE: "is:to-read OR is:reading",
    PlaceKind.DONE: "is:done",
    PlaceKind.HIDDEN: "is:hidden",
}


class LiveState(StrEnum):
    """How a file stands, as the command line's JSON calls it."""

    NEW = "new"
    """Not written yet."""
    UP_TO_DATE = "up to date"
    BEHIND = "behind"
    """What it should hold has changed since."""
    EDITED = "edited elsewhere"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class LiveQuery:
    """Which papers a file holds.

    Attributes:
        text: a query of the filter language; or the name of a list, tag or saved search, which
            the file follows when it is renamed.
        place: what ``text`` is the name of; "" if it is a query.
    """

    text: str
    place: str = ""

    @property
    def told(self) -> str:
        """What it is, for people."""
        return f"{self.place} “{self.text}”" if self.place else self.text or "all papers"


@dataclass(frozen=True, slots=True)
class LiveFile:
    """A file, what belongs into it, and how it stands.

    Attributes:
        number: 0 for one that the library does not know.
        path: absolute.
        query: which papers it holds.
        format: the name of the exporter.
        sort: the name of an order; "" for the one that the papers have of their own.
        options: the choices of the export, as ``written_options`` writes them.
        fingerprint: of what was written last; of two texts, parted by a space, while one of them
            takes the place of the other.
        written_at: when that was, in UTC (ISO text); "" if never.
        papers: how many papers it held then.
        problem: why it is not up to date, for people; "" if it is.
    """

    number: int
    path: str
    query: LiveQuery
    format: str
    sort: str = ""
    options: str = ""
    fingerprint: str = ""
    written_at: str = ""
    papers: int = 0
    problem: str = ""

    @property
    def state(self) -> LiveState:
        """How it stands, in a word."""
        if self.problem:
            states = {EDITED_ELSEWHERE: LiveState.EDITED, BEHIND: LiveState.BEHIND}
            return states.get(self.problem, LiveState.FAILED)
        return LiveState.UP_TO_DATE if self.written_at else LiveState.NEW

    @property
    def fingerprints(self) -> frozenset[str]:
        """Of all that the file may hold without anybody else having written it."""
        return frozenset(self.fingerprint.split())

    def told_state(self, today: date) -> str:
        """Return how it stands, for people."""
        if self.problem:
            return self.problem
        if not self.written_at:
            return "not written yet"
        when = datetime.fromisoformat(self.written_at).replace(tzinfo=UTC).astimezone()
        day = "" if when.date() == today else f"{when.date().isoformat()} "
        return f"up to date · written {day}{when:%H:%M}"


def written_options(options: ExportOptions, choices: Iterable[str]) -> str:
    """Return the options that mean something to a format, as text."""
    values = asdict(options)
    return json.dumps({name: values[name] for name in choices}, separators=(",", ":"))


def read_options(written: str, defaults: ExportOptions, choices: Iterable[str]) -> ExportOptions:
    """Return options from their text; what it does not tell is as in ``defaults``."""
    try:
        stored = json.loads(written or "{}")
    except ValueError:
        stored = {}
    return changed_options(defaults, stored if isinstance(stored, dict) else {}, choices)


def live_query(text: str, today: date) -> LiveQuery:
    """Return what a query asks for; one for a whole list or tag follows its name."""
    match parse_query(text, today=today).condition:
        case InList(name, prefix=False):
            return LiveQuery(name, PlaceKind.LIST)
        case Tagged(tag, prefix=False):
            return LiveQuery(tag, PlaceKind.TAG)
        case _:
            return LiveQuery(" ".join(text.split()))


def query_of_place(place: Place, filter_text: str = "") -> LiveQuery | None:
    """Return what is shown in a place; None if the filter language has no words for it.

    That is so of names with quotation marks in them, if something else is asked for, too.
    """
    typed = " ".join(filter_text.split())
    if not typed and place.kind in _NAMED:
        return LiveQuery(place.name, place.kind)
    match place.kind:
        case PlaceKind.LIST | PlaceKind.TAG:
            inside = named_term(_NAMED[place.kind], place.name)
        case PlaceKind.SEARCH:
            inside = place.query
        case PlaceKind.DAY:
            inside = f"date:{place.day}"
        case kind:
            inside = _QUERIES.get(kind, "")
    if inside is None:
        return None
    return LiveQuery(f"({inside}) ({typed})" if inside and typed else inside or typed)


def condition_of(query: LiveQuery, saved: str, today: date) -> Condition:
    """Return which papers a query asks for; ``saved`` is what a saved search stands for."""
    if query.place == PlaceKind.LIST:
        return InList(query.text)
    if query.place == PlaceKind.TAG:
        return Tagged(query.text)
    return parse_query(saved if query.place else query.text, today=today).condition
