"""What the window looked like: geometry, panes, columns, order, used filters. Not a setting."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from readinglist.domain.sorting import Sort, SortColumn

_SAVE_AFTER_MS = 700


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

    def filters(self) -> list[str]:
        """Return the saved filters in their order."""
        try:
            stored = json.loads(str(self._store.value("filters", "[]")))
        except ValueError:
            return []
        return (
            [text for text in stored if isinstance(text, str)] if isinstance(stored, list) else []
        )

    def save_filters(self, filters: Sequence[str]) -> None:
        """Save filters; as JSON, for QSettings gives a list of one back as a text."""
        self._store.setValue("filters", json.dumps(list(filters)))

    def sync(self) -> None:
        """Write what was saved to the file."""
        self._store.sync()


class SaveAfterChanges(QObject):
    """Saves the state soon after the window was moved or resized, or when it is told to.

    Not only on closing: a session that is logged out may never close its windows.
    """

    def __init__(self, window: QWidget, save: Callable[[], None]) -> None:
        super().__init__(window)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(save)
        window.installEventFilter(self)

    def soon(self) -> None:
        """Save in a moment; more changes until then make one save."""
        self._timer.start()

    def stop(self) -> None:
        """Save no more: the window is closing."""
        self._timer.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self.soon()
        return super().eventFilter(watched, event)
