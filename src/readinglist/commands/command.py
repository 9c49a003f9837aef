"""A command: all that menus, keys, the help sheet and the docs need to know about it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from readinglist.commands.context import CommandContext


class Scope(StrEnum):
    """Where a command's keys act."""

    WINDOW = "window"
    """Anywhere in the window."""
    READING = "reading"
    """Only while the list or the abstract has the focus: single letters."""


class Menu(StrEnum):
    """The menus, in their order."""

    LIBRARY = "Library"
    EDIT = "Edit"
    PAPER = "Paper"
    GO = "Go"
    VIEW = "View"
    HELP = "Help"


class Needs(StrEnum):
    """What must be there for a command to be enabled."""

    NOTHING = "nothing"
    PAPER = "paper"
    """At least one selected paper."""
    UNDO = "undo"
    REDO = "redo"
    NO_SYNC = "no sync"
    SYNC = "sync"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a reader can do.

    Attributes:
        id: stable name, ``noun.verb``.
        title: what menus show.
        help: one sentence for the help sheet and the docs.
        run: what is called.
        keys: key sequences in Qt's portable text form; the first is shown in menus.
        menu: where it stands.
        scope: where its keys act.
        needs: when it is enabled.
        icon: a name in the icon set, or "".
        long_title: what stands alone, where the title needs its menu to be understood; or "".
        submenu: the menu within the menu where it stands; or "".
    """

    id: str
    title: str
    help: str
    run: Callable[[CommandContext], None]
    menu: Menu
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.WINDOW
    needs: Needs = Needs.NOTHING
    icon: str = ""
    long_title: str = ""
    submenu: str = ""
