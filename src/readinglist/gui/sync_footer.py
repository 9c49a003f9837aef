"""The foot of the sidebar: when the last sync was, and how the running one goes."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QVBoxLayout, QWidget

from readinglist.gui.icons import IconSet
from readinglist.gui.plain_text import PlainLabel, set_tooltip
from readinglist.gui.shown_key import with_key
from readinglist.gui.spoken_date import short_date

if TYPE_CHECKING:
    from readinglist.library.sync import SyncProgress


class SyncFooter(QWidget):
    """Shows the state of syncing, with Cancel while one runs."""

    cancel_clicked = Signal()

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._added: int | None = None
        self._text = PlainLabel(object_name="sidebarFooter")
        self._text.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Sync")
        self.cancel = QToolButton()
        self.cancel.setIconSize(QSize(14, 14))
        self.cancel.setAccessibleName("Cancel sync")
        icons.give_button(self.cancel, "close")
        self.cancel.clicked.connect(self.cancel_clicked)
        line = QHBoxLayout()
        line.addWidget(self._text, 1)
        line.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(11, 0, 4, 2)
        layout.setSpacing(5)
        layout.addLayout(line)
        layout.addWidget(self._bar)
        self.show_idle("", date.min)

    def use_keys(self, key_of: Callable[[str], str]) -> None:
        """Say in the tooltip which key does the same."""
        set_tooltip(self.cancel, with_key("Cancel sync", key_of("library.cancel_sync")))

    @property
    def text(self) -> str:
        """What the footer says."""
        return self._text.text()

    def show_idle(self, last_sync: str, today: date, added: int | None = None) -> None:
        """Say when the last sync was (ISO time in UTC, or "") and what it brought.

        ``added`` is remembered until the next sync, for when the counts are shown again.
        """
        if added is not None:
            self._added = added
        self._bar.hide()
        self.cancel.hide()
        if not last_sync:
            self._text.setText("")
            return
        when = datetime.fromisoformat(last_sync).replace(tzinfo=UTC).astimezone()
        spoken = when.strftime("%H:%M")
        if when.date() != today:
            spoken = f"{short_date(when.date(), today)} {spoken}"
        came = "" if self._added is None else f" · {self._added:,} new"
        self._text.setText(f"Synced {spoken}{came}")

    def show_progress(self, progress: "SyncProgress", today: date) -> None:
        """Say which day is looked at."""
        # The sync has imported it; the first paint does not wait for it.
        from readinglist.library.sync import TRENDING

        day = (
            "trending papers"
            if progress.day == TRENDING
            else short_date(date.fromisoformat(progress.day), today)
        )
        self._text.setText(f"{day} · {progress.done + 1} of {progress.total}")
        self._bar.setMaximum(progress.total)
        self._bar.setValue(progress.done)
        self._bar.show()
        self.cancel.show()

    def show_upgrade(self, done: int, total: int) -> None:
        """Say how far a library of an older version is prepared for this one."""
        progress = f" · {done:,} of {total:,}" if total else " …"
        self._text.setText(f"Preparing your library{progress}")
        self._bar.setMaximum(total)
        self._bar.setValue(done)
        self._bar.show()
