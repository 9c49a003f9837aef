"""The page of the manual that lists all commands and keys, made from the catalogue."""

from collections.abc import Iterable

from readinglist.commands.command import Command, Menu, Scope
from readinglist.commands.keys import spoken_key

_HEAD = """\
# Keys and commands

<!-- Made by docs/make_pages.py from src/readinglist/commands/catalogue.py; do not edit. -->

Every command stands in the menu (`F10`) too; `?` shows this list in the window. Single letters and
other keys marked with * act while the list or the abstract has the focus, so that they can be
typed everywhere else. On a Mac, Ctrl is the Command key.
"""


def shortcut_page(catalogue: Iterable[Command]) -> str:
    """Return the page in Markdown: a table for each menu."""
    commands = tuple(catalogue)
    tables = (_table(menu, [c for c in commands if c.menu is menu]) for menu in Menu)
    return "\n".join((_HEAD, *tables))


def _table(menu: Menu, commands: Iterable[Command]) -> str:
    lines = [f"## {menu.value}", "", "| Keys | Command | What it does |", "| --- | --- | --- |"]
    lines += [f"| {_keys(c)} | {_cell(c.title)} | {_cell(c.help)} |" for c in commands]
    return "\n".join([*lines, ""])


def _keys(command: Command) -> str:
    mark = " *" if command.scope is Scope.READING else ""
    keys = ", ".join(f"`{_cell(spoken_key(key))}`" for key in command.keys)
    return f"{keys}{mark}" if keys else "none"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
