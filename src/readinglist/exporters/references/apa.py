"""APA style, 7th edition (2020): sections 8.17, 9.8 and 10.8 of the Publication Manual."""

from collections.abc import Iterator, Sequence

from readinglist.domain.person_name import PersonName
from readinglist.exporters.references.names import enumerated, family_first
from readinglist.exporters.references.run import Run, italic, links, sentence, whole
from readinglist.exporters.references.work import Published, Work

_MOST_AUTHORS = 20


def apa(work: Work) -> tuple[Run, ...]:
    """Return a reference such as "Vaswani, A., & Shazeer, N. (2017). *Attention …*. arXiv. …"."""
    year = f"({work.year})"
    # A chapter or an article stands upright: what is in italics is the whole it is a part of.
    stands_alone = work.published is Published.PREPRINT
    title = italic(work.title) if stands_alone else Run(work.title)
    if work.authors:
        heading = (*sentence(_authors(work.authors)), *sentence(year), *sentence(title))
    else:
        heading = (*sentence(title), *sentence(year))
    return whole(iter(heading), _place(work), links(work.link))


def _place(work: Work) -> Iterator[Run]:
    if work.published is Published.PROCEEDINGS:
        yield from sentence("In ", italic(work.venue))
    elif work.published is Published.JOURNAL:
        yield from _issue(work)
    elif work.arxiv_id:
        yield from sentence("arXiv")


def _issue(work: Work) -> Iterator[Run]:
    volume = f", {work.volume}" if work.volume else ""
    number = f"({work.number})" if work.volume and work.number else ""
    pages = f", {work.pages}" if work.pages else ""
    return sentence(italic(work.venue + volume), f"{number}{pages}")


def _authors(names: Sequence[PersonName]) -> str:
    shown = [family_first(name) for name in names]
    if len(shown) > _MOST_AUTHORS:
        return f"{', '.join(shown[: _MOST_AUTHORS - 1])}, … {shown[-1]}"
    return enumerated(shown, "&", comma_for_two=True)
