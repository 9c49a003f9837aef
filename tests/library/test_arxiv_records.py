"""Fetching arXiv's own records: what comes is kept, what does not is told."""

from datetime import date

import pytest

from readinglist.domain.change import LibraryChange
from readinglist.library.library import Library
from tests.library.arxiv_clock import BEGIN, Clock, Fetching
from tests.library.syncing import detail, listed
from tests.papers import made_up_listing
from tests.upstream import FakeUpstream, arxiv, faults

PAPERS = 6
ATOM = {"Content-Type": "application/atom+xml"}


@pytest.fixture
def clock(upstream: FakeUpstream) -> Clock:
    clock = Clock()
    upstream.clock = clock.seconds
    upstream.arxiv_pause = 3.0
    return clock


@pytest.fixture
def library(library: Library) -> Library:
    """Papers 1 to 6, with the same numbers as keys."""
    listed(library, *(made_up_listing(number) for number in range(1, PAPERS + 1)))
    return library


@pytest.fixture
def fetch(library: Library, upstream: FakeUpstream, clock: Clock) -> Fetching:
    upstream.arxiv = {paper(number): arxiv.entry(paper(number)) for number in range(1, PAPERS + 1)}
    return Fetching(library, upstream, clock)


def paper(number: int) -> str:
    return f"2506.{number:05d}"


def asked_ids(upstream: FakeUpstream) -> list[list[str]]:
    return [request.query["id_list"].split(",") for request in upstream.asked_arxiv()]


def test_records_come_and_are_told(
    library: Library, upstream: FakeUpstream, fetch: Fetching
) -> None:
    upstream.arxiv[paper(2)] = arxiv.entry(
        paper(2),
        title="Paper 2 on $\\Sigma$",
        authors=["Ada Lovelace", ":", "Núñez"],
        summary="We measure\n$2^n$ things.",
        categories=["cs.CL", "cs.AI"],
        comment="Accepted at ACL 2025",
        doi="10.1145/3395363",
        journal_ref="Proc. ACL, 2025",
        version=3,
    )
    changes: list[LibraryChange] = []
    library.on_change(changes.append)
    outcome = fetch([1, 2, 3])
    assert outcome.fetched == (1, 2, 3)
    assert (outcome.unknown, outcome.missing, outcome.message) == ((), (), "")
    assert fetch.told == [(0, 3), (3, 3)]
    assert changes == [LibraryChange(updated=frozenset({1, 2, 3}))]
    found = detail(library, paper(2))
    assert found.arxiv is not None
    assert found.title == "Paper 2 on $\\Sigma$"
    assert found.authors == ("Ada Lovelace", ":", "Núñez")
    assert found.abstract == "We measure $2^n$ things."
    assert found.arxiv.categories == ("cs.CL", "cs.AI")
    assert found.arxiv.comment == "Accepted at ACL 2025"
    assert found.arxiv.doi == "10.1145/3395363"
    assert found.arxiv.journal_ref == "Proc. ACL, 2025"
    assert (found.arxiv.version, found.arxiv.fetched_on) == (3, date(2026, 4, 13))
    assert found.paper.title == "Paper 2 on Learning"


def test_only_what_is_missing_is_asked_for(upstream: FakeUpstream, fetch: Fetching) -> None:
    fetch([1, 2])
    assert fetch([1, 2, 3]).fetched == (3,)
    assert fetch([1, 2, 3]).asked == 0
    assert fetch.told == []
    assert asked_ids(upstream) == [[paper(1), paper(2)], [paper(3)]]


def test_again_asks_for_all_and_tells_what_is_new(
    library: Library, upstream: FakeUpstream, fetch: Fetching
) -> None:
    fetch([1, 2])
    upstream.arxiv[paper(2)] = arxiv.entry(paper(2), comment="Accepted at ACL 2025")
    changes: list[LibraryChange] = []
    library.on_change(changes.append)
    assert fetch([1, 2], again=True).fetched == (1, 2)
    assert changes == [LibraryChange(updated=frozenset({2}))]


