"""The Help menu."""

from readinglist.commands.command import Command, Menu, Scope

COMMANDS = (
    Command(
        "window.menu",
        "All commands",
        "Open the menu.",
        lambda context: context.windowing.open_menu(),
        Menu.HELP,
        ("F10",),
    ),
    Command(
        "help.keys",
        "Keys and commands",
        "Show this sheet.",
        lambda context: context.windowing.show_help(),
        Menu.HELP,
        ("?",),
        Scope.READING,
    ),
    Command(
        "help.anywhere",
        "Help",
        "Show the sheet of keys and commands from anywhere.",
        lambda context: context.windowing.show_help(),
        Menu.HELP,
        ("F1",),
    ),
    Command(
        "help.about",
        "About readinglist",
        "Show the version, and where the library lies.",
        lambda context: context.windowing.show_about(),
        Menu.HELP,
    ),
)
