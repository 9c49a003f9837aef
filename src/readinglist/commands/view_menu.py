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
        "view.by_hand",
        "Order by hand",
        "Show a list, or the queue, in the order that you gave it; a third click on the heading of"
        " a column does the same.",
        lambda context: context.lists.order_by_hand(),
        Menu.VIEW,
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
