"""QActions made from the catalogue: keys, menus, and what is enabled when."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from readinglist.commands.command import Command, Menu, Needs, Scope
from readinglist.commands.context import CommandContext
from readinglist.commands.paper_menu import COLOURED_TAG
from readinglist.gui.shown_key import first_key
from readinglist.library.undo_log import HistoryState


class QtActions:
    """All commands as actions of a window.

    Commands of the reading scope act only while one of the reading widgets has the focus, so that
    single letters can be typed everywhere else.
    """

    def __init__(
        self,
        catalogue: Sequence[Command],
        context: CommandContext,
        window: QWidget,
        reading_widgets: Sequence[QWidget],
    ) -> None:
        self.commands = tuple(catalogue)
        self.by_id: dict[str, QAction] = {}
        for command in catalogue:
            action = QAction(command.title, window)
            action.setStatusTip(command.help)
            action.triggered.connect(lambda _=False, run=command.run: run(context))
            self.by_id[command.id] = action
            if command.scope is Scope.READING:
                _act_within(reading_widgets, action)
            else:
                window.addAction(action)
        self.use_keys(self.commands)

    def use_keys(self, commands: Sequence[Command]) -> None:
        """Take over the same commands with other keys."""
        self.commands = tuple(commands)
        wanted = {c.id: [QKeySequence(key) for key in c.keys] for c in commands}
        for command_id, keys in wanted.items():
            if self.by_id[command_id].shortcuts() != keys:
                self.by_id[command_id].setShortcuts(keys)

    def key(self, command_id: str) -> str:
        """Return the key that a tooltip shows beside what does the same, "" if there is none."""
        return next((first_key(c) for c in self.commands if c.id == command_id), "")

    def menus(self, parent: QWidget) -> list[QMenu]:
        """Return a menu for each of the catalogue's, in order."""
        menus: list[QMenu] = []
        for name in Menu:
            menu = QMenu(name.value, parent)
            submenus: dict[str, QMenu] = {}
            for command in self.commands:
                if command.menu is name:
                    within = command.submenu
                    if within and within not in submenus:
                        submenus[within] = menu.addMenu(within)
                    submenus.get(within, menu).addAction(self.by_id[command.id])
            menus.append(menu)
        return menus

    def enable(self, *, has_paper: bool, history: HistoryState, syncing: bool) -> None:
        """Enable what can be done now; undo and redo say what they would do."""
        met = {
            Needs.NOTHING: True,
            Needs.PAPER: has_paper,
            Needs.UNDO: bool(history.undo_title),
            Needs.REDO: bool(history.redo_title),
            Needs.SYNC: syncing,
            Needs.NO_SYNC: not syncing,
        }
        for command in self.commands:
            self.by_id[command.id].setEnabled(met[command.needs])
        self._name("edit.undo", "Undo", history.undo_title)
        self._name("edit.redo", "Redo", history.redo_title)

    def name_coloured_tags(self, tags: Mapping[int, str]) -> None:
        """Say which tag each digit toggles; ``tags`` has their names by digit."""
        for command in self.commands:
            if command.id.startswith(COLOURED_TAG):
                digit = int(command.title.rpartition(" ")[2])
                name = tags.get(digit, "")
                text = f"{command.title}: {name}".replace("&", "&&") if name else command.title
                self.by_id[command.id].setText(text)

    def _name(self, command_id: str, verb: str, title: str) -> None:
        # A tag may hold "&", which menus take for an underline.
        text = f"{verb}: {title}".replace("&", "&&") if title else verb
        self.by_id[command_id].setText(text)


def _act_within(widgets: Sequence[QWidget], action: QAction) -> None:
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    for widget in widgets:
        widget.addAction(action)
