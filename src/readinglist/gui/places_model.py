"""The entries of the sidebar: places with their counts, tags under a heading."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from readinglist.domain.counts import LibraryCounts
from readinglist.domain.place import (
    ALL_PAPERS,
    HIDDEN,
    STARRED,
    UNREAD,
    Place,
    place_of_search,
    place_of_tag,
)
from readinglist.gui.plain_text import tooltip_html

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the sidebar; a heading has no place, a saved search no count."""

    label: str
    place: Place | None = None
    count: int | None = 0
    icon: str = ""


class PlacesModel(QAbstractListModel):
    """Lists the places of a library."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show_counts(self, counts: LibraryCounts, today: Place) -> None:
        """Take over new counts; ``today`` is where the entry of that name leads."""
        entries = [
            Entry("Today", today, counts.newest_day_papers, "today"),
            Entry("All papers", ALL_PAPERS, counts.papers, "all"),
            Entry("Unread", UNREAD, counts.unread, "unread"),
            Entry("Starred", STARRED, counts.starred, "star"),
        ]
        if counts.hidden:
            entries.append(Entry("Hidden", HIDDEN, counts.hidden, "hidden"))
        if counts.searches:
            entries.append(Entry("Searches"))
            entries.extend(
                Entry(name, place_of_search(name, query), None, "search")
                for name, query in counts.searches
            )
        if counts.tags:
            entries.append(Entry("Tags"))
            entries.extend(
                Entry(tag.name, place_of_tag(tag.name), tag.papers, "") for tag in counts.tags
            )
        if [entry.place for entry in entries] == [entry.place for entry in self._entries]:
            self._entries = entries
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, position: int) -> Entry:
        """Return the entry of a line."""
        return self._entries[position]

    def position_of(self, place: Place) -> int | None:
        """Return the line of a place; days other than the newest have none."""
        for position, entry in enumerate(self._entries):
            if entry.place == place:
                return position
        return None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._entries[index.row()].place is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_html(entry.label)
        if role == Qt.ItemDataRole.AccessibleTextRole and entry.place is not None:
            count = "" if entry.count is None else f", {entry.count} papers"
            return f"{entry.label}{count}"
        return None
