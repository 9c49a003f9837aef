"""What holds for every text that anybody may type."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.query import AllOf, AnyOf, Condition, Everything, Not, Query
from readinglist.domain.query_lexer import tokens
from readinglist.domain.query_parser import parse_query

TODAY = date(2025, 11, 19)

_PIECES = (
    *("(", ")", '"', "-", "*", ":", "..", " ", " ", "\n", "/", "#", "+"),
    *("AND", "OR", "NOT", "a", "é", "注", "\x00", "\ud800", "2w", "2025-06", "2401.1234"),
    *(
        "title:",
        "tag:",
        "is:",
        "has:code",
        "since:",
        "date:",
        "upvotes:",
        "id:",
        "foo:",
        ">",
        "local:1",
    ),
)
ANY_TEXT = st.one_of(
    st.text(),
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
)
TERMS = st.sampled_from(
    [
        "a",
        '"b c"',
        "trans*",
        "title:x",
        "tag:rl",
        "is:read",
        "since:2w",
        "upvotes:>3",
        "C++",
        "foo:x",
    ]
)
WELL_FORMED = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(" OR ".join),
        inner.map("({})".format),
        inner.map("-({})".format),
        inner.map("NOT ({})".format),
    ),
    max_leaves=12,
)


def parse(text: str) -> Query:
    return parse_query(text, today=TODAY)


def depth(condition: Condition) -> int:
    match condition:
        case AllOf(conditions) | AnyOf(conditions):
            return 1 + max(depth(inner) for inner in conditions)
        case Not(inner):
            return 1 + depth(inner)
        case _:
            return 1


def assert_tidy(condition: Condition, *, whole: bool = True) -> None:
    """Everything stands alone or not at all, groups have two members, nothing is negated twice."""
    match condition:
        case Everything():
            assert whole
        case AllOf(conditions) | AnyOf(conditions):
            assert len(conditions) >= 2
            assert not any(type(inner) is type(condition) for inner in conditions)
            for inner in conditions:
                assert_tidy(inner, whole=False)
        case Not(inner):
            assert not isinstance(inner, Not)
            assert_tidy(inner, whole=False)


@given(ANY_TEXT, st.booleans())
def test_never_raises_and_gives_a_tidy_tree(text: str, typing: bool) -> None:
    query = parse_query(text, today=TODAY, typing=typing)
    assert_tidy(query.condition)
    assert all(part and part in text for part in query.as_text)
    assert len(set(query.as_text)) == len(query.as_text)


@given(st.dates(), ANY_TEXT)
def test_never_raises_on_any_day(today: date, text: str) -> None:
    parse_query(text + " since:9999y date:2m published:>9999", today=today)


@given(ANY_TEXT)
def test_white_space_around_it_changes_nothing(text: str) -> None:
    assert parse(f" \t{text}").condition == parse(text).condition
    assert parse(f"{text} \n").condition == parse(text).condition


@given(WELL_FORMED)
def test_double_negation_and_parentheses_change_nothing(text: str) -> None:
    assert parse(f"NOT NOT ({text})") == parse(text)
    assert parse(f"--({text})") == parse(text)
    assert parse(f"(({text}))") == parse(text)


@given(WELL_FORMED, WELL_FORMED)
def test_and_is_redundant(one: str, other: str) -> None:
    assert parse(f"({one}) AND ({other})") == parse(f"({one}) ({other})")


@given(ANY_TEXT)
def test_tokens_stand_where_they_say(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert text[end : token.start].strip() == ""
        assert token.text == text[token.start : token.end] != ""
        assert token.start <= token.value_start <= token.end or token.value_start == 0
        end = token.end
    assert text[end:].strip() == ""


def test_tokens_tell_completion_what_is_half_typed() -> None:
    last = tokens('graph tag:"to re')[-1]
    assert (last.field, last.value, last.start, last.value_start) == ("tag", "to re", 6, 10)
    assert (last.quoted, last.closed) == (True, False)


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        ")",
        '"',
        "-",
        "*",
        "a(",
        "-(",
        "(a OR ",
        "NOT ",
        "a OR ",
        "tag:(",
        "a(b)",
        "a:",
        '""*',
        "..",
    ],
)
@pytest.mark.parametrize("typing", [False, True])
def test_ten_thousand_of_anything(piece: str, typing: bool) -> None:
    started = time.process_time()
    query = parse_query(piece * 10_000, today=TODAY, typing=typing)
    # About 0.2 s; something quadratic would take minutes.
    assert time.process_time() - started < 5
    assert depth(query.condition) < 200
