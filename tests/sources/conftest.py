"""What the tests of the sources share."""

from collections.abc import Callable, Iterator

import pytest

from readinglist.domain.cancellation import CancelToken
from readinglist.sources.daily_papers import DailyPapers
from readinglist.sources.endpoint import parse_endpoint
from readinglist.sources.http_client import HttpClient
from readinglist.sources.interruptible_call import THREAD_NAME
from tests.sources import request_threads
from tests.upstream import FakeUpstream
from tests.upstream.fixtures import upstream

__all__ = ["upstream"]


class Pauses(list[float]):
    """Notes how long a client would have waited, and does not wait."""

    def __call__(self, seconds: float, cancel: CancelToken) -> None:
        self.append(seconds)
        cancel.raise_if_cancelled()


ClientMaker = Callable[..., HttpClient]


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest.fixture
def client_for(pauses: Pauses) -> Iterator[ClientMaker]:
    """Make clients that never wait between tries; they are closed at the end."""
    made: list[HttpClient] = []

    def make(url: str, token: str | None = None, deadline: float = 30.0) -> HttpClient:
        client = HttpClient(
            *(parse_endpoint(url), "readinglist/test", token),
            deadline=deadline,
            wait=pauses,
            share=lambda: 0.5,
        )
        made.append(client)
        return client

    yield make
    for client in made:
        client.close()
    assert not request_threads(), f"a thread named {THREAD_NAME} was left behind"


@pytest.fixture
def client(client_for: ClientMaker, upstream: FakeUpstream) -> HttpClient:
    return client_for(upstream.url)


@pytest.fixture
def papers(client: HttpClient) -> DailyPapers:
    return DailyPapers(client)
