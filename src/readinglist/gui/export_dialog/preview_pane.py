"""One entry of the file to be, and how engines are going to print it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from readinglist.gui.export_dialog.checker import EntryPreview
from readinglist.gui.plain_text import PlainLabel, SelectableLabel, set_tooltip

_LINES_SEEN = 11


class PreviewPane(QWidget):
    """Shows an entry; ``step`` asks for another one: 1 is the next, -1 the one before."""

    step = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.position = PlainLabel(object_name="fieldHelp")
        self.before = _arrow("\u2039", "The paper before", lambda: self.step.emit(-1))
        self.after = _arrow("\u203a", "The next paper", lambda: self.step.emit(1))
        self.text = QPlainTextEdit()
        self.text.setObjectName("entryText")
        self.text.setAccessibleName("The entry as it is written")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._pairs: Sequence[tuple[str, str]] = ()
        self._printed = QVBoxLayout()
        self._printed.setSpacing(6)
        heading = QHBoxLayout()
        heading.addWidget(PlainLabel("What is written", object_name="groupHeading"))
        heading.addStretch(1)
        for widget in (self.position, self.before, self.after):
            heading.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(heading)
        layout.addWidget(self.text, 1)
        layout.addLayout(self._printed)

    def use_zoom(self, percent: int) -> None:
        """Take over the size of text, and leave room for an entry."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(round(12 * percent / 100))
        self.text.setFont(font)
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * _LINES_SEEN)

    def show_preview(self, preview: EntryPreview | None, position: int, count: int) -> None:
        """Show the entry of the paper at ``position`` of ``count``."""
        self.position.setText(f"{position + 1:,} of {count:,}" if count else "")
        self.before.setEnabled(position > 0)
        self.after.setEnabled(position + 1 < count)
        self.text.setPlainText(preview.text if preview else "")
        while (item := self._printed.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._pairs = list(preview.printed) if preview else []
        for engine, printed in self._pairs:
            self._printed.addWidget(PlainLabel(engine, object_name="groupHeading"))
            self._printed.addWidget(SelectableLabel(printed, object_name="dialogText"))

    def printed(self) -> Sequence[tuple[str, str]]:
        """Return the engines that are shown, and what they print."""
        return self._pairs


def _arrow(text: str, tip: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    set_tooltip(button, tip)
    button.setAccessibleName(tip)
    button.clicked.connect(lambda _checked: act())
    return button
