"""What the linter has to say about an export, with what helps at hand."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from readinglist.domain.clean_text import one_line
from readinglist.exporters.linter import FEWER_AUTHORS, Finding, Fix
from readinglist.gui.flow_layout import FlowLayout
from readinglist.gui.look import Look
from readinglist.gui.plain_text import PlainLabel
from readinglist.gui.titled_rows import TitledRow, TitledRows
from readinglist.library.export_check import MOST_FINDINGS, ExportCheck

_FEWEST_ROWS_SEEN = 3

_FIXES: Mapping[Fix, str] = {
    Fix.FETCH: "&Fetch from arXiv",
    Fix.FEWER_AUTHORS: f"Only the first {FEWER_AUTHORS} authors",
    Fix.EDIT_KEY: "Edit the &key…",
    Fix.AS_BIBTEX: "Use BibTeX",
    Fix.AS_BIBLATEX: "Use BibLaTeX",
}


class FindingsPane(QWidget):
    """Lists findings.

    ``chosen`` carries the key of a paper to be shown, ``fix_asked`` a finding whose fix is wanted,
    ``left_out`` comes when papers are left out or put in again.
    """

    chosen = Signal(object)
    fix_asked = Signal(object)
    fetch_asked = Signal(object)
    left_out_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: Sequence[Finding] = ()
        self._without_record: tuple[int, ...] = ()
        self.left_out: frozenset[int] = frozenset()
        self.sentence = PlainLabel(object_name="dialogText")
        self.sentence.setWordWrap(True)
        self.list = TitledRows("What to look at", two_lines=True)
        self.list.use_look(look.colours, look.fonts)
        self.list.setMinimumHeight(self.list.row_height * _FEWEST_ROWS_SEEN + 4)
        self.told = PlainLabel(object_name="hint")
        self.told.setWordWrap(True)
        self.told.hide()
        self.fix = _button()
        self.leave_out = _button()
        self.fetch = _button()
        buttons = FlowLayout()
        for button in (self.fix, self.leave_out, self.fetch):
            buttons.addWidget(button)
            button.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel("What to look at", object_name="groupHeading"))
        layout.addWidget(self.sentence)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)
        layout.addLayout(buttons)
        layout.addStretch(0)
        self._show_list(shown=False)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._on_chosen())
        self.fix.clicked.connect(lambda _checked: self.fix_asked.emit(self._finding()))
        self.leave_out.clicked.connect(lambda _checked: self._leave_out())
        self.fetch.clicked.connect(lambda _checked: self.fetch_asked.emit(self._without_record))

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the look at the papers is."""
        self.sentence.setText(f"Looking at the papers … {done:,} of {total:,}")

    def show_fetching(self, *, is_fetching: bool) -> None:
        """Say that arXiv is being asked; it is not asked twice at once."""
        self.fetch.setEnabled(not is_fetching)
        self.fix.setEnabled(not is_fetching)
        self.tell("Asking arXiv …" if is_fetching else "")

    def tell(self, text: str) -> None:
        """Say what became of something."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def show_check(self, check: ExportCheck) -> None:
        """Show what was found."""
        self._findings, self._without_record = check.findings, check.without_record
        self.sentence.setText(_told(check))
        self._show_rows()
        self._show_list(shown=bool(self._findings))
        missing = len(check.without_record)
        papers = "1 paper" if missing == 1 else f"{missing:,} papers"
        self.fetch.setText(f"Fetch arXiv's details of {papers}")
        self.fetch.setVisible(bool(missing))
        self._on_chosen()

    def _show_list(self, *, shown: bool) -> None:
        """Leave the room to the preview while there is nothing to list."""
        self.list.setVisible(shown)
        policy = QSizePolicy.Policy.Expanding if shown else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)

    def _show_rows(self, chosen: int = -1) -> None:
        self.list.show_rows([self._row(finding) for finding in self._findings], chosen)

    def _row(self, finding: Finding) -> TitledRow:
        title = one_line(finding.paper.title) or finding.paper.paper_id
        beside = "left out" if finding.paper.key in self.left_out else ""
        return TitledRow(finding.message, title, beside)

    def _finding(self) -> Finding | None:
        return self._findings[self.list.chosen] if self.list.chosen >= 0 else None

    def _on_chosen(self) -> None:
        finding = self._finding()
        fix = finding.fix if finding else None
        self.fix.setVisible(fix is not None)
        if fix is not None:
            self.fix.setText(_FIXES[fix])
        self.leave_out.setVisible(finding is not None)
        if finding is not None:
            is_out = finding.paper.key in self.left_out
            self.leave_out.setText("Put it in &again" if is_out else "&Leave it out")
            self.chosen.emit(finding.paper.key)

    def _leave_out(self) -> None:
        finding = self._finding()
        if finding is not None:
            self.left_out = self.left_out ^ {finding.paper.key}
            self._show_rows(self.list.chosen)
            self.left_out_changed.emit()


def _told(check: ExportCheck) -> str:
    if not check.papers:
        return "There is no paper."
    papers = "the paper" if check.papers == 1 else f"all {check.papers:,} papers"
    if not check.findings:
        told = f"Nothing to mend: engines read {papers}."
    else:
        wants = "wants" if check.to_look_at == 1 else "want"
        told = f"{check.to_look_at:,} of {check.papers:,} papers {wants} a look before citing."
        if len(check.findings) == MOST_FINDINGS:
            told += f" The first {MOST_FINDINGS:,} remarks are listed."
    if check.without_record:
        told += (
            f" arXiv's own title, categories and venue are not known for "
            f"{len(check.without_record):,}."
        )
    return told


def _button() -> QPushButton:
    button = QPushButton()
    button.setAutoDefault(False)
    return button