def test_unknown_papers_are_remembered_for_a_month(
    library: Library, upstream: FakeUpstream, fetch: Fetching, clock: Clock
) -> None:
    del upstream.arxiv[paper(2)]
    outcome = fetch([1, 2])
    assert (outcome.fetched, outcome.unknown, outcome.missing) == ((1,), (2,), ())
    assert outcome.message == ""
    record = detail(library, paper(2)).arxiv
    assert record is not None
    assert not record.is_known
    assert detail(library, paper(2)).title == "Paper 2 on Learning"
    assert fetch([1, 2]).asked == 0
    clock.go(31 * 24 * 3600)
    upstream.arxiv[paper(2)] = arxiv.entry(paper(2))
    assert fetch([1, 2]).fetched == (2,)
    assert detail(library, paper(2)).title == "On $O(N\\log N)$ Sorting"


def test_what_arxiv_once_said_is_kept_when_it_knows_the_paper_no_longer(
    library: Library, upstream: FakeUpstream, fetch: Fetching
) -> None:
    fetch([1])
    upstream.arxiv.clear()
    assert fetch([1], again=True).unknown == (1,)
    assert detail(library, paper(1)).title == "On $O(N\\log N)$ Sorting"


def test_papers_without_an_id_and_keys_of_none_are_left_alone(
    library: Library, upstream: FakeUpstream, fetch: Fetching
) -> None:
    assert fetch([999]).asked == 0
    assert fetch([]).asked == 0
    assert upstream.asked_arxiv() == []


def test_a_refused_id_does_not_lose_the_others(upstream: FakeUpstream, fetch: Fetching) -> None:
    refused = faults.status(400, ATOM, arxiv.error(f"incorrect id format for {paper(2)}"))
    upstream.inject(refused, path=arxiv.PATH, times=1)
    outcome = fetch([1, 2, 3])
    assert (outcome.fetched, outcome.unknown, outcome.missing) == ((1, 3), (2,), ())
    assert asked_ids(upstream) == [[paper(1), paper(2), paper(3)], [paper(1), paper(3)]]


def test_a_refused_id_that_is_not_named_is_found_by_halves(
    upstream: FakeUpstream, fetch: Fetching
) -> None:
    def refuse(reply: faults.Reply) -> None:
        answer = faults.whole(reply.good_body(), ATOM)
        if paper(4) in reply.query["id_list"]:
            answer = faults.status(400, ATOM, arxiv.error("one of these is none"))
        answer(reply)

    upstream.inject(refuse)
    outcome = fetch([1, 2, 3, 4, 5, 6])
    assert sorted(outcome.fetched) == [1, 2, 3, 5, 6]
    assert (outcome.unknown, outcome.missing, outcome.message) == ((4,), (), "")


def refusing(*refused: int) -> faults.Answer:
    """Refuse questions with any of these papers, and name none."""

    def refuse(reply: faults.Reply) -> None:
        answer = faults.whole(reply.good_body(), ATOM)
        if any(paper(number) in reply.query["id_list"] for number in refused):
            answer = faults.status(400, ATOM, arxiv.error("one of these is none"))
        answer(reply)

    return refuse


REFUSED = "arXiv refuses the question and names no paper: one of these is none. "


def test_two_refused_ids_of_a_hundred_are_found(
    library: Library, upstream: FakeUpstream, fetch: Fetching
) -> None:
    keys = many(library, upstream)
    upstream.inject(refusing(1, 50))
    outcome = fetch(keys)
    assert (len(outcome.fetched), outcome.unknown, outcome.missing) == (248, (1, 50), ())


def test_a_refusal_that_is_about_no_id_marks_none_unknown(
    library: Library, upstream: FakeUpstream, fetch: Fetching
) -> None:
    """The service is being rebuilt, say, and answers all with status 400."""
    keys = many(library, upstream)
    fault = upstream.inject(faults.status(400, ATOM, arxiv.error("one of these is none")))
    outcome = fetch(keys)
    assert (outcome.fetched, outcome.unknown, len(outcome.missing)) == ((), (), 250)
    assert outcome.message == REFUSED + "Try again in a while."
    assert [len(ids) for ids in asked_ids(upstream)] == [100, 50, 50]
    assert detail(library, paper(1)).arxiv is None
    upstream.faults.remove(fault)
    assert len(fetch(keys).fetched) == 250


