"""Asks for another citation key of a paper, and says beforehand whether it can be had."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from readinglist.domain.citation_key import WHAT_KEYS_ARE, KeyTakenError, checked_key
from readinglist.domain.errors import UserFacingError
from readinglist.domain.paper import PaperDetail
from readinglist.domain.readable_tex import readable
from readinglist.gui.plain_text import PlainLabel

_MEANING = "Texts that cite the paper by its old key no longer find it; Undo brings the key back."
_SENTENCE_LINES = 3


class CitationKeyDialog(QDialog):
    """Stays open until the key is stored: another program may take it meanwhile.

    ``looked_up`` carries a key that was typed and may be taken, ``save_asked`` one to be stored.
    """

    looked_up = Signal(str)
    save_asked = Signal(str)

    def __init__(self, paper: PaperDetail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Citation key")
        self._present = paper.citation_key
        self.key = QLineEdit(paper.citation_key)
        self.key.setAccessibleName("Citation key")
        self.key.selectAll()
        self.summary = PlainLabel(object_name="dialogText")
        self.summary.setWordWrap(True)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        # The dialog does not jump while one types.
        self.summary.setMinimumHeight(self.fontMetrics().lineSpacing() * _SENTENCE_LINES)
        self.free = QPushButton()
        self.free.setObjectName("keyButton")
        self.free.setAutoDefault(False)
        kept = self.free.sizePolicy()
        kept.setHorizontalPolicy(QSizePolicy.Policy.Fixed)
        kept.setRetainSizeWhenHidden(True)
        self.free.setSizePolicy(kept)
        self._free_key = ""
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = self.buttons.addButton("Save", QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setDefault(True)
        self.buttons.accepted.connect(self._ask_to_save)
        self.buttons.rejected.connect(self.reject)
        self.key.textChanged.connect(self._judge)
        self.free.clicked.connect(lambda _checked: self._use_free())
        self._lay_out(readable(paper.title))
        self._judge()

    def show_found(self, key: str, taken: KeyTakenError | None) -> None:
        """Show whether another paper has a key, if that is what stands in the field."""
        if key == self._wanted() and taken is not None:
            self._tell(taken)

    def on_refused(self, error: UserFacingError) -> None:
        """Show why the key could not be stored."""
        self._tell(error)
        self.key.setFocus()

    def _lay_out(self, title: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel("Citation key", object_name="placeTitle"))
        of_paper = PlainLabel(title, object_name="dialogText")
        of_paper.setWordWrap(True)
        layout.addWidget(of_paper)
        layout.addWidget(self.key)
        layout.addWidget(self.summary)
        layout.addWidget(self.free)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

    def _wanted(self) -> str:
        """Return the key that stands in the field, "" if it is none or that which is there."""
        try:
            key = checked_key(self.key.text())
        except UserFacingError:
            return ""
        return key if key != self._present else ""

    def _judge(self) -> None:
        self._show("", "")
        try:
            checked_key(self.key.text())
        except UserFacingError as error:
            self._tell(error)
            return
        wanted = self._wanted()
        self._show(_MEANING if wanted else WHAT_KEYS_ARE, "")
        self.save.setEnabled(bool(wanted))
        if wanted:
            self.looked_up.emit(wanted)

    def _tell(self, error: UserFacingError) -> None:
        """Say why the key cannot be had, and offer what the error says is free."""
        if isinstance(error, KeyTakenError) and error.free:
            self._show(error.message, error.free)
        else:
            self._show(str(error), "")
        self.save.setEnabled(False)

    def _show(self, text: str, free: str) -> None:
        self.summary.setText(text)
        self._free_key = free
        self.free.setText(f"Use “{free}”")
        self.free.setVisible(bool(free))

    def _use_free(self) -> None:
        self.key.setFocus()  # before the button goes: the focus would be on Cancel, and so Enter
        self.key.setText(self._free_key)

    def _ask_to_save(self) -> None:
        if wanted := self._wanted():
            self.save.setEnabled(False)  # until the answer is there
            self.save_asked.emit(wanted)
