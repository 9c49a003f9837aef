"""Tags as such: renaming and deleting the one that is shown, or one of the sidebar."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from readinglist.domain.errors import UserFacingError
from readinglist.domain.place import ALL_PAPERS, PlaceKind, place_of_tag
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.list_pane import ListPane
from readinglist.gui.paper_list import PaperList
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.library.library import Library
from readinglist.library.undo_log import Undone


class TagsPart:
    """Implements the Tags protocol."""

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
        self._tags = library.tags
        self._gui_thread = gui_thread
        self._papers = papers
        self._desk = desk
        self._pane = pane
        self._window = window

    def ask_for_name(self) -> None:
        """Ask for another name of the tag that is shown."""
        if tag := self._shown_tag():
            self._ask_for_name(tag)

    def delete(self) -> None:
        """Take the tag that is shown off all papers."""
        if tag := self._shown_tag():
            self._delete(tag)

    def show_menu(self, tag: str, at: QPoint) -> None:
        """Offer what can be done with a tag of the sidebar."""
        menu = QMenu(self._window)
        menu.addAction("Rename tag…", lambda: self._ask_for_name(tag))
        menu.addAction("Delete tag everywhere", lambda: self._delete(tag))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _shown_tag(self) -> str:
        place = self._papers.place
        if place.kind is not PlaceKind.TAG:
            self._pane.notices.show_done("Go to a tag in the sidebar first.")
        return place.name if place.kind is PlaceKind.TAG else ""

    def _ask_for_name(self, tag: str) -> None:
        # Imported when it is asked for: the first paint does not wait for it.
        from readinglist.gui.rename_tag_dialog import RenameTagDialog

        counts = self._desk.counts
        known = [tag.name for tag in counts.tags] if counts else []
        dialog = RenameTagDialog(tag, known, self._window)
        dialog.accepted.connect(lambda: self._rename(tag, dialog.name.text()))
        dialog.open()

    def _rename(self, tag: str, name: str) -> None:
        try:
            renamed = self._tags.rename(tag, name)
        except UserFacingError as error:
            self._pane.notices.show_error(error)
            return
        self._gui_thread.deliver(renamed, lambda spelled: self._on_renamed(tag, spelled))

    def _on_renamed(self, tag: str, spelled: str) -> None:
        if self._papers.place == place_of_tag(tag):
            self._desk.show_place(place_of_tag(spelled))
        self._tell(f"“{tag}” is “{spelled}” now")

    def _delete(self, tag: str) -> None:
        self._gui_thread.deliver(
            self._tags.delete(tag), lambda papers: self._on_deleted(tag, papers)
        )

    def _on_deleted(self, tag: str, papers: int) -> None:
        if self._papers.place == place_of_tag(tag):
            self._desk.show_place(ALL_PAPERS)
        count = "1 paper" if papers == 1 else f"{papers:,} papers"
        self._tell(f"Took “{tag}” off {count}")

    def _tell(self, text: str) -> None:
        self._pane.notices.show_done(text, "Undo", self._undo)

    def _undo(self) -> None:
        self._gui_thread.deliver(self._edits.undo(), self._on_undone)

    def _on_undone(self, undone: Undone) -> None:
        self._pane.notices.show_done(f"Undone: {undone.title}")
