"""What has time until the window has been seen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class AfterFirstPaint(QObject):
    """Calls in turn what the first paint of a window need not wait for, right after it."""

    def __init__(self, window: QWidget, *calls: Callable[[], object]) -> None:
        super().__init__(window)
        self._calls = calls
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            for call in self._calls:
                QTimer.singleShot(0, self, call)
        return super().eventFilter(watched, event)
