"""Turns at arXiv: programs on one library ask one after the other, and not too fast."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import CancelledError
from readinglist.library.library import Library
from readinglist.library.turns import LONGEST_TURN, REST, SourceRestsError, Turns
from readinglist.sources.arxiv_records import RestWantedError
from tests.library.arxiv_clock import Clock, Fetching
from tests.library.syncing import listed
from tests.library_file import rows
from tests.papers import made_up_listing
from tests.upstream import FakeUpstream, arxiv, faults


@pytest.fixture
def clock(upstream: FakeUpstream) -> Clock:
    clock = Clock()
    upstream.clock = clock.seconds
    return clock


@pytest.fixture
def library(library: Library, upstream: FakeUpstream) -> Library:
    listed(library, made_up_listing(1), made_up_listing(2))
    upstream.arxiv = {one: arxiv.entry(one) for one in ("2506.00001", "2506.00002")}
    return library


@pytest.fixture
def other(library: Library) -> Iterator[Library]:
    """The same library in another program."""
    opened = Library(library.folder)
    yield opened
    opened.close()


def turns(library: Library, clock: Clock) -> Turns:
    return Turns(library.database, "arxiv", now=clock.now, wait=clock.wait)


def test_two_programs_keep_the_pause_together(
    library: Library, other: Library, upstream: FakeUpstream, clock: Clock
) -> None:
    upstream.arxiv_pause = 3.0
    first, second = Fetching(library, upstream, clock), Fetching(other, upstream, clock)
    for fetch, key in ((first, 1), (second, 2), (first, 1), (second, 2)):
        assert fetch([key], again=True).fetched == (key,)
    assert [request.at for request in upstream.asked_arxiv()] == [0.0, 3.0, 6.0, 9.0]


def test_two_programs_never_ask_at_the_same_time(
    library: Library, other: Library, upstream: FakeUpstream, clock: Clock
) -> None:
    """The second waits for the end of the first one's request, and three seconds more."""
    may_answer = Event()

    def answer_late(reply: faults.Reply) -> None:
        assert may_answer.wait(20)
        faults.whole(reply.good_body(), {"Content-Type": "application/atom+xml"})(reply)

    upstream.inject(answer_late, nth=1)
    with ThreadPoolExecutor(1) as thread:
        first = thread.submit(Fetching(library, upstream, Clock()), [1])
        upstream.wait_for_requests(1)

        def let_the_first_end() -> None:
            assert may_answer.is_set() or len(upstream.asked_arxiv()) == 1
            if len(clock.waited) == 2:
                may_answer.set()
                first.result()

        clock.before_wait = let_the_first_end
        assert Fetching(other, upstream, clock)([2]).fetched == (2,)
    assert first.result().fetched == (1,)
    # Twice it looked whether the first had ended. That one's clock stood still all the time.
    assert clock.waited[:2] == [1.0, 1.0]
    assert [request.at for request in upstream.asked_arxiv()] == [0.0, 3.0]


def test_the_turn_of_a_program_that_was_killed_ends_by_itself(
    library: Library, other: Library, clock: Clock
) -> None:
    killed = turns(library, clock).turn(CancelToken())
    killed.__enter__()
    with turns(other, clock).turn(CancelToken()):
        assert clock.seconds() == LONGEST_TURN.total_seconds()


def test_a_turn_that_ends_too_late_erases_no_rest(
    library: Library, other: Library, clock: Clock
) -> None:
    """The computer slept in the middle of a request; meanwhile another program was sent away."""
    asleep = turns(library, clock).turn(CancelToken())
    asleep.__enter__()
    clock.go(LONGEST_TURN.total_seconds())
    with pytest.raises(SourceRestsError), turns(other, clock).turn(CancelToken()):
        raise RestWantedError(None)
    asleep.__exit__(None, None, None)
    clock.go(REST.total_seconds() - 1)
    with pytest.raises(SourceRestsError), turns(other, clock).turn(CancelToken()):
        raise AssertionError
    clock.go(1)
    with turns(other, clock).turn(CancelToken()):
        pass


