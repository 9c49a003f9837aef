"""The Library menu: syncing, exporting, the program itself."""

from readinglist.commands.citation_keys import OF_LIBRARY
from readinglist.commands.command import Command, Menu, Needs

COMMANDS = (
    Command(
        "library.sync",
        "Sync now",
        "Bring in the papers of the latest 14 days.",
        lambda context: context.syncing.sync_recent(),
        Menu.LIBRARY,
        ("F5", "Ctrl+R"),
        needs=Needs.NO_SYNC,
        icon="sync",
    ),
    Command(
        "library.sync_days",
        "Sync days…",
        "Bring in the papers of a day or a range of days.",
        lambda context: context.syncing.ask_for_days(),
        Menu.LIBRARY,
        ("Ctrl+Shift+R",),
        needs=Needs.NO_SYNC,
        icon="calendar",
    ),
    Command(
        "library.cancel_sync",
        "Cancel sync",
        "Stop the running sync; what came in stays.",
        lambda context: context.syncing.cancel(),
        Menu.LIBRARY,
        ("Shift+F5",),
        needs=Needs.SYNC,
    ),
    Command(
        "library.rules",
        "Rules…",
        "Say what is to be hidden, starred, queued or tagged by itself when it comes in.",
        lambda context: context.rules.ask_for_rules(),
        Menu.LIBRARY,
        ("Ctrl+Alt+R",),
    ),
    Command(
        "library.export",
        "Export…",
        "Write the shown, selected or starred papers in a format that others read.",
        lambda context: context.putting_out.ask_for_export(),
        Menu.LIBRARY,
        ("Ctrl+E",),
        icon="export",
    ),
    *OF_LIBRARY,
    Command(
        "library.sample",
        "Sample library",
        "Open five recorded days that come with the program, or go back to your own library.",
        lambda context: context.windowing.toggle_sample(),
        Menu.LIBRARY,
    ),
    Command(
        "window.settings",
        "Settings…",
        "Choose colours, rows, fonts and when papers count as read.",
        lambda context: context.windowing.ask_for_settings(),
        Menu.LIBRARY,
        ("Ctrl+,",),
    ),
    Command(
        "window.keys",
        "Keys…",
        "Choose the keys of every command, one by one or by a preset.",
        lambda context: context.windowing.ask_for_keys(),
        Menu.LIBRARY,
    ),
    Command(
        "window.quit",
        "Quit",
        "Close the window. Everything is saved already.",
        lambda context: context.windowing.quit(),
        Menu.LIBRARY,
        ("Ctrl+Q",),
    ),
)
