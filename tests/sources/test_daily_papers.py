"""Whole days: pages, order, odd pages, and what is asked."""

import copy
from datetime import date
from typing import Any

import pytest

from readinglist import __version__
from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import CancelledError, UnexpectedAnswerError, UserFacingError
from readinglist.sources.daily_papers import DailyPapers, from_environment
from readinglist.sources.source import FetchedDay, Source
from tests.upstream import FakeUpstream, faults, recordings

COUNTS = {
    date(2025, 6, 2): 20,
    date(2025, 6, 3): 29,
    date(2025, 6, 4): 28,
    date(2025, 6, 5): 30,
    date(2025, 6, 6): 28,
}
DAY = date(2025, 6, 2)


def fetch(papers: DailyPapers, day: date = DAY) -> FetchedDay:
    return papers.fetch_day(day, CancelToken())


def ids(fetched: FetchedDay) -> list[str | None]:
    return [listing.paper.arxiv_id for listing in fetched.listings]


def many_rows(count: int) -> list[recordings.Row]:
    pattern: dict[str, Any] = recordings.load("2025-01-22T0416")[0]
    rows = []
    for number in range(count):
        row = copy.deepcopy(pattern)
        row["paper"]["id"] = f"2501.{number:05d}"
        row["paper"]["upvotes"] = count - number
        rows.append(row)
    return rows


@pytest.mark.parametrize(("day", "count"), COUNTS.items())
def test_a_day_is_read_as_it_was_recorded(
    papers: DailyPapers, upstream: FakeUpstream, day: date, count: int
) -> None:
    fetched = fetch(papers, day)
    assert len(fetched.listings) == count
    assert not fetched.skipped
    assert {listing.featured_on for listing in fetched.listings} == {day}
    assert ids(fetched) == [row["paper"]["id"] for row in upstream.days[day.isoformat()]]
    assert len(upstream.requests) == 1


def test_a_day_grows(papers: DailyPapers, upstream: FakeUpstream) -> None:
    later = upstream.days["2025-01-22"]
    upstream.days["2025-01-22"] = recordings.load("2025-01-22T0416")
    morning = fetch(papers, date(2025, 1, 22))
    upstream.days["2025-01-22"] = later
    afternoon = fetch(papers, date(2025, 1, 22))
    assert len(morning.listings) == 1
    assert len(afternoon.listings) == 13
    assert set(ids(morning)) < set(ids(afternoon))


def test_a_day_without_papers_is_empty(papers: DailyPapers) -> None:
    assert fetch(papers, date(2025, 6, 7)) == FetchedDay((), ())


@pytest.mark.parametrize("count", [1, 49, 50, 51, 99, 100, 101, 150, 200, 250, 333])
def test_all_pages_are_read(papers: DailyPapers, upstream: FakeUpstream, count: int) -> None:
    upstream.days["2025-06-02"] = many_rows(count)
    assert ids(fetch(papers)) == [row["paper"]["id"] for row in many_rows(count)]


def test_a_page_of_fifty_may_be_cut_off(papers: DailyPapers, upstream: FakeUpstream) -> None:
    assert len(fetch(papers, date(2025, 9, 30)).listings) == 50
    assert [request.query["p"] for request in upstream.requests] == ["0", "1"]


def test_a_service_that_heeds_no_limit(papers: DailyPapers, upstream: FakeUpstream) -> None:
    rows = many_rows(70)
    upstream.inject(faults.value(rows[:50]), page=0)
    upstream.inject(faults.value(rows[50:]), page=1)
    assert len(fetch(papers).listings) == 70


def test_a_service_that_heeds_no_page(papers: DailyPapers, upstream: FakeUpstream) -> None:
    upstream.inject(faults.value(many_rows(100)))
    assert len(fetch(papers).listings) == 100
    assert len(upstream.requests) == 2


def test_a_next_link_is_followed_from_a_short_page(
    papers: DailyPapers, upstream: FakeUpstream
) -> None:
    link = {"Link": '</api/daily_papers?p=1&limit=20>; rel="next"'}
    rows = many_rows(30)
    upstream.inject(faults.whole(faults.as_json(rows[:20]), link), page=0)
    upstream.inject(faults.value(rows[20:]), page=1)
    assert len(fetch(papers).listings) == 30


def test_a_paper_that_moved_between_pages_is_kept_once(
    papers: DailyPapers, upstream: FakeUpstream
) -> None:
    rows = many_rows(120)
    upstream.inject(faults.value(rows[:100]), page=0)
    upstream.inject(faults.value(rows[90:]), page=1)
    assert ids(fetch(papers)) == [row["paper"]["id"] for row in rows]


def test_a_paper_twice_on_a_page_is_kept_first(papers: DailyPapers, upstream: FakeUpstream) -> None:
    first, second = many_rows(1)[0], many_rows(1)[0]
    second["paper"]["title"] = "Another title"
    upstream.inject(faults.value([first, second]))
    (listing,) = fetch(papers).listings
    assert listing.paper.title != "Another title"


