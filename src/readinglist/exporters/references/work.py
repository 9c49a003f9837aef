"""A paper as the styles of references see it."""

from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from urllib.parse import quote

from readinglist.domain.links import page_link
from readinglist.domain.paper import PaperDetail
from readinglist.domain.person_name import PersonName, first_authors
from readinglist.domain.venue import VenueKind
from readinglist.exporters.publication import year_of
from readinglist.exporters.unicode_title import unicode_title

_DOI = "https://doi.org/"


class Published(Enum):
    """What kind of publication a paper is known to be."""

    PREPRINT = auto()
    PROCEEDINGS = auto()
    JOURNAL = auto()


_PUBLISHED = MappingProxyType(
    {
        VenueKind.CONFERENCE: Published.PROCEEDINGS,
        VenueKind.WORKSHOP: Published.PROCEEDINGS,
        VenueKind.JOURNAL: Published.JOURNAL,
    }
)


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
        link: the DOI of the publication, or the one that arXiv gives every paper, or a page of the
            paper; "" if there is none.
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
    categories = detail.arxiv.categories if detail.arxiv else ()
    venue = detail.venue
    return Work(
        authors=first_authors(detail.authors).names,
        title=unicode_title(detail.title) or "Untitled",
        year=year_of(detail, venue),
        published=_PUBLISHED[venue.kind] if venue else Published.PREPRINT,
        venue=venue.name if venue else "",
        volume=venue.volume if venue else "",
        number=venue.number if venue else "",
        pages=venue.pages.replace("-", "\N{EN DASH}") if venue else "",
        arxiv_id=detail.paper.arxiv_id or "",
        category=categories[0] if categories else "",
        link=_link(detail),
    )


def _link(detail: PaperDetail) -> str:
    """Return what a reference links to, as an address that may stand in any text."""
    doi = detail.doi if detail.venue else ""
    if not doi and detail.paper.arxiv_id:
        doi = f"10.48550/arXiv.{detail.paper.arxiv_id}"
    link = f"{_DOI}{doi}" if doi else page_link(detail.paper)
    return quote(link, safe="!#$%&'()*+,-./:;=?@_~")
