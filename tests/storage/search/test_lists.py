"""Conditions as SQL find what the same conditions in plain Python find."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.paper import PaperDetail
from readinglist.domain.query import (
    AllOf,
    AnyOf,
    ByRule,
    Condition,
    Counted,
    Dated,
    DateField,
    Everything,
    Exact,
    ExactField,
    Flag,
    InList,
    Is,
    Not,
    NumberField,
    Tagged,
    Text,
    TextField,
)
from readinglist.domain.query_parser import parse_query
from readinglist.domain.sorting import NAMED_SORTS, NEWEST_FIRST, Sort, SortColumn, by_hand
from readinglist.library.library import Library
from readinglist.storage.search.lists import ListBeginning, beginning
from tests.storage.search.condition_oracle import matches

TODAY = date(2025, 6, 6)
EMPTY_OR_ALL: tuple[Condition, ...] = (
    Everything(),
    Text("qzxqzx"),
    Text("research", TextField.ORGANIZATION),  # the recorded days have no organisations
    Text("Schrodinger", TextField.TITLE),
    Tagged("r"),
    InList("Related 100"),
    ByRule("a"),
    Counted(NumberField.UPVOTES, 2**62, None),
    Counted(NumberField.UPVOTES, None, -1),
    Counted(NumberField.AUTHORS, None, 2**70),
    Counted(NumberField.AUTHORS, -(2**70), None),
    Dated(DateField.PUBLISHED, None, None),
    Exact(ExactField.ARXIV_ID, "2506.0115"),
    Exact(ExactField.SOURCE, "Daily-Papers"),
    Exact(ExactField.SOURCE, "arxiv"),
    Exact(ExactField.CITATION_KEY, "%"),
)
CONDITIONS: list[Condition] = [
    *EMPTY_OR_ALL,
    *(Is(flag) for flag in Flag),
    *(Text("learning", field) for field in (TextField.ANY, TextField.TITLE, TextField.ABSTRACT)),
    Text("reinforcement learning"),
    Text("learn", prefix=True),
    Text("REINFORCEMENT Lear", TextField.ABSTRACT, prefix=True),
    Text("wang", TextField.AUTHOR),
    Text("naive bound", TextField.NOTE),
    Text("schrodinger", TextField.NOTE),
    Text("COMP", TextField.NOTE, prefix=True),
    Tagged("rl"),
    Tagged("RL"),
    Tagged("rl", prefix=True),
    Tagged("rl/offline"),
    Tagged("50% off_ish"),
    InList("reading GROUP"),
    InList("re", prefix=True),
    InList("Related 100%"),
    ByRule("agents"),
    ByRule("AG", prefix=True),
    Counted(NumberField.RATING, 4, None),
    Counted(NumberField.RATING, 3, 3),
    Counted(NumberField.RATING, None, 0),
    Dated(DateField.LISTED, date(2025, 6, 4), date(2025, 6, 4)),
    Dated(DateField.LISTED, date(2025, 6, 5), None),
    Dated(DateField.LISTED, None, date(2025, 6, 2)),
    Dated(DateField.PUBLISHED, date(2025, 6, 1), date(2025, 6, 3)),
    Counted(NumberField.UPVOTES, 20, None),
    Counted(NumberField.UPVOTES, None, 3),
    Counted(NumberField.COMMENTS, 2, 3),
    Counted(NumberField.AUTHORS, 10, 12),
    Exact(ExactField.ARXIV_ID, "2506.0", prefix=True),
    Exact(ExactField.ARXIV_ID, "local:60"),
    Exact(ExactField.CITATION_KEY, "WANG", prefix=True),
]


def found(library: Library, condition: Condition, sort: Sort = NEWEST_FIRST) -> list[int]:
    return list(library.papers.keys(condition, sort).result())


def begun(library: Library, condition: Condition, sort: Sort, length: int) -> ListBeginning:
    """Return the beginning of a list as the window asks for it, but of any length."""
    reader = library.database.search_reader
    return reader.read(lambda c: beginning(c, condition, sort, length)).result()


def assert_begins(library: Library, condition: Condition, sort: Sort, length: int) -> None:
    """Check that a beginning is one: nothing wrong, nothing left out, and sure of its end."""
    first, whole = begun(library, condition, sort, length), found(library, condition, sort)
    assert first.keys == whole[: len(first.keys)]
    assert len(first.keys) == min(length, len(whole))
    assert first.is_whole == (len(whole) <= length)


def expected(details: list[PaperDetail], condition: Condition) -> list[int]:
    return sorted(detail.key for detail in details if matches(condition, detail))


@pytest.mark.parametrize("condition", CONDITIONS, ids=repr)
def test_every_kind_of_condition(
    condition: Condition, annotated: Library, details: list[PaperDetail]
) -> None:
    keys = expected(details, condition)
    assert sorted(found(annotated, condition)) == keys
    assert sorted(found(annotated, Not(condition))) == expected(details, Not(condition))
    if condition not in EMPTY_OR_ALL and condition != Is(Flag.HAS_PDF):
        assert 0 < len(keys) < len(details), "the condition tells no papers apart"


def test_counts_of_a_condition(annotated: Library, details: list[PaperDetail]) -> None:
    counts = annotated.papers.count_matching(Tagged("rl")).result()
    tagged = [detail for detail in details if matches(Tagged("rl"), detail)]
    assert counts.papers == len(tagged)
    assert counts.unread == sum(not detail.read for detail in tagged)
    assert counts.starred == sum(detail.starred for detail in tagged)


leaves = st.sampled_from(CONDITIONS)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=4).map(lambda parts: AllOf(tuple(parts))),
        st.lists(inner, min_size=2, max_size=4).map(lambda parts: AnyOf(tuple(parts))),
    ),
    max_leaves=12,
)


@given(condition=trees)
def test_any_combination_of_conditions(
    condition: Condition, annotated: Library, details: list[PaperDetail]
) -> None:
    assert sorted(found(annotated, condition)) == expected(details, condition)


sorts = st.builds(
    Sort, st.sampled_from(SortColumn), st.booleans(), st.sampled_from(["", "Reading group", "gone"])
)


@given(condition=trees, sort=sorts, length=st.integers(1, 140))
def test_every_list_has_its_beginning(
    condition: Condition, sort: Sort, length: int, annotated: Library
) -> None:
    assert_begins(annotated, condition, sort, length)


@given(condition=trees, known=st.integers(0, 140))
def test_what_came_in_since_is_counted(
    condition: Condition, known: int, annotated: Library, details: list[PaperDetail]
) -> None:
    newer = annotated.papers.newer(condition, known).result()
    keys = expected(details, condition)
    assert (newer.papers, newer.added) == (len(keys), sum(key > known for key in keys))


def test_many_conditions_at_once(annotated: Library, details: list[PaperDetail]) -> None:
    words = tuple(Text(detail.paper.title.split()[0]) for detail in details) * 10
    for condition in (AnyOf(words), AnyOf(tuple(Not(word) for word in words))):
        assert sorted(found(annotated, condition)) == expected(details, condition)


@pytest.mark.parametrize("opening", ["(is:read OR a ", "-(is:read ", "-(is:read OR tag:rl -b "])
def test_deep_nesting(opening: str, annotated: Library, details: list[PaperDetail]) -> None:
    """SQLite's parser gives up on brackets long before ours does."""
    typed = opening * 32 + "is:starred" + ")" * 32
    condition = parse_query(typed, today=TODAY).condition
    assert sorted(found(annotated, condition)) == expected(details, condition)
    counts = annotated.papers.count_matching(condition).result()
    assert counts.papers == len(expected(details, condition))


