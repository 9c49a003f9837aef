"""Fetching arXiv's details from the window, and telling what came."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readinglist.domain.errors import UserFacingError
from readinglist.gui.fetch_runner import FetchRunner
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.list_pane import ListPane
from readinglist.gui.paper_list import PaperList

if TYPE_CHECKING:
    from readinglist.library.arxiv_records import FetchOutcome


class FetchingPart:
    """Implements the Fetching protocol."""

    def __init__(
        self, runner: FetchRunner, gui_thread: GuiThread, papers: PaperList, pane: ListPane
    ) -> None:
        self._runner = runner
        self._gui_thread = gui_thread
        self._papers = papers
        self._pane = pane

    def fetch_selected(self) -> None:
        """Fetch what is missing of the selected papers, or all of it again if nothing is."""
        keys = self._pane.table.selected_keys()

        def on_outcome(outcome: "FetchOutcome") -> None:
            if outcome.asked:
                self._tell(outcome)
            else:
                self._fetch(keys, again=True)

        if keys:
            self._gui_thread.deliver(self._runner.fetch(keys), on_outcome)

    def fetch_list(self) -> None:
        """Fetch what is missing of all papers in the list."""
        self._gui_thread.deliver(self._papers.all_keys(), self._fetch)

    def _fetch(self, keys: Sequence[int], *, again: bool = False) -> None:
        self._gui_thread.deliver(self._runner.fetch(keys, again=again), self._tell)

    def _tell(self, outcome: "FetchOutcome") -> None:
        notices = self._pane.notices
        if outcome.cancelled:
            notices.show_done(f"Cancelled. {outcome.summary}.")
        elif outcome.causes:
            error = UserFacingError(f"{outcome.summary}. {outcome.message}", can_retry=True)
            # There may be an older record of what is missing now.
            notices.show_error(error, lambda: self._fetch(outcome.missing, again=True))
        else:
            notices.show_done(outcome.summary)
