"""The library file and its threads: one writer, three readers.

Writes queue for the one writer thread, the reader's own before those of a sync, and each is one
transaction. Reads run on read-only connections, one job at a time each: one for what a list begins
with, one for rows, one for whole lists and counts, which may take long. A newer search interrupts
an older one. No other thread ever opens a connection.
"""

import logging
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from itertools import count
from pathlib import Path
from queue import Empty, PriorityQueue
from threading import Lock, RLock, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from readinglist.domain.change import LibraryChange
from readinglist.domain.errors import CancelledError
from readinglist.domain.progress import ProgressTeller, WorkProgress
from readinglist.import_in_parts import import_in_parts
from readinglist.storage.connections import explain, library_file_errors, open_reader, open_writer
from readinglist.storage.migrations import migrate
from readinglist.storage.search.index import merge_some

if TYPE_CHECKING:
    from readinglist.storage.migrations.progress import Progress
    from readinglist.storage.write_engine import WriteEngine, WriteSession

log = logging.getLogger(__name__)

Result = TypeVar("Result")
ChangeListener = Callable[[LibraryChange], None]


_IDLE_S = 0.05
"""How long nobody has to want a write before the indexes are tidied up."""


class Priority(IntEnum):
    """Who goes first when writes queue up."""

    READER = 0
    SYNC = 1
    CLOSE = 9


class Database:
    """One open library file.

    Opening returns at once: the file is opened, created or brought up to date on the writer
    thread, and reads wait for that. ``opened`` tells how it went, ``on_upgrade`` is called on the
    writer thread with how many papers are done and how many there are when an upgrade takes long.
    """

    def __init__(self, path: Path, on_upgrade: "Progress" = lambda _done, _total: None) -> None:
        self.path = path
        self.opened: Future[None] = Future()
        self._on_upgrade = on_upgrade
        self._listeners: list[ChangeListener] = []
        self._tell_progress: Callable[[WorkProgress], None] = lambda _progress: None
        self._jobs: PriorityQueue[tuple[int, int, Callable[[], bool]]] = PriorityQueue()
        self._order = count()
        self._engine: WriteEngine | None = None
        self._connection: sqlite3.Connection | None = None
        self._closing = Lock()
        self._closed = False
        self._data_version = 0
        self._is_untidy = False  # whether a sync has left segments of the indexes to be merged
        self._writer = Thread(target=self._run_writer, name="library-writer", daemon=True)
        self.search_reader = Reader(self, "library-search")
        self.row_reader = Reader(self, "library-rows")
        self.list_reader = Reader(self, "library-lists")
        self._writer.start()

    def on_change(self, listener: ChangeListener) -> None:
        """Call ``listener`` on the writer thread after every commit that changed something."""
        self._listeners.append(listener)

    def on_progress(self, listener: Callable[[WorkProgress], None]) -> None:
        """Call ``listener`` on the writer thread while a write takes long, and when it is over."""
        self._tell_progress = listener

    def write(
        self,
        work: "Callable[[WriteSession], Result]",
        priority: Priority = Priority.READER,
    ) -> Future[Result]:
        """Run ``work`` in a transaction of its own on the writer thread.

        The future holds what ``work`` returned once the commit is on disk, or what it raised, in
        which case nothing was written; CancelledError after ``close``.
        """
        future: Future[Result] = Future()

        def job() -> bool:
            if future.set_running_or_notify_cancel():
                self._write_now(work, future)
                self._is_untidy |= priority is Priority.SYNC
            return True

        with self._closing:
            if self._closed:
                future.set_exception(CancelledError())
            else:
                self._put(priority, job)
        return future

    def flushed(self) -> Future[None]:
        """Tell when every write that the reader asked for until now is done or has failed."""
        future: Future[None] = Future()

        def job() -> bool:
            if future.set_running_or_notify_cancel():
                future.set_result(None)
            return True

        self._put(Priority.READER, job)
        return future

    def changed_elsewhere(self) -> Future[bool]:
        """Tell whether another process has written to the file since this was last asked."""
        future: Future[bool] = Future()

        def job() -> bool:
            if future.set_running_or_notify_cancel():
                try:
                    before, self._data_version = self._data_version, self._read_data_version()
                    future.set_result(before != self._data_version)
                except sqlite3.Error as error:
                    future.set_exception(explain(error, self.path))
            return True

        self._put(Priority.READER, job)
        return future

    def version_seen(self) -> Future[int]:
        """Return a number that is another one once anybody else has written to the file.

        Anybody but this object's own searches: its writes count, too.
        """
        return self.search_reader.read(
            lambda connection: int(connection.execute("PRAGMA data_version").fetchone()[0])
        )

    def close(self) -> None:
        """Finish the writes that wait, then end all threads and close the file. Idempotent."""
        with self._closing:
            already, self._closed = self._closed, True
        # The writer goes last: only it may fold the write-ahead log into the file.
        for reader in (self.search_reader, self.row_reader, self.list_reader):
            reader.close()
        if not already:
            self._put(Priority.CLOSE, lambda: False)
        self._writer.join()

    def _put(self, priority: Priority, job: Callable[[], bool]) -> None:
        self._jobs.put((priority, next(self._order), job))

    def _run_writer(self) -> None:
        try:
            with library_file_errors(self.path):
                self._connection = open_writer(self.path)
                migrate(self._connection, self.path, self._tell_upgrade)
                self._data_version = self._read_data_version()
            self.opened.set_result(None)
        except Exception as error:  # noqa: BLE001 (whoever waits for the file is told)
            self.opened.set_exception(error)
        while self._next_job()():
            pass
        if self._engine is not None:
            self._engine.close()
        if self._connection is not None:
            self._connection.close()

    def _tell_upgrade(self, done: int, total: int) -> None:
        if self._closed:
            raise CancelledError  # the step is undone, and taken when the library is opened again
        self._on_upgrade(done, total)

    def _read_data_version(self) -> int:
        """SQLite's own count of the commits that other connections made; 0 while not open."""
        if self._connection is None:
            return 0
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _write_now(
        self, work: "Callable[[WriteSession], Result]", future: "Future[Result]"
    ) -> None:
        progress = ProgressTeller(self._tell_progress)
        try:
            self.opened.result()
            result, change = self._engine_on_first_use().run(work, progress.advance)
        except sqlite3.Error as error:
            progress.end(was_cancelled=False)
            future.set_exception(explain(error, self.path))
            return
        except Exception as error:  # noqa: BLE001 (handed to whoever asked for the write)
            progress.end(was_cancelled=isinstance(error, CancelledError))
            future.set_exception(error)
            return
        progress.end(was_cancelled=False)
        if not change.is_empty:
            self._tell(change)
        future.set_result(result)

    def _next_job(self) -> Callable[[], bool]:
        """Return what is to be done next; tidy up as long as nobody wants a write."""
        while self._is_untidy:
            try:
                return self._jobs.get(timeout=_IDLE_S)[2]
            except Empty:
                self._tidy()
        return self._jobs.get()[2]

    def _tidy(self) -> None:
        try:
            self._is_untidy, _change = self._engine_on_first_use().run(
                lambda writing: merge_some(writing.sqlite)
            )
        except sqlite3.Error as error:
            log.warning("The indexes were not merged, and are as right as before: %s", error)
            self._is_untidy = False

    def _tell(self, change: LibraryChange) -> None:
        for listener in self._listeners:
            try:
                listener(change)
            except Exception:
                log.exception("A listener failed on %r", change)

    def _engine_on_first_use(self) -> "WriteEngine":
        if self._engine is None:
            # SQLModel takes half a second to import; reading must not wait for it.
            import_in_parts("sqlalchemy", "sqlalchemy.orm", "pydantic", "sqlmodel")
            from readinglist.storage.write_engine import WriteEngine

            assert self._connection is not None  # noqa: S101 (opened, or we would not be here)
            self._engine = WriteEngine(self._connection)
        return self._engine


