"""Ranks: new ones fit between any two, however often papers were moved."""

from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.rank import ranks_between

LONGEST_AFTER_A_THOUSAND_APPENDED = 8


@given(data=st.data(), counts=st.lists(st.integers(0, 4), min_size=1, max_size=40))
def test_ranks_sort_as_they_were_asked_for(data: st.DataObject, counts: list[int]) -> None:
    ranks: list[str] = []
    for count in counts:
        position = data.draw(st.integers(0, len(ranks)))
        below = ranks[position - 1] if position else ""
        above = ranks[position] if position < len(ranks) else ""
        new = ranks_between(below, above, count)
        assert len(new) == count
        ranks[position:position] = new
        assert ranks == sorted(set(ranks))


def test_papers_added_one_by_one_have_short_ranks() -> None:
    at_the_end = at_the_beginning = ranks_between("", "", 1)[0]
    for _ in range(1000):
        (at_the_end,) = ranks_between(at_the_end, "", 1)
        (at_the_beginning,) = ranks_between("", at_the_beginning, 1)
        assert len(at_the_end) == len(at_the_beginning) == LONGEST_AFTER_A_THOUSAND_APPENDED


def test_a_hundred_thousand_fit_anywhere() -> None:
    low, high = ranks_between("", "", 2)
    between = ranks_between(low, high, 100_000)
    assert [low, *between, high] == sorted({low, *between, high})
    assert max(map(len, between)) <= 12
