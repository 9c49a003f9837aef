"""What a live file is for, and how it is told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.export_options import ExportOptions
from readinglist.domain.live_file import (
    LiveFile,
    LiveQuery,
    LiveState,
    condition_of,
    live_query,
    query_of_place,
    read_options,
    written_options,
)
from readinglist.domain.place import (
    ALL_PAPERS,
    DONE,
    HIDDEN,
    QUEUE,
    STARRED,
    UNREAD,
    Place,
    PlaceKind,
    place_of_day,
    place_of_list,
    place_of_search,
    place_of_tag,
)
from readinglist.domain.query import all_of
from readinglist.domain.query_names import named_term, names_in, with_renamed
from readinglist.domain.query_parser import parse_query

TODAY = date(2025, 6, 6)
PLACES = [
    *(ALL_PAPERS, UNREAD, STARRED, QUEUE, DONE, HIDDEN, place_of_day(date(2025, 6, 3))),
    *(place_of_list("Related work"), place_of_tag("rl/deep"), place_of_search("a", "b OR c")),
    *(place_of_list("OR"), place_of_list("(a"), place_of_tag("a b")),
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("typed", ["", "is:read OR upvotes:>5"])
def test_a_place_and_a_filter_ask_for_what_is_shown(place: Place, typed: str) -> None:
    query = query_of_place(place, typed)
    assert query is not None
    shown = all_of(place.condition(TODAY), parse_query(typed, today=TODAY).condition)
    assert condition_of(query, place.query, TODAY) == shown


def test_a_name_that_no_query_can_hold_is_kept_by_itself_alone() -> None:
    place = place_of_list('My "best"*')
    assert query_of_place(place) == LiveQuery('My "best"*', PlaceKind.LIST)
    assert query_of_place(place, "is:read") is None


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ('list:"Related work"', LiveQuery("Related work", PlaceKind.LIST)),
        ("tag:rl/", LiveQuery("rl", PlaceKind.TAG)),
        ("tag:rl*", LiveQuery("tag:rl*")),
        ("list:a  is:read", LiveQuery("list:a is:read")),
        ("-list:a", LiveQuery("-list:a")),
    ],
)
def test_a_query_for_a_whole_list_or_tag_follows_its_name(text: str, query: LiveQuery) -> None:
    assert live_query(text, TODAY) == query


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("list:old", 'list:"New (one)"'),
        ('list:"OLD" is:read', 'list:"New (one)" is:read'),
        ("-list:old OR (list:old -is:read)", '-list:"New (one)" OR (list:"New (one)" -is:read)'),
        ("list:(old OR other)", 'list:(list:"New (one)" OR other)'),
        ("list:old* title:old old tag:old", "list:old* title:old old tag:old"),
        ('list:"old', 'list:"New (one)"'),
        ("list:older list:", "list:older list:"),
    ],
)
def test_names_in_a_query_are_renamed(before: str, after: str) -> None:
    def renamed(name: str) -> str | None:
        return "New (one)" if name.lower() == "old" else None

    assert with_renamed(before, "list", renamed) == after


@given(st.text('abl:()"* -ORtgis', max_size=40))
def test_a_query_in_which_nothing_is_renamed_stays(text: str) -> None:
    assert with_renamed(text, "list", lambda _name: None) == text


@given(st.text('ab:()"*/ -OR', min_size=1, max_size=10))
def test_a_term_asks_for_the_name_it_was_made_of(name: str) -> None:
    term = named_term("list", name)
    if term is not None:
        (named,) = names_in(parse_query(term, today=TODAY).condition)
        assert named == parse_query(f'list:"{name}"', today=TODAY).condition
        assert getattr(named, "name", "") == name


@pytest.mark.parametrize("written", ["", "{", "[]", '{"abstract":1}', '{"other":true}'])
def test_options_that_make_no_sense_are_the_defaults(written: str) -> None:
    defaults = ExportOptions(notes=True)
    assert read_options(written, defaults, ("abstract", "notes")) == defaults


def test_options_of_the_format_are_kept() -> None:
    chosen = ExportOptions(abstract=True, tags=True, most_authors=3)
    choices = ("abstract", "most_authors")
    kept = read_options(written_options(chosen, choices), ExportOptions(), choices)
    assert kept == ExportOptions(abstract=True, most_authors=3)


def test_states_are_told() -> None:
    file = LiveFile(1, "/a", LiveQuery("x"), "ids")
    assert (file.state, file.told_state(TODAY)) == (LiveState.NEW, "not written yet")
    written = LiveFile(1, "/a", LiveQuery("x"), "ids", written_at="2025-06-01T12:00:00+00:00")
    assert written.told_state(TODAY).startswith("up to date · written 2025-06-01 ")
    failed = LiveFile(1, "/a", LiveQuery("x"), "ids", problem="There is no folder.")
    assert (failed.state, failed.told_state(TODAY)) == (LiveState.FAILED, "There is no folder.")
