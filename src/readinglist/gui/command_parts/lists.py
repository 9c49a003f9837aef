"""Reading lists: making them, filling them, and their order; the order of the queue too."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from readinglist.domain.annotation import Edit
from readinglist.domain.errors import UserFacingError
from readinglist.domain.hand_order import AT_THE_BEGINNING, AT_THE_END, Spot
from readinglist.domain.paper import PaperDetail
from readinglist.domain.place import ALL_PAPERS, PlaceKind, place_of_list
from readinglist.domain.reading_list import ReadingList
from readinglist.gui.command_parts.reporting import EditReports
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.list_pane import ListPane
from readinglist.gui.paper_list import PaperList
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.library.library import Library
from readinglist.library.names import checked_name, name_key

if TYPE_CHECKING:
    from readinglist.gui.name_dialog import Judgement

_MOST_LOOKED_AT = 2000
"""Papers whose lists the box looks at to tell "all in it" from "some in it"."""
_MOST_SHOWN_MOVING = 1000
"""Papers that are shown at their new place at once; Qt keeps an index for every cell of them."""


class ListsPart:
    """Implements the Lists protocol."""

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
        self._lists = library.lists
        self._reports = reports
        self._gui_thread = gui_thread
        self._papers = papers
        self._desk = desk
        self._pane = pane
        self._window = window

    # Lists as such

    def ask_for_new(self) -> None:
        """Ask for the name of a new list."""
        # Imported when it is asked for: the first paint does not wait for it.
        from readinglist.gui.name_dialog import NameDialog

        judge = _judge_of_list("", self._known())
        dialog = NameDialog("New list", "", judge, self._window, description="")
        dialog.accepted.connect(lambda: self._make(dialog.name.text(), dialog.described()))
        dialog.open()

    def menu_of(self, name: str, menu: QMenu) -> None:
        """Add to a menu what can be done with a list of the sidebar."""
        menu.addAction("Rename or describe…", lambda: self.ask_for_name(name))
        menu.addAction("Delete list", lambda: self.delete(name))

    def ask_for_name(self, name: str) -> None:
        """Ask for another name of a list, and for its description."""
        from readinglist.gui.name_dialog import NameDialog

        known = {listed.name: listed for listed in self._known()}
        description = known[name].description if name in known else ""
        judge = _judge_of_list(name, self._known())
        dialog = NameDialog(f"List “{name}”", name, judge, self._window, description=description)
        dialog.accepted.connect(
            lambda: self._describe(name, dialog.name.text(), dialog.described())
        )
        dialog.open()

    def delete(self, name: str) -> None:
        """Delete a list; its papers stay."""
        self._reports.make(lambda: self._lists.delete(name), partial(self._on_deleted, name))

    # Papers in them

    def ask_for_lists(self) -> None:
        """Open the box of lists for the selected papers, once it is known in which they are."""
        keys = self._pane.table.selected_keys()
        if keys:
            looked_at = self._library.papers.details(keys[:_MOST_LOOKED_AT])
            self._gui_thread.deliver(looked_at, lambda papers: self._open_box(keys, papers))

    def take_out(self) -> None:
        """Take the selected papers out of the list, or the queue, that is shown."""
        place, keys = self._papers.place, self._pane.table.selected_keys()
        if place.kind not in {PlaceKind.LIST, PlaceKind.QUEUE, PlaceKind.DONE}:
            self._reports.tell("Go to the list, or to the queue, from which to take papers.")
        elif keys:
            self._pane.table.move_past_selection()
            if place.kind is PlaceKind.LIST:
                self._reports.make(
                    lambda: self._lists.remove(place.name, keys), self._reports.tell_edit
                )
            else:
                self._reports.make(
                    lambda: self._library.queue.remove(keys), self._reports.tell_edit
                )

    def order_by_hand(self) -> None:
        """Show the list in the order made by hand."""
        order = self._papers.place.order
        if order is None:
            self._reports.tell("Lists and the queue have an order made by hand.")
        else:
            self._pane.table.choose_sort(order)

    def move(self, rows: int) -> None:
        """Move the selected papers up (below zero) or down."""
        keys = self._movable()
        if not keys:
            return
        around = self._pane.model.keys
        edge = around.position_of(keys[0] if rows < 0 else keys[-1])
        target = -1 if edge is None else edge + rows
        if 0 <= target < len(around):
            self.place(keys, Spot(around[target], after=rows > 0))

    def move_to_end(self, direction: int) -> None:
        """Move the selected papers to the end (1) or the beginning (-1)."""
        if keys := self._movable():
            self.place(keys, AT_THE_END if direction > 0 else AT_THE_BEGINNING)

    def place(self, keys: Sequence[int], spot: Spot) -> None:
        """Bring papers to a spot of the list that is shown; they are seen there at once.

        The list is not looked up again before the last of several moves is on disk: what it was
        after the first would undo the others for the eye, and for the key that is pressed next.
        """
        self._papers.hold()
        if len(keys) <= _MOST_SHOWN_MOVING:
            self._pane.table.show_moved(keys, spot)
        place = self._papers.place
        if place.kind is PlaceKind.LIST:
            moved = self._lists.place(place.name, keys, spot)
        else:
            moved = self._library.queue.place(keys, spot)
        self._gui_thread.deliver(moved, self._reports.tell_many, on_done=self._papers.release)

    def can_order(self) -> bool:
        """Whether the list that is shown is in an order made by hand."""
        return (
            self._papers.place.order is not None and self._papers.order == self._papers.place.order
        )

    def _movable(self) -> Sequence[int]:
        """Return the selected papers if they can be moved; say why not otherwise."""
        if self._papers.place.order is None:
            self._reports.tell("Only lists and the queue have an order made by hand.")
        elif not self.can_order():
            self._pane.notices.show_done(
                "The list is in another order now.", "Order by hand", self.order_by_hand
            )
        else:
            return self._pane.table.selected_keys()
        return ()

    def _open_box(self, keys: Sequence[int], papers: list[PaperDetail]) -> None:
        from readinglist.gui.name_box import NameBox, of_lists

        lists = [set(paper.lists) for paper in papers]
        box = NameBox(
            of_lists(len(keys)),
            [listed.name for listed in self._known()],
            set.intersection(*lists) if lists else set(),
            set.union(*lists) if lists else set(),
            self._window,
        )
        box.toggled.connect(lambda name, on: self._set_in_list(keys, name, on))
        box.open()

    def _set_in_list(self, keys: Sequence[int], name: str, on: bool) -> None:  # noqa: FBT001 (a slot)
        known = {name_key(listed.name) for listed in self._known()}
        if name_key(name) not in known:
            self._reports.make(lambda: self._lists.make(name, keys=keys), self._reports.tell_edit)
        elif on:
            self._reports.make(lambda: self._lists.add(name, keys), self._reports.tell_edit)
        else:
            self._reports.make(lambda: self._lists.remove(name, keys), self._reports.tell_edit)

    def _known(self) -> Sequence[ReadingList]:
        return self._desk.counts.lists if self._desk.counts else ()

    def _make(self, name: str, description: str) -> None:
        self._reports.make(lambda: self._lists.make(name, description), self._on_made)

    def _on_made(self, edit: Edit) -> None:
        self._desk.show_place(place_of_list(edit.tag))
        self._pane.focus()
        self._reports.tell_edit(edit)

    def _describe(self, name: str, new_name: str, description: str) -> None:
        self._reports.make(
            lambda: self._lists.describe(name, new_name, description),
            partial(self._on_described, name),
        )

    def _on_described(self, name: str, edit: Edit) -> None:
        if self._papers.place == place_of_list(name):
            self._desk.show_place(place_of_list(edit.tag))
        self._reports.tell_edit(edit)

    def _on_deleted(self, name: str, papers: int) -> None:
        if self._papers.place == place_of_list(name):
            self._desk.show_place(ALL_PAPERS)
        count = "its 1 paper stays" if papers == 1 else f"its {papers:,} papers stay"
        self._reports.tell_done(f"Deleted list “{name}”; {count}")


def _judge_of_list(name: str, known: Sequence[ReadingList]) -> "Callable[[str], Judgement]":
    from readinglist.gui.name_dialog import Judgement

    taken = {name_key(listed.name) for listed in known if listed.name != name}
    verb = "Save" if name else "Make list"

    def judge(typed: str) -> Judgement:
        try:
            wanted = checked_name(typed, "list")
        except UserFacingError as error:
            # Nothing typed yet is no mistake.
            return Judgement(str(error) if typed.strip() else "", verb, possible=False)
        if name_key(wanted) in taken:
            return Judgement(f"There is a list “{wanted}” already.", verb, possible=False)
        return Judgement("", verb)

    return judge
