"""Lists, tags and saved searches as what they have in common: a name in the sidebar."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from readinglist.domain.place import Place, PlaceKind
from readinglist.gui.command_parts.reporting import EditReports
from readinglist.gui.paper_list import PaperList


class NamedPlaces(Protocol):
    """What can be done with places of one kind, by name."""

    def ask_for_name(self, name: str, /) -> None:
        """Ask for another name."""
        ...

    def delete(self, name: str, /) -> None:
        """Delete it; papers stay."""
        ...

    def menu_of(self, name: str, menu: QMenu, /) -> None:
        """Add to a menu what can be done with it."""
        ...


class PlacesPart:
    """Implements the Places protocol.

    Args:
        reports: says when there is nothing to rename.
        papers: knows what place is shown.
        parts: whatever knows about places of a kind.
        keep_file: asks for a file that is to be kept up to date with a place.
        window: menus belong to it.
    """

    def __init__(
        self,
        reports: EditReports,
        papers: PaperList,
        parts: Mapping[PlaceKind, NamedPlaces],
        keep_file: Callable[[Place], None],
        window: QWidget,
    ) -> None:
        self._reports = reports
        self._papers = papers
        self._parts = parts
        self._keep_file = keep_file
        self._window = window

    def rename(self) -> None:
        """Ask for another name of the list, tag or search that is shown."""
        if (place := self._papers.place).kind in self._parts:
            self._parts[place.kind].ask_for_name(place.name)
        else:
            self._reports.tell("Go to a list, a tag or a search in the sidebar first.")

    def delete(self) -> None:
        """Delete the list, tag or search that is shown."""
        if (place := self._papers.place).kind in self._parts:
            self._parts[place.kind].delete(place.name)
        else:
            self._reports.tell("Go to a list, a tag or a search in the sidebar first.")

    def show_menu(self, place: Place, at: QPoint) -> None:
        """Offer what can be done with a place of the sidebar."""
        menu = QMenu(self._window)
        if place.kind in self._parts:
            self._parts[place.kind].menu_of(place.name, menu)
            menu.addSeparator()
        menu.addAction("Keep a file up to date…", lambda: self._keep_file(place))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
