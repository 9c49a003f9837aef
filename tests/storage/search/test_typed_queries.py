"""Whatever is typed, the indexed search finds what a scan of all papers finds."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.domain.paper import PaperDetail
from readinglist.domain.query_parser import parse_query
from readinglist.domain.sorting import NEWEST_FIRST, Sort, SortColumn
from readinglist.library.library import Library
from readinglist.storage.search import lists
from readinglist.storage.search.lists import beginning
from tests.storage.search.condition_oracle import matches

TODAY = date(2025, 6, 6)

WORDS = (
    "a the of learning learn l model models mode large language reinforcement vision video 3d "
    "gpt-4o self-supervised state-of-the-art wang li zhang chen Müller 2506.01939 rl über x zz"
).split()
PHRASES = (
    "large language models",
    "language model",
    "reinforcement lear",
    "of the",
    "in this paper",
    "Wei Wang",
    "models large",
    "naïve BOUND",
)
FIELDS = ("title", "author", "abstract", "tag", "note", "org", "key", "id", "source")
VALUES = (
    *("is:starred", "is:unread", "is:read", "has:code", "has:project", "has:note", "has:pdf"),
    *("has:tag", "tag:rl", "tag:rl/", "tag:rlhf", "tag:r*", 'tag:"50% off_ish"', "tag:none"),
    *("date:2025-06-03", "date:2025-06", "date:2025", "since:2025-06-04", "since:2d", "until:1d"),
    *("date:2025-06-02..2025-06-04", "published:<2025-06", "published:2025-05", "date:>today"),
    *("published:0001", "published:>2999", "until:0999-12-31", "since:1000-01-01"),
    *("upvotes:>20", "upvotes:0", "upvotes:<=3", "upvotes:5..40", "upvotes:64", "upvotes:>=64"),
    *("comments:>0", "comments:2", "authors:>10", "authors:1", "authors:..4", "upvotes:99999999"),
    *("source:daily-papers", "source:d*", "id:2506.0", "id:2506.01939", "id:local:60", "key:w*"),
)

word = st.sampled_from(WORDS).flatmap(
    lambda text: st.sampled_from([text, text[: max(len(text) // 2, 1)], text + "*", text.upper()])
)
phrase = st.sampled_from(PHRASES).flatmap(lambda text: st.sampled_from([f'"{text}"', f'"{text}"*']))
fielded = st.builds("{}:{}".format, st.sampled_from(FIELDS), st.one_of(word, phrase))
term = st.one_of(word, phrase, fielded, st.sampled_from(VALUES))
queries = st.recursive(
    term,
    lambda inner: st.one_of(
        inner.map("-{}".format),
        inner.map("NOT {}".format),
        inner.map("({})".format),
        inner.map("-({})".format),
        st.builds("{}:({})".format, st.sampled_from(FIELDS), inner),
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        st.lists(inner, min_size=2, max_size=3).map(" OR ".join),
    ),
    max_leaves=8,
)


@settings(max_examples=2000)
@given(typed=queries, typing=st.booleans())
def test_the_index_finds_what_a_scan_finds(
    typed: str, typing: bool, annotated: Library, details: list[PaperDetail]
) -> None:
    condition = parse_query(typed, today=TODAY, typing=typing).condition
    scanned = [detail.key for detail in details if matches(condition, detail)]
    assert list(annotated.papers.keys(condition, NEWEST_FIRST).result()) == scanned
    assert annotated.papers.count_matching(condition).result().papers == len(scanned)
    first = annotated.papers.search(condition, NEWEST_FIRST).result()
    assert [row.key for row in first.rows] == scanned[: len(first.rows)]
    assert first.is_whole == (len(first.rows) == len(scanned))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let searches give up after a few rows, as they do in libraries a thousand times as large."""
    monkeypatch.setattr(lists, "_FIRST_LOOK", 4)
    monkeypatch.setattr(lists, "_MOST_CANDIDATES", 20)
    monkeypatch.setattr(lists, "_WORTH_CHECKING", 2)
    monkeypatch.setattr(lists, "_FEW", 10)
    monkeypatch.setattr(lists, "_MOST_WALKED", 30)


sorts = st.builds(Sort, st.sampled_from(SortColumn), st.booleans())


@pytest.mark.usefixtures("impatient")
@settings(max_examples=2000)
@given(typed=queries, sort=sorts, length=st.integers(1, 60))
def test_a_beginning_is_never_wrong(
    typed: str, sort: Sort, length: int, annotated: Library
) -> None:
    condition = parse_query(typed, today=TODAY, typing=True).condition
    whole = list(annotated.papers.keys(condition, sort).result())
    reader = annotated.database.search_reader
    first = reader.read(lambda c: beginning(c, condition, sort, length)).result()
    assert first.keys == whole[: len(first.keys)]
    assert len(first.keys) <= length
    if first.is_whole:
        assert first.keys == whole
    elif sort.column is SortColumn.LISTED:
        assert len(first.keys) == length
