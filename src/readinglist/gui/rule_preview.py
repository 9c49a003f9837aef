"""What a rule would have done: a sentence, and the newest papers it is for."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readinglist.domain.paper import PaperRow
from readinglist.domain.rule import Rule
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.plain_text import PlainLabel
from readinglist.gui.rule_words import WHAT_RULES_ARE_FOR, told_already, told_preview
from readinglist.gui.spoken_date import short_date
from readinglist.gui.titled_rows import TitledRow, TitledRows
from readinglist.library.rules import RulePreview, Rules

if TYPE_CHECKING:
    from concurrent.futures import Future

_FEWEST_ROWS_SEEN = 3


class RulePreviewPane(QWidget):
    """Asks the library about every rule it is shown, and shows the last answer meanwhile.

    ``not_understood`` carries what of the query is searched as text.
    """

    not_understood = Signal(object)

    def __init__(
        self,
        rules: Rules,
        gui_thread: GuiThread,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rules = rules
        self._gui_thread = gui_thread
        self._today = today
        self._rule = Rule("", "")
        self._preview: RulePreview | None = None
        self._asked: Future[RulePreview] | None = None
        self.sentence = PlainLabel(object_name="dialogText")
        self.sentence.setWordWrap(True)
        self.papers = TitledRows("Papers that match, the newest first")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.sentence)
        layout.addWidget(self.papers, 1)
        layout.addStretch(0)

    def show_rule(self, rule: Rule) -> None:
        """Show what a rule would have done."""
        before, self._rule = self._rule, rule
        if self._preview is None or rule.query != before.query:
            self.ask()
        elif self._asked is None:
            self._tell(self._preview)

    def ask(self) -> None:
        """Ask the library again: papers came in or were changed."""
        asked = self._asked = self._rules.preview(self._rule.query, self._today())
        self._gui_thread.deliver(
            asked, lambda preview: self._on_preview(preview) if asked is self._asked else None
        )

    def stop(self) -> None:
        """Wait for no answer any more."""
        self._asked = None
        self._rules.give_up_preview()

    def set_row_height(self) -> None:
        """Leave room for a few papers at least, as high as they are now."""
        self.papers.setMinimumHeight(self.papers.row_height * _FEWEST_ROWS_SEEN + 4)

    def _on_preview(self, preview: RulePreview) -> None:
        self._asked, self._preview = None, preview
        self.not_understood.emit(preview.as_text)
        self._tell(preview)

    def _tell(self, preview: RulePreview) -> None:
        told = told_preview(self._rule, preview)
        self.sentence.setText(told if self._rule.query else WHAT_RULES_ARE_FOR)
        self.papers.show_rows([self._row(row) for row in preview.rows])
        self.papers.setVisible(bool(preview.rows))

    def _row(self, row: PaperRow) -> TitledRow:
        day = short_date(date.fromisoformat(row.listed_on), self._today()) if row.listed_on else ""
        beside = (told_already(row, self._rule), day)
        return TitledRow(row.title, beside=" · ".join(part for part in beside if part))
