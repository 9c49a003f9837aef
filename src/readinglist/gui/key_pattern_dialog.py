"""Asks for the pattern of citation keys, and shows what keys it would make."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from readinglist.domain.errors import UserFacingError
from readinglist.domain.key_pattern import (
    DEFAULT_PATTERN,
    KEY_FIELDS,
    LONGEST_PATTERN,
    parse_key_pattern,
)
from readinglist.domain.paper import Paper, PaperDetail
from readinglist.domain.readable_tex import readable
from readinglist.gui.look import Look
from readinglist.gui.plain_text import PlainLabel
from readinglist.gui.titled_rows import TitledRow, TitledRows

MOST_SHOWN = 4
_STAYS = (
    "Papers that come in from now on get their keys by this pattern. Keys that are there stay, "
    "because texts cite them; “New citation keys by the pattern” changes those of chosen papers."
)


class KeyPatternDialog(QDialog):
    """``pattern`` holds what was typed; it can be saved only if it is a pattern.

    ``preview_asked`` carries a pattern of which keys are to be shown.

    Args:
        text: the pattern of the library.
        example: a paper of which the fields show what they make; None if there is no paper.
        look: colours and fonts.
        parent: the window.
    """

    preview_asked = Signal(str)

    def __init__(
        self, text: str, example: Paper | None, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Citation keys")
        self._present = text
        self._example = example
        self.pattern = QLineEdit(text)
        self.pattern.setAccessibleName("Pattern")
        self.pattern.setMaxLength(LONGEST_PATTERN)
        self.trouble = self._sentence("keyTrouble")
        self._note = self._sentence("dialogText")
        self._note.setText(_STAYS)
        self.papers = TitledRows("Keys by this pattern", two_lines=True)
        self.papers.use_look(look.colours, look.fonts)
        self.papers.setFixedHeight(self.papers.row_height * MOST_SHOWN + 4)
        self.papers.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.papers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.papers.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = self.buttons.addButton("Save", QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setDefault(True)
        self.default = QPushButton("Default")
        self.default.setAutoDefault(False)
        self.buttons.addButton(self.default, QDialogButtonBox.ButtonRole.ResetRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.default.clicked.connect(lambda _checked: self.pattern.setText(DEFAULT_PATTERN))
        self._lay_out(look)
        self.pattern.textChanged.connect(lambda _text: self._judge())

    def begin(self) -> None:
        """Ask for the first preview, when somebody listens."""
        self._judge()
        self.pattern.setFocus()

    def show_preview(self, text: str, made: Sequence[tuple[PaperDetail, str]]) -> None:
        """Show the keys that papers would get by a pattern, if it is the one in the field."""
        if text != self._written():
            return
        self.papers.show_rows([_row(paper, key) for paper, key in made])
        self.papers.setVisible(bool(made))

    def _lay_out(self, look: Look) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel("Citation keys", object_name="placeTitle"))
        layout.addWidget(self.pattern)
        layout.addWidget(self._note)
        layout.addWidget(self.trouble)
        layout.addWidget(self._area(), 1)
        layout.addWidget(self.buttons)
        wanted = look.fonts.sizes.px(640), look.fonts.sizes.px(720)
        most = self.screen().availableSize() * 0.9
        self.resize(min(wanted[0], most.width()), min(wanted[1], most.height()))

    def _sentence(self, object_name: str) -> PlainLabel:
        """Make one of two labels of which one is shown; the dialog does not jump."""
        label = PlainLabel(object_name=object_name)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setMinimumHeight(self.fontMetrics().lineSpacing() * 2 + 4)
        return label

    def _area(self) -> QScrollArea:
        """Put papers and fields where they can be scrolled: large text on a small screen."""
        page = QWidget()
        page.setObjectName("paperPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(self.papers)
        column.addWidget(PlainLabel("Fields", object_name="groupHeading"))
        column.addLayout(self._fields())
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(KEY_FIELDS.values()):
            written = f"{{{field.name}}}"
            button = QPushButton(written)
            button.setObjectName("keyButton")
            button.setAutoDefault(False)
            button.setAccessibleName(f"Put {written} into the pattern")
            button.clicked.connect(lambda _=False, text=written: self._put(text))
            help_text = PlainLabel(field.help)
            help_text.setWordWrap(True)
            grid.addWidget(button, row, 0)
            grid.addWidget(help_text, row, 1)
            made = field.of(self._example) if self._example else ""
            grid.addWidget(PlainLabel(made, object_name="fieldHelp"), row, 2)
        return grid

    def _put(self, text: str) -> None:
        """Put a field where the cursor is."""
        self.pattern.insert(text)
        self.pattern.setFocus()

    def _written(self) -> str:
        """Return the pattern as it is kept, "" if it is none."""
        try:
            return parse_key_pattern(self.pattern.text()).text
        except UserFacingError:
            return ""

    def _judge(self) -> None:
        try:
            parse_key_pattern(self.pattern.text())
        except UserFacingError as error:
            self.trouble.setText(str(error))
        else:
            self.trouble.setText("")
        self.trouble.setVisible(bool(self.trouble.text()))
        self._note.setHidden(bool(self.trouble.text()))
        written = self._written()
        self.save.setEnabled(written not in {"", self._present})
        self.default.setEnabled(self.pattern.text() != DEFAULT_PATTERN)
        if written:
            self.preview_asked.emit(written)


def _row(paper: PaperDetail, key: str) -> TitledRow:
    now = "as now" if key == paper.citation_key else f"now {paper.citation_key}"
    return TitledRow(key, readable(paper.title), now)
