"""Stopping: at once, whatever the network does, and without a thread left behind."""

import socket
import time
from threading import Event, Thread

import pytest

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import CancelledError, UserFacingError
from readinglist.sources.endpoint import parse_endpoint
from readinglist.sources.http_client import HttpClient
from readinglist.sources.interruptible_call import DeadlineError, run_interruptibly
from readinglist.sources.retry import wait_or_cancel
from tests.sources import request_threads
from tests.sources.conftest import ClientMaker
from tests.upstream import FakeUpstream, faults

PROMISE = 0.5  # seconds
PATH = "/api/daily_papers"
QUERY = {"date": "2025-06-02"}


class Asking:
    """A request on another thread, as the program makes it."""

    def __init__(self, client: HttpClient) -> None:
        self.cancel = CancelToken()
        self.error: BaseException | None = None
        self._client = client
        self._ended = 0.0
        self._thread = Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._client.get_json(PATH, QUERY, self.cancel)
        except (CancelledError, UserFacingError) as error:
            self.error = error
        self._ended = time.monotonic()

    def seconds_to_stop(self) -> float:
        began = time.monotonic()
        self.cancel.cancel()
        self._thread.join(30)
        assert not self._thread.is_alive()
        return self._ended - began


def wait_for_request_threads() -> None:
    for thread in request_threads():
        thread.join(30)
    assert not request_threads()


@pytest.mark.parametrize(
    "answer", [faults.hang(), faults.slow_body(), faults.slow_body(0.001), faults.hang_in_body()]
)
def test_cancel_ends_a_request_at_once(
    client: HttpClient, upstream: FakeUpstream, answer: faults.Answer
) -> None:
    upstream.inject(answer)
    asking = Asking(client)
    upstream.wait_for_requests(1)
    assert asking.seconds_to_stop() < PROMISE
    assert isinstance(asking.error, CancelledError)
    wait_for_request_threads()


def test_a_cancelled_connection_is_not_used_again(
    client: HttpClient, upstream: FakeUpstream
) -> None:
    client.get_json(PATH, QUERY, CancelToken())
    upstream.inject(faults.hang(), times=1)
    asking = Asking(client)
    upstream.wait_for_requests(2)
    assert asking.seconds_to_stop() < PROMISE
    wait_for_request_threads()
    client.get_json(PATH, QUERY, CancelToken())
    assert len(upstream.connections) == 2


def test_requests_on_two_threads_do_not_stop_each_other(
    client: HttpClient, upstream: FakeUpstream
) -> None:
    upstream.inject(faults.hang(), nth=1)
    asking = Asking(client)
    upstream.wait_for_requests(1)
    assert isinstance(client.get_json(PATH, QUERY, CancelToken()).value, list)
    asking.seconds_to_stop()
    assert isinstance(client.get_json(PATH, QUERY, CancelToken()).value, list)
    wait_for_request_threads()
    assert len(upstream.connections) == 2


def test_cancel_does_not_wait_for_the_name_service(
    client_for: ClientMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, answer = Event(), Event()

    def hang(*_args: object, **_named: object) -> None:
        asked.set()
        answer.wait(30)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(socket, "getaddrinfo", hang)
    asking = Asking(client_for("https://huggingface.co"))
    assert asked.wait(30)
    assert asking.seconds_to_stop() < PROMISE
    answer.set()
    wait_for_request_threads()


def test_a_connection_made_too_late_is_dropped(
    client: HttpClient, upstream: FakeUpstream, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, answer = Event(), Event()
    connect = socket.create_connection

    def hang(*args: object, **named: object) -> socket.socket:
        asked.set()
        answer.wait(30)
        return connect(*args, **named)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(socket, "create_connection", hang)
    asking = Asking(client)
    assert asked.wait(30)
    assert asking.seconds_to_stop() < PROMISE
    answer.set()
    wait_for_request_threads()
    assert not upstream.requests


def test_cancel_ends_a_pause_at_once(upstream: FakeUpstream) -> None:
    upstream.inject(faults.status(429, {"Retry-After": "50"}))
    client = HttpClient(parse_endpoint(upstream.url), "readinglist/test")
    asking = Asking(client)
    upstream.wait_for_requests(1)
    assert asking.seconds_to_stop() < PROMISE
    assert isinstance(asking.error, CancelledError)
    wait_for_request_threads()
    client.close()


def test_a_pause_ends_by_itself() -> None:
    wait_or_cancel(0.0, CancelToken())


def test_what_the_work_raises_is_raised() -> None:
    def work() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        run_interruptibly(work, CancelToken(), 30)


def test_work_that_was_not_waited_for_may_end_later() -> None:
    release = Event()
    with pytest.raises(DeadlineError):
        run_interruptibly(release.wait, CancelToken(), 0)
    release.set()
    wait_for_request_threads()
