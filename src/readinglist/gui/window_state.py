"""What the window looked like: geometry, panes, columns, order. Not a setting."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from readinglist.domain.sorting import Sort, SortColumn


class WindowState:
    """Reads and writes the state; what does not fit any more is ignored."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def bytes(self, name: str) -> QByteArray:
        """Return a saved state, empty if there is none."""
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def save_bytes(self, name: str, state: QByteArray) -> None:
        """Save a state."""
        self._store.setValue(name, state)

    def sort(self, default: Sort) -> Sort:
        """Return the saved order."""
        column, _, direction = str(self._store.value("sort", "")).partition(" ")
        try:
            return Sort(SortColumn(column), descending=direction == "descending")
        except ValueError:
            return default

    def save_sort(self, sort: Sort) -> None:
        """Save the order."""
        direction = "descending" if sort.descending else "ascending"
        self._store.setValue("sort", f"{sort.column.value} {direction}")

    def sync(self) -> None:
        """Write what was saved to the file."""
        self._store.sync()
