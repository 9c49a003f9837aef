"""Fetching arXiv's details of what the reader keeps, by itself if that is wanted."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from readinglist.domain.change import LibraryChange
from readinglist.domain.errors import UserFacingError
from readinglist.gui.fetch_runner import FetchRunner
from readinglist.gui.gui_thread import GuiThread
from readinglist.settings import Settings

if TYPE_CHECKING:
    from readinglist.library.arxiv_records import FetchOutcome

log = logging.getLogger(__name__)

_AFTER_MS = 20_000
"""After the last edit: who goes through a list keeps several papers, and may think again."""


class DetailsOfKept(QObject):
    """Fetches the details of starred, queued and listed papers a while after they were kept.

    It is never in the way: it tells nothing, gives way to what the reader asks for, and what fails
    is tried again after the next edit.
    """

    def __init__(self, runner: FetchRunner, gui_thread: GuiThread) -> None:
        super().__init__()
        self._runner = runner
        self._gui_thread = gui_thread
        self._is_wanted = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._fetch)

    def use_settings(self, settings: Settings) -> None:
        """Take over whether it is wanted; papers that were kept before count too."""
        before, self._is_wanted = self._is_wanted, settings.fetch_arxiv_details
        if self._is_wanted and not before:
            self._timer.start()
        elif not self._is_wanted:
            self._timer.stop()

    def on_library_change(self, change: LibraryChange) -> None:
        """Take note of an edit."""
        if self._is_wanted and (change.annotated or change.ordered):
            self._timer.start()

    def stop(self) -> None:
        """Do nothing any more by itself: the window is going."""
        self._is_wanted = False
        self._timer.stop()

    def _fetch(self) -> None:
        self._gui_thread.deliver(self._runner.fetch_kept(), self._on_fetched, self._on_error)

    def _on_fetched(self, outcome: "FetchOutcome") -> None:
        if outcome.cancelled and self._is_wanted:  # it gave way to another fetch
            self._timer.start()

    def _on_error(self, error: UserFacingError) -> None:
        log.warning("Details of kept papers were not fetched: %s", error)
