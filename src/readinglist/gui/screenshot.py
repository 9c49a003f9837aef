"""Pictures of the window, taken when what it shows has arrived."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from readinglist.gui.main_window import MainWindow

_LOOK_EVERY_MS = 50
_GIVE_UP_AFTER_MS = 20_000


class WhenSettled(QObject):
    """Calls back once a window shows a paper with all icons, or after twenty seconds at most."""

    def __init__(self, window: MainWindow, callback: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._callback = callback
        self._waited = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._waited += _LOOK_EVERY_MS
        if self._window.table.current_key() is None and self._window.model.rowCount():
            self._window.navigation.move_by(1, extend=False)
        settled = self._window.pane.detail is not None and self._window.icons_are_loaded
        if settled or self._waited >= _GIVE_UP_AFTER_MS:
            self._timer.stop()
            self._callback()


def save_screenshot(window: MainWindow, path: Path) -> bool:
    """Save a picture of the window; False if the file cannot be written."""
    return window.grab().save(str(path))
