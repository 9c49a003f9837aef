"""An item may be anything that JSON can hold: it is read or refused, and nothing else is raised."""

import copy
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.domain.arxiv_id import parse_arxiv_id
from readinglist.domain.paper import Listing
from readinglist.sources.daily_papers_item import MalformedRowError, parse_item, row_name
from tests.sources.test_daily_papers_item import DAY, DAYS, ODD_ROWS

REAL_ROWS = [*ODD_ROWS.values(), *(row for rows in DAYS.values() for row in rows[::10])]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def assert_sound(listing: Listing) -> None:
    read = listing.paper
    assert read.arxiv_id is not None
    assert parse_arxiv_id(read.arxiv_id) == read.arxiv_id
    assert read.title
    assert all(read.authors)
    assert read.authors
    assert 0 <= read.upvotes <= 2**31
    for text in (read.title, read.abstract, read.organization, *read.keywords, listing.raw):
        text.encode("utf-8")
    assert not any(sign in read.title for sign in "\n\x00\u202e")
    json.loads(listing.raw, parse_constant=pytest.fail)


@settings(deadline=None)
@given(json_values, st.none() | st.dates())
def test_any_value_is_read_or_refused(item: object, requested: date | None) -> None:
    try:
        assert_sound(parse_item(item, requested))
    except MalformedRowError:
        assert row_name(item, 1)


def spots(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the way to each place within a JSON value."""
    found = [path] if path else []
    if isinstance(value, dict):
        for name, inner in value.items():
            found += spots(inner, (*path, name))
    if isinstance(value, list):
        for position, inner in enumerate(value):
            found += spots(inner, (*path, position))
    return found


@settings(deadline=None)
@given(st.data())
def test_a_spoilt_item_is_read_or_refused(data: st.DataObject) -> None:
    row = copy.deepcopy(data.draw(st.sampled_from(REAL_ROWS)))
    for _ in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from(spots(row)))
        place: Any = row
        for step in way:
            place = place[step]
        if isinstance(place, dict) and data.draw(st.booleans()):
            del place[last]
        else:
            place[last] = data.draw(json_values)
        if not row:
            return
    try:
        assert_sound(parse_item(row, DAY))
    except MalformedRowError:
        assert row_name(row, 1)
