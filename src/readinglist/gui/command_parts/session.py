"""What was done in this session: told, taken back, and what was starred copied."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from readinglist.domain.annotation import Edit, Field
from readinglist.gui.command_parts.reporting import EditReports
from readinglist.gui.export_runner import ExportRunner
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.notice_bar import NoticeBar
from readinglist.library.library import Library
from readinglist.library.session import SessionSummary

if TYPE_CHECKING:
    from readinglist.gui.session_dialog import SessionDialog

_TOLD = {Field.STAR: "starred", Field.HIDE: "hid", Field.QUEUE: "queued"}
"""What the short form tells; the dialog tells all."""


class SessionPart:
    """Implements the Session protocol."""

    def __init__(
        self,
        library: Library,
        reports: EditReports,
        gui_thread: GuiThread,
        runner: ExportRunner,
        notices: NoticeBar,
        window: QWidget,
    ) -> None:
        self._session = library.session
        self._reports = reports
        self._gui_thread = gui_thread
        self._runner = runner
        self._notices = notices
        self._window = window

    def show(self) -> None:
        """Open the summary of the session."""
        self._gui_thread.deliver(self._session.summary(), self._open)

    def tell_end(self) -> None:
        """Say shortly what was done, because there is nothing left to read here."""
        self._gui_thread.deliver(self._session.summary(), self._tell)

    def copy_starred(self) -> None:
        """Copy the papers that were starred in this session as Markdown."""
        self._gui_thread.deliver(self._session.summary(), self._copy)

    def _open(self, summary: SessionSummary) -> None:
        # Imported when it is asked for: the first paint does not wait for it.
        from readinglist.gui.session_dialog import SessionDialog

        dialog = SessionDialog(summary, self._window)
        dialog.taken_back.connect(lambda edit: self._take_back(edit, dialog))
        dialog.marked_unread.connect(lambda: self._mark_unread(dialog))
        dialog.copied.connect(self.copy_starred)
        dialog.open()

    def _take_back(self, edit: Edit, dialog: "SessionDialog") -> None:
        self._reports.make(
            lambda: self._session.take_back(edit), lambda done: self._on_changed(done, dialog)
        )

    def _mark_unread(self, dialog: "SessionDialog") -> None:
        self._reports.make(self._session.mark_unread, lambda done: self._on_changed(done, dialog))

    def _on_changed(self, edit: Edit, dialog: "SessionDialog") -> None:
        if edit.changes:
            self._reports.tell_edit(edit)
        else:
            dialog.tell("Nothing was taken back: it has changed since, or the list has papers.")
        self._gui_thread.deliver(self._session.summary(), dialog.show_summary)

    def _tell(self, summary: SessionSummary) -> None:
        parts = [f"saw {len(summary.seen):,}"]
        for field, verb in _TOLD.items():
            if keys := summary.keys(field):
                parts.append(f"{verb} {len(keys):,}")
        self._notices.show_done(
            f"Nothing unread below. You {', '.join(parts)} in this session.",
            "This session…",
            self.show,
        )

    def _copy(self, summary: SessionSummary) -> None:
        from readinglist.exporters import exporter_named

        keys = summary.keys(Field.STAR)
        if not keys:
            self._notices.show_done("Nothing was starred in this session yet.")
            return

        def copied(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            count = "1 paper" if len(keys) == 1 else f"{len(keys):,} papers"
            self._notices.show_done(f"Copied {count}, starred in this session, as Markdown")

        self._gui_thread.deliver(self._runner.to_text(keys, exporter_named("markdown")), copied)
