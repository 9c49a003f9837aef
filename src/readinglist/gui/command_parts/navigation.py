"""Going from paper to paper, place to place and pane to pane."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from readinglist.domain.paper import PaperDetail
from readinglist.domain.place import ALL_PAPERS, DONE, HIDDEN, QUEUE, STARRED, UNREAD, PlaceKind
from readinglist.gui.list_pane import ListPane
from readinglist.gui.paper_pane import PaperPane
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.gui.sidebar import Sidebar

_PLACES = {
    PlaceKind.ALL: ALL_PAPERS,
    PlaceKind.UNREAD: UNREAD,
    PlaceKind.STARRED: STARRED,
    PlaceKind.QUEUE: QUEUE,
    PlaceKind.DONE: DONE,
    PlaceKind.HIDDEN: HIDDEN,
}


class NavigationPart:
    """Implements the Navigation protocol."""

    def __init__(
        self,
        desk: ReadingDesk,
        sidebar: Sidebar,
        pane: ListPane,
        paper_pane: PaperPane,
        on_end: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._sidebar = sidebar
        self._pane = pane
        self._paper_pane = paper_pane
        self._on_end = on_end  # nothing unread is left below

    def move_by(self, rows: int, *, extend: bool) -> None:
        """Move the current row."""
        self._pane.table.move_by(rows, extend=extend)

    def move_to_unread(self, direction: int) -> None:
        """Go to the next or previous unread paper."""
        if not self._pane.table.move_to_unread(direction) and direction > 0:
            self._on_end()

    def move_to_end(self, direction: int) -> None:
        """Go to the last or first paper."""
        self._pane.table.move_to_end(direction)

    def scroll(self, pages: float) -> None:
        """Scroll the abstract."""
        self._paper_pane.scroll_by(pages)

    def read_on(self, direction: int) -> None:
        """Scroll the abstract by a page; at its end go on to another paper."""
        if self._pane.table.current_key() is None:
            self.move_to_unread(1)
        else:
            # Pressed twice quickly, the second time waits until the next paper is shown.
            self._desk.with_current_paper(lambda _paper: self._read_on(direction))

    def _read_on(self, direction: int) -> None:
        if self._paper_pane.scroll_by(direction):
            return
        if direction > 0:
            self.move_to_unread(1)
        else:
            self._pane.table.move_by(-1, extend=False)

    def step_pane(self, direction: int) -> None:
        """Go through the panes; those that show nothing are left out."""
        paper = self._paper_pane
        panes: list[QWidget] = [self._sidebar, self._pane, paper.reading_area, paper.note]
        panes = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
        focused = QApplication.focusWidget()
        inside = [n for n, pane in enumerate(panes) if focused and _holds(pane, focused)]
        present = inside[0] if inside else panes.index(self._pane) - direction
        chosen = panes[(present + direction) % len(panes)]
        if chosen is self._pane:
            self._pane.focus()
        else:
            (self._sidebar.view if chosen is self._sidebar else chosen).setFocus()

    def show_place(self, kind: PlaceKind) -> None:
        """Show a place; DAY is the newest one."""
        self._desk.show_place(_PLACES.get(kind) or self._desk.newest_day())
        self._pane.focus()

    def step_day(self, direction: int) -> None:
        """Show the next or previous day."""
        self._desk.step_day(direction)

    def focus_filter(self) -> None:
        """Put the cursor into the filter box and select what stands there."""
        self._pane.header.filter.setFocus()
        self._pane.header.filter.selectAll()

    def focus_list(self) -> None:
        """Go back to the list; from there, close a notice, and then clear the filter."""
        self._paper_pane.note.save_now()
        if self._pane.has_focus():
            if self._pane.notices.text:
                self._pane.notices.dismiss()
            else:
                self._pane.header.filter.clear()
        self._pane.focus()

    def focus_note(self) -> None:
        """Put the cursor at the end of the note of the current paper."""
        self._desk.with_current_paper(self._write_note)

    def _write_note(self, paper: PaperDetail) -> None:
        shown = self._paper_pane.detail
        if shown is not None and shown.key == paper.key:
            note = self._paper_pane.note
            note.setFocus()
            note.moveCursor(note.textCursor().MoveOperation.End)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)
