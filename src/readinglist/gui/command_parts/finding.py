"""Commands and places by name."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from readinglist.commands.command import Command, Menu
from readinglist.domain.place import Place, PlaceKind
from readinglist.gui.list_pane import ListPane
from readinglist.gui.look import Look
from readinglist.gui.qt_actions import QtActions
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.gui.shown_key import first_key
from readinglist.gui.sidebar import Sidebar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readinglist.gui.command_palette import CommandPalette, PaletteEntry

_ITSELF = "edit.palette"
_WITH_COMMANDS = {
    PlaceKind.DAY,
    PlaceKind.ALL,
    PlaceKind.UNREAD,
    PlaceKind.STARRED,
    PlaceKind.QUEUE,
    PlaceKind.DONE,
    PlaceKind.HIDDEN,
}
"""Places that have commands of their own, with keys."""


class FindingPart:
    """Implements the Finding protocol."""

    def __init__(
        self,
        look: Look,
        actions: QtActions,
        sidebar: Sidebar,
        desk: ReadingDesk,
        pane: ListPane,
        window: QWidget,
    ) -> None:
        self._look = look
        self._actions = actions
        self._sidebar = sidebar
        self._desk = desk
        self._pane = pane
        self._window = window
        self._lately: dict[str, None] = {}  # names of what was used, the newest last
        for command in actions.commands:
            # Going about by keys would push everything else out.
            if command.menu is not Menu.GO and command.id != _ITSELF:
                actions.by_id[command.id].triggered.connect(
                    lambda _=False, name=command.id: self._note(name)
                )

    @cached_property
    def palette(self) -> "CommandPalette":
        """The palette, which is made when it is asked for."""
        from readinglist.gui.command_palette import CommandPalette

        look, palette = self._look, CommandPalette(self._window)
        look.on_change(lambda: palette.use_look(look.colours, look.fonts))
        palette.closed.connect(self._pane.focus)
        return palette

    def find_command(self) -> None:
        """Open the palette, or close it when it is open."""
        if self.palette.isVisible():
            self.palette.close_again()
            return
        entries = dict(self._entries())
        lately = [name for name in reversed(self._lately) if name in entries]
        order = dict.fromkeys([*lately, *entries])
        self.palette.offer([entries[name] for name in order], QApplication.focusWidget())

    def _entries(self) -> "Iterator[tuple[str, PaletteEntry]]":
        """Yield what can be done now and the places, under names that stay the same."""
        from readinglist.gui.command_palette import PaletteEntry
        from readinglist.gui.command_rows import CommandRow

        for command in self._actions.commands:
            if command.id != _ITSELF and self._actions.by_id[command.id].isEnabled():
                key = first_key(command)
                row = CommandRow(self._title(command), command.menu.value, (key,) if key else ())
                yield command.id, PaletteEntry(row, partial(self._run, command.id))
        for entry in self._sidebar.entries():
            place = entry.place
            if place is not None and place.kind not in _WITH_COMMANDS:
                row = CommandRow(f"Go to {entry.label}", place.kind.value.capitalize())
                name = f"{place.kind.value} {entry.label}"
                yield name, PaletteEntry(row, partial(self._go_to, name, place))

    def _title(self, command: Command) -> str:
        # The action says what undo would take back; menus need "&" doubled.
        action = self._actions.by_id[command.id]
        return command.long_title or action.text().replace("&&", "&")

    def _run(self, command_id: str) -> None:
        self._note(command_id)
        self._actions.by_id[command_id].trigger()

    def _go_to(self, name: str, place: Place) -> None:
        self._note(name)
        self._desk.show_place(place)
        self._pane.focus()

    def _note(self, name: str) -> None:
        self._lately.pop(name, None)
        self._lately[name] = None
