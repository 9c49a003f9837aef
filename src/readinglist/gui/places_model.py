"""The entries of the sidebar: places with their counts, tags under a heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from readinglist.domain.counts import LibraryCounts
from readinglist.domain.place import (
    ALL_PAPERS,
    DONE,
    HIDDEN,
    QUEUE,
    STARRED,
    UNREAD,
    Place,
    place_of_list,
    place_of_search,
    place_of_tag,
)
from readinglist.domain.tag import TagInUse, folded_case
from readinglist.gui.plain_text import tooltip_html

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the sidebar; a heading has no place, a saved search no count.

    Attributes:
        label: its whole name.
        place: where it leads.
        count: how many papers are there.
        icon: a name in the icon set; tags have a dot instead.
        hint: what its tooltip says beside the name, such as the description of a list.
        above: the tag in which it lies, with the slash behind it; "" if there is none.
        depth: how many tags it lies in.
        digit: which key toggles a tag; 0 if none does.
    """

    label: str
    place: Place | None = None
    count: int | None = 0
    icon: str = ""
    hint: str = ""
    above: str = ""
    depth: int = 0
    digit: int = 0

    @property
    def shown(self) -> str:
        """What of the label is not said by the line above it."""
        return self.label[len(self.above) :]


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
            Entry("To read", QUEUE, counts.to_read, "queue"),
        ]
        if counts.done:
            entries.append(Entry("Done", DONE, counts.done, "done"))
        if counts.hidden:
            entries.append(Entry("Hidden", HIDDEN, counts.hidden, "hidden"))
        if counts.lists:
            entries.append(Entry("Lists"))
            entries.extend(
                Entry(one.name, place_of_list(one.name), one.papers, "list", one.description)
                for one in counts.lists
            )
        if counts.searches:
            entries.append(Entry("Searches"))
            entries.extend(
                Entry(name, place_of_search(name, query), None, "search", query)
                for name, query in counts.searches
            )
        if counts.tags:
            entries.append(Entry("Tags"))
            entries.extend(_nested(counts.tags))
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
            return tooltip_html(f"{entry.label}\n{entry.hint}" if entry.hint else entry.label)
        if role == Qt.ItemDataRole.AccessibleTextRole and entry.place is not None:
            count = "" if entry.count is None else f", {entry.count} papers"
            return f"{entry.label}{count}"
        return None


def _nested(tags: Sequence[TagInUse]) -> Iterator[Entry]:
    """Yield tags as entries, each below the one that it lies in."""
    above: list[str] = []
    # By level: "rl-x" would otherwise stand between "rl" and "rl/offline".
    for tag in sorted(tags, key=lambda tag: folded_case(tag.name).split("/")):
        while above and not folded_case(tag.name).startswith(above[-1]):
            above.pop()
        prefix = above[-1] if above else ""
        yield Entry(
            tag.name,
            place_of_tag(tag.name),
            tag.papers,
            above=prefix,
            depth=len(above),
            digit=tag.look.digit if tag.look else 0,
        )
        above.append(f"{folded_case(tag.name)}/")
