"""The place of each paper in the list that begins with the newest.

A place is a number: the day a paper was listed on, and its slot within that day, most upvoted
last. It is the row number of the paper in the text index, so that the index yields papers in the
order of the list. Numbers that lie close together keep the index small, so they are not spread
over the day; what comes in later mostly belongs next to a paper with as many upvotes and finds
room there. A day without room is numbered anew, which only costs its papers being indexed again.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from readinglist.domain.errors import LibraryFileError

_SLOT_BITS = 20
_SLOTS = 1 << _SLOT_BITS
_REGION_BITS = 15
_STEP = 8
_LAST_REGION = (_SLOTS >> _REGION_BITS) - 1
_OWN_REGION = 16


@dataclass(frozen=True, slots=True, order=True)
class Rank:
    """What papers of one day are ordered by, last comes first in the list."""

    upvotes: int
    key: int


class DayOrder:
    """The papers of one day in order, with their places.

    Attributes:
        moved: the papers that were given another place since the day was read, by key.
    """

    def __init__(self, day: str, placed: Iterable[tuple[int, int, int]]) -> None:
        """Take over ``(upvotes, key, place)`` of the papers that the day has."""
        self._first = date.fromisoformat(day).toordinal() << _SLOT_BITS
        self._ranks: list[Rank] = []
        self._places: list[int] = []
        for upvotes, key, place in sorted(placed):
            self._ranks.append(Rank(upvotes, key))
            self._places.append(place)
        self.moved: dict[int, int] = {}

    def place(self, upvotes: int, key: int) -> int:
        """Return the place of a paper that comes in.

        Raises:
            LibraryFileError: the day has no place left.
        """
        rank = Rank(upvotes, key)
        position = bisect_left(self._ranks, rank)
        below = self._places[position - 1] if position else self._first - 1
        above = self._places[position] if position < len(self._places) else self._first + _SLOTS
        self._ranks.insert(position, rank)
        if above - below < 2:
            self._places.insert(position, -1)
            self._number_anew()
            return self.moved.pop(key)
        place = self._between(below, above, upvotes)
        self._places.insert(position, place)
        return place

    def still_fits(self, upvotes: int, key: int, before: int) -> bool:
        """Whether a paper of this day may stay where it is after its upvotes changed."""
        position = bisect_left(self._ranks, Rank(before, key))
        rank = Rank(upvotes, key)
        fits = (position == 0 or self._ranks[position - 1] < rank) and (
            position == len(self._ranks) - 1 or rank < self._ranks[position + 1]
        )
        if fits:
            self._ranks[position] = rank
        return fits

    def remove(self, upvotes: int, key: int) -> None:
        """Forget a paper that leaves its place."""
        position = bisect_left(self._ranks, Rank(upvotes, key))
        del self._ranks[position]
        del self._places[position]
        self.moved.pop(key, None)

    def _between(self, below: int, above: int, upvotes: int) -> int:
        """Choose a place: where papers with as many upvotes stand, or as near as may be."""
        wanted, middle = self._first + _slot(upvotes), (below + above) // 2
        if below < wanted < above:
            return wanted
        if below >= wanted:
            return min(below + _STEP, middle)
        return max(above - _STEP, middle, below + 1)

    def _number_anew(self) -> None:
        count = len(self._ranks)
        if count >= _SLOTS:
            raise LibraryFileError(
                f"More than {_SLOTS - 1:,} papers on one day do not fit into the library.",
                "Bring them in with the days on which they came out.",
            )
        places: list[int] = []
        for rank in self._ranks:
            after = places[-1] + _STEP if places else self._first
            places.append(max(after, self._first + _slot(rank.upvotes)))
        if places[-1] >= self._first + _SLOTS:  # too many: as far apart as the day allows
            step = _SLOTS // count
            places = [self._first + position * step for position in range(count)]
        for position, rank in enumerate(self._ranks):
            if self._places[position] != places[position]:
                self._places[position] = places[position]
                self.moved[rank.key] = places[position]


def _slot(upvotes: int) -> int:
    """Return about where in a day papers with so many upvotes stand.

    Few upvotes are common, so each number of them has a region of its own, in which later papers
    follow earlier ones; many are spread over regions that stand for twice as many each.
    """
    if upvotes < _OWN_REGION:
        return (max(upvotes, 0) << _REGION_BITS) + (1 << _REGION_BITS - 1)
    doublings = upvotes.bit_length() - _OWN_REGION.bit_length()
    region = min(_OWN_REGION + doublings, _LAST_REGION)
    beyond = (upvotes << _REGION_BITS >> upvotes.bit_length() - 1) - (1 << _REGION_BITS)
    return (region << _REGION_BITS) + beyond


def read_day_order(connection: sqlite3.Connection, day: str) -> DayOrder:
    """Read the order of a day (ISO date); papers that wait for a place (below 0) are left out."""
    rows = connection.execute(
        "SELECT upvotes, id, place FROM paper WHERE listed_on = ? AND place > 0", (day,)
    )
    return DayOrder(day, rows)


def write_places(connection: sqlite3.Connection, places: Mapping[int, int]) -> None:
    """Write the places of papers by key, all at once: one may take what another has just left."""
    connection.executemany("UPDATE paper SET place = -id WHERE id = ?", [(key,) for key in places])
    connection.executemany(
        "UPDATE paper SET place = ? WHERE id = ?", [(place, key) for key, place in places.items()]
    )
