"""Taking turns at a source that wants to be asked slowly: a pause after each answer, and rests.

All programs on one library keep them together, since they are noted in its file.
"""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import SourceUnavailableError
from readinglist.sources.arxiv_records import RestWantedError
from readinglist.sources.http_client import DEADLINE
from readinglist.sources.retry import wait_or_cancel
from readinglist.storage.database import Database, Priority

if TYPE_CHECKING:
    from readinglist.storage.source_rest import Turn
    from readinglist.storage.write_engine import WriteSession

PAUSE = timedelta(seconds=3)
"""arXiv's terms: one request every three seconds, one connection at a time, over all programs."""
REST = timedelta(minutes=10)
"""How long to leave arXiv alone that had too many requests, unless it asks for more."""
LONGEST_TURN = timedelta(seconds=DEADLINE + 10)


class SourceRestsError(SourceUnavailableError):
    """The source asked to be left alone until some time."""

    def __init__(self, until: datetime, now: datetime) -> None:
        here, today = _next_minute(until).astimezone(), now.astimezone().date()
        spoken = here.strftime("%H:%M" if here.date() == today else "%Y-%m-%d %H:%M")
        super().__init__(f"arXiv asked for a rest until {spoken}.", "Try again after that.")
        self.until = until


class Turns:
    """Turns at one source.

    Args:
        database: where they are noted.
        source: the name of the source.
        now: the present; replaced by tests.
        wait: waits for a turn; replaced by tests.
    """

    def __init__(
        self,
        database: Database,
        source: str,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        wait: Callable[[float, CancelToken], None] = wait_or_cancel,
    ) -> None:
        self._database = database
        self._source = source
        self._now = now
        self._wait = wait

    def today(self) -> datetime:
        """Return the present on the reader's own calendar."""
        return self._now().astimezone()

    @contextmanager
    def turn(self, cancel: CancelToken) -> Iterator[None]:
        """Wait for a turn, and give it back when the request that it is for has ended.

        Raises:
            CancelledError: somebody cancelled meanwhile.
            SourceRestsError: the source wants to be left alone, or has just said so.
            LibraryFileError: the library cannot be written.
        """
        turn = self._wait_for_turn(cancel)
        rest_until: datetime | None = None
        try:
            yield
        except RestWantedError as error:
            rest_until = self._now() + _rest(error.pause)
            raise SourceRestsError(rest_until, self._now()) from error
        finally:
            self._end(turn, rest_until)

    def _wait_for_turn(self, cancel: CancelToken) -> "Turn":
        while True:
            cancel.raise_if_cancelled()
            turn = self._take()
            if turn.rest_until is not None:
                raise SourceRestsError(turn.rest_until, self._now())
            if turn.wait_s <= 0:
                return turn
            self._wait(turn.wait_s, cancel)

    def _take(self) -> "Turn":
        def work(writing: "WriteSession") -> "Turn":
            # Imports SQLModel, which only the writer thread may wait for.
            from readinglist.storage.source_rest import take_turn

            return take_turn(writing, self._source, self._now(), PAUSE, LONGEST_TURN)

        return self._database.write(work, Priority.SYNC).result()

    def _end(self, turn: "Turn", rest_until: datetime | None) -> None:
        def work(writing: "WriteSession") -> None:
            from readinglist.storage.source_rest import end_turn

            end_turn(writing, self._source, turn, self._now(), rest_until)

        self._database.write(work, Priority.SYNC).result()


def _rest(asked_s: float | None) -> timedelta:
    """Return how long to leave the source alone: longer if it asks for that, up to a day.

    Who had too many requests and says "in a second" would have too many again.
    """
    from readinglist.storage.source_rest import LONGEST_REST

    asked_s = max(asked_s or 0, REST.total_seconds())
    return timedelta(seconds=min(asked_s, LONGEST_REST.total_seconds()))


def _next_minute(moment: datetime) -> datetime:
    """Return the next full minute: at the time that is told, the rest is over."""
    seconds = math.ceil(moment.timestamp() / 60) * 60
    return datetime.fromtimestamp(seconds, UTC)
