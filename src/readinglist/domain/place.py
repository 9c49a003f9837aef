"""Where a reader looks: the entries of the sidebar."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from readinglist.domain.query import (
    Condition,
    Dated,
    DateField,
    Everything,
    Flag,
    InList,
    Is,
    Tagged,
    any_of,
)
from readinglist.domain.query_parser import parse_query
from readinglist.domain.sorting import Sort, by_hand


class PlaceKind(StrEnum):
    """DAY is one day of Daily Papers; the sidebar's "Today" is the newest of them."""

    DAY = "day"
    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"
    QUEUE = "queue"
    DONE = "done"
    HIDDEN = "hidden"
    LIST = "list"
    TAG = "tag"
    SEARCH = "search"


_CONDITIONS: dict[PlaceKind, Condition] = {
    PlaceKind.ALL: Everything(),
    PlaceKind.UNREAD: Is(Flag.UNREAD),
    PlaceKind.STARRED: Is(Flag.STARRED),
    PlaceKind.QUEUE: any_of(Is(Flag.TO_READ), Is(Flag.READING)),
    PlaceKind.DONE: Is(Flag.DONE),
    PlaceKind.HIDDEN: Is(Flag.HIDDEN),
}
"""Places that every library has."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place; DAY has a day; LIST, TAG and SEARCH have a name, and SEARCH a query."""

    kind: PlaceKind
    day: date | None = None
    name: str = ""
    query: str = ""

    def condition(self, today: date) -> Condition:
        """Return which papers are there; a saved search may count days back from ``today``."""
        if self.kind in _CONDITIONS:
            return _CONDITIONS[self.kind]
        match self.kind:
            case PlaceKind.DAY:
                return Dated(DateField.LISTED, self.day, self.day)
            case PlaceKind.LIST:
                return InList(self.name)
            case PlaceKind.TAG:
                return Tagged(self.name)
            case _:
                return parse_query(self.query, today=today).condition

    @property
    def order(self) -> Sort | None:
        """The order that the place has of its own, made by hand; None if it has none."""
        if self.kind is PlaceKind.LIST:
            return by_hand(self.name)
        return by_hand() if self.kind is PlaceKind.QUEUE else None


ALL_PAPERS = Place(PlaceKind.ALL)
UNREAD = Place(PlaceKind.UNREAD)
STARRED = Place(PlaceKind.STARRED)
QUEUE = Place(PlaceKind.QUEUE)
DONE = Place(PlaceKind.DONE)
HIDDEN = Place(PlaceKind.HIDDEN)


def place_of_day(day: date) -> Place:
    """Return the place that shows one day."""
    return Place(PlaceKind.DAY, day=day)


def place_of_search(name: str, query: str) -> Place:
    """Return the place that shows a saved search."""
    return Place(PlaceKind.SEARCH, name=name, query=query)


def place_of_tag(tag: str) -> Place:
    """Return the place that shows a tag and the tags in it."""
    return Place(PlaceKind.TAG, name=tag)


def place_of_list(name: str) -> Place:
    """Return the place that shows a reading list."""
    return Place(PlaceKind.LIST, name=name)
