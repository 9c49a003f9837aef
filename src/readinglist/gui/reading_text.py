"""A column of text for reading: the abstract."""

from PySide6.QtCore import QMargins, QSize, Qt, QUrl
from PySide6.QtGui import QFont, QResizeEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

_LINE_HEIGHT = 1.5
"""Of the font's size. In percent of the font's own spacing it would differ from font to font."""
_LONGEST_SHOWN = 20_000
"""Characters; laying out 10 MB takes 8 s and more (measured 2026-11)."""


class ReadingText(QTextEdit):
    """Plain text with generous lines, as high as its text. It never loads anything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("abstract")
        self.setAccessibleName("Abstract")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setViewportMargins(QMargins(-4, 0, 0, 0))
        self.document().setDocumentMargin(4)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_text(self, text: str, font: QFont) -> None:
        """Show plain text; what is far too long for an abstract is cut with a mark."""
        if len(text) > _LONGEST_SHOWN:
            text = text[:_LONGEST_SHOWN] + " […]"
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.clear()
        spacing = QTextBlockFormat()
        spacing.setLineHeight(
            round(font.pixelSize() * _LINE_HEIGHT),
            QTextBlockFormat.LineHeightTypes.FixedHeight.value,
        )
        spacing.setBottomMargin(font.pixelSize() * 0.6)
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(spacing)
        cursor.insertText(text)
        self._fit_height()

    def _fit_height(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(int(self.document().size().height()) + 4)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        return None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit_height()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 20)
