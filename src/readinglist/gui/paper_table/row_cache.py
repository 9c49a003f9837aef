"""The rows that were fetched lately, by key."""

from collections import OrderedDict
from collections.abc import Iterable

from readinglist.domain.paper import PaperRow

_CAPACITY = 4000
"""Rows; about 2 MB. A screen shows some fifty."""


class RowCache:
    """Keeps the most recently used rows."""

    def __init__(self, capacity: int = _CAPACITY) -> None:
        self._rows: OrderedDict[int, PaperRow] = OrderedDict()
        self._capacity = capacity

    def get(self, key: int) -> PaperRow | None:
        """Return a row and note that it was used."""
        row = self._rows.get(key)
        if row is not None:
            self._rows.move_to_end(key)
        return row

    def peek(self, key: int) -> PaperRow | None:
        """Return a row without counting as a use."""
        return self._rows.get(key)

    def add(self, rows: Iterable[PaperRow]) -> None:
        """Add or replace rows; the least recently used ones make room."""
        for row in rows:
            self._rows[row.key] = row
            self._rows.move_to_end(row.key)
        while len(self._rows) > self._capacity:
            self._rows.popitem(last=False)

    def held(self, keys: Iterable[int]) -> list[int]:
        """Return which of the keys are in the cache."""
        return [key for key in keys if key in self._rows]

    def all_keys(self) -> list[int]:
        """Return the keys of all rows in the cache."""
        return list(self._rows)
