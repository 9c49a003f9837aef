"""Syncing from the window: on a thread of its own, one at a time, with progress and cancel."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from readinglist.domain.cancellation import CancelToken
from readinglist.gui.gui_thread import GuiThread
from readinglist.library.library import Library
from readinglist.sources.source import Source

if TYPE_CHECKING:
    from readinglist.library.sync import SyncReport


class SyncRunner(QObject):
    """Runs syncs off the GUI thread and tells about them on it.

    ``ended`` comes first whatever became of a sync, then ``finished`` with its report or ``failed``
    with the error for the reader.
    """

    started = Signal()
    progressed = Signal(object)
    ended = Signal()
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self, library: Library, make_source: Callable[[], Source], gui_thread: GuiThread
    ) -> None:
        super().__init__()
        self._library = library
        self._make_source = make_source
        self._gui_thread = gui_thread
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sync")
        self._cancel = CancelToken()
        self._running: Future[SyncReport] | None = None

    @property
    def is_running(self) -> bool:
        """Whether a sync is under way."""
        return self._running is not None

    def start(self, days: Sequence[date]) -> None:
        """Sync days, unless a sync is under way already."""
        if self.is_running:
            return
        self._cancel = CancelToken()
        self._running = self._thread.submit(self._run, days, self._cancel)
        self.started.emit()
        self._gui_thread.deliver(
            self._running, self.finished.emit, self.failed.emit, on_done=self._on_done
        )

    def cancel(self) -> None:
        """Ask the running sync to stop; it tells when it has."""
        self._cancel.cancel()

    def close(self) -> None:
        """Stop a running sync and end the thread."""
        self._cancel.cancel()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _run(self, days: Sequence[date], cancel: CancelToken) -> "SyncReport":
        # Imported on the thread of the first sync: the first paint does not wait for it.
        from readinglist.library.sync import Sync

        source = self._make_source()
        try:
            sync = Sync(
                self._library,
                source,
                cancel,
                lambda progress: self._gui_thread.post(lambda: self.progressed.emit(progress)),
            )
            return sync.run(days)
        finally:
            source.close()

    def _on_done(self) -> None:
        self._running = None
        self.ended.emit()
