"""Writes the pages of the manual that are made from the code: ``python docs/make_pages.py``."""

from pathlib import Path

from readinglist.commands.catalogue import CATALOGUE
from readinglist.commands.shortcut_page import shortcut_page
from readinglist.commands.syntax_table import with_syntax_table

_FOLDER = Path(__file__).parent


def pages() -> dict[str, str]:
    """Return the text of each page by its file name; a test holds them against the files."""
    return {
        "benchmarks.md": _benchmarks_page(_FOLDER / "benchmarks"),
        "shortcuts.md": shortcut_page(CATALOGUE),
        "guide.md": with_syntax_table((_FOLDER / "guide.md").read_text(encoding="utf-8")),
    }


def _benchmarks_page(folder: Path) -> str:
    """Return the introduction and the tables that ``./run bench`` wrote, smallest library first."""
    tables = sorted(folder.glob("*/table.md"), key=lambda path: int(path.parent.name))
    parts = [(folder / "introduction.md").read_text(encoding="utf-8")]
    for table in tables:
        heading = f"## {int(table.parent.name):,} papers"
        text = table.read_text(encoding="utf-8").replace("\n## ", "\n### ")
        parts.append(f"{heading}\n\n{text}")
    return "\n".join(parts)


if __name__ == "__main__":
    for name, text in pages().items():
        (_FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
