"""A popup that lies in the window, above its other widgets."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHideEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override


class WindowPopup(QFrame):
    """Is shown until a click goes elsewhere.

    A window of its own would need the system's help to stay where it is, and on some systems it
    takes the keyboard from where it was.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.hide()

    def is_inside(self, where: QPoint) -> bool:
        """Whether a click at a place of the window belongs to the popup."""
        return self.geometry().contains(where)

    def place(self) -> None:
        """Lie where the popup belongs."""

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
        super().hideEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Buttons and the strip of days do not take the keyboard when they are clicked, so who has
        # it would never hear of it.
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            if not self.is_inside(event.position().toPoint()):
                self.hide()
        elif event.type() is QEvent.Type.Resize and watched is self._window.windowHandle():
            self.place()
        return super().eventFilter(watched, event)
