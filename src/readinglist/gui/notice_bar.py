"""Notices below the list: what was done, with Undo; what went wrong, with Retry."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from readinglist.domain.errors import UserFacingError
from readinglist.gui.icons import IconSet
from readinglist.gui.plain_text import PlainLabel, set_tooltip

_SHOWN_MS = 8000


class NoticeBar(QFrame):
    """Shows one notice at a time. Errors stay until they are closed, the rest goes by itself.

    Attributes:
        errors: how many errors have been shown so far.
    """

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = PlainLabel(object_name="noticeText")
        self._text.setWordWrap(True)
        self._action = QPushButton()
        self._action.setAutoDefault(False)
        self._on_action: Callable[[], None] = lambda: None
        self._pinned: Callable[[], None] | None = None
        self.errors = 0
        self._action.clicked.connect(self._act)
        close = QToolButton()
        close.setIconSize(QSize(14, 14))
        close.setAccessibleName("Close the notice")
        set_tooltip(close, "Close")
        icons.give_button(close, "close")
        close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 10, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says; "" while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_done(
        self, text: str, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Say what was done, with a button if there is something to do about it."""
        self._show(text, "noticeText", action, on_action)
        self._timer.start()

    def show_error(self, error: UserFacingError, retry: Callable[[], None] | None = None) -> None:
        """Say what went wrong and what to do; stays until it is closed or retried."""
        self.errors += 1
        self._show(str(error), "noticeError", "Try again" if retry else "", retry)
        self._timer.stop()

    def show_until_mended(self, error: UserFacingError, retry: Callable[[], None]) -> None:
        """Say what went wrong, and say it again after every other notice until it is mended."""
        self._pinned = lambda: self._show(str(error), "noticeError", "Try again", retry)
        self.show_error(error, retry)

    def mended(self) -> None:
        """Take back what show_until_mended said."""
        if self._pinned is not None:
            self._pinned = None
            self.hide()

    def withdraw(self, action: str) -> None:
        """Hide a notice that offers ``action``: it would not do any more what it says."""
        if not self.isHidden() and self._action.text() == action:
            self.dismiss()

    def dismiss(self) -> None:
        """Hide the notice; one that still holds comes back."""
        self._timer.stop()
        self.hide()
        if self._pinned is not None:
            self._pinned()

    def _show(
        self, text: str, name: str, action: str, on_action: Callable[[], None] | None
    ) -> None:
        self._text.setObjectName(name)
        self._text.style().polish(self._text)
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._on_action = on_action or (lambda: None)
        self.show()

    def _act(self) -> None:
        self.hide()
        self._on_action()
