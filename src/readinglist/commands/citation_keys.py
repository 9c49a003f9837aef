"""Commands about what papers are cited by."""

from readinglist.commands.command import Command, Menu, Needs

OF_PAPERS = (
    Command(
        "paper.edit_key",
        "Edit…",
        "Give the current paper another citation key; texts that cite the old one no longer find"
        " it.",
        lambda context: context.citation_keys.ask_for_key(),
        Menu.PAPER,
        ("Shift+F2",),
        needs=Needs.PAPER,
        long_title="Edit citation key…",
        submenu="Citation key",
    ),
    Command(
        "paper.renew_keys",
        "New by the pattern",
        "Give the selected papers new citation keys by the library's pattern.",
        lambda context: context.citation_keys.renew(),
        Menu.PAPER,
        needs=Needs.PAPER,
        long_title="New citation keys by the pattern",
        submenu="Citation key",
    ),
)

OF_LIBRARY = (
    Command(
        "library.citation_keys",
        "Citation keys…",
        "Choose the pattern by which papers that come in get their citation keys.",
        lambda context: context.citation_keys.ask_for_pattern(),
        Menu.LIBRARY,
    ),
)
