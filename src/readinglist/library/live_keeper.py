"""Keeps live files up to date a moment after each change, on a thread of its own."""

import logging
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError as FutureCancelledError
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Condition, Thread
from time import monotonic
from typing import TypeVar

from readinglist.domain.change import LibraryChange
from readinglist.domain.errors import CancelledError, UserFacingError
from readinglist.domain.live_file import LiveFile
from readinglist.library.library import Library
from readinglist.library.live_writing import LiveFileWriter

Result = TypeVar("Result")

log = logging.getLogger(__name__)

_QUIET_S = 1.0
_LONGEST_S = 5.0
_LOOK_AT_DAY_S = 600.0
"""A query such as since:2w asks for other papers on another day, without any change."""


class Moment:
    """When it is time to act on changes: once they pause, but not later than a while.

    Args:
        quiet_s: how long nothing must have changed.
        longest_s: how long a change waits at most, while there are others all the time.
    """

    def __init__(self, quiet_s: float = _QUIET_S, longest_s: float = _LONGEST_S) -> None:
        self._quiet_s = quiet_s
        self._longest_s = longest_s
        self._first: float | None = None
        self._last = 0.0

    def note(self, now: float) -> None:
        """Note a change."""
        self._first = now if self._first is None else self._first
        self._last = now

    def clear(self) -> None:
        """Note that all changes were acted on."""
        self._first = None

    @property
    def due_at(self) -> float | None:
        """When it is time; None if nothing has changed."""
        if self._first is None:
            return None
        return min(self._last + self._quiet_s, self._first + self._longest_s)


class LiveKeeper:
    """Brings files up to date when the library changes, and once at the beginning.

    Args:
        library: whose files.
        on_files: is told, on the thread, how all files stand after each look at them.
        moment: when to act on changes.
        clock: tells seconds.
        now: tells date and time.
    """

    def __init__(
        self,
        library: Library,
        on_files: Callable[[Sequence[LiveFile]], None] = lambda _files: None,
        moment: Moment | None = None,
        clock: Callable[[], float] = monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._library = library
        self._on_files = on_files
        self._moment = moment or Moment()
        self._clock = clock
        self._now = now
        self._writer = LiveFileWriter(library, now)
        self._condition = Condition()
        self._jobs: deque[tuple[Callable[[], None], Callable[[], bool]]] = deque()
        self._touched: set[int] = set()
        self._all_touched = False
        self._hurries = False
        self._closed = False
        self._day = self._today()
        self._thread: Thread | None = None
        library.on_change(self.on_change)

    def start(self) -> None:
        """Look at all files, and from now on after every change."""
        with self._condition:
            if self._closed or self._thread is not None:
                return
            self._hurries = True
            self._thread = Thread(target=self._run, name="live-files", daemon=True)
            self._thread.start()

    def on_change(self, change: LibraryChange) -> None:
        """Act on a committed write in a moment; callable from any thread."""
        if change == replace(LibraryChange(), days=change.days):
            return
        with self._condition:
            self._touched |= change.annotated | change.updated
            self._note()

    def on_changes_elsewhere(self) -> None:
        """Act in a moment on what another program wrote, whatever it was."""
        with self._condition:
            self._all_touched = True
            self._note()

    def ask(self, work: Callable[[LiveFileWriter], Result]) -> Future[Result]:
        """Run ``work`` on the thread, and tell then how the files stand."""
        future: Future[Result] = Future()

        def job() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = work(self._writer)
            except Exception as error:  # noqa: BLE001 (handed to whoever asked)
                future.set_exception(error)
            else:
                try:
                    self._tell()
                finally:  # whoever asked waits for this, whatever became of telling
                    future.set_result(result)

        with self._condition:
            if self._closed:
                future.cancel()
            else:
                self._jobs.append((job, future.cancel))
                self._condition.notify()
        return future

    def finished(self) -> Future[None]:
        """Act on what has changed until now without waiting, and tell when that is done."""
        with self._condition:
            if self._thread is None:
                done: Future[None] = Future()
                done.set_result(None)
                return done
            self._hurries = self._hurries or self._moment.due_at is not None
        return self.ask(lambda _writer: None)

    def close(self) -> None:
        """End the thread; what was not acted on yet is when the library is opened next.

        What was asked for and not begun is cancelled.
        """
        with self._condition:
            self._closed = True
            self._condition.notify()
        if self._thread is not None:
            self._thread.join()
        while self._jobs:
            _job, cancel = self._jobs.popleft()
            cancel()

    def _note(self) -> None:
        self._moment.note(self._clock())
        self._condition.notify()

    def _run(self) -> None:
        while (act := self._next()) is not None:
            try:
                act()
            except (CancelledError, FutureCancelledError):
                log.info("The library was closed while files were brought up to date")
            except UserFacingError as error:
                log.warning("Files were not brought up to date: %s", error)
            except Exception:
                log.exception("Files were not brought up to date")

    def _next(self) -> Callable[[], None] | None:
        """Wait for what is to be done next; None is the end."""
        with self._condition:
            while not self._closed:
                if self._hurries or self._is_due():
                    self._hurries = False
                    self._moment.clear()
                    return self._bring_up_to_date
                if self._jobs:
                    job, _cancel = self._jobs.popleft()
                    return job
                self._condition.wait(self._seconds_left())
                if self._today() != self._day:
                    self._day = self._today()
                    self._hurries = True
        return None

    def _is_due(self) -> bool:
        due = self._moment.due_at
        return due is not None and self._clock() >= due

    def _seconds_left(self) -> float:
        due = self._moment.due_at
        return _LOOK_AT_DAY_S if due is None else max(due - self._clock(), 0.0)

    def _bring_up_to_date(self) -> None:
        with self._condition:
            touched, self._touched = self._touched, set()
            all_touched, self._all_touched = self._all_touched, False
        if all_touched:
            self._writer.entries.forget_all()
        self._writer.entries.forget(touched)
        self._writer.bring_all_up_to_date(lambda: not self._closed)
        self._tell()

    def _tell(self) -> None:
        self._on_files(self._library.live_files.all().result())

    def _today(self) -> date:
        return self._now().astimezone().date()
