"""Tags as such: their names, their colours, and the digits that toggle coloured ones."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from readinglist.domain.annotation import Edit
from readinglist.domain.errors import UserFacingError
from readinglist.domain.place import ALL_PAPERS, PlaceKind, place_of_tag
from readinglist.domain.tag import TagColour, TagInUse
from readinglist.gui.command_parts.reporting import EditReports
from readinglist.gui.list_pane import ListPane
from readinglist.gui.paper_list import PaperList
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.gui.tag_looks import TagLooks
from readinglist.library.library import Library
from readinglist.library.names import checked_tag, name_key

if TYPE_CHECKING:
    from readinglist.gui.name_dialog import Judgement


class TagsPart:
    """Implements the Tags protocol."""

    def __init__(
        self,
        library: Library,
        reports: EditReports,
        papers: PaperList,
        desk: ReadingDesk,
        pane: ListPane,
        looks: TagLooks,
        window: QWidget,
    ) -> None:
        self._edits = library.edits
        self._tags = library.tags
        self._reports = reports
        self._papers = papers
        self._desk = desk
        self._pane = pane
        self._looks = looks
        self._window = window

    def toggle_digit(self, digit: int) -> None:
        """Put the coloured tag with a digit on the selected papers, or take it off."""
        tag = self.by_digit().get(digit)
        if tag is None:
            self._reports.tell(
                f"No tag has the digit {digit} yet; a right click in the sidebar colours a tag."
            )
            return
        keys = self._pane.table.selected_keys()
        if keys:
            self._reports.make(
                lambda: self._edits.toggle_tagged(keys, tag), self._reports.tell_many
            )

    def by_digit(self) -> Mapping[int, str]:
        """Return the names of the coloured tags by the digits that toggle them."""
        return {tag.look.digit: tag.name for tag in self._known() if tag.look}

    def choose_colour(self) -> None:
        """Offer colours for the tag that is shown."""
        place = self._papers.place
        if place.kind is not PlaceKind.TAG:
            self._reports.tell("Go to a tag in the sidebar first.")
            return
        menu = QMenu(self._window)
        self._add_colours(menu, place.name)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def menu_of(self, tag: str, menu: QMenu) -> None:
        """Add to a menu what can be done with a tag of the sidebar."""
        menu.addAction("Rename…", lambda: self.ask_for_name(tag))
        self._add_colours(menu.addMenu("Colour"), tag)
        menu.addAction("Delete everywhere", lambda: self.delete(tag))

    def ask_for_name(self, tag: str) -> None:
        """Ask for another name of a tag."""
        # Imported when it is asked for: the first paint does not wait for it.
        from readinglist.gui.name_dialog import NameDialog

        judge = _judge_of_tag(tag, [known.name for known in self._known()])
        dialog = NameDialog(f"Rename tag “{tag}”", tag, judge, self._window)
        dialog.accepted.connect(lambda: self._rename(tag, dialog.name.text()))
        dialog.open()

    def delete(self, tag: str) -> None:
        """Take a tag off all papers."""
        self._reports.make(lambda: self._tags.delete(tag), partial(self._on_deleted, tag))

    def _known(self) -> Sequence[TagInUse]:
        return self._desk.counts.tags if self._desk.counts else ()

    def _add_colours(self, menu: QMenu, tag: str) -> None:
        present = {known.name: known.look for known in self._known()}.get(tag)
        for colour in TagColour:
            action = menu.addAction(self._looks.swatch(colour), colour.value.capitalize())
            action.setCheckable(True)
            action.setChecked(present is not None and present.colour is colour)
            action.triggered.connect(lambda _=False, colour=colour: self._colour(tag, colour))
        menu.addSeparator()
        none = menu.addAction("No colour", lambda: self._colour(tag, None))
        none.setEnabled(present is not None)

    def _colour(self, tag: str, colour: TagColour | None) -> None:
        self._reports.make(lambda: self._tags.set_colour(tag, colour), self._on_coloured)

    def _on_coloured(self, edit: Edit) -> None:
        if not edit.changes:
            return
        digit = edit.changes[0].after.partition(" ")[2]
        toggles = f"; {digit} puts it on papers" if digit else ""
        self._reports.tell_done(f"{edit.done_title()}{toggles}")

    def _rename(self, tag: str, name: str) -> None:
        self._reports.make(lambda: self._tags.rename(tag, name), partial(self._on_renamed, tag))

    def _on_renamed(self, tag: str, spelled: str) -> None:
        if self._papers.place == place_of_tag(tag):
            self._desk.show_place(place_of_tag(spelled))
        self._reports.tell_done(f"“{tag}” is “{spelled}” now")

    def _on_deleted(self, tag: str, papers: int) -> None:
        if self._papers.place == place_of_tag(tag):
            self._desk.show_place(ALL_PAPERS)
        count = "1 paper" if papers == 1 else f"{papers:,} papers"
        self._reports.tell_done(f"Took “{tag}” off {count}")


def _judge_of_tag(tag: str, known: Sequence[str]) -> "Callable[[str], Judgement]":
    from readinglist.gui.name_dialog import Judgement

    taken = {name_key(name): name for name in known}
    nested = "Tags in it (a/b lies in a) are renamed with it."

    def judge(typed: str) -> Judgement:
        try:
            name = checked_tag(typed)
        except UserFacingError as error:
            return Judgement(str(error), "Rename", possible=False)
        other = taken.get(name_key(name))
        if other is not None and name_key(other) != name_key(tag):
            return Judgement(f"There is a tag “{other}”; the two become one.", "Merge")
        return Judgement(nested, "Rename", possible=name != tag)

    return judge
