"""Collects cyclic garbage on the GUI thread only.

Python collects on whichever thread happens to allocate. A Qt object that dies on another thread
than its own takes its timers with it the wrong way ("Timers cannot be stopped from another
thread"), which Qt answers with undefined behaviour.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_FREEZE_AT = 10
"""The turn after which what is there is not looked at again: all has been imported by then."""
_FULL_EVERY = 60
"""Turns between two full collections."""


class GuiThreadCollector(QObject):
    """Takes over from Python's own collector for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._turns = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stop(self) -> None:
        """Hand back to Python."""
        self._timer.stop()
        gc.enable()

    def _collect(self) -> None:
        self._turns += 1
        if self._turns == _FREEZE_AT:
            gc.collect()
            # Modules and classes never die; without them a full collection is short.
            gc.freeze()
        gc.collect(2 if self._turns % _FULL_EVERY == 0 else 1)
