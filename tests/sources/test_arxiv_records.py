"""Asking arXiv, over HTTP."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from readinglist import __version__
from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import UnexpectedAnswerError, UserFacingError
from readinglist.sources.arxiv_records import (
    Answer,
    ArxivRecords,
    RefusedIdsError,
    RestWantedError,
    from_environment,
)
from readinglist.sources.json_answer import TemporaryFailureError, UnreachableError
from tests.upstream import FakeUpstream, arxiv, faults

TODAY = date(2026, 4, 13)


@pytest.fixture
def records(upstream: FakeUpstream) -> Iterator[ArxivRecords]:
    source = from_environment({"ARXIV_ENDPOINT": upstream.url})
    yield source
    source.close()


def ask(records: ArxivRecords, *ids: str) -> Answer:
    return records.ask(ids, CancelToken(), TODAY)


def test_one_request_for_many_papers(records: ArxivRecords, upstream: FakeUpstream) -> None:
    answer = ask(records, "1707.08567", "astro-ph/0601001", "0808.05394", "2104.12255")
    assert set(answer.records) == {"1707.08567", "astro-ph/0601001", "2104.12255"}
    assert answer.is_whole
    (request,) = upstream.requests
    assert request.path == "/api/query"
    assert request.query == {
        "id_list": "1707.08567,astro-ph/0601001,0808.05394,2104.12255",
        "max_results": "4",
    }
    assert request.headers["user-agent"] == f"readinglist/{__version__}"
    assert request.headers["accept"] == "application/atom+xml"
    assert "authorization" not in request.headers


def test_more_papers_than_arxiv_answers_with_by_itself(
    records: ArxivRecords, upstream: FakeUpstream
) -> None:
    ids = [f"2506.{number:05d}" for number in range(1, 101)]
    upstream.arxiv = {one: arxiv.entry(one) for one in ids}
    assert set(ask(records, *ids).records) == set(ids)


def test_one_connection_serves_several_requests(
    records: ArxivRecords, upstream: FakeUpstream
) -> None:
    for _ in range(3):
        ask(records, "1707.08567")
    assert len(upstream.connections) == 1


def test_an_id_that_arxiv_refuses(records: ArxivRecords) -> None:
    with pytest.raises(RefusedIdsError, match=r"^incorrect id format for abc$"):
        ask(records, "1707.08567", "abc")


def test_papers_that_were_not_asked_for_are_left_out(
    records: ArxivRecords, upstream: FakeUpstream
) -> None:
    upstream.arxiv["1707.08567"] += arxiv.entry("2506.00001")
    assert list(ask(records, "1707.08567").records) == ["1707.08567"]


def test_an_answer_that_says_it_is_not_whole(records: ArxivRecords, upstream: FakeUpstream) -> None:
    body = arxiv.feed([arxiv.entry("2506.00001")], found=2)
    upstream.inject(faults.whole(body, {"Content-Type": "application/atom+xml"}))
    assert not ask(records, "2506.00001", "2506.00002").is_whole


@pytest.mark.parametrize(
    ("headers", "pause"), [({}, None), ({"Retry-After": "120"}, 120.0), ({"Retry-After": "0"}, 0.0)]
)
def test_too_many_requests(
    records: ArxivRecords,
    upstream: FakeUpstream,
    headers: Mapping[str, str],
    pause: float | None,
) -> None:
    upstream.inject(faults.rate_exceeded(headers))
    with pytest.raises(RestWantedError) as raised:
        ask(records, "1707.08567")
    assert raised.value.pause == pause
    assert len(upstream.requests) == 1


def test_busy_and_says_for_how_long(records: ArxivRecords, upstream: FakeUpstream) -> None:
    upstream.inject(faults.status(503, {"Retry-After": "5"}))
    with pytest.raises(RestWantedError):
        ask(records, "1707.08567")


def failure(records: ArxivRecords) -> UserFacingError:
    with pytest.raises(UserFacingError) as raised:
        ask(records, "1707.08567")
    return raised.value


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_out_of_order(records: ArxivRecords, upstream: FakeUpstream, status: int) -> None:
    upstream.inject(faults.status(status))
    error = failure(records)
    assert isinstance(error, TemporaryFailureError)
    assert f"is out of order for now (status {status})." in error.message
    assert len(upstream.requests) == 1  # whoever asks decides when it may be asked again


ATOM = {"Content-Type": "application/atom+xml"}


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (faults.status(403), "does not answer the question (status 403)"),
        (faults.status(404), "does not answer the question (status 404)"),
        (faults.status(400, ATOM, arxiv.feed([])), "does not answer the question (status 400)"),
        (faults.status(400), "cannot be read: it is not whole XML"),
        (faults.status(511), "The network asks for a login"),
        (faults.web_page(), "The network asks for a login"),
        (faults.web_page_without_type(), "The network asks for a login"),
        (faults.redirect("https://login.example.org/"), "it sent the request on to login.example"),
        (faults.value([]), "cannot be read: it is not whole XML"),
        (faults.whole(b"", ATOM), "cannot be read: it is not whole XML"),
        (faults.gzip_bomb(64), "is larger than any list of papers can be"),
        (faults.whole(arxiv.feed(["<entry/>"] * 22), ATOM), "far more papers than were asked for"),
        (faults.damaged_gzip(), "was damaged on its way"),
        (faults.short_body(with_length=True), "was cut short"),
    ],
)
def test_answers_that_are_none(
    records: ArxivRecords, upstream: FakeUpstream, answer: faults.Answer, words: str
) -> None:
    upstream.inject(answer)
    error = failure(records)
    assert isinstance(error, UnexpectedAnswerError)
    assert words in error.message
    assert error.can_retry
    assert "HF_" not in str(error)


def test_nobody_there() -> None:
    source = from_environment({"ARXIV_ENDPOINT": "http://127.0.0.1:9"})
    error = failure(source)
    assert isinstance(error, UnreachableError)
    assert "127.0.0.1:9 cannot be reached." in str(error)


@pytest.mark.parametrize("address", ["http://export.arxiv.org", "ftp://127.0.0.1", "export"])
def test_addresses_that_cannot_be_used(address: str) -> None:
    with pytest.raises(UserFacingError) as raised:
        from_environment({"ARXIV_ENDPOINT": address})
    assert "ARXIV_ENDPOINT" in raised.value.message
    assert raised.value.hint == (
        "Set ARXIV_ENDPOINT to an address such as https://export.arxiv.org, or unset it."
    )