def test_a_list_without_end_is_given_up(papers: DailyPapers, upstream: FakeUpstream) -> None:
    upstream.inject(faults.endless_pages(many_rows(1)[0], rows_per_page=1))
    with pytest.raises(UnexpectedAnswerError, match="no end"):
        fetch(papers)
    assert len(upstream.requests) == 100


@pytest.mark.parametrize("count", [5_001, 1_000_000])
def test_a_page_of_too_many_items_is_refused(
    papers: DailyPapers, upstream: FakeUpstream, count: int
) -> None:
    upstream.inject(faults.value([None] * count))
    with pytest.raises(UnexpectedAnswerError, match="no end"):
        fetch(papers)


def test_too_many_items_on_many_pages_are_refused(
    papers: DailyPapers, upstream: FakeUpstream
) -> None:
    upstream.inject(faults.endless_pages(many_rows(1)[0], rows_per_page=100))
    with pytest.raises(UnexpectedAnswerError, match="no end"):
        fetch(papers)
    assert len(upstream.requests) == 51


def test_bad_rows_are_skipped_and_named_and_good_ones_stay(
    papers: DailyPapers, upstream: FakeUpstream
) -> None:
    rows: list[object] = list(many_rows(3))
    nameless = many_rows(4)[3]
    nameless["paper"]["title"] = nameless["title"] = " \n "
    rows[1:1] = [None, 7, "text", [], {}, {"paper": {"id": 2503.0213}}, nameless]
    upstream.inject(faults.value(rows))
    fetched = fetch(papers)
    assert len(fetched.listings) == 3
    assert [skipped.row for skipped in fetched.skipped] == [
        *(f"row {position}" for position in range(2, 8)),
        "2501.00003",
    ]
    assert fetched.skipped[-1].reason == "no title"


@pytest.mark.parametrize("value", [{}, {"error": "x"}, None, "text", 3, True, 1.5])
def test_anything_but_a_list_is_refused(
    papers: DailyPapers, upstream: FakeUpstream, value: object
) -> None:
    upstream.inject(faults.value(value))
    with pytest.raises(UnexpectedAnswerError, match="something else than a list"):
        fetch(papers)


def test_a_day_whose_second_page_fails_is_not_half_there(
    papers: DailyPapers, upstream: FakeUpstream
) -> None:
    upstream.days["2025-06-02"] = many_rows(150)
    upstream.inject(faults.web_page(), page=1)
    with pytest.raises(UnexpectedAnswerError, match="login"):
        fetch(papers)


def test_a_date_that_the_service_refuses_is_told_in_its_words(
    papers: DailyPapers, upstream: FakeUpstream
) -> None:
    upstream.inject(faults.status(400, body=b'{"error": "Invalid\\n date."}'))
    with pytest.raises(UnexpectedAnswerError) as raised:
        fetch(papers)
    assert "refused the request (status 400): Invalid date." in raised.value.message
    assert len(upstream.requests) == 1


def test_trending_is_one_page_of_a_hundred(papers: DailyPapers, upstream: FakeUpstream) -> None:
    upstream.days["2025-06-02"] = many_rows(150)
    assert len(papers.fetch_trending(CancelToken()).listings) == 100
    (request,) = upstream.requests
    assert request.query == {"sort": "trending", "p": "0", "limit": "100"}


def test_trending_papers_keep_their_own_days(papers: DailyPapers) -> None:
    days = {listing.featured_on for listing in papers.fetch_trending(CancelToken()).listings}
    assert len(days) > 1


def test_nothing_is_asked_once_cancelled(papers: DailyPapers, upstream: FakeUpstream) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        papers.fetch_day(DAY, cancel)
    assert not upstream.requests


def test_the_environment_names_host_and_token(upstream: FakeUpstream) -> None:
    source: Source = from_environment({"HF_ENDPOINT": f"{upstream.url}/", "HF_TOKEN": " hf_abc\n"})
    source.fetch_day(DAY, CancelToken())
    source.close()
    source.close()
    (request,) = upstream.requests
    assert request.path == "/api/daily_papers"
    assert request.query == {"date": "2025-06-02", "p": "0", "limit": "100"}
    assert request.headers["authorization"] == "Bearer hf_abc"
    assert request.headers["user-agent"] == f"readinglist/{__version__}"
    assert request.headers["accept-encoding"] == "gzip"


def test_no_token_no_authorization(papers: DailyPapers, upstream: FakeUpstream) -> None:
    fetch(papers)
    assert "authorization" not in upstream.requests[0].headers


@pytest.mark.parametrize("environ", [{}, {"HF_ENDPOINT": "", "HF_TOKEN": ""}])
def test_an_empty_environment_will_do(environ: dict[str, str]) -> None:
    assert from_environment(environ).name == "daily-papers"


def test_a_bad_endpoint_is_told_at_once() -> None:
    with pytest.raises(UserFacingError, match="HF_ENDPOINT"):
        from_environment({"HF_ENDPOINT": "http://huggingface.co"})
