"""Runs blocking work so that the caller can stop waiting for it at any moment."""

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import CancelledError

THREAD_NAME = "readinglist-http"

_Result = TypeVar("_Result")


class DeadlineError(Exception):
    """The work was not done in time."""


class _Call(Generic[_Result]):
    def __init__(self, work: Callable[[], _Result]) -> None:
        self._work = work
        self._results: list[_Result] = []
        self._error: BaseException | None = None
        self.finished = False
        self.woken = Event()

    def run(self) -> None:
        try:
            self._results.append(self._work())
        except BaseException as error:  # noqa: BLE001 -- raised again on the caller's thread
            self._error = error
        finally:
            self.finished = True
            self.woken.set()

    def result(self) -> _Result:
        if self._error is not None:
            raise self._error
        return self._results[0]


def run_interruptibly(work: Callable[[], _Result], cancel: CancelToken, seconds: float) -> _Result:
    """Return what ``work`` returns, or raise what it raises; it runs on a thread of its own.

    After any other exception, Ctrl-C included, the work may still be running: the caller has to
    make it end.

    Args:
        work: the blocking work.
        cancel: ends the waiting at once.
        seconds: ends the waiting after so long.

    Raises:
        CancelledError: ``cancel`` was cancelled.
        DeadlineError: the time was over.
    """
    cancel.raise_if_cancelled()
    call = _Call(work)
    # a daemon, since a name look-up cannot be stopped and must not hold up the program's end
    thread = Thread(target=call.run, name=THREAD_NAME, daemon=True)
    wake = call.woken.set
    cancel.on_cancel(wake)
    try:
        thread.start()
        call.woken.wait(max(0.0, seconds))
        if cancel.is_cancelled:
            raise CancelledError
        if not call.finished:
            raise DeadlineError
    finally:
        cancel.forget(wake)
    thread.join()
    return call.result()