def test_a_sum_of_deep_and_wide_conditions(annotated: Library, details: list[PaperDetail]) -> None:
    condition: Condition = Is(Flag.STARRED)
    for level in range(12):
        words = tuple(Text(detail.paper.title.split()[0]) for detail in details[level : level + 20])
        condition = Not(AllOf((AnyOf((condition, *words)), Is(Flag.READ))))
    assert sorted(found(annotated, condition)) == expected(details, condition)


ODD_TEXTS = [
    '"', '""', '"a', 'a"', "'", "*", "a*", "^a", "-", "--", "-a", "a-b", "(", ")", "()", "a OR",
    "AND", "OR OR", "NOT", "NEAR(a b)", "title:", "title:(", "a:b:c", "{a}", "+a", "a + b", "\\",
    "%", "_", "\0", "a\0b", ";", "--;DROP TABLE paper", "C++", "C#", "…", "🙂", "\ud800", "ﬁ", "ß",
    "注意", "\u202e", "\N{MATHEMATICAL SCRIPT CAPITAL A}", "a" * 5000,
    "a " * 500, "(" * 200 + "a", "- " * 50, "x:" * 40,
]  # fmt: skip


@pytest.mark.parametrize("typed", ODD_TEXTS, ids=ascii)
@pytest.mark.parametrize("typing", [False, True])
def test_odd_text_never_fails(typed: str, typing: bool, annotated: Library) -> None:
    found(annotated, parse_query(typed, today=TODAY, typing=typing).condition)


