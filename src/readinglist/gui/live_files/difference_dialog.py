"""What somebody else has changed in a file, line by line."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from readinglist.domain.live_file import LiveFile
from readinglist.domain.text_difference import LineKind, TextDifference
from readinglist.gui.look import Look
from readinglist.gui.plain_text import PlainLabel
from readinglist.gui.theme import Colours

_SIZE = QSize(860, 600)
_THERE = {False: "#9C2B1B", True: "#F0917F"}
_WANTED = {False: "#1D6B34", True: "#7FCB92"}
"""On the side colour, light and dark; each reaches 4.5 : 1."""


class DifferenceDialog(QDialog):
    """Shows a difference; the buttons ask for what they say, and end the dialog."""

    overwrite_asked = Signal()
    beside_asked = Signal()

    def __init__(
        self, file: LiveFile, difference: TextDifference, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Difference")
        self.text = QPlainTextEdit()
        self.text.setObjectName("difference")
        self.text.setAccessibleName("What differs")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(look.fonts.sizes.px(12))
        self.text.setFont(font)
        self._colouring = _Colouring(self.text.document(), difference, look.colours)
        self.text.setPlainText("\n".join(str(line) for line in difference.lines))
        self.text.setVisible(bool(difference.lines))
        self.told = PlainLabel(_told(difference), object_name="dialogText")
        self.told.setWordWrap(True)
        path = PlainLabel(file.path, object_name="placeTitle")
        path.setWordWrap(True)
        self._make_buttons(can_act=bool(difference.lines))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        layout.addWidget(path)
        layout.addWidget(self.told)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.buttons)
        wanted = _SIZE * look.fonts.sizes.zoom_percent / 100
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))

    def _make_buttons(self, *, can_act: bool) -> None:
        self.buttons = QDialogButtonBox()
        close = self.buttons.addButton("&Close", QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        for text, asked in (
            ("&Overwrite theirs", self.overwrite_asked),
            ("Save ours &beside it", self.beside_asked),
        ):
            button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.setEnabled(can_act)
            button.clicked.connect(self.accept)
            button.clicked.connect(lambda _checked, asked=asked: asked.emit())
        self.buttons.rejected.connect(self.reject)


class _Colouring(QSyntaxHighlighter):
    """Colours lines by what became of them."""

    def __init__(
        self, document: QTextDocument, difference: TextDifference, colours: Colours
    ) -> None:
        super().__init__(document)
        self._kinds = [line.kind for line in difference.lines]
        self._colours = {
            LineKind.THERE: QColor(_THERE[colours.is_dark]),
            LineKind.WANTED: QColor(_WANTED[colours.is_dark]),
            LineKind.PLACE: QColor(colours.faint),
        }

    @override
    def highlightBlock(self, text: str) -> None:
        number = self.currentBlock().blockNumber()
        colour = self._colours.get(self._kinds[number]) if number < len(self._kinds) else None
        if colour is not None:
            look = QTextCharFormat()
            look.setForeground(colour)
            self.setFormat(0, len(text), look)


def _told(difference: TextDifference) -> str:
    if not difference.lines:
        return "The file holds what it should."
    told = "Lines with - are in the file; those with + are what the program would write."
    if difference.left_out:
        told += f" {difference.left_out:,} more lines differ."
    return told
