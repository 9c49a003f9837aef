"""What the list shows: a place, a filter and an order, searched off the GUI thread.

A list comes in two steps: the rows it begins with, which are painted at once, then the keys of all
of it, and at last the counts. A newer search gives up whatever is still under way.
"""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from enum import Enum, auto
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from readinglist.domain.counts import ResultCounts
from readinglist.domain.key_list import KeyList
from readinglist.domain.place import Place
from readinglist.domain.query import Condition, Flag, Is, all_of, without_hidden
from readinglist.domain.query_parser import parse_query
from readinglist.domain.sorting import NEWEST_FIRST, Sort
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.paper_table.model import PaperTableModel
from readinglist.library.library import Library
from readinglist.storage.papers import FirstRows, NewerPapers

Result = TypeVar("Result")


class Showing(Enum):
    """What becomes of the reader's position: left for the top of the list, or kept.

    PATIENTLY waits for the whole list where it was not asked for by the reader, so that the list
    does not jump to its beginning and back.
    """

    FROM_THE_TOP = auto()
    IN_PLACE = auto()
    PATIENTLY = auto()


class PaperList(QObject):
    """Keeps the model in step with place, filter and order.

    ``result_shown`` carries whether the reader's position is to be kept; it comes once for the
    beginning of a list and once for the whole of it. ``counted`` carries the counts of the result;
    ``not_understood`` what the filter searches as text.
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
        self._under_way = False
        self._looking = False
        self._look_again = False
        self._newest_key = 0  # of the library, when the list that is shown was searched
        self.place = place
        self.filter_text = ""
        self.sort: Sort = NEWEST_FIRST
        self._chosen_here: Sort | None = None  # where the place has an order of its own
        self._held = 0
        self._reloads_when_released = False

    @property
    def order(self) -> Sort:
        """The order of the list: the place's own if it has one, unless another was chosen here."""
        return self._chosen_here or self.place.order or self.sort

    def show_place(self, place: Place) -> None:
        """Show another place, with the same filter, and the same order if it has none."""
        self.place = place
        self._chosen_here = None
        self._search(Showing.FROM_THE_TOP)

    def set_filter(self, text: str) -> None:
        """Filter by what was typed."""
        self.filter_text = text
        self._search(Showing.IN_PLACE)

    def set_sort(self, sort: Sort) -> None:
        """Show the papers in another order; it lasts if the place has no order of its own."""
        if self.place.order is None:
            self.sort = sort
        else:
            self._chosen_here = sort
        self._search(Showing.IN_PLACE)

    def reload(self) -> None:
        """Search again and keep the reader's position."""
        if self._held:
            self._reloads_when_released = True
            return
        self._search(Showing.PATIENTLY if self._model.rowCount() else Showing.IN_PLACE)

    def hold(self) -> None:
        """Leave the list as the reader has just put it in order, until ``release``."""
        if self._under_way:  # its result would be older than what is seen
            self._searches += 1
            self._under_way = False
            self._reloads_when_released = True
        self._held += 1

    def release(self) -> None:
        """Show what is stored again; for each ``hold`` once."""
        self._held -= 1
        if not self._held and self._reloads_when_released:
            self._reloads_when_released = False
            self.reload()

    def look_for_newer(self) -> None:
        """Look how the list has grown, but let what is new wait until the reader asks for it."""
        if self._under_way or self._looking:
            # To begin anew with every few papers of a long sync would never come to an end.
            self._look_again = True
            return
        self._looking, self._look_again = True, False
        future = self._library.papers.newer(self._condition(), self._newest_key)
        self._deliver(future, self._let_wait)

    def show_waiting(self) -> None:
        """Show what was waiting, as it is now."""
        if self._waiting:
            self.reload()

    def count(self) -> None:
        """Count the result again: annotations changed."""
        if self._waiting or self._looking or self._under_way:
            return  # the counts would speak of papers that are not shown yet
        asked = self._asked()
        hidden = all_of(asked, Is(Flag.HIDDEN))
        future = self._library.papers.count_matching(without_hidden(asked), hidden)
        self._deliver(future, self._on_counted)

    def all_keys(self) -> Future[KeyList]:
        """Return the keys of the whole list, of which maybe only the beginning is shown yet."""
        if not self._model.is_whole:
            return self._library.papers.keys(self._condition(), self.order)
        known: Future[KeyList] = Future()
        known.set_result(self._model.keys)
        return known

    def _condition(self) -> Condition:
        return without_hidden(self._asked())

    def _asked(self) -> Condition:
        query = parse_query(self.filter_text, today=self._today(), typing=True)
        self.not_understood.emit(query.as_text)
        return all_of(self.place.condition(self._today()), query.condition)

    def _deliver(self, future: Future[Result], on_result: Callable[[Result], None]) -> None:
        """Deliver a result that counts only while no later search has been started."""
        number = self._searches

        def deliver(result: Result) -> None:
            if number == self._searches:
                on_result(result)

        self._gui_thread.deliver(future, deliver)

    def _search(self, showing: Showing) -> None:
        self._searches += 1
        self._under_way = True
        self._looking = False
        condition = self._condition()
        self._deliver(
            self._library.papers.search(condition, self.order),
            partial(self._on_beginning, condition, showing),
        )

    def _on_beginning(self, condition: Condition, showing: Showing, first: FirstRows) -> None:
        self._newest_key = first.newest_key
        shows = first.is_whole or (bool(first.rows) and showing is not Showing.PATIENTLY)
        if shows:
            self._model.show_beginning(first.rows, is_whole=first.is_whole)
        if first.is_whole:
            self._on_shown(showing)
            return
        if shows:
            self._tell(showing)
            # The reader may choose a paper of the beginning before the rest is there.
            showing = Showing.IN_PLACE
        self._deliver(
            self._library.papers.search_on(condition, self.order),
            partial(self._on_whole, showing),
        )

    def _on_whole(self, showing: Showing, keys: KeyList) -> None:
        self._model.show_whole(keys)
        self._on_shown(showing)

    def _on_shown(self, showing: Showing) -> None:
        self._under_way = False
        self._tell(showing)
        if self._look_again:
            self.look_for_newer()
        else:
            self.count()

    def _tell(self, showing: Showing) -> None:
        self._waiting = False
        self.newer_waiting.emit(0)
        self.result_shown.emit(showing is not Showing.FROM_THE_TOP)

    def _let_wait(self, newer: NewerPapers) -> None:
        # Papers may also come to belong here because another program marked them.
        self._looking = False
        waiting = max(newer.added, newer.papers - self._model.rowCount())
        if waiting > 0:
            self._waiting = True
            self.newer_waiting.emit(waiting)
        if self._look_again:
            self.look_for_newer()
        else:
            self.count()

    def _on_counted(self, counts: ResultCounts) -> None:
        self.counted.emit(counts)
