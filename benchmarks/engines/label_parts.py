"""Bibliographies cut so small that a style's letters suffice to tell its labels apart.

plainnat and alpha add a, b, c to labels that are the same, and after z they go on with "{", "|" and
"}", which LaTeX stops at. Nobody cites 27 papers as "Wang et al., 2025", but 22,000 papers hold
hundreds of them.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

from benchmarks.engines.recorded_papers import Collection
from readinglist.domain.paper import PaperDetail
from readinglist.domain.person_name import family_name

LETTERS = 26

Label = Callable[[PaperDetail], str]
"""Returns the same for all papers to which a style may give the same label, if for more."""


def author_year_label(paper: PaperDetail) -> str:
    """Return what plainnat's labels begin with: the first author's name and the year."""
    return f"{_folded(paper.authors[0])}{paper.paper.published.year}" if paper.authors else ""


def initials_label(paper: PaperDetail) -> str:
    """Return what alpha's labels are made of: initials of the first three authors and the year."""
    initials = "".join(_folded(name)[:1] for name in paper.authors[:3])
    return f"{initials}{paper.paper.published.year}"


def parts_by_label(collection: Collection, label: Label) -> Iterator[Collection]:
    """Yield the papers in parts none of which holds a label more often than there are letters."""
    seen: Counter[str] = Counter()
    parts: list[list[PaperDetail]] = []
    for paper in collection.papers:
        part = seen[label(paper)] // LETTERS
        seen[label(paper)] += 1
        if part == len(parts):
            parts.append([])
        parts[part].append(paper)
    for papers in parts:
        yield Collection(collection.name, tuple(papers))


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", family_name(name))
    return plain.encode("ascii", "ignore").decode().casefold()
