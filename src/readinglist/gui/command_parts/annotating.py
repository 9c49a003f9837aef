"""Stars, tags and read marks on the selected papers."""

from collections.abc import Sequence
from concurrent.futures import Future

from PySide6.QtWidgets import QWidget

from readinglist.domain.annotation import Edit
from readinglist.domain.clean_text import user_text
from readinglist.domain.errors import UserFacingError
from readinglist.domain.key_list import KeyList
from readinglist.domain.paper import PaperDetail
from readinglist.gui.command_parts.reporting import EditReports
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.list_pane import ListPane
from readinglist.gui.paper_list import PaperList
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.library.edit_history import EditHistory
from readinglist.library.library import Library
from readinglist.library.reading_queue import ReadingQueue
from readinglist.library.undo_log import Undone

_MOST_LOOKED_AT = 2000
"""Papers whose tags the tag box looks at to tell "on all" from "on some"."""


class AnnotatingPart:
    """Implements the Annotating protocol."""

    def __init__(
        self,
        library: Library,
        reports: EditReports,
        gui_thread: GuiThread,
        papers: PaperList,
        desk: ReadingDesk,
        pane: ListPane,
        window: QWidget,
    ) -> None:
        self._library = library
        self._reports = reports
        self._gui_thread = gui_thread
        self._papers = papers
        self._desk = desk
        self._pane = pane
        self._window = window

    @property
    def edits(self) -> EditHistory:
        """The reader's edits in the open library."""
        return self._library.edits

    @property
    def queue(self) -> ReadingQueue:
        """The queue of the open library."""
        return self._library.queue

    def selected_keys(self) -> Sequence[int]:
        """Return the keys of the selected papers, in shown order."""
        return self._pane.table.selected_keys()

    def report_edit(self, edit: Future[Edit], *, goes_on: bool = False) -> None:
        """Offer Undo for edits of many papers; tell when one could not be saved."""
        if goes_on:
            self._pane.table.move_past_selection()
        self._reports.make(lambda: edit, self._reports.tell_many)

    def report_undo(self, undone: Future[Undone], *, redo: bool) -> None:
        """Tell what was taken back or done again."""
        self._reports.tell_undone(undone, redo=redo)

    def save_note(
        self,
        key: int,
        note: str,
        before: str,
        continues: bool,  # noqa: FBT001 (a slot)
    ) -> None:
        """Save what was typed; if that fails the text stays to be saved again."""
        self._gui_thread.deliver(
            self.edits.set_note(key, note, continues=continues, expected=before),
            lambda edit: self._on_note_saved(edit, key, note),
            lambda error: self._on_note_not_saved(error, key, note, before),
            on_done=lambda: self._desk.pane.note.on_done(key),
        )

    def mark_list_read(self, *, from_current: bool) -> None:
        """Mark the papers of the list read, of which maybe only the beginning is shown yet."""
        current = self._pane.table.current_key() if from_current else None
        if from_current and current is None:
            return

        def mark(keys: KeyList) -> None:
            first = 0 if current is None else keys.position_of(current)
            if first is not None and len(keys) > first:
                self.report_edit(self.edits.set_read(keys[first:], read=True))

        self._gui_thread.deliver(self._papers.all_keys(), mark)

    def ask_for_tag(self) -> None:
        """Open the tag box for the selected papers, once their tags are known."""
        keys = self.selected_keys()
        if keys:
            looked_at = self._library.papers.details(keys[:_MOST_LOOKED_AT])
            self._gui_thread.deliver(looked_at, lambda papers: self._open_tag_box(keys, papers))

    def _open_tag_box(self, keys: Sequence[int], papers: list[PaperDetail]) -> None:
        # Imported when it is asked for: the first paint does not wait for it.
        from readinglist.gui.name_box import NameBox, of_tags

        tags = [set(paper.tags) for paper in papers]
        counts = self._desk.counts
        box = NameBox(
            of_tags(len(keys)),
            [tag.name for tag in counts.tags] if counts else [],
            set.intersection(*tags) if tags else set(),
            set.union(*tags) if tags else set(),
            self._window,
        )
        box.toggled.connect(lambda tag, on: self._set_tag(keys, tag, on))
        box.open()

    def _set_tag(self, keys: Sequence[int], tag: str, on: bool) -> None:  # noqa: FBT001 (a slot)
        self._reports.make(
            lambda: self.edits.set_tagged(keys, tag, tagged=on), self._reports.tell_many
        )

    def _on_note_saved(self, edit: Edit, key: int, note: str) -> None:
        typed = user_text(note)  # what cannot be stored was left out
        stored = edit.changes[0].after if edit.changes else typed
        editor = self._desk.pane.note
        editor.on_saved(key, typed, stored)
        if not editor.unsaved_notes:
            self._pane.notices.mended()
        if stored != typed:
            self._pane.notices.show_done("The note was changed elsewhere; both are kept.")

    def _on_note_not_saved(self, error: UserFacingError, key: int, note: str, before: str) -> None:
        editor = self._desk.pane.note
        editor.on_not_saved(key, note, before)
        count = editor.unsaved_notes
        notes = "A note is" if count == 1 else f"{count} notes are"
        told = UserFacingError(f"{notes} not saved. {error.message}", error.hint, can_retry=True)
        self._pane.notices.show_until_mended(told, editor.save_again)
