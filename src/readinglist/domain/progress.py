"""How far long work is, told at a pace that people can read, with a way to stop it."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from readinglist.domain.cancellation import CancelToken

SILENT_S = 0.3
"""What takes no longer need not be told."""
PACE_S = 0.1


@dataclass(frozen=True, slots=True)
class WorkProgress:
    """How far work on many papers is.

    Attributes:
        done: papers that are done.
        total: how many there are.
        cancel: asks the work to stop.
        is_over: whether it has ended, one way or another; this is told last.
        was_cancelled: whether it stopped because somebody asked for it.
    """

    done: int
    total: int
    cancel: CancelToken
    is_over: bool = False
    was_cancelled: bool = False


class ProgressTeller:
    """Tells a listener how far one piece of work is; does so on the thread that does the work."""

    def __init__(self, listener: Callable[[WorkProgress], None]) -> None:
        self._listener = listener
        self._cancel = CancelToken()
        self._tells_next = time.monotonic() + SILENT_S
        self._last: WorkProgress | None = None

    def advance(self, done: int, total: int) -> None:
        """Take note of what is done.

        Raises:
            CancelledError: somebody asked the work to stop.
        """
        self._cancel.raise_if_cancelled()
        now = time.monotonic()
        if now >= self._tells_next:
            self._tells_next = now + PACE_S
            self._last = WorkProgress(done, total, self._cancel)
            self._listener(self._last)

    def end(self, *, was_cancelled: bool) -> None:
        """Tell that the work is over, if anything was told of it."""
        if self._last is not None:
            total = self._last.total
            self._listener(
                WorkProgress(total, total, self._cancel, is_over=True, was_cancelled=was_cancelled)
            )