class Reader:
    """One read-only connection on one thread, running one job at a time."""

    def __init__(self, database: Database, name: str) -> None:
        self._database = database
        self._jobs: PriorityQueue[tuple[int, Callable[[], bool], Future[Any] | None]] = (
            PriorityQueue()
        )
        self._order = count(1)
        self._lock = RLock()  # whoever is told of a cancelled read may ask for another at once
        self._closed = False
        self._connection: sqlite3.Connection | None = None
        self._running: Future[Any] | None = None
        self._newest: Future[Any] | None = None
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def read(self, work: Callable[[sqlite3.Connection], Result]) -> Future[Result]:
        """Run ``work`` on this reader's connection after the jobs that wait."""
        with self._lock:
            return self._queue(work)

    def read_newest(self, work: Callable[[sqlite3.Connection], Result]) -> Future[Result]:
        """Run ``work`` and give up the one that was last asked for this way.

        The older future is cancelled if it waits, and ends in CancelledError if it runs.
        """
        with self._lock:
            self.give_up_newest()
            future = self._queue(work)
            self._newest = future
        return future

    def give_up_newest(self) -> None:
        """Give up what was last asked for with ``read_newest``."""
        with self._lock:
            older = self._newest
            if older is not None and not older.cancel() and older is self._running:
                # Only under the lock is it certain that the connection runs the older job.
                assert self._connection is not None  # noqa: S101 (a running job has one)
                self._connection.interrupt()

    def _queue(self, work: Callable[[sqlite3.Connection], Result]) -> Future[Result]:
        future: Future[Result] = Future()

        def job() -> bool:
            if future.set_running_or_notify_cancel():
                self._read_now(work, future)
            return True

        if self._closed:
            future.cancel()
        else:
            self._jobs.put((next(self._order), job, future))
        return future

    def close(self) -> None:
        """Drop the jobs that wait, interrupt the running one, and end the thread."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._jobs.put((0, lambda: False, None))
            if self._connection is not None and self._running is not None:
                self._connection.interrupt()
        self._thread.join()

    def _run(self) -> None:
        while self._jobs.get()[1]():
            pass
        while not self._jobs.empty():
            dropped = self._jobs.get_nowait()[2]
            if dropped is not None:
                dropped.cancel()
        if self._connection is not None:
            self._connection.close()

    def _read_now(
        self, work: Callable[[sqlite3.Connection], Result], future: "Future[Result]"
    ) -> None:
        try:
            connection = self._open_connection()
            with self._lock:
                self._running = future
            try:
                result = work(connection)
            finally:
                with self._lock:
                    self._running = None
        except sqlite3.Error as error:
            interrupted = getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT"
            future.set_exception(
                CancelledError() if interrupted else explain(error, self._database.path)
            )
        except Exception as error:  # noqa: BLE001 (handed to whoever asked for the read)
            future.set_exception(error)
        else:
            future.set_result(result)

    def _open_connection(self) -> sqlite3.Connection:
        if self._connection is None:
            self._database.opened.result()
            self._connection = open_reader(self._database.path)
        return self._connection
