"""Keys of a list, packed: a sequence like any other, and what SQLite puts together."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.key_list import LARGEST_KEY, KeyList
from readinglist.storage.search.lists import PACKED

keys_of_papers = st.lists(
    st.one_of(st.integers(0, 70_000), st.integers(0, LARGEST_KEY), st.just(LARGEST_KEY))
)


@given(keys=keys_of_papers, start=st.integers(-9, 9), stop=st.integers(-9, 9))
def test_it_is_a_sequence(keys: list[int], start: int, stop: int) -> None:
    packed = KeyList.of(keys)
    assert len(packed) == len(keys)
    assert list(packed) == keys
    assert [packed[position] for position in range(len(keys))] == keys
    assert list(packed[start:stop]) == keys[start:stop]
    assert list(packed[::2]) == keys[::2]
    assert packed == KeyList.of(keys)
    assert hash(packed) == hash(KeyList.of(keys))


@given(keys=keys_of_papers, other=st.integers(-5, LARGEST_KEY + 5))
def test_positions(keys: list[int], other: int) -> None:
    packed = KeyList.of(keys)
    for key in [*keys, other]:
        assert packed.position_of(key) == (keys.index(key) if key in keys else None)


@given(keys=keys_of_papers, length=st.integers(0, 9))
def test_beginnings(keys: list[int], length: int) -> None:
    packed = KeyList.of(keys)
    assert packed.begins_with(packed[:length])
    assert not packed.begins_with(KeyList.of([*keys, 7]))


@pytest.mark.parametrize("position", [3, -4, 100])
def test_there_is_nothing_beyond_the_ends(position: int) -> None:
    with pytest.raises(IndexError):
        KeyList.of([1, 2, 3])[position]


@given(keys=keys_of_papers)
def test_sqlite_packs_them_alike(keys: list[int]) -> None:
    connection = sqlite3.connect(":memory:")
    rows = ", ".join(f"({key})" for key in keys) or "(0)"
    statement = f"WITH listed (id) AS (VALUES {rows}) {PACKED} FROM listed"
    (characters,) = connection.execute(statement).fetchone()
    connection.close()
    assert KeyList.from_characters(characters) == KeyList.of(keys or [0])
