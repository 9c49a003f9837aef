"""A paper as the styles of references see it."""

from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import quote

from readinglist.domain.links import page_link
from readinglist.domain.paper import PaperDetail
from readinglist.domain.person_name import PersonName, first_authors
from readinglist.exporters.unicode_title import unicode_title

_DOI = "https://doi.org/"


class Published(Enum):
    """What kind of publication a paper is known to be."""

    PREPRINT = auto()
    PROCEEDINGS = auto()
    JOURNAL = auto()


@dataclass(frozen=True, slots=True)
class Work:
    """What is said in a reference, as plain Unicode.

    Attributes:
        authors: all of them.
        title: as the source has it: what is a name in it cannot be told, so no style changes its
            capitals.
        year: of the publication if it is known, else of the first version.
        published: where it came out, as far as that is known.
        venue: the name of the conference or journal; "" for a preprint.
        volume: of a journal, as are ``number`` and ``pages``; "" if it was not told.
        arxiv_id: without version; "" if there is none.
        category: arXiv's primary one; "" if it was not told.
        link: the DOI that arXiv gives every paper, or a page of the paper; "" if there is none.
    """

    authors: tuple[PersonName, ...]
    title: str
    year: int
    published: Published
    venue: str
    volume: str
    number: str
    pages: str
    arxiv_id: str
    category: str
    link: str


def work_of(detail: PaperDetail) -> Work:
    """Return what references say about a paper."""
    arxiv_id = detail.paper.arxiv_id or ""
    categories = detail.arxiv.categories if detail.arxiv else ()
    return Work(
        authors=first_authors(detail.authors).names,
        title=unicode_title(detail.title) or "Untitled",
        year=detail.paper.published.year,
        published=Published.PREPRINT,
        venue="",
        volume="",
        number="",
        pages="",
        arxiv_id=arxiv_id,
        category=categories[0] if categories else "",
        link=_link(detail),
    )


def _link(detail: PaperDetail) -> str:
    """Return what a reference links to, as an address that may stand in any text."""
    arxiv_id = detail.paper.arxiv_id
    link = f"{_DOI}10.48550/arXiv.{arxiv_id}" if arxiv_id else page_link(detail.paper)
    return quote(link, safe="!#$%&'()*+,-./:;=?@_~")
