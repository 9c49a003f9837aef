"""A clock that goes only when somebody waits, and arXiv asked by it."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from threading import Lock

from readinglist.domain.cancellation import CancelToken
from readinglist.library.arxiv_records import FetchOutcome, RecordFetch
from readinglist.library.library import Library
from readinglist.library.turns import Turns
from readinglist.sources.arxiv_records import from_environment
from tests.upstream import FakeUpstream

BEGIN = datetime(2026, 4, 13, 14, 22, 10, tzinfo=UTC)


class Clock:
    """Notes what was waited for, and does not wait."""

    def __init__(self) -> None:
        self.moment = BEGIN
        self.waited: list[float] = []
        self.before_wait: Callable[[], None] = lambda: None
        self._lock = Lock()

    def now(self) -> datetime:
        with self._lock:
            return self.moment

    def seconds(self) -> float:
        return (self.now() - BEGIN).total_seconds()

    def go(self, seconds: float) -> None:
        with self._lock:
            self.moment += timedelta(seconds=seconds)

    def wait(self, seconds: float, cancel: CancelToken) -> None:
        self.before_wait()
        cancel.raise_if_cancelled()
        self.waited.append(seconds)
        self.go(seconds)


class Fetching:
    """Fetches into a library, by a clock of the test's own."""

    def __init__(self, library: Library, upstream: FakeUpstream, clock: Clock) -> None:
        self._library = library
        self._url = upstream.url
        self._clock = clock
        self.told: list[tuple[int, int]] = []
        self.cancel = CancelToken()

    def __call__(self, keys: Sequence[int], *, again: bool = False) -> FetchOutcome:
        self.told.clear()
        source = from_environment({"ARXIV_ENDPOINT": self._url})
        turns = Turns(self._library.database, "arxiv", now=self._clock.now, wait=self._clock.wait)
        fetch = RecordFetch(
            *(self._library, source, self.cancel),
            lambda done, total: self.told.append((done, total)),
            turns,
        )
        try:
            return fetch.run(keys, again=again)
        finally:
            source.close()
