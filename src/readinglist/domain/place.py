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
    Is,
    Tagged,
)
from readinglist.domain.query_parser import parse_query


class PlaceKind(StrEnum):
    """DAY is one day of Daily Papers; the sidebar's "Today" is the newest of them."""

    DAY = "day"
    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"
    HIDDEN = "hidden"
    TAG = "tag"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Place:
    """A place; ``day`` belongs to DAY and ``tag`` to TAG; SEARCH has a name and a query."""

    kind: PlaceKind
    day: date | None = None
    tag: str = ""
    search: str = ""
    query: str = ""

    def condition(self, today: date) -> Condition:
        """Return which papers are there; a saved search may count days back from ``today``."""
        match self.kind:
            case PlaceKind.DAY:
                return Dated(DateField.LISTED, self.day, self.day)
            case PlaceKind.ALL:
                return Everything()
            case PlaceKind.UNREAD | PlaceKind.STARRED | PlaceKind.HIDDEN:
                return Is(Flag(self.kind.value))
            case PlaceKind.TAG:
                return Tagged(self.tag)
            case PlaceKind.SEARCH:
                return parse_query(self.query, today=today).condition


ALL_PAPERS = Place(PlaceKind.ALL)
UNREAD = Place(PlaceKind.UNREAD)
STARRED = Place(PlaceKind.STARRED)
HIDDEN = Place(PlaceKind.HIDDEN)


def place_of_day(day: date) -> Place:
    """Return the place that shows one day."""
    return Place(PlaceKind.DAY, day=day)


def place_of_search(name: str, query: str) -> Place:
    """Return the place that shows a saved search."""
    return Place(PlaceKind.SEARCH, search=name, query=query)


def place_of_tag(tag: str) -> Place:
    """Return the place that shows a tag and the tags in it."""
    return Place(PlaceKind.TAG, tag=tag)
