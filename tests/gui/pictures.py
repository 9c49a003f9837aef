"""What the list shows, as lines of text that a test can hold against each other."""

from textwrap import shorten

from readinglist.domain.paper import PaperRow

_TITLE_LENGTH = 24


def picture(row: PaperRow) -> str:
    """Return a row as text: ``★ ● 2506.01939  Beyond the 80/20 Rule…  [rl]``."""
    title = shorten(row.title, _TITLE_LENGTH, placeholder="…")
    if title.endswith("…"):
        title = title[:-1].rstrip(":,-") + "…"
    tags = "".join(f"  [{tag}]" for tag in row.tags)
    note = "  ✎" if row.has_note else ""
    star, dot = "★" if row.starred else "☆", "○" if row.read else "●"
    return f"{star} {dot} {row.paper_id}  {title}{tags}{note}"
