"""Saved searches: keeping a filter under a name, renaming and forgetting it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from readinglist.domain.annotation import Edit
from readinglist.domain.errors import UserFacingError
from readinglist.domain.place import ALL_PAPERS, PlaceKind, place_of_search
from readinglist.gui.command_parts.reporting import EditReports
from readinglist.gui.list_pane import ListPane
from readinglist.gui.paper_list import PaperList
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.library.library import Library
from readinglist.library.names import checked_name, name_key

if TYPE_CHECKING:
    from readinglist.gui.name_dialog import Judgement


class SearchesPart:
    """Implements the Searches protocol."""

    def __init__(
        self,
        library: Library,
        reports: EditReports,
        papers: PaperList,
        desk: ReadingDesk,
        pane: ListPane,
        window: QWidget,
    ) -> None:
        self._searches = library.searches
        self._reports = reports
        self._papers = papers
        self._desk = desk
        self._pane = pane
        self._window = window

    def save(self) -> None:
        """Ask for the name under which the filter is to be kept."""
        query = self.query()
        if not query:
            self._reports.tell("Type a filter first; it can then be saved.")
            return
        # Imported when it is asked for: the first paint does not wait for it.
        from readinglist.gui.name_dialog import NameDialog

        place = self._papers.place
        name = place.name if place.kind is PlaceKind.SEARCH else query
        judge = _judge_of_new(query, self._known())
        dialog = NameDialog("Save this filter as", name, judge, self._window, shows=query)
        dialog.accepted.connect(lambda: self._save(dialog.name.text(), query))
        dialog.open()

    def query(self) -> str:
        """Return what the list is filtered by, that of a saved search included."""
        typed = self._papers.filter_text.strip()
        saved = self._papers.place.query
        if saved and typed:
            return f"({saved}) ({typed})"
        return saved or typed

    def menu_of(self, name: str, menu: QMenu) -> None:
        """Add to a menu what can be done with a saved search of the sidebar."""
        menu.addAction("Rename…", lambda: self.ask_for_name(name))
        menu.addAction("Delete search", lambda: self.delete(name))

    def ask_for_name(self, name: str) -> None:
        """Ask for another name of a saved search."""
        from readinglist.gui.name_dialog import NameDialog

        known = self._known()
        judge = _judge_of_rename(name, known)
        heading = f"Rename search “{name}”"
        dialog = NameDialog(heading, name, judge, self._window, shows=known.get(name, ""))
        dialog.accepted.connect(lambda: self._rename(name, dialog.name.text()))
        dialog.open()

    def delete(self, name: str) -> None:
        """Forget a saved search."""
        self._reports.make(lambda: self._searches.delete(name), self._on_deleted)

    def _known(self) -> Mapping[str, str]:
        return dict(self._desk.counts.searches) if self._desk.counts else {}

    def _save(self, name: str, query: str) -> None:
        self._reports.make(
            lambda: self._searches.save(name, query), lambda edit: self._on_saved(edit, query)
        )

    def _on_saved(self, edit: Edit, query: str) -> None:
        self._pane.header.filter.clear()
        self._desk.show_place(place_of_search(edit.tag, query))
        self._pane.focus()
        self._reports.tell_edit(edit)

    def _rename(self, name: str, new_name: str) -> None:
        query = self._known().get(name, "")
        self._reports.make(
            lambda: self._searches.rename(name, new_name), partial(self._on_renamed, name, query)
        )

    def _on_renamed(self, name: str, query: str, new_name: str) -> None:
        place = self._papers.place
        if place.kind is PlaceKind.SEARCH and place.name == name:
            self._desk.show_place(place_of_search(new_name, query))
        self._reports.tell_done(f"“{name}” is “{new_name}” now")

    def _on_deleted(self, edit: Edit) -> None:
        place = self._papers.place
        if place.kind is PlaceKind.SEARCH and place.name == edit.tag:
            self._desk.show_place(ALL_PAPERS)
        self._reports.tell_edit(edit)


def _judge_of_new(query: str, known: Mapping[str, str]) -> "Callable[[str], Judgement]":
    from readinglist.gui.name_dialog import Judgement

    kept = {name_key(name): asked for name, asked in known.items()}

    def judge(typed: str) -> Judgement:
        try:
            before = kept.get(name_key(checked_name(typed, "search")))
        except UserFacingError as error:
            return Judgement(str(error), possible=False)
        if before is not None and before != query:
            return Judgement(f"Takes the place of: {before}")
        return Judgement("It will stand in the sidebar.")

    return judge


def _judge_of_rename(name: str, known: Mapping[str, str]) -> "Callable[[str], Judgement]":
    from readinglist.gui.name_dialog import Judgement

    taken = {name_key(other): other for other in known if other != name}

    def judge(typed: str) -> Judgement:
        try:
            wanted = checked_name(typed, "search")
        except UserFacingError as error:
            return Judgement(str(error), "Rename", possible=False)
        if name_key(wanted) in taken:
            other = taken[name_key(wanted)]
            return Judgement(f"There is a search “{other}” already.", "Rename", possible=False)
        return Judgement("", "Rename", possible=wanted != name)

    return judge
