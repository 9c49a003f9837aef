"""Closing a window without losing what was just done in it."""

from collections.abc import Callable

from readinglist.gui.list_pane import ListPane
from readinglist.gui.open_library import OpenLibrary
from readinglist.gui.paper_pane import PaperPane


class ClosingWhenSaved:
    """Lets a window close once all is saved and put out; says why not if that fails.

    To close again after that closes all the same.

    Attributes:
        may_close: whether nothing is waited for any more.
    """

    def __init__(
        self, opened: OpenLibrary, pane: ListPane, paper: PaperPane, close: Callable[[], object]
    ) -> None:
        self._opened = opened
        self._notices = pane.notices
        self._note = paper.note
        self._close = close
        self._waits = self._warned = False
        self.may_close = False

    def begin(self) -> None:
        """Save what is not saved yet, and close the window when that is done."""
        if self._waits:
            return
        self._waits = True
        errors = self._notices.errors
        self._note.save_now()
        self._opened.sync_runner.cancel()
        deliver = self._opened.gui_thread.deliver
        flushed = self._opened.library.database.flushed

        live_files = self._opened.live_runner

        def once_put_out(_nothing: None) -> None:
            deliver(flushed(), once_flushed)

        def once_flushed(_nothing: None) -> None:
            deliver(live_files.finished(), lambda _: self._on_saved(errors))

        deliver(self._opened.export_runner.finished(), once_put_out)

    def _on_saved(self, errors_before: int) -> None:
        self._waits = False
        self.may_close = self._warned or self._notices.errors == errors_before
        self._warned = True
        if self.may_close:
            self._close()
