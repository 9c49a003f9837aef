"""Pictures of the window, taken when what it shows has arrived."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from readinglist.gui.main_window import MainWindow

_LOOK_EVERY_MS = 50
_GIVE_UP_AFTER_MS = 20_000


class WhenSettled(QObject):
    """Calls back once a window shows a paper with all icons, or after twenty seconds at most.

    ``paper_id`` is the paper to show; without it, or if it is not in the list, the first one.
    """

    def __init__(
        self, window: MainWindow, callback: Callable[[], None], *, paper_id: str = ""
    ) -> None:
        super().__init__(window)
        self._window = window
        self._callback = callback
        self._paper_id = paper_id
        self._waited = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._waited += _LOOK_EVERY_MS
        if self._window.table.current_key() is None and self._window.model.rowCount():
            self._select()
        settled = self._window.pane.detail is not None and self._window.icons_are_loaded
        if settled or self._waited >= _GIVE_UP_AFTER_MS:
            self._timer.stop()
            self._callback()

    def _select(self) -> None:
        model = self._window.model
        for position, key in enumerate(model.keys):
            row = model.cached_row(position)
            if row is not None and row.paper_id == self._paper_id:
                self._window.table.select_key(key)
                return
        self._window.parts.navigation.move_by(1, extend=False)


def save_screenshot(window: MainWindow, path: Path) -> bool:
    """Save a picture of the window; False if the file cannot be written."""
    return window.grab().save(str(path))
