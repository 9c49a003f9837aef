"""The style of IEEE's journals and conferences, preprints as in their reference guide."""

from collections.abc import Iterator, Sequence

from readinglist.domain.person_name import PersonName
from readinglist.exporters.references.names import enumerated, initials_first
from readinglist.exporters.references.run import Run, italic, whole
from readinglist.exporters.references.work import Published, Work

_MOST_AUTHORS = 6


def ieee(work: Work) -> tuple[Run, ...]:
    """Return a reference such as "A. Vaswani *et al.*, “Attention …,” *arXiv …*, 2017."."""
    return whole(_authors(work.authors), _title(work.title), _place(work), _link(work))


def _authors(names: Sequence[PersonName]) -> Iterator[Run]:
    shown = [initials_first(name) for name in names]
    if len(shown) > _MOST_AUTHORS:
        yield Run(f"{shown[0]} ")
        yield italic("et al.")
        yield Run(", ")
    elif shown:
        yield Run(f"{enumerated(shown, 'and')}, ")


def _title(title: str) -> Iterator[Run]:
    comma = "" if title.endswith(("?", "!", "…")) else ","
    yield Run(f"“{_inner_quotes(title)}{comma}” ")


def _inner_quotes(title: str) -> str:
    return title.replace("“", "\u2018").replace("”", "\u2019")


def _place(work: Work) -> Iterator[Run]:
    preprint = f"arXiv:{work.arxiv_id}" if work.arxiv_id else ""
    if work.published is Published.PREPRINT:
        if preprint:
            yield italic(f"arXiv preprint {preprint}")
            yield Run(", ")
        yield Run(f"{work.year}.")
        return
    yield Run("in " if work.published is Published.PROCEEDINGS else "")
    yield italic(work.venue)
    told = (("vol. ", work.volume), ("no. ", work.number), ("pp. ", work.pages))
    rest = (*(before + text for before, text in told if text), str(work.year), preprint)
    yield Run("".join(f", {part}" for part in rest if part) + ".")


def _link(work: Work) -> Iterator[Run]:
    """Say where a paper is that arXiv does not have; an arXiv id is address enough."""
    if work.link and not work.arxiv_id:
        yield Run(" [Online]. Available: ")
        yield Run(work.link, is_link=True)
