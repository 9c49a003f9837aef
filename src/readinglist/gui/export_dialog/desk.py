"""Keeps an open export dialog filled: previews, findings and fixes."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future

from PySide6.QtWidgets import QWidget

from readinglist.domain.key_list import KeyList
from readinglist.domain.paper import PaperDetail
from readinglist.exporters.linter import FEWER_AUTHORS, Finding, Fix
from readinglist.gui.export_dialog.checker import EntryPreview, ExportChecker
from readinglist.gui.export_dialog.dialog import ExportDialog
from readinglist.gui.export_dialog.form import ExportScope
from readinglist.gui.gui_thread import GuiThread
from readinglist.library.arxiv_records import FetchOutcome
from readinglist.library.export_check import ExportCheck

EditKey = Callable[[PaperDetail, QWidget, Callable[[], None]], None]
"""Asks over a window for another key of a paper, and calls when there is one."""

KeysOf = Callable[[ExportScope], Future[KeyList]]


class ExportDesk:
    """Answers what the dialog asks for; only the newest answer is shown."""

    def __init__(
        self,
        dialog: ExportDialog,
        checker: ExportChecker,
        keys_of: KeysOf,
        gui_thread: GuiThread,
        fetch: Callable[[Sequence[int]], Future[FetchOutcome]],
        edit_key: EditKey,
    ) -> None:
        self._dialog = dialog
        self._checker = checker
        self._keys_of = keys_of
        self._gui_thread = gui_thread
        self._fetch = fetch
        self._edit_key = edit_key
        self._keys = KeyList()
        self._position = 0
        self._asked = 0
        self._previewed = 0
        self._is_open = True
        dialog.form.changed.connect(self.look_again)
        dialog.preview.step.connect(self._step)
        dialog.findings.chosen.connect(self._show_paper)
        dialog.findings.fix_asked.connect(self._fix)
        dialog.findings.fetch_asked.connect(self._fetch_details)
        dialog.finished.connect(lambda _result: self._stop())
        self.look_again()

    def look_again(self) -> None:
        """Look at the papers anew: others were chosen, or something about them has changed."""
        self._asked += 1
        asked = self._asked
        self._checker.give_up()
        self._gui_thread.deliver(
            self._keys_of(self._dialog.form.scope),
            lambda keys: self._on_keys(keys) if asked == self._asked else None,
        )

    def _on_keys(self, keys: KeyList) -> None:
        current = self._keys[self._position] if self._position < len(self._keys) else None
        self._keys = keys
        self._position = (keys.position_of(current) if current is not None else None) or 0
        self._show_preview()
        asked, total, form = self._asked, len(keys), self._dialog.form
        findings = self._dialog.findings

        def tell(done: int) -> None:
            self._gui_thread.post(
                lambda: findings.show_progress(done, total) if asked == self._asked else None
            )

        self._gui_thread.deliver(
            self._checker.check(keys, form.exporter, form.options, tell),
            lambda check: self._on_check(check) if asked == self._asked else None,
        )

    def _on_check(self, check: ExportCheck) -> None:
        self._asked += 1  # progress that is still under way comes too late
        self._dialog.findings.show_check(check)

    def _step(self, by: int) -> None:
        self._position = min(max(self._position + by, 0), max(len(self._keys) - 1, 0))
        self._show_preview()

    def _show_paper(self, key: int) -> None:
        position = self._keys.position_of(key)
        if position is not None:
            self._position = position
            self._show_preview()

    def _show_preview(self) -> None:
        self._previewed += 1
        number, position, count = self._previewed, self._position, len(self._keys)
        pane, form = self._dialog.preview, self._dialog.form
        if not count:
            pane.show_preview(None, 0, 0)
            return

        def show(preview: EntryPreview | None) -> None:
            if number == self._previewed:
                pane.show_preview(preview, position, count)

        self._gui_thread.deliver(
            self._checker.preview(self._keys[position], form.exporter, form.options), show
        )

    def _fix(self, finding: Finding) -> None:
        form = self._dialog.form
        if finding.fix is Fix.FEWER_AUTHORS:
            form.boxes.authors.setValue(FEWER_AUTHORS)
        elif finding.fix is Fix.AS_BIBTEX:
            form.choose_format("bibtex")
        elif finding.fix is Fix.AS_BIBLATEX:
            form.choose_format("biblatex")
        elif finding.fix is Fix.EDIT_KEY:
            self._edit_key(finding.paper, self._dialog, self.look_again)
        elif finding.fix is Fix.FETCH:
            self._fetch_details([finding.paper.key])

    def _fetch_details(self, keys: Sequence[int]) -> None:
        """Ask arXiv; the dialog goes on meanwhile, and looks again when the answer is there."""
        findings = self._dialog.findings
        findings.show_fetching(is_fetching=True)

        def on_outcome(outcome: FetchOutcome) -> None:
            if self._is_open:
                findings.show_fetching(is_fetching=False)
                findings.tell(f"{outcome.summary}. {outcome.message}".strip())
                self.look_again()

        self._gui_thread.deliver(self._fetch(keys), on_outcome)

    def _stop(self) -> None:
        self._asked += 1
        self._previewed += 1
        self._is_open = False
        self._checker.give_up()
