"""Keys as readers see them."""

from PySide6.QtGui import QKeySequence

from readinglist.commands.command import Command


def shown_key(key: str) -> str:
    """Return a key as the platform writes it; a single letter as it is typed, without Shift."""
    if len(key) == 1:
        return key.lower()
    if ", " in key:
        return " ".join(shown_key(part) for part in key.split(", "))
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def first_key(command: Command) -> str:
    """Return the key that menus and tooltips show, "" if there is none."""
    return shown_key(command.keys[0]) if command.keys else ""


def with_key(text: str, key: str) -> str:
    """Return what a tooltip says of something that also has a key."""
    return f"{text} ({key})" if key else text
