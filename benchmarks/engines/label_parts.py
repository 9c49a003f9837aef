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

Labels = Callable[[PaperDetail], tuple[str, str]]
"""Returns what labels are made of: from names as the program parts them, and from last words,
which other programs take for family names ("Team")."""


def author_year_labels(paper: PaperDetail) -> tuple[str, str]:
    """Return what plainnat's labels begin with: the first author's name and the year."""
    year = paper.paper.published.year
    first = paper.authors[0] if paper.authors else ""
    return (f"{_folded(family_name(first))}{year}", f"{_folded(_last_word(first))}{year}")


def initials_labels(paper: PaperDetail) -> tuple[str, str]:
    """Return what alpha's labels are made of: initials of the first three authors and the year."""
    year = paper.paper.published.year
    families = [_folded(family_name(name))[:1] for name in paper.authors[:3]]
    last_words = [_folded(_last_word(name))[:1] for name in paper.authors[:3]]
    return (f"{''.join(families)}{year}", f"{''.join(last_words)}{year}")


def parts_by_label(collection: Collection, labels: Labels) -> Iterator[Collection]:
    """Yield the papers in parts none of which holds a label more often than there are letters."""
    parts: list[tuple[list[PaperDetail], Counter[tuple[int, str]]]] = []
    for paper in collection.papers:
        names = list(enumerate(labels(paper)))
        fitting = (part for part in parts if all(part[1][name] < LETTERS for name in names))
        part = next(fitting, None)
        if part is None:
            part = ([], Counter())
            parts.append(part)
        part[0].append(paper)
        part[1].update(names)
    for papers, _counts in parts:
        yield Collection(collection.name, tuple(papers))


def _last_word(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1] if name.split() else ""


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return plain.encode("ascii", "ignore").decode().casefold()
