"""Closing a window without losing what was just done in it."""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future

from readinglist.gui.list_pane import ListPane
from readinglist.gui.open_library import OpenLibrary
from readinglist.gui.paper_pane import PaperPane

log = logging.getLogger(__name__)


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
        self._one_after_the_other(
            [
                self._opened.export_runner.finished,
                self._opened.library.database.flushed,
                self._opened.live_runner.finished,
            ],
            lambda: self._on_saved(errors),
        )

    def _one_after_the_other(
        self, waits: Sequence[Callable[[], Future[None]]], on_end: Callable[[], None]
    ) -> None:
        """Wait for each thing; one that fails is told of, and keeps no window open for ever."""
        if not waits:
            on_end()
            return
        gui_thread = self._opened.gui_thread

        def go_on() -> None:
            self._one_after_the_other(waits[1:], on_end)

        try:
            future = waits[0]()
        except Exception:
            log.exception("What is to be done before the window closes could not begin")
            go_on()
            return
        # Posted, so that what failed is told of before the window closes.
        gui_thread.deliver(future, lambda _: None, on_done=lambda: gui_thread.post(go_on))

    def _on_saved(self, errors_before: int) -> None:
        self._waits = False
        self.may_close = self._warned or self._notices.errors == errors_before
        self._warned = True
        if self.may_close:
            self._close()
