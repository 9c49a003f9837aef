"""The one bridge from other threads to the GUI thread.

Results of reads and writes, and word of changes to the library, arrive here and nowhere else.
Changes that pile up while the GUI thread is busy are merged, so that a back-fill of a hundred
days is not a hundred refreshes.
"""

from collections.abc import Callable
from concurrent.futures import CancelledError as FutureCancelledError
from concurrent.futures import Future
from threading import Lock
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from readinglist.domain.change import LibraryChange
from readinglist.domain.errors import CancelledError, UserFacingError

Result = TypeVar("Result")


class GuiThread(QObject):
    """Runs callables on the thread it was made on. After ``close`` it drops them."""

    _posted = Signal(object)

    def __init__(self, report_error: Callable[[UserFacingError], None]) -> None:
        super().__init__()
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)
        self._report_error = report_error
        self._lock = Lock()
        self._pending = LibraryChange()
        self._closed = False

    def post(self, call: Callable[[], None]) -> None:
        """Run ``call`` on the GUI thread soon; callable from any thread."""
        if not self._closed:
            self._posted.emit(call)

    def deliver(
        self,
        future: Future[Result],
        on_result: Callable[[Result], None],
        on_error: Callable[[UserFacingError], None] | None = None,
        on_done: Callable[[], None] = lambda: None,
    ) -> None:
        """Call ``on_result`` on the GUI thread when ``future`` has one.

        Cancelled work is dropped in silence. Errors for people go to ``on_error`` or to the notice
        bar; any other error is a bug and is raised on the GUI thread. ``on_done`` is called first,
        whatever became of it.
        """

        def hand_over(done: Future[Result]) -> None:
            on_done()
            self._hand_over(done, on_result, on_error)

        future.add_done_callback(lambda done: self.post(lambda: hand_over(done)))

    def merge_changes(self, listener: Callable[[LibraryChange], None]) -> Callable[..., None]:
        """Return what a library is to call with each change; ``listener`` gets them merged."""

        def deliver_merged() -> None:
            with self._lock:
                change, self._pending = self._pending, LibraryChange()
            listener(change)

        def on_change(change: LibraryChange) -> None:
            with self._lock:
                first = self._pending.is_empty
                self._pending = self._pending.merged_with(change)
            if first:
                self.post(deliver_merged)

        return on_change

    def close(self) -> None:
        """Drop whatever arrives from now on."""
        self._closed = True

    def _hand_over(
        self,
        future: Future[Result],
        on_result: Callable[[Result], None],
        on_error: Callable[[UserFacingError], None] | None,
    ) -> None:
        try:
            result = future.result()
        except (CancelledError, FutureCancelledError):
            return
        except UserFacingError as error:
            (on_error or self._report_error)(error)
            return
        on_result(result)

    def _run(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()
