"""The View menu."""

from readinglist.commands.command import Command, Menu

COMMANDS = (
    Command(
        "view.zoom_in",
        "Larger text",
        "Make all text larger.",
        lambda context: context.windowing.change_zoom(10),
        Menu.VIEW,
        ("Ctrl++", "Ctrl+="),
    ),
    Command(
        "view.zoom_out",
        "Smaller text",
        "Make all text smaller.",
        lambda context: context.windowing.change_zoom(-10),
        Menu.VIEW,
        ("Ctrl+-",),
    ),
    Command(
        "view.zoom_reset",
        "Normal text size",
        "Go back to the normal text size.",
        lambda context: context.windowing.change_zoom(None),
        Menu.VIEW,
        ("Ctrl+0",),
    ),
    Command(
        "view.full_screen",
        "Full screen",
        "Fill the screen, or go back to a window.",
        lambda context: context.windowing.toggle_full_screen(),
        Menu.VIEW,
        ("F11",),
    ),
)
