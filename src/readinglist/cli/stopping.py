"""Stopping long work at the reader's request, so that it ends as it should."""

import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TypeVar

from readinglist.domain.cancellation import CancelToken

Result = TypeVar("Result")

_SIGNAL_CHECK_S = 0.05


def until_stopped(work: Callable[[], Result], cancel: CancelToken) -> Result:
    """Run work on a thread of its own; on Ctrl-C or a request to end, cancel it.

    A signal's handler interrupts the main thread anywhere, even while it holds a lock, so it only
    leaves a mark. The mark is looked at by the clock because Windows does not wake a thread that
    waits.
    """
    with _stop_signals() as stopped, ThreadPoolExecutor(1, "readinglist-work") as thread:
        future: Future[Result] = thread.submit(work)
        while not future.done():
            wait([future], timeout=_SIGNAL_CHECK_S)
            if stopped and not cancel.is_cancelled:
                cancel.cancel()
        return future.result()


@contextmanager
def _stop_signals() -> Iterator[list[int]]:
    """Collect the signals that ask to stop, instead of obeying them at once."""
    received: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield received  # only the main thread may say what signals do
        return
    former = {
        number: signal.signal(number, lambda number, _frame: received.append(number))
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield received
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
