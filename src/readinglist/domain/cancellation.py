"""A way to say "stop" to work that runs on another thread."""

from collections.abc import Callable
from threading import Event, Lock

from readinglist.domain.errors import CancelledError


class CancelToken:
    """Set once by whoever wants the work to stop, looked at by the work between its steps.

    Callbacks let blocking work (a socket read) be woken instead of polling.
    """

    def __init__(self) -> None:
        self._cancelled = Event()
        self._lock = Lock()
        self._callbacks: list[Callable[[], None]] = []

    def cancel(self) -> None:
        """Ask the work to stop; callbacks run on the caller's thread."""
        with self._lock:
            self._cancelled.set()
            callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            callback()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._cancelled.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise CancelledError if somebody asked to stop."""
        if self.is_cancelled:
            raise CancelledError

    def on_cancel(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` when the token is cancelled, at once if it already is."""
        with self._lock:
            if not self._cancelled.is_set():
                self._callbacks.append(callback)
                return
        callback()

    def forget(self, callback: Callable[[], None]) -> None:
        """Take back a callback given to on_cancel; unknown ones are ignored."""
        with self._lock:
            if callback in self._callbacks:
                self._callbacks.remove(callback)
