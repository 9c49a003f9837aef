"""What stands in place of the list when there is nothing to list: why, and what helps."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from readinglist.gui.icons import IconSet
from readinglist.gui.plain_text import PlainLabel


@dataclass(frozen=True, slots=True)
class EmptyState:
    """A sentence, an explanation and the buttons that help; the first is the main one."""

    title: str
    text: str
    actions: tuple[tuple[str, Callable[[], None]], ...] = ()


class EmptyPage(QWidget):
    """Shows an empty state in the middle of the list's place."""

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        icons.give("empty", self._show_icon, "faint")
        self._title = PlainLabel(object_name="emptyTitle")
        self._text = PlainLabel(object_name="emptyText")
        self._buttons = QHBoxLayout()
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self._icon)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addSpacing(8)
        layout.addLayout(self._buttons)
        layout.addStretch(3)

    @property
    def title(self) -> str:
        """The sentence that is shown."""
        return self._title.text()

    def show_state(self, state: EmptyState) -> None:
        """Show why there is nothing, and what helps."""
        self._title.setText(state.title)
        self._text.setText(state.text)
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons.addStretch(1)
        for position, (name, action) in enumerate(state.actions):
            button = QPushButton(name)
            button.setAutoDefault(False)
            if position == 0:
                button.setObjectName("primary")
            button.clicked.connect(lambda _=False, action=action: action())
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def _show_icon(self, icon: QIcon) -> None:
        self._icon.setPixmap(icon.pixmap(QSize(44, 44)))
