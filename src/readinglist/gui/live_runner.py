"""Live files of the window's library: kept on a thread of their own, told about on the GUI's."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from readinglist.domain.live_file import LiveFile
from readinglist.gui.gui_thread import GuiThread
from readinglist.library.library import Library

if TYPE_CHECKING:
    from readinglist.library.live_keeper import LiveKeeper
    from readinglist.library.live_writing import LiveFileWriter

Result = TypeVar("Result")


class LiveRunner(QObject):
    """Begins to keep files when it is told to; ``told`` carries how all of them stand.

    Attributes:
        files: as they stood when they were looked at last.
    """

    told = Signal(object)

    def __init__(self, library: Library, gui_thread: GuiThread) -> None:
        super().__init__()
        self._library = library
        self._gui_thread = gui_thread
        self._keeper: LiveKeeper | None = None
        self._closed = False
        self.files: Sequence[LiveFile] = ()

    def start(self) -> None:
        """Look at all files, and from now on after every change."""
        if self._closed:
            return
        self._started().start()

    def ask(self, work: "Callable[[LiveFileWriter], Result]") -> Future[Result]:
        """Do something with the files, on their thread."""
        keeper = self._started()
        keeper.start()
        return keeper.ask(work)

    def on_changed_elsewhere(self) -> None:
        """Act on what another program has written."""
        if self._keeper is not None:
            self._keeper.on_changes_elsewhere()

    def finished(self) -> Future[None]:
        """Act on all changes until now; tell when that is done."""
        if self._keeper is not None:
            return self._keeper.finished()
        nothing: Future[None] = Future()
        nothing.set_result(None)
        return nothing

    def close(self) -> None:
        """End the thread."""
        self._closed = True
        if self._keeper is not None:
            self._keeper.close()

    def _started(self) -> "LiveKeeper":
        if self._keeper is None:
            # Imported when it is needed: the first paint does not wait for it.
            from readinglist.library.live_keeper import LiveKeeper

            self._keeper = LiveKeeper(
                self._library, lambda files: self._gui_thread.post(lambda: self._tell(files))
            )
        return self._keeper

    def _tell(self, files: Sequence[LiveFile]) -> None:
        self.files = files
        self.told.emit(files)
