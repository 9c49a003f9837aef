"""Saved searches: keeping a filter under a name, and forgetting it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from readinglist.domain.annotation import Edit
from readinglist.domain.errors import UserFacingError
from readinglist.domain.place import ALL_PAPERS, PlaceKind, place_of_search
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.list_pane import ListPane
from readinglist.gui.paper_list import PaperList
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.library.library import Library
from readinglist.library.undo_log import Undone


class SearchesPart:
    """Implements the Searches protocol."""

    def __init__(
        self,
        library: Library,
        gui_thread: GuiThread,
        papers: PaperList,
        desk: ReadingDesk,
        pane: ListPane,
        window: QWidget,
    ) -> None:
        self._edits = library.edits
        self._searches = library.searches
        self._gui_thread = gui_thread
        self._papers = papers
        self._desk = desk
        self._pane = pane
        self._window = window

    def save(self) -> None:
        """Ask for the name under which the filter is to be kept."""
        query = self._query()
        if not query:
            self._pane.notices.show_done("Type a filter first; it can then be saved.")
            return
        # Imported when it is asked for: the first paint does not wait for it.
        from readinglist.gui.save_search_dialog import SaveSearchDialog

        counts = self._desk.counts
        known = dict(counts.searches) if counts else {}
        dialog = SaveSearchDialog(query, self._papers.place.name, known, self._window)
        dialog.accepted.connect(lambda: self._save(dialog.name.text(), query))
        dialog.open()

    def show_menu(self, name: str, at: QPoint) -> None:
        """Offer what can be done with a saved search of the sidebar."""
        menu = QMenu(self._window)
        menu.addAction("Delete search", lambda: self._delete(name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _query(self) -> str:
        """Return what the list is filtered by, that of a saved search included."""
        typed = self._papers.filter_text.strip()
        saved = self._papers.place.query
        if saved and typed:
            return f"({saved}) ({typed})"
        return saved or typed

    def _save(self, name: str, query: str) -> None:
        try:
            saved = self._searches.save(name, query)
        except UserFacingError as error:
            self._pane.notices.show_error(error)
            return
        self._gui_thread.deliver(saved, lambda edit: self._on_saved(edit, query))

    def _on_saved(self, edit: Edit, query: str) -> None:
        self._pane.header.filter.clear()
        self._desk.show_place(place_of_search(edit.tag, query))
        self._pane.focus()
        self._tell(f"Saved search “{edit.tag}”", edit)

    def _delete(self, name: str) -> None:
        self._gui_thread.deliver(self._searches.delete(name), self._on_deleted)

    def _on_deleted(self, edit: Edit) -> None:
        place = self._papers.place
        if place.kind is PlaceKind.SEARCH and place.name == edit.tag:
            self._desk.show_place(ALL_PAPERS)
        self._tell(f"Deleted search “{edit.tag}”", edit)

    def _tell(self, text: str, edit: Edit) -> None:
        if edit.changes:
            self._pane.notices.show_done(text, "Undo", self._undo)

    def _undo(self) -> None:
        self._gui_thread.deliver(self._edits.undo(), self._on_undone)

    def _on_undone(self, undone: Undone) -> None:
        self._pane.notices.show_done(f"Undone: {undone.title}")
