"""Keeps the panes in step: places, days, list, the paper beside it, and changes to the library."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from readinglist.domain.change import LibraryChange
from readinglist.domain.counts import LibraryCounts, ResultCounts
from readinglist.domain.paper import PaperDetail
from readinglist.domain.place import ALL_PAPERS, Place, PlaceKind, place_of_day
from readinglist.domain.reading_list import ReadingList
from readinglist.domain.synced_day import DayCount
from readinglist.gui.day_steps import neighbour_day
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.list_pane import ListPane
from readinglist.gui.paper_list import PaperList
from readinglist.gui.paper_pane import PaperPane
from readinglist.gui.sidebar import Sidebar
from readinglist.gui.tag_looks import TagLooks
from readinglist.library.library import Library
from readinglist.settings import MarkRead, Settings

_SEEN_AFTER_MS = 300
"""A paper counts as seen when it has been shown this long: not while j is held down."""

_LOOK_ELSEWHERE_MS = 2000

_IN_HAND_ORDER = {PlaceKind.LIST, PlaceKind.QUEUE, PlaceKind.DONE}
"""Places that have others, or another order, when lists or the queue change."""


class ReadingDesk(QObject):
    """What the reader looks at in one library.

    Attributes:
        pane: the paper beside the list.
        counts: the newest counts of the library.
        days: what is known of each day.

    ``ready`` says that the list shows what the counts, which tell the newest day, want it to;
    ``changed_elsewhere`` that another program has written to the library.
    """

    paper_changed = Signal()
    counts_known = Signal()
    ready = Signal()
    changed_elsewhere = Signal()

    def __init__(
        self,
        library: Library,
        gui_thread: GuiThread,
        papers: PaperList,
        panes: tuple[Sidebar, ListPane, PaperPane],
        tag_looks: TagLooks,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._library = library
        self._gui_thread = gui_thread
        self._papers = papers
        self._sidebar, self._list, self.pane = panes
        self._tag_looks = tag_looks
        self._today = today
        self._restoring = False
        self._follows_newest_day = True
        self._has_result = False
        self._marks_read_after_ms: int | None = _SEEN_AFTER_MS
        self._watched: int | None = None
        self.counts: LibraryCounts | None = None
        self.days: dict[date, DayCount] = {}
        self._opened = QTimer(self)
        self._opened.setSingleShot(True)
        self._opened.timeout.connect(self._mark_opened)
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(_SEEN_AFTER_MS)
        self._seen.timeout.connect(self._note_seen)
        # Another program, such as the command line, may write meanwhile.
        self._elsewhere = QTimer(self)
        self._elsewhere.setInterval(_LOOK_ELSEWHERE_MS)
        self._elsewhere.timeout.connect(self.refresh_if_changed_elsewhere)
        self._sidebar.place_chosen.connect(self.show_place)
        self._list.table.current_changed.connect(self._on_current_changed)
        papers.result_shown.connect(self._on_result)
        papers.counted.connect(self._on_counted)

    def start(self) -> None:
        """Load what the panes show."""
        self._elsewhere.start()
        self._gui_thread.deliver(self._library.papers.newest_day(), self._show_newest_day)

    def _show_newest_day(self, newest: str) -> None:
        if newest and self._papers.place.kind is PlaceKind.DAY:
            self._papers.place = place_of_day(date.fromisoformat(newest))
        self._papers.reload()
        self._load_counts()
        self._load_days()

    def mark_read(self, settings: Settings) -> None:
        """Take over when papers count as read."""
        self._marks_read_after_ms = {
            MarkRead.SHOWN: _SEEN_AFTER_MS,
            MarkRead.LATER: settings.mark_read_seconds * 1000,
            MarkRead.BY_HAND: None,
        }[settings.mark_read]
        if self._marks_read_after_ms is None:
            self._opened.stop()

    def stop(self) -> None:
        """Do nothing any more by itself: the window is going."""
        self._opened.stop()
        self._seen.stop()
        self._elsewhere.stop()

    # Places

    def show_place(self, place: Place) -> None:
        """Go to a place."""
        self._follows_newest_day = place == self.newest_day()
        self.pane.note.save_now()
        self._papers.show_place(place)
        self._show_where()

    def newest_day(self) -> Place:
        """Return where "Today" leads: the newest day that has papers."""
        newest = self.counts.newest_day if self.counts else ""
        return place_of_day(date.fromisoformat(newest) if newest else self._today())

    def shown_day(self) -> date:
        """Return the day that is shown, or the newest one in other places."""
        place = self._papers.place
        if place.kind is not PlaceKind.DAY:
            place = self.newest_day()
        return place.day or self._today()

    def step_day(self, direction: int) -> None:
        """Show the next (1) or previous (-1) day; from other places, the newest first."""
        if self._papers.place.kind is not PlaceKind.DAY:
            self.show_place(self.newest_day())
            return
        day = neighbour_day(self.days, self.shown_day(), direction, self._today())
        if day is not None:
            self.show_place(place_of_day(day))

    # Changes

    def on_library_change(self, change: LibraryChange) -> None:
        """Show what a committed write changed; the rows of the list stay where they are."""
        touched = change.annotated | change.updated
        if touched:
            self._list.model.refresh(touched)
            detail = self.pane.detail
            if detail is not None and detail.key in touched:
                self._load_paper(detail.key)
            self._papers.count()
        if change.days:
            self._load_days()
        if change.hiding or (change.ordered and self._papers.place.kind in _IN_HAND_ORDER):
            self._papers.reload()
        elif change.added:
            self._bring_in_new()
        self._load_counts()

    def refresh_if_changed_elsewhere(self) -> None:
        """Look at the library again if another program, such as the command line, wrote to it."""
        self._gui_thread.deliver(
            self._library.database.changed_elsewhere(),
            lambda changed: self._on_changed_elsewhere() if changed else None,
        )

    def _on_changed_elsewhere(self) -> None:
        self.changed_elsewhere.emit()
        self.refresh_everything()

    def refresh_everything(self) -> None:
        """Look at the whole library again."""
        self._load_days()
        self._load_counts()
        self._library.edits.look()
        self._list.model.refresh()
        # A paper that is read no longer belongs to "Unread", but stays while somebody reads it.
        self._bring_in_new()
        self._papers.count()
        if self.pane.detail is not None:
            self._load_paper(self.pane.detail.key)

    def _bring_in_new(self) -> None:
        if self._list.is_at_top() and self._list.table.current_key() is None:
            self._papers.reload()
        else:
            self._papers.look_for_newer()

    # Loading

    def _load_days(self) -> None:
        self._gui_thread.deliver(self._library.papers.days("0000", "9999"), self._on_days)

    def _on_days(self, days: list[DayCount]) -> None:
        self.days = {date.fromisoformat(count.day): count for count in days}
        self._show_where()
        self._explain_empty_list()

    def _load_counts(self) -> None:
        self._gui_thread.deliver(self._library.papers.counts(), self._on_counts)

    def _on_counts(self, counts: LibraryCounts) -> None:
        first = self.counts is None
        before, self.counts = self.counts, counts
        newest = self.newest_day()
        untouched = self._list.table.current_key() is None
        if (
            (first or self._follows_newest_day)
            and untouched
            and self._papers.place.kind is PlaceKind.DAY
            and self._papers.place != newest
        ):
            self._papers.show_place(newest)
            self._has_result = False
        if before and _knows(before, self._papers.place) and not _knows(counts, self._papers.place):
            self._papers.show_place(ALL_PAPERS)
        if self._tag_looks.show_tags(counts.tags):
            self._list.table.viewport().update()
            self.pane.show_tag_colours()
        self._sidebar.show_counts(counts, newest, self._papers.place)
        self._show_where()
        self._explain_empty_list()
        self.counts_known.emit()
        self._tell_if_ready()

    def _show_where(self) -> None:
        place = self._papers.place
        self._sidebar.show_current(place)
        self._list.table.show_sort(self._papers.order, place.order)
        shown = self.shown_list()
        about = shown.description if shown else ""
        self._list.show_where(place, self.days, self._today(), about)

    def shown_list(self) -> ReadingList | None:
        """Return the reading list that is shown, if it is one."""
        place = self._papers.place
        lists = self.counts.lists if self.counts and place.kind is PlaceKind.LIST else ()
        return next((one for one in lists if one.name == place.name), None)

    def _on_result(self, keep_position: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self._restoring = True
        kept = self._list.restore_position(keep=keep_position)
        self._restoring = False
        if not kept and not self._list.awaits_position:
            self._opened.stop()
            self.pane.show_paper(None, self._today(), can_read_on=bool(self._list.model.keys))
            self.paper_changed.emit()
        self._has_result = True
        self._show_result()
        self._tell_if_ready()

    def _tell_if_ready(self) -> None:
        # Rows speak for themselves; an empty list is explained by the counts.
        if self._has_result and (self._list.model.rowCount() or self.counts is not None):
            self.ready.emit()

    def _show_result(self) -> None:
        self._list.show_result(self.counts, self.days.get(self.shown_day()), self._today())

    def _explain_empty_list(self) -> None:
        # Counts and days may come after the result, and tell another reason for its emptiness.
        if self._has_result and self._list.model.rowCount() == 0:
            self._show_result()

    def _on_counted(self, counts: ResultCounts) -> None:
        self._list.show_counts(counts)

    # The paper beside the list

    def _on_current_changed(self) -> None:
        key = self._list.table.current_key()
        self._list.remember_position()
        if key is None:
            return
        if self.pane.detail is None or self.pane.detail.key != key:
            self.pane.note.setEnabled(False)  # it is still that of the paper before
        self._load_paper(key)
        if not (self._restoring and key == self._watched):
            self._watch(key)

    def _watch(self, key: int) -> None:
        """Begin to count how long a paper is looked at; one that is only restored never is."""
        self._watched = key
        self._opened.stop()
        if not self._restoring:
            self._seen.start()
            if self._marks_read_after_ms is not None:
                self._opened.start(self._marks_read_after_ms)

    def with_current_paper(self, action: Callable[[PaperDetail], None]) -> None:
        """Do something with the current paper, once it is beside the list."""
        key, detail = self._list.table.current_key(), self.pane.detail
        if key is None:
            return
        if detail is not None and detail.key == key:
            action(detail)
            return
        self._gui_thread.deliver(
            self._library.papers.details([key]),
            lambda details: action(details[0]) if details else None,
        )

    def _load_paper(self, key: int) -> None:
        self._gui_thread.deliver(self._library.papers.details([key]), self._on_paper)

    def _on_paper(self, details: list[PaperDetail]) -> None:
        if details and details[0].key == self._list.table.current_key():
            self.pane.show_paper(details[0], self._today())
            self.paper_changed.emit()

    def _note_seen(self) -> None:
        if (key := self._list.table.current_key()) is not None:
            self._library.session.saw(key)

    def _mark_opened(self) -> None:
        detail = self.pane.detail
        is_current = detail is not None and detail.key == self._list.table.current_key()
        if detail is not None and is_current and not detail.read:
            self._gui_thread.deliver(
                self._library.edits.mark_opened(detail.key), self._library.session.opened
            )


def _knows(counts: LibraryCounts, place: Place) -> bool:
    """Whether a place is there: lists and searches may be deleted, also by an undo."""
    if place.kind is PlaceKind.LIST:
        return place.name in {one.name for one in counts.lists}
    if place.kind is PlaceKind.SEARCH:
        return (place.name, place.query) in counts.searches
    return True
