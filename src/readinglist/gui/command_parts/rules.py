"""Rules: making, changing and deleting them, and running one on the library."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from readinglist.domain.annotation import Edit
from readinglist.domain.counts import LibraryCounts
from readinglist.domain.errors import UserFacingError
from readinglist.domain.place import PlaceKind
from readinglist.domain.rule import Rule
from readinglist.gui.command_parts.filtering import FilteringPart
from readinglist.gui.command_parts.reporting import EditReports
from readinglist.gui.command_parts.searches import SearchesPart
from readinglist.gui.list_pane import ListPane
from readinglist.gui.notice_bar import NoticeBar
from readinglist.gui.open_library import OpenLibrary
from readinglist.gui.paper_list import PaperList
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.gui.rule_words import told_run

if TYPE_CHECKING:
    from readinglist.gui.rules_dialog import RulesDialog


class RulesPart:
    """Implements the Rules protocol.

    The dialog tells by itself what was done, with Undo, for it lies before the window's notice;
    that tells it too, for when the dialog is closed.
    """

    def __init__(
        self,
        opened: OpenLibrary,
        reports: EditReports,
        searches: SearchesPart,
        filtering: FilteringPart,
        papers: PaperList,
        desk: ReadingDesk,
        pane: ListPane,
        today: Callable[[], date],
        window: QWidget,
    ) -> None:
        self._opened = opened
        self._library = opened.library
        self._gui_thread = opened.gui_thread
        self._reports = reports
        self._searches = searches
        self._filtering = filtering
        self._papers = papers
        self._desk = desk
        self._pane = pane
        self._today = today
        self._window = window
        self._dialog: RulesDialog | None = None
        desk.counts_known.connect(self._on_counts)

    def ask_for_rules(self) -> None:
        """Open the rules; what the list is filtered by begins a new one."""
        if self._desk.counts is not None:
            self._open(self._desk.counts)
        else:
            self._gui_thread.deliver(self._library.papers.counts(), self._open)

    def _open(self, counts: LibraryCounts) -> None:
        # Imported when it is asked for: the first paint does not wait for it.
        from readinglist.gui.rule_form import RuleForm
        from readinglist.gui.rule_preview import RulePreviewPane
        from readinglist.gui.rules_dialog import RulesDialog

        dialog = self._dialog = RulesDialog(
            RuleForm(self._opened.icons, [tag.name for tag in counts.tags], self._today),
            RulePreviewPane(self._library.rules, self._gui_thread, self._today),
            NoticeBar(self._opened.icons),
            self._opened.look,
            self._today,
            self._window,
        )
        dialog.save_asked.connect(self._save)
        dialog.delete_asked.connect(self._delete)
        dialog.run_asked.connect(self._run)
        offers = self._filtering.serve(dialog.form.query, dialog)
        dialog.finished.connect(lambda _result: offers.close())
        dialog.finished.connect(lambda _result: self._on_closed(dialog))
        place = self._papers.place
        is_search = place.kind is PlaceKind.SEARCH and not self._papers.filter_text.strip()
        dialog.begin(counts.rules, self._searches.query(), place.name if is_search else "")
        dialog.open()

    def _on_closed(self, dialog: "RulesDialog") -> None:
        self._dialog = None
        dialog.deleteLater()

    def _on_counts(self) -> None:
        if self._dialog is not None and self._desk.counts is not None:
            self._dialog.show_rules(self._desk.counts.rules)
            self._dialog.preview.ask()

    def _save(self, rule: Rule, replaces: str) -> None:
        self._gui_thread.deliver(
            self._library.rules.save(rule, replaces),
            partial(self._on_saved, rule, replaces),
            self._on_refused,
        )

    def _on_saved(self, rule: Rule, replaces: str, edit: Edit) -> None:
        if self._dialog is not None:
            self._dialog.on_saved(rule, replaces)
        self._tell(edit.done_title())

    def _on_refused(self, error: UserFacingError) -> None:
        if self._dialog is not None:
            self._dialog.on_refused(error)
        else:
            self._pane.notices.show_error(error)

    def _delete(self, rule: Rule) -> None:
        deleted = self._library.rules.delete(rule.name)
        self._gui_thread.deliver(
            deleted, lambda edit: self._tell(edit.done_title()), self._on_refused
        )

    def _run(self, rule: Rule) -> None:
        run = self._library.rules.run(rule.name, self._today())
        self._gui_thread.deliver(
            run,
            lambda run: self._tell(told_run(rule, run), undo=run.changed > 0),
            self._on_refused,
        )

    def _tell(self, text: str, *, undo: bool = True) -> None:
        if undo:
            self._reports.tell_done(text)
        else:
            self._reports.tell(text)
        if self._dialog is not None:
            notices = self._dialog.notices
            notices.show_done(text, "Undo" if undo else "", partial(self._undo, notices))

    def _undo(self, notices: NoticeBar) -> None:
        self._pane.notices.withdraw("Undo")  # it would take back what was done before
        EditReports(self._library.edits, self._gui_thread, notices).undo()
