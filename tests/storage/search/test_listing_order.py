"""Places: always in the order of the list, never two the same, and few papers move."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.errors import LibraryFileError
from readinglist.storage.search import listing_order
from readinglist.storage.search.listing_order import DayOrder

DAY = "2025-06-03"
SLOTS = 1 << 20

few_upvotes = st.integers(0, 40)
any_upvotes = st.one_of(few_upvotes, st.integers(0, 2**40), st.just(0))


class Shelf:
    """Papers of one day as a library keeps them: their upvotes and places by key."""

    def __init__(self) -> None:
        self.papers: dict[int, tuple[int, int]] = {}

    def order(self) -> DayOrder:
        return DayOrder(DAY, [(up, key, place) for key, (up, place) in self.papers.items()])

    def take_over(self, order: DayOrder) -> None:
        for key, place in order.moved.items():
            self.papers[key] = (self.papers[key][0], place)

    def assert_in_order(self) -> None:
        places = [
            place for _rank, place in sorted(((u, k), p) for k, (u, p) in self.papers.items())
        ]
        assert places == sorted(set(places))
        first = date.fromisoformat(DAY).toordinal() * SLOTS
        assert all(first <= place < first + SLOTS for place in places)


@given(batches=st.lists(st.lists(any_upvotes, max_size=60), max_size=6), data=st.data())
def test_papers_come_and_change(batches: list[list[int]], data: st.DataObject) -> None:
    shelf, next_key = Shelf(), 1
    for batch in batches:
        order = shelf.order()
        for key in data.draw(st.lists(st.sampled_from(sorted(shelf.papers) or [0]), unique=True)):
            if not key:
                continue
            before, place = shelf.papers[key]
            upvotes = data.draw(any_upvotes)
            if order.still_fits(upvotes, key, before):
                shelf.papers[key] = (upvotes, place)
            else:
                order.remove(before, key)
                shelf.papers[key] = (upvotes, order.place(upvotes, key))
        for upvotes in batch:
            shelf.papers[next_key] = (upvotes, order.place(upvotes, next_key))
            next_key += 1
        shelf.take_over(order)
        shelf.assert_in_order()


def test_a_day_as_the_feed_brings_it_moves_no_paper() -> None:
    shelf = Shelf()
    for page in range(20):
        order = shelf.order()
        for number in range(50):
            key = page * 50 + number + 1
            upvotes = 0 if number % 2 else (number * number) // 20
            shelf.papers[key] = (upvotes, order.place(upvotes, key))
        assert order.moved == {}
    shelf.assert_in_order()


def test_a_crowded_day_is_numbered_anew() -> None:
    shelf = Shelf()
    order = shelf.order()
    for key in range(1, 6001):  # all with the same upvotes, each below the one before
        shelf.papers[10_000 - key] = (7, order.place(7, 10_000 - key))
    shelf.take_over(order)
    shelf.assert_in_order()


def test_a_day_that_is_full_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing_order, "_SLOTS", 64)
    first = date.fromisoformat(DAY).toordinal() * SLOTS
    full = DayOrder(DAY, [(0, key, first + key) for key in range(64)])
    with pytest.raises(LibraryFileError, match="63 papers on one day"):
        full.place(0, 1000)