def test_a_refusal_that_begins_meanwhile_marks_none_unknown(
    library: Library, upstream: FakeUpstream, fetch: Fetching
) -> None:
    keys = many(library, upstream)[:100]
    upstream.inject(refusing(60), times=2)  # the hundred are refused, the first half comes
    upstream.inject(faults.status(400, ATOM, arxiv.error("one of these is none")))
    outcome = fetch(keys)
    assert (len(outcome.fetched), outcome.unknown, len(outcome.missing)) == (50, (), 50)
    assert outcome.message == REFUSED + "Try again in a while."
    assert len(upstream.asked_arxiv()) < 20


def test_a_paper_that_alone_is_asked_for_and_refused_is_missing(
    upstream: FakeUpstream, fetch: Fetching
) -> None:
    upstream.inject(refusing(4))
    outcome = fetch([4])
    assert (outcome.unknown, outcome.missing) == ((), (4,))
    assert outcome.message == REFUSED + "Try again in a while."
    assert len(upstream.asked_arxiv()) == 1


def test_a_record_that_cannot_be_read_is_missing_and_told(
    library: Library, upstream: FakeUpstream, fetch: Fetching
) -> None:
    upstream.arxiv[paper(2)] = arxiv.entry(paper(2), authors=[])
    outcome = fetch([1, 2, 3])
    assert (outcome.fetched, outcome.unknown, outcome.missing) == ((1, 3), (), (2,))
    assert outcome.message == "1 of arXiv's records could not be read: no authors."
    assert detail(library, paper(2)).arxiv is None


def test_an_answer_with_nothing_in_it_is_not_believed_at_once(
    upstream: FakeUpstream, fetch: Fetching
) -> None:
    upstream.inject(faults.whole(arxiv.feed([]), ATOM), times=1)
    assert fetch([1, 2]).fetched == (1, 2)
    assert len(upstream.asked_arxiv()) == 2


def test_an_answer_with_nothing_in_it_is_believed_the_second_time(
    upstream: FakeUpstream, fetch: Fetching
) -> None:
    upstream.arxiv.clear()
    assert fetch([1, 2]).unknown == (1, 2)
    assert len(upstream.asked_arxiv()) == 2


def test_the_rest_of_a_cut_answer_is_asked_for(upstream: FakeUpstream, fetch: Fetching) -> None:
    cut = arxiv.feed([upstream.arxiv[paper(1)]], found=3)
    upstream.inject(faults.whole(cut, ATOM), times=1)
    assert sorted(fetch([1, 2, 3]).fetched) == [1, 2, 3]
    assert asked_ids(upstream)[1] == [paper(2), paper(3)]


def test_an_answer_that_stays_cut_loses_nothing(upstream: FakeUpstream, fetch: Fetching) -> None:
    upstream.inject(faults.whole(arxiv.feed([], found=2), ATOM))
    outcome = fetch([1, 2])
    assert (outcome.unknown, outcome.missing) == ((), (1, 2))
    assert outcome.message == "The answer of arXiv was not whole. Try again in a while."


@pytest.mark.parametrize("answer", [faults.status(500), faults.hang_up()])
def test_a_service_out_of_order_is_tried_three_times(
    upstream: FakeUpstream, fetch: Fetching, clock: Clock, answer: faults.Answer
) -> None:
    fault = upstream.inject(answer)
    outcome = fetch([1, 2])
    assert (outcome.fetched, outcome.missing) == ((), (1, 2))
    assert "out of order" in outcome.message or "broke off" in outcome.message
    assert [request.at for request in upstream.asked_arxiv()] == [0.0, 3.0, 6.0]
    fault.times = fault.spoilt + 2
    assert fetch([1, 2]).fetched == (1, 2)


def test_offline(library: Library, upstream: FakeUpstream, clock: Clock) -> None:
    upstream.url = "http://127.0.0.1:9"
    fetch = Fetching(library, upstream, clock)
    outcome = fetch([1, 2])
    assert (outcome.fetched, outcome.unknown, outcome.missing) == ((), (), (1, 2))
    assert outcome.message == (
        "127.0.0.1:9 cannot be reached. Check the network connection and try again."
    )
    assert clock.waited == []