OPERATORS = [
    '"',
    "(",
    ")",
    "-",
    "OR",
    "AND",
    "NOT",
    "NEAR",
    "*",
    ":",
    "^",
    "+",
    "{",
    "}",
    " ",
    "\n",
]
FIELDS = [
    "title:",
    "tag:",
    "note:",
    "is:",
    "since:",
    "upvotes:>",
    "key:",
    "id:",
    "%",
    "_",
    "\\",
    "\0",
]
syntax = st.sampled_from(OPERATORS + FIELDS)


@given(
    typed=st.lists(st.one_of(syntax, st.text(max_size=8)), max_size=12).map("".join),
    typing=st.booleans(),
)
def test_whatever_is_typed_is_answered(typed: str, typing: bool, annotated: Library) -> None:
    found(annotated, parse_query(typed, today=TODAY, typing=typing).condition)


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"])), prefix=st.booleans())
@pytest.mark.parametrize("field", TextField)
def test_any_words_are_answered(
    field: TextField, text: str, prefix: bool, annotated: Library
) -> None:
    found(annotated, Text(text, field, prefix))
    found(annotated, AllOf((Text(text, field, prefix), Text("learning"))))


def sort_value(column: SortColumn, detail: PaperDetail) -> object:
    tags = sorted(detail.tags, key=str.lower)
    return {
        SortColumn.LISTED: detail.featured_on[-1],
        SortColumn.STAR: detail.starred,
        SortColumn.TITLE: ascii_lower(detail.paper.title),
        SortColumn.AUTHORS: ascii_lower(", ".join(detail.paper.authors[:3])),
        SortColumn.UPVOTES: detail.paper.upvotes,
        SortColumn.COMMENTS: detail.paper.comments,
        SortColumn.TAGS: ascii_lower(tags[0]) if tags else "",
        SortColumn.PUBLISHED: detail.paper.published,
    }[column]


def ascii_lower(text: str) -> str:
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)


COLUMNS = [column for column in SortColumn if column is not SortColumn.HAND]


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("descending", [False, True])
def test_every_order(
    column: SortColumn, descending: bool, annotated: Library, details: list[PaperDetail]
) -> None:
    by_key = {detail.key: detail for detail in details}
    keys = found(annotated, Everything(), Sort(column, descending))
    assert sorted(keys) == sorted(by_key)
    values = [sort_value(column, by_key[key]) for key in keys]
    if column is SortColumn.TAGS:  # papers without a tag come last, whichever way
        assert "" not in values[: values.index("")]
        assert set(values[values.index("") :]) == {""}
        values = values[: values.index("")]
    assert values == sorted(values, reverse=descending)  # type: ignore[type-var]  # of one type


def test_the_order_made_by_hand(annotated: Library) -> None:
    assert found(annotated, InList("Reading group"), by_hand("reading group")) == [30, 10, 20]
    newest_first = found(annotated, Everything())
    others = [key for key in newest_first if key not in {30, 10, 20}]
    everything = found(annotated, Everything(), by_hand("Reading group"))
    assert everything == [30, 10, 20, *others]
    queue = found(annotated, AllOf((Not(Is(Flag.HAS_RULE)), Not(Is(Flag.DONE)))), by_hand())
    assert queue[:6] == [3, 5, 12, 40, 6, 13]


@pytest.mark.parametrize("name", NAMED_SORTS)
def test_equal_papers_follow_newest_first(
    name: str, annotated: Library, details: list[PaperDetail]
) -> None:
    sort = NAMED_SORTS[name]
    by_key = {detail.key: detail for detail in details}
    keys = found(annotated, Everything(), sort)
    for earlier, later in pairwise(keys):
        before, after = by_key[earlier], by_key[later]
        if sort_value(sort.column, before) == sort_value(sort.column, after):
            assert before.featured_on[-1] >= after.featured_on[-1]
