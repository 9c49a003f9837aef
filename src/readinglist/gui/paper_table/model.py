"""The model of the list: keys of the whole result, rows fetched by pages as they are needed.

The model never reads the library itself: a row that is not there yet is empty, and is asked for on
a reader thread together with its neighbours.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from readinglist.domain.hand_order import Spot
from readinglist.domain.key_list import KeyList
from readinglist.domain.paper import PaperRow
from readinglist.domain.reading_queue import STATES
from readinglist.domain.sorting import Sort
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.paper_table.columns import COLUMNS, Column, ColumnSpec
from readinglist.gui.paper_table.row_cache import RowCache
from readinglist.gui.plain_text import tooltip_html
from readinglist.gui.spoken_date import short_date

FetchRows = Callable[[Sequence[int]], Future[list[PaperRow]]]
Index = QModelIndex | QPersistentModelIndex

_PAGE = 100

# Comparing enums costs 35 ms a frame, comparing integers 8 (measured 2026-11).
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_NO_PARENT = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class PaperTableModel(QAbstractTableModel):
    """All papers of a result, in order.

    ``completed`` tells that the whole of the result is there, after its beginning was shown.
    """

    completed = Signal()

    def __init__(
        self,
        fetch_rows: FetchRows,
        gui_thread: GuiThread,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch_rows = fetch_rows
        self._gui_thread = gui_thread
        self._today = today
        self._keys = KeyList()
        self._is_whole = True
        self._cache = RowCache()
        self._awaited: set[int] = set()
        self._sort: Sort | None = None

    def show_beginning(self, rows: Sequence[PaperRow], *, is_whole: bool) -> None:
        """Show another result of which only the first rows are known, or all if ``is_whole``."""
        self._reset(KeyList.of(row.key for row in rows), rows, is_whole=is_whole)

    def show_whole(self, keys: KeyList) -> None:
        """Show all of the result; what is shown of it stays if it is still its beginning."""
        shown = len(self._keys)
        if not keys.begins_with(self._keys):
            self._reset(keys, (), is_whole=True)
        elif len(keys) > shown:
            self.beginInsertRows(_NO_PARENT, shown, len(keys) - 1)
            self._keys = keys
            self._is_whole = True
            self.endInsertRows()
        self._is_whole = True
        self.completed.emit()

    def _reset(self, keys: KeyList, rows: Iterable[PaperRow], *, is_whole: bool) -> None:
        self.beginResetModel()
        self._keys = keys
        self._is_whole = is_whole
        self._cache.add(rows)
        self._awaited.clear()
        self.endResetModel()

    @property
    def is_whole(self) -> bool:
        """Whether all of the result is there, not only its beginning."""
        return self._is_whole

    def show_sort(self, sort: Sort) -> None:
        """Mark in the header what the result is ordered by."""
        self._sort = sort
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    @property
    def keys(self) -> KeyList:
        """The keys of all papers of the result that are known yet, in order."""
        return self._keys

    def row_at(self, position: int) -> PaperRow | None:
        """Return a row, or None (and ask for it) if it has not been fetched."""
        if not 0 <= position < len(self._keys):
            return None
        row = self._cache.get(self._keys[position])
        if row is None:
            self._ask_for_page(position)
        return row

    def cached_row(self, position: int) -> PaperRow | None:
        """Return a row if it is there; never asks for it."""
        return self._cache.peek(self._keys[position]) if position < len(self._keys) else None

    def position_of(self, key: int) -> int | None:
        """Return where a paper stands in the result."""
        return self._keys.position_of(key)

    def move(self, keys: Sequence[int], spot: Spot) -> None:
        """Show papers at another spot; what is selected stays selected."""
        if not self._is_whole:
            return  # where the end is, or the neighbour, is not known yet
        before, after = self._keys, KeyList.of(spot.bring(self._keys, keys))
        self.layoutAboutToBeChanged.emit()
        self._keys = after
        held = self.persistentIndexList()
        self.changePersistentIndexList(
            held, [self._index_after_move(index, before) for index in held]
        )
        self.layoutChanged.emit()

    def _index_after_move(self, index: QModelIndex, before: KeyList) -> QModelIndex:
        position = self._keys.position_of(before[index.row()])
        return QModelIndex() if position is None else self.index(position, index.column())

    def refresh(self, keys: Iterable[int] | None = None) -> None:
        """Fetch rows again that have changed; None means all that are held."""
        if keys is None:
            held = self._cache.all_keys()
        else:
            wanted = set(keys)
            # A page on its way may have been read before the change.
            held = self._cache.held(wanted) + sorted(wanted & self._awaited)
        for start in range(0, len(held), _PAGE):
            self._ask_for(held[start : start + _PAGE])

    def _ask_for_page(self, position: int) -> None:
        first = position // _PAGE * _PAGE
        page = [key for key in self._keys[first : first + _PAGE] if key not in self._awaited]
        missing = [key for key in page if self._cache.peek(key) is None]
        if missing:
            self._awaited.update(missing)
            self._ask_for(missing)

    def _ask_for(self, keys: Sequence[int]) -> None:
        self._gui_thread.deliver(
            self._fetch_rows(keys),
            self._on_rows,
            on_done=lambda: self._awaited.difference_update(keys),  # or they stay empty for ever
        )

    def _on_rows(self, rows: list[PaperRow]) -> None:
        self._cache.add(rows)
        self._awaited.difference_update(row.key for row in rows)
        if self._keys:
            # Views repaint only what they show, so the whole range is cheap to name.
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._keys) - 1, len(COLUMNS) - 1)
            )

    # Qt overrides

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._keys)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        # Answers without fetching, or selecting everything would fetch everything.
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role == _ALIGNMENT:
            return _RIGHT if COLUMNS[Column(index.column())].numeric else None
        if role not in {_DISPLAY, _TOOLTIP, _ACCESSIBLE}:
            return None
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == _DISPLAY:
            return self._text(row, index.column())
        if role == _TOOLTIP:
            return tooltip_html(row.title) if index.column() == Column.TITLE else None
        return self._sentence(row) if index.column() == Column.TITLE else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation is Qt.Orientation.Horizontal:
            spec = COLUMNS[Column(section)]
            if role == _DISPLAY:
                return self._header_text(spec)
            if role in {_TOOLTIP, _ACCESSIBLE}:
                return f"Sort by {spec.name.lower()}" if role == _TOOLTIP else spec.name
            if role == _ALIGNMENT:
                left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                return _RIGHT if spec.numeric else int(left)
        return None

    def _header_text(self, spec: ColumnSpec) -> str:
        if self._sort is None or self._sort.column is not spec.sort or not spec.title:
            return spec.title
        return f"{spec.title} {'↓' if self._sort.descending else '↑'}"

    def date_text(self, row: PaperRow) -> str:
        """Return what the list shows as a paper's date."""
        return short_date(date.fromisoformat(row.listed_on), self._today())

    def _text(self, row: PaperRow, column: int) -> str:
        if column == Column.DATE:
            return self.date_text(row)
        return _TEXTS[Column(column)](row)

    def _sentence(self, row: PaperRow) -> str:
        """Say a row as one sentence, for screen readers."""
        parts = [
            "Read" if row.read else "Unread",
            *(["starred"] if row.starred else []),
            row.title,
            *(state.lower() for state in states_of(row)),
            f"{row.author_count} authors",
            f"{row.upvotes} upvotes",
            *([f"tags {', '.join(row.tags)}"] if row.tags else []),
            *(["with a note"] if row.has_note else []),
        ]
        return ", ".join(parts)


def authors_line(row: PaperRow) -> str:
    """Return the first authors and how many more there are: ``A, B, C +4``."""
    more = row.author_count - len(row.authors.split(", ")) if row.authors else 0
    return f"{row.authors} +{more}" if more > 0 else row.authors


def states_of(row: PaperRow) -> tuple[str, ...]:
    """Return in words where a paper stands in the queue, and how it is rated."""
    queue = (STATES[row.queue],) if row.queue else ()
    return (*queue, f"{row.rating}/5") if row.rating else queue


_TEXTS: dict[Column, Callable[[PaperRow], str]] = {
    Column.STAR: lambda row: "★" if row.starred else "☆",
    Column.TITLE: lambda row: row.title,
    Column.AUTHORS: authors_line,
    Column.UPVOTES: lambda row: f"{row.upvotes:,}",
    Column.COMMENTS: lambda row: f"{row.comments:,}",
    Column.TAGS: lambda row: ", ".join(row.tags),
}