def many(library: Library, upstream: FakeUpstream) -> list[int]:
    """Make it 250 papers, which are three requests."""
    listed(library, *(made_up_listing(number) for number in range(1, 251)))
    upstream.arxiv = {paper(number): arxiv.entry(paper(number)) for number in range(1, 251)}
    return list(range(1, 251))


def test_batches_of_a_hundred_three_seconds_apart(
    library: Library, upstream: FakeUpstream, fetch: Fetching, clock: Clock
) -> None:
    keys = many(library, upstream)
    assert len(fetch(keys).fetched) == 250
    assert [len(ids) for ids in asked_ids(upstream)] == [100, 100, 50]
    assert [request.query["max_results"] for request in upstream.requests] == ["100", "100", "50"]
    assert [request.at for request in upstream.requests] == [0.0, 3.0, 6.0]
    assert len(upstream.connections) == 1
    assert fetch.told == [(0, 250), (100, 250), (200, 250), (250, 250)]


def test_what_came_before_a_failure_is_kept(
    library: Library, upstream: FakeUpstream, fetch: Fetching
) -> None:
    keys = many(library, upstream)
    fault = upstream.inject(faults.web_page(), nth=2)
    outcome = fetch(keys)
    assert len(outcome.fetched) == 100
    assert len(outcome.missing) == 150
    assert "asks for a login" in outcome.message
    upstream.faults.remove(fault)
    outcome = fetch(keys)
    assert len(outcome.fetched) == 150
    assert outcome.missing == ()


def test_cancel_between_two_requests_keeps_what_came(
    library: Library, upstream: FakeUpstream, fetch: Fetching, clock: Clock
) -> None:
    keys = many(library, upstream)
    clock.before_wait = fetch.cancel.cancel
    outcome = fetch(keys)
    assert outcome.cancelled
    assert (len(outcome.fetched), len(outcome.missing)) == (100, 150)
    assert outcome.causes == ()
    assert len(upstream.requests) == 1
    assert detail(library, paper(100)).arxiv is not None


def test_a_rest_is_kept_over_restarts(
    library: Library, upstream: FakeUpstream, fetch: Fetching, clock: Clock
) -> None:
    upstream.inject(faults.rate_exceeded(), times=1)
    outcome = fetch([1])
    until = BEGIN.replace(minute=33, second=0).astimezone()
    assert outcome.missing == (1,)
    assert outcome.message == (f"arXiv asked for a rest until {until:%H:%M}. Try again after that.")
    library.close()
    reopened = Library(library.folder)
    try:
        again = Fetching(reopened, upstream, clock)
        clock.go(599)
        assert again([1]).message == outcome.message
        assert len(upstream.asked_arxiv()) == 1
        clock.go(1)
        assert again([1]).fetched == (1,)
    finally:
        reopened.close()


def test_a_rest_that_arxiv_names_is_kept(
    upstream: FakeUpstream, fetch: Fetching, clock: Clock
) -> None:
    upstream.inject(faults.rate_exceeded({"Retry-After": "7200"}), times=1)
    assert fetch([1]).missing == (1,)
    clock.go(7199)
    assert fetch([1]).missing == (1,)
    clock.go(1)
    assert fetch([1]).fetched == (1,)


@pytest.mark.parametrize("pause", ["0", "1", "599"])
def test_a_short_rest_that_arxiv_names_shortens_none(
    upstream: FakeUpstream, fetch: Fetching, clock: Clock, pause: str
) -> None:
    upstream.inject(faults.rate_exceeded({"Retry-After": pause}), times=1)
    assert fetch([1]).missing == (1,)
    clock.go(599)
    assert fetch([1]).missing == (1,)
    assert len(upstream.asked_arxiv()) == 1
    clock.go(1)
    assert fetch([1]).fetched == (1,)


def test_nobody_is_left_alone_for_a_year(
    upstream: FakeUpstream, fetch: Fetching, clock: Clock
) -> None:
    upstream.inject(faults.rate_exceeded({"Retry-After": "31536000"}), times=1)
    assert "arXiv asked for a rest until 2026-04-14 " in fetch([1]).message
    clock.go(24 * 3600)
    assert fetch([1]).fetched == (1,)
