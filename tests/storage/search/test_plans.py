"""What makes searches fast: indexes are walked in the order of the list and nothing is sorted."""

import sqlite3
from collections.abc import Callable, Iterator

import pytest

from readinglist.domain.query_parser import parse_query
from readinglist.domain.sorting import NEWEST_FIRST, Sort, SortColumn
from readinglist.library.library import Library
from readinglist.storage.connections import open_reader
from readinglist.storage.search.expression import Both, Either, Expression, Term, Terms, Without
from readinglist.storage.search.index import CREATE_INDEXES
from readinglist.storage.search.lists import beginning, whole_list
from readinglist.storage.search.terms import LONGEST_PREFIX
from tests.library_file import library_file
from tests.storage.search.test_typed_queries import TODAY

TYPED = (
    *("t", "mod", "transform", "neural net", "title:mod", "author:w", "-learning", "the -model"),
    *("is:unread learn", "is:starred x", "tag:rl model", "since:2w learn", "date:2025-06 video"),
    *("is:unread", "is:starred", "tag:rl", "since:2w", "has:code", "id:2506.01939", "2506.01939"),
)
Plan = list[str]
Explain = Callable[[Callable[[sqlite3.Connection], object]], Plan]


@pytest.fixture
def plans(annotated: Library) -> Iterator[Explain]:
    """Run a search on a connection of the test's own and return the plans of its statements."""
    connection = open_reader(library_file(annotated.folder))

    def of(search: Callable[[sqlite3.Connection], object]) -> Plan:
        statements: list[str] = []
        connection.set_trace_callback(statements.append)
        search(connection)
        connection.set_trace_callback(None)
        listing = [text for text in statements if "FROM paper" in text and "FROM tag" not in text]
        return [
            str(row[3])
            for text in listing
            for row in connection.execute(f"EXPLAIN QUERY PLAN {text}")
        ]

    yield of
    connection.close()


@pytest.mark.parametrize("typed", TYPED)
def test_the_newest_papers_are_read_off_the_index(typed: str, plans: Explain) -> None:
    condition = parse_query(typed, today=TODAY, typing=True).condition
    plan = plans(lambda c: beginning(c, condition, NEWEST_FIRST, 60))
    assert plan
    assert not [step for step in plan if "TEMP B-TREE" in step], plan
    whole_table = [step for step in plan if step.split()[:2] in (["SCAN", "p"], ["SCAN", "paper"])]
    assert not whole_table, plan


def test_all_papers_are_read_off_their_places(
    plans: Explain,
) -> None:
    condition = parse_query("", today=TODAY).condition
    assert plans(lambda c: beginning(c, condition, NEWEST_FIRST, 60)) == [
        "SCAN paper USING COVERING INDEX paper_place"
    ]
    assert "SCAN p USING COVERING INDEX paper_place" in plans(
        lambda c: whole_list(c, condition, NEWEST_FIRST)
    )


@pytest.mark.parametrize(
    "column",
    [
        SortColumn.TITLE,
        SortColumn.AUTHORS,
        SortColumn.UPVOTES,
        SortColumn.COMMENTS,
        SortColumn.PUBLISHED,
    ],
)
@pytest.mark.parametrize("descending", [False, True])
def test_other_orders_walk_an_index_of_their_own(
    column: SortColumn,
    descending: bool,
    plans: Explain,
) -> None:
    condition = parse_query("", today=TODAY).condition
    plan = plans(lambda c: beginning(c, condition, Sort(column, descending), 60))
    assert not [step for step in plan if "TEMP B-TREE" in step], plan


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_is_read_off_lists_that_the_index_has(typed: str) -> None:
    condition = parse_query(typed, today=TODAY, typing=True).condition
    vocabularies: list[Callable[[str], list[str] | None]] = [
        lambda beginning: [beginning, f"{beginning}s"],
        lambda _beginning: [],
        lambda _beginning: None,
    ]
    for words in vocabularies:
        streaming = Terms(lambda _condition: [3], words)
        terms = terms_of(streaming.bounds(condition).upper)
        assert all(len(term.text) <= LONGEST_PREFIX for term in terms if term.prefix)


def terms_of(expression: Expression) -> Iterator[Term]:
    match expression:
        case Term():
            yield expression
        case Without(part):
            yield from terms_of(part)
        case Both(parts) | Either(parts):
            for part in parts:
                yield from terms_of(part)


def test_the_index_has_lists_of_all_short_beginnings() -> None:
    lengths = " ".join(str(length) for length in range(1, LONGEST_PREFIX + 1))
    assert f"prefix='{lengths}'" in CREATE_INDEXES[0]


def test_a_search_is_few_statements(annotated: Library) -> None:
    connection = open_reader(library_file(annotated.folder))
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    for typed in TYPED:
        condition = parse_query(typed, today=TODAY, typing=True).condition
        statements.clear()
        beginning(connection, condition, NEWEST_FIRST, 60)
        # What the index reads from its own tables is told of as well.
        ours = [text for text in statements if text.startswith(("SELECT id", "SELECT p."))]
        ours = [text for text in ours if "FROM tag" not in text]
        assert len(ours) <= 2, (typed, ours)
    connection.close()
