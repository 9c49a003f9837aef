"""The middle pane: header, list or the reason why it is empty, notices, counts."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from readinglist.domain.counts import LibraryCounts, ResultCounts
from readinglist.domain.place import Place, PlaceKind
from readinglist.domain.synced_day import DayCount
from readinglist.gui.empty_page import EmptyPage
from readinglist.gui.empty_states import EmptyActions, empty_library, empty_result
from readinglist.gui.icons import IconSet
from readinglist.gui.list_header import ListHeader
from readinglist.gui.notice_bar import NoticeBar
from readinglist.gui.paper_list import PaperList
from readinglist.gui.paper_table.model import PaperTableModel
from readinglist.gui.paper_table.view import PaperTable
from readinglist.gui.plain_text import PlainLabel
from readinglist.gui.spoken_date import long_date
from readinglist.gui.work_bar import WorkBar

_PLACE_TITLES = {
    PlaceKind.ALL: "All papers",
    PlaceKind.UNREAD: "Unread",
    PlaceKind.STARRED: "Starred",
    PlaceKind.QUEUE: "To read",
    PlaceKind.DONE: "Done",
    PlaceKind.HIDDEN: "Hidden",
}
_MOST_KEPT_SELECTED = 1000


class ListPane(QFrame):
    """Shows the list of a PaperList."""

    def __init__(
        self,
        icons: IconSet,
        model: PaperTableModel,
        table: PaperTable,
        papers: PaperList,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("listPane")
        self.model = model
        self.table = table
        self.actions_when_empty: EmptyActions | None = None
        self._papers = papers
        self._position: tuple[int, int] | None = None
        self._selected: Sequence[int] = ()
        self.awaits_position = False
        self._counts: ResultCounts | None = None
        self._sample_bar = QFrame()
        self._sample_bar.setObjectName("sampleBar")
        self._sample_bar.hide()
        self.header = ListHeader(icons)
        self.empty = EmptyPage(icons)
        self.pages = QStackedWidget()
        self.pages.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pages.addWidget(table)
        self.pages.addWidget(self.empty)
        self.notices = NoticeBar(icons)
        self.work = WorkBar()
        self.status = PlainLabel(object_name="status")
        self.hidden = QPushButton()
        self.hidden.setObjectName("hiddenCount")
        self.hidden.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hidden.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hidden.clicked.connect(self._show_hidden)
        self.hidden.hide()
        self.pill = QPushButton(self.pages)
        self.pill.setObjectName("pill")
        self.pill.setCursor(Qt.CursorShape.PointingHandCursor)
        self.pill.hide()
        self.pill.clicked.connect(papers.show_waiting)
        papers.newer_waiting.connect(self._show_pill)
        # The reader may have scrolled since the paper became current.
        model.modelAboutToBeReset.connect(self._on_reset)
        papers.not_understood.connect(self._show_hint)
        table.selectionModel().selectionChanged.connect(lambda *_: self._show_status())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._sample_bar)
        layout.addWidget(self.header)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.work)
        layout.addWidget(self.notices)
        layout.addWidget(self._status_line())

    def _status_line(self) -> QFrame:
        line = QFrame()
        line.setObjectName("statusLine")
        parts = QHBoxLayout(line)
        parts.setContentsMargins(16, 8, 16, 8)
        parts.setSpacing(0)
        parts.addWidget(self.status)
        parts.addWidget(self.hidden)
        parts.addStretch(1)
        return line

    def _show_hidden(self) -> None:
        """Ask for the hidden papers of this list."""
        asked = self.header.filter.text().strip()
        self.header.filter.setText(f"{asked} is:hidden".strip())
        self.focus()

    def show_sample_bar(self, go_back: Callable[[], None]) -> None:
        """Say that this is the sample library, and offer the way back."""
        back = QPushButton("Back to your library")
        back.setAutoDefault(False)
        back.clicked.connect(lambda _checked: go_back())
        line = QHBoxLayout(self._sample_bar)
        line.setContentsMargins(16, 6, 12, 6)
        text = PlainLabel(
            "This is the sample library: five recorded days.", object_name="sampleText"
        )
        line.addWidget(text, 1)
        line.addWidget(back)
        self._sample_bar.show()

    def show_where(
        self, place: Place, days: Mapping[date, DayCount], today: date, about: str = ""
    ) -> None:
        """Name the place, say what it is for, and show its day in the strip."""
        is_day = place.kind is PlaceKind.DAY
        if place.day is not None:
            title = long_date(place.day, today)
        else:
            named = f"Tag: {place.name}" if place.kind is PlaceKind.TAG else place.name
            title = named or _PLACE_TITLES[place.kind]
        self.header.show_title(title, is_day=is_day, about=about)
        self.header.strip.show_days(days, place.day, today)

    def show_result(self, counts: LibraryCounts | None, day: DayCount | None, today: date) -> None:
        """Show the list, or why it is empty; keep the focus where keys act."""
        self._show_status()  # a reset of the model clears the selection and tells nobody
        had_focus = self.pages.isAncestorOf(self.pages.window().focusWidget() or self)
        if had_focus:
            self.pages.setFocus()  # or it would wander off to the sidebar with the old buttons
        is_empty = self.model.rowCount() == 0
        if is_empty and counts is not None and self.actions_when_empty is not None:
            if counts.papers + counts.hidden == 0:
                state = empty_library(self.actions_when_empty)
            else:
                state = empty_result(self._papers, day, today, self.actions_when_empty)
            self.empty.show_state(state)
        self.pages.setCurrentIndex(1 if is_empty and counts is not None else 0)
        if had_focus or self.pages.hasFocus():
            self.focus()

    def has_focus(self) -> bool:
        """Whether the list, or its place while it is empty, has the focus."""
        return self.table.hasFocus() or self.pages.hasFocus()

    def focus(self) -> None:
        """Put the focus on the list, or on its place while it is empty."""
        (self.pages if self.pages.currentIndex() else self.table).setFocus()

    def show_counts(self, counts: ResultCounts) -> None:
        """Show the counts of the result below the list."""
        self._counts = counts
        self._show_status()

    # Position

    def is_at_top(self) -> bool:
        """Whether the reader has not scrolled down."""
        return self.table.verticalScrollBar().value() == 0

    def remember_position(self) -> None:
        """Note which paper is current, and where it stands, for after the next result."""
        key = self.table.current_key()
        if key is not None:
            self._position = (key, self.table.current_offset())
        few = self.table.selected_count() <= _MOST_KEPT_SELECTED
        self._selected = self.table.selected_keys() if few else ()

    def _on_reset(self) -> None:
        self._counts = None  # those of the list before
        # While a position waits for the rest of its list, nothing newer has been chosen.
        if not self.awaits_position or self.table.current_key() is not None:
            self.remember_position()
        self.awaits_position = True

    def restore_position(self, *, keep: bool) -> bool:
        """Make the paper current that was before the last result; False if it is not there.

        In the beginning of a list it may not be there yet: see ``awaits_position``.
        """
        if not self.awaits_position:
            return self.table.current_key() is not None
        if not keep or self._position is None:
            self._position = None
            self.awaits_position = False
            self.table.scrollToTop()
            return False
        key, offset = self._position
        selected = self._selected
        chosen_since = self.table.current_key() is not None
        kept = chosen_since or self.table.select_key(key, offset=offset)
        if kept and not chosen_since and len(selected) > 1:
            self.table.select_also(selected)
        self.awaits_position = not kept and not self.model.is_whole
        return kept

    def _show_status(self) -> None:
        papers = self.model.rowCount()
        more = "" if self.model.is_whole else "+"
        parts = [f"{papers:,}{more} paper{'' if papers == 1 else 's'}"]
        if self._counts is not None:
            parts += [f"{self._counts.unread:,} unread", f"{self._counts.starred:,} starred"]
        selected = self.table.selected_count()
        if selected > 1:
            parts.append(f"{selected:,} selected")
        self.status.setText(" · ".join(parts))
        hidden = self._counts.hidden if self._counts is not None else 0
        # In a list of hidden papers all of them are counted already.
        self.hidden.setVisible(0 < hidden != papers)
        by_rules = self._counts.hidden_by_rules if self._counts is not None else 0
        self.hidden.setText(f" · {_hidden_words(hidden, by_rules)}, show")

    def _show_pill(self, newer: int) -> None:
        self.pill.setVisible(newer > 0)
        self.pill.setText(f"{newer:,} new paper{'' if newer == 1 else 's'}")
        self.pill.adjustSize()
        below = self.pages.height() - self.pill.height() - 14
        self.pill.move((self.pages.width() - self.pill.width()) // 2, below)
        self.pill.raise_()

    def _show_hint(self, as_text: tuple[str, ...]) -> None:
        quoted = ", ".join(f"“{part}”" for part in as_text)
        self.header.show_hint(f"Searched as text: {quoted}" if as_text else "")


def _hidden_words(hidden: int, by_rules: int) -> str:
    """Return how many papers are hidden, and by whom: ``41 hidden, 37 by a rule``."""
    if not by_rules:
        return f"{hidden:,} hidden"
    count = f"{by_rules:,} " if by_rules < hidden else "all " if hidden > 1 else ""
    return f"{hidden:,} hidden, {count}by a rule"
