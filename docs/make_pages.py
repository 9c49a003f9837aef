"""Writes the pages of the manual that are made from the code: ``python docs/make_pages.py``."""

from pathlib import Path

from readinglist.commands.catalogue import CATALOGUE
from readinglist.commands.shortcut_page import shortcut_page
from readinglist.commands.syntax_table import with_syntax_table

_FOLDER = Path(__file__).parent


def pages() -> dict[str, str]:
    """Return the text of each page by its file name; a test holds them against the files."""
    return {
        "shortcuts.md": shortcut_page(CATALOGUE),
        "guide.md": with_syntax_table((_FOLDER / "guide.md").read_text(encoding="utf-8")),
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (_FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
