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


class PlaceKind(StrEnum):
    """DAY is one day of Daily Papers; the sidebar's "Today" is the newest of them."""

    DAY = "day"
    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"
    HIDDEN = "hidden"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Place:
    """A place; ``day`` belongs to DAY and ``tag`` to TAG."""

    kind: PlaceKind
    day: date | None = None
    tag: str = ""

    def condition(self) -> Condition:
        """Return which papers are there."""
        match self.kind:
            case PlaceKind.DAY:
                return Dated(DateField.LISTED, self.day, self.day)
            case PlaceKind.ALL:
                return Everything()
            case PlaceKind.UNREAD:
                return Is(Flag.UNREAD)
            case PlaceKind.STARRED:
                return Is(Flag.STARRED)
            case PlaceKind.HIDDEN:
                return Is(Flag.HIDDEN)
            case PlaceKind.TAG:
                return Tagged(self.tag)


ALL_PAPERS = Place(PlaceKind.ALL)
UNREAD = Place(PlaceKind.UNREAD)
STARRED = Place(PlaceKind.STARRED)
HIDDEN = Place(PlaceKind.HIDDEN)


def place_of_day(day: date) -> Place:
    """Return the place that shows one day."""
    return Place(PlaceKind.DAY, day=day)


def place_of_tag(tag: str) -> Place:
    """Return the place that shows a tag and the tags in it."""
    return Place(PlaceKind.TAG, tag=tag)
