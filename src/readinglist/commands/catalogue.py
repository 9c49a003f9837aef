"""The catalogue: every command of the window, in the order of the menus.

Keys follow what fingers know from Gmail, Google Reader and its heirs, newsboat and Zotero.
"""

from readinglist.commands import edit_menu, go_menu, help_menu, library_menu, paper_menu, view_menu
from readinglist.commands.command import Command

CATALOGUE: tuple[Command, ...] = (
    *library_menu.COMMANDS,
    *edit_menu.COMMANDS,
    *paper_menu.COMMANDS,
    *go_menu.COMMANDS,
    *view_menu.COMMANDS,
    *help_menu.COMMANDS,
)
"""All commands. Ids are unique and no key is taken twice; a test sees to both."""
