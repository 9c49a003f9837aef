"""Telling what edits have done, with Undo at hand."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from readinglist.domain.annotation import Edit
from readinglist.domain.errors import UserFacingError
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.notice_bar import NoticeBar
from readinglist.library.undo_log import UndoLog, Undone

Result = TypeVar("Result")


class EditReports:
    """Tells in the notice bar what became of edits; shared by all that make them."""

    def __init__(self, log: UndoLog, gui_thread: GuiThread, notices: NoticeBar) -> None:
        self._log = log
        self._gui_thread = gui_thread
        self._notices = notices

    def make(self, edit: Callable[[], Future[Result]], on_result: Callable[[Result], None]) -> None:
        """Make an edit that may be refused at once, and tell why it was refused."""
        try:
            made = edit()
        except UserFacingError as error:
            self._notices.show_error(error)
            return
        self._notices.withdraw("Undo")  # it would take back this edit, not that one
        self._gui_thread.deliver(made, on_result)

    def tell(self, text: str) -> None:
        """Say something that needs no Undo."""
        self._notices.show_done(text)

    def tell_done(self, text: str) -> None:
        """Say what was done, and offer to take it back."""
        self._notices.show_done(text, "Undo", self.undo)

    def tell_edit(self, edit: Edit) -> None:
        """Say what an edit did, if it did anything."""
        if edit.changes:
            self.tell_done(edit.done_title())

    def tell_many(self, edit: Edit) -> None:
        """Say what an edit of many papers did; what it did to one is seen."""
        if len(edit.changes) > 1:
            self.tell_edit(edit)

    def undo(self) -> None:
        """Take back the last edit and tell what it was."""
        self.tell_undone(self._log.undo(), redo=False)

    def tell_undone(self, undone: Future[Undone], *, redo: bool) -> None:
        """Tell what was taken back or done again."""
        self._gui_thread.deliver(undone, lambda result: self._on_undone(result, redo=redo))

    def _on_undone(self, undone: Undone, *, redo: bool) -> None:
        if undone.edit is None:
            return
        text = f"{'Done again' if redo else 'Undone'}: {undone.title}"
        if not undone.edit.changes:
            text = "Nothing was taken back"
        if undone.left_alone:
            text += f"; {undone.left_alone:,} changed since and left as it is"
        self._notices.show_done(text)
