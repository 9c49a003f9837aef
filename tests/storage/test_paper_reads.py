"""Rows, papers in full, ids and counts."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.counts import LibraryCounts
from readinglist.domain.errors import SourceUnavailableError
from readinglist.domain.paper import PaperDetail, PaperRow
from readinglist.domain.synced_day import DayCount, DayStatus
from readinglist.domain.tag import TagInUse
from readinglist.library.library import Library
from readinglist.library.sync import Sync
from tests.papers import MONDAY, TUESDAY, ListedDays, made_up_listing, made_up_paper


def sync(library: Library, source: ListedDays, *days: date) -> None:
    Sync(library, source, CancelToken()).run(days)


@pytest.fixture
def two_papers(library: Library) -> Library:
    listings = [made_up_listing(1), made_up_listing(2, authors=tuple("ABCDE"))]
    sync(library, ListedDays({MONDAY: listings}), MONDAY)
    library.edits.set_starred([2], starred=True)
    library.edits.set_tagged([2], "rl", tagged=True)
    library.edits.set_tagged([2], "Agents", tagged=True)
    library.edits.set_note(2, "mine").result()
    return library


def test_rows(two_papers: Library) -> None:
    assert two_papers.papers.rows([2, 77, 1]).result() == [
        PaperRow(
            key=2,
            paper_id="2506.00002",
            title="Paper 2 on Learning",
            authors="A, B, C",
            author_count=5,
            listed_on="2025-06-02",
            upvotes=2,
            comments=1,
            starred=True,
            read=False,
            has_note=True,
            tags=("Agents", "rl"),
        ),
        PaperRow(
            key=1,
            paper_id="2506.00001",
            title="Paper 1 on Learning",
            authors="Ada Lovelace, Blaise Pascal",
            author_count=2,
            listed_on="2025-06-02",
            upvotes=1,
            comments=1,
            starred=False,
            read=False,
            has_note=False,
            tags=(),
        ),
    ]


def test_details(two_papers: Library) -> None:
    first, second = two_papers.papers.details([1, 2]).result()
    assert first == PaperDetail(
        key=1,
        paper_id="2506.00001",
        paper=made_up_paper(1),
        citation_key="lovelace2025paper",
        featured_on=("2025-06-02",),
    )
    assert (second.starred, second.note, second.tags) == (True, "mine", ("Agents", "rl"))


@pytest.mark.parametrize("keys", [[], [5], range(3, 2000)])
def test_unknown_keys_are_left_out(keys: Sequence[int], two_papers: Library) -> None:
    assert two_papers.papers.rows(keys).result() == []
    assert two_papers.papers.details(keys).result() == []


def test_ids(annotated: Library) -> None:
    """Paper 60 has no arXiv id there, and only such a paper goes by its number."""
    asked = ["2506.02096", "2506.99999", "local:60", "local:1", "local:", "local:x", "60", ""]
    found = annotated.papers.keys_of_ids(asked).result()
    assert set(found) == {"2506.02096", "local:60"}
    assert found["local:60"] == 60
    assert annotated.papers.rows([60]).result()[0].paper_id == "local:60"


def test_counts(two_papers: Library) -> None:
    two_papers.edits.set_read([1], read=True).result()
    counts = two_papers.papers.counts().result()
    assert counts == LibraryCounts(
        papers=2,
        unread=1,
        starred=1,
        tags=(TagInUse("Agents", 1), TagInUse("rl", 1)),
        newest_day="2025-06-02",
        newest_day_papers=2,
        last_sync=counts.last_sync,
    )
    assert counts.last_sync.endswith("+00:00")


def test_counts_of_an_empty_library(library: Library) -> None:
    assert library.papers.counts().result() == LibraryCounts()


def test_days(two_papers: Library) -> None:
    wednesday = TUESDAY + timedelta(days=1)
    days = ListedDays(
        {
            TUESDAY: [made_up_listing(1, TUESDAY), made_up_listing(3, TUESDAY)],
            wednesday: SourceUnavailableError("No network."),
        }
    )
    sync(two_papers, days, TUESDAY, wednesday, wednesday + timedelta(days=1))
    assert two_papers.papers.days("2025-06-02", "2025-06-30").result() == [
        DayCount("2025-06-02", 2, DayStatus.COMPLETE),
        DayCount("2025-06-03", 2, DayStatus.COMPLETE),
        DayCount("2025-06-04", 0, DayStatus.FAILED),
        DayCount("2025-06-05", 0, DayStatus.EMPTY),
    ]
    assert two_papers.papers.days("2025-06-03", "2025-06-03").result() == [
        DayCount("2025-06-03", 2, DayStatus.COMPLETE)
    ]
