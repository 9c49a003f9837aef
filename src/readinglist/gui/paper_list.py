"""What the list shows: a place, a filter and an order, searched off the GUI thread."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from readinglist.domain.counts import ResultCounts
from readinglist.domain.place import Place
from readinglist.domain.query import Condition, all_of
from readinglist.domain.query_parser import parse_query
from readinglist.domain.sorting import NEWEST_FIRST, Sort
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.paper_table.model import PaperTableModel
from readinglist.library.library import Library
from readinglist.storage.papers import SearchResult


class PaperList(QObject):
    """Keeps the model in step with place, filter and order.

    ``result_shown`` carries whether the reader's position is to be kept; ``counted`` the counts of
    the result; ``not_understood`` what the filter searches as text.
    """

    result_shown = Signal(bool)
    counted = Signal(object)
    not_understood = Signal(object)
    newer_waiting = Signal(int)

    def __init__(
        self,
        library: Library,
        gui_thread: GuiThread,
        model: PaperTableModel,
        place: Place,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._library = library
        self._gui_thread = gui_thread
        self._model = model
        self._today = today
        self._waiting = False
        self._searches = 0
        self._keeps_position: bool | None = None  # of the search whose result is to be shown
        self.place = place
        self.filter_text = ""
        self.sort: Sort = NEWEST_FIRST

    def show_place(self, place: Place) -> None:
        """Show another place, with the same filter and order."""
        self.place = place
        self._search(keep_position=False)

    def set_filter(self, text: str) -> None:
        """Filter by what was typed."""
        self.filter_text = text
        self._search(keep_position=True)

    def set_sort(self, sort: Sort) -> None:
        """Show the papers in another order."""
        self.sort = sort
        self._search(keep_position=True)

    def reload(self) -> None:
        """Search again and keep the reader's position."""
        self._search(keep_position=True)

    def look_for_newer(self) -> None:
        """Search again, but let what is new wait until the reader asks for it."""
        if self._keeps_position is not None:
            # A newer search gives up an older one, and the older one's result is asked for.
            self._search(keep_position=self._keeps_position)
            return
        self._start_search(self._let_wait)

    def show_waiting(self) -> None:
        """Show what was waiting, as it is now."""
        if self._waiting:
            self.reload()

    def count(self) -> None:
        """Count the result again: annotations changed."""
        if self._waiting:
            return  # the counts would speak of papers that are not shown yet
        future = self._library.papers.count_matching(self._condition())
        self._gui_thread.deliver(future, self._on_counted)

    def _condition(self) -> Condition:
        query = parse_query(self.filter_text, today=self._today(), typing=True)
        self.not_understood.emit(query.as_text)
        return all_of(self.place.condition(), query.condition)

    def _start_search(self, on_result: Callable[[SearchResult], None]) -> None:
        """Search; the result counts only while no later search has been started."""
        self._searches += 1
        number = self._searches

        def deliver(result: SearchResult) -> None:
            if number == self._searches:
                on_result(result)

        self._gui_thread.deliver(self._library.papers.search(self._condition(), self.sort), deliver)

    def _search(self, *, keep_position: bool) -> None:
        self._keeps_position = keep_position
        self._start_search(lambda result: self._show(result, keep_position=keep_position))

    def _show(self, result: SearchResult, *, keep_position: bool) -> None:
        self._keeps_position = None
        self._waiting = False
        self.newer_waiting.emit(0)
        self._model.set_result(result.keys, result.first_rows)
        self.result_shown.emit(keep_position)
        self.count()

    def _let_wait(self, result: SearchResult) -> None:
        newer = len(set(result.keys) - set(self._model.keys))
        if newer:
            self._waiting = True
            self.newer_waiting.emit(newer)

    def _on_counted(self, counts: ResultCounts) -> None:
        self.counted.emit(counts)