def test_a_turn_that_ends_too_late_ends_no_other(
    library: Library, other: Library, clock: Clock
) -> None:
    asleep = turns(library, clock).turn(CancelToken())
    asleep.__enter__()
    clock.go(LONGEST_TURN.total_seconds())
    with turns(other, clock).turn(CancelToken()):
        asleep.__exit__(None, None, None)
        with turns(library, clock).turn(CancelToken()):
            # It was waited for until the end of the other's turn: that one's request goes on.
            assert clock.seconds() == 2 * LONGEST_TURN.total_seconds()


def test_of_two_rests_the_later_holds(library: Library, other: Library, clock: Clock) -> None:
    asleep = turns(library, clock).turn(CancelToken())
    asleep.__enter__()
    clock.go(LONGEST_TURN.total_seconds())
    with pytest.raises(SourceRestsError) as longer, turns(other, clock).turn(CancelToken()):
        raise RestWantedError(7200)
    error = RestWantedError(None)
    with pytest.raises(SourceRestsError):
        asleep.__exit__(RestWantedError, error, None)
    with pytest.raises(SourceRestsError) as told, turns(other, clock).turn(CancelToken()):
        raise AssertionError
    assert told.value.until == longer.value.until


def test_waiting_for_a_turn_is_cancelled(library: Library, clock: Clock) -> None:
    cancel = CancelToken()
    clock.before_wait = cancel.cancel
    with turns(library, clock).turn(cancel):
        pass
    with pytest.raises(CancelledError), turns(library, clock).turn(cancel):
        raise AssertionError
    assert clock.waited == []


def test_a_pause_is_really_waited_for_and_cancel_ends_it(library: Library) -> None:
    cancel, began = CancelToken(), Event()

    def go_on() -> None:
        with Turns(library.database, "arxiv").turn(cancel):
            pass
        began.set()
        with Turns(library.database, "arxiv").turn(cancel):
            raise AssertionError

    with ThreadPoolExecutor(1) as thread:
        future = thread.submit(go_on)
        assert began.wait(20)
        cancel.cancel()
        with pytest.raises(CancelledError):
            future.result(20)


@pytest.mark.parametrize("days", [-400, 400])
def test_a_clock_that_was_wrong_holds_up_nobody(library: Library, clock: Clock, days: int) -> None:
    wrong = Clock()
    wrong.go(days * 24 * 3600)
    with turns(library, wrong).turn(CancelToken()):
        pass
    with turns(library, clock).turn(CancelToken()):
        pass
    assert clock.waited == []


def test_a_clock_that_was_put_right_by_some_seconds_is_waited_for(
    library: Library, clock: Clock
) -> None:
    with turns(library, clock).turn(CancelToken()):
        pass
    clock.go(-10)
    with turns(library, clock).turn(CancelToken()):
        pass
    assert clock.waited == [13.0]


def test_a_failure_gives_the_turn_back(library: Library, clock: Clock) -> None:
    with pytest.raises(KeyError), turns(library, clock).turn(CancelToken()):
        raise KeyError
    with turns(library, clock).turn(CancelToken()):
        pass
    assert clock.waited == [3.0]


def test_the_end_of_a_rest_on_another_day_is_told_with_its_day() -> None:
    now = datetime(2026, 4, 13, 12, 0, tzinfo=UTC)
    until = now + timedelta(days=1, seconds=30)
    told = (now + timedelta(days=1, minutes=1)).astimezone()
    assert f"until {told:%Y-%m-%d %H:%M}." in SourceRestsError(until, now).message


def test_the_command_line_and_the_window_share_the_pause(
    library: Library, upstream: FakeUpstream, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARXIV_ENDPOINT", upstream.url)
    upstream.clock = lambda: 0.0
    command = (*("-m", "readinglist", "--library", str(library.folder)), "fetch", "id:2506.00001")
    subprocess.run([sys.executable, *command], check=True, capture_output=True)
    ((asked_at,),) = rows(library.folder, "SELECT asked_at FROM source_rest")
    clock.moment = datetime.fromisoformat(asked_at) + timedelta(seconds=1)
    assert Fetching(library, upstream, clock)([2]).fetched == (2,)
    assert clock.waited == [2.0]
