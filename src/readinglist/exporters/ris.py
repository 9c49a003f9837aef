"""RIS, which every reference manager imports: EndNote, Mendeley, Papers, Citavi, Zotero.

A line is a tag of two letters, two spaces, a hyphen, a space and a value in UTF-8. arXiv papers are
``JOUR`` with the id as the journal, as Google Scholar writes them: ``UNPB`` prints no id in
most styles. A paper with a venue is ``CONF`` or ``JOUR`` of that venue, with the id in ``AN``.
"""

from collections.abc import Iterable, Iterator

from readinglist.domain.clean_text import one_line
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.links import page_link, paper_links
from readinglist.domain.paper import PaperDetail
from readinglist.domain.person_name import PersonName, first_authors
from readinglist.domain.reading_list import ReadingList
from readinglist.domain.venue import Venue, VenueKind
from readinglist.exporters.exporter import joined
from readinglist.exporters.publication import doi_of, venue_of, year_of


class RisExporter:
    """Writes one record per paper, tags as keywords and the note in ``N1``."""

    name = "ris"
    title = "RIS"
    file_suffix = ".ris"
    choices = ("venue", "abstract", "notes", "tags", "most_authors")
    defaults = ExportOptions(abstract=True, notes=True, tags=True)

    def entry(self, paper: PaperDetail, options: ExportOptions, /) -> str:
        """Return the record of a paper."""
        lines = (f"{tag}  - {value}\n" for tag, value in _fields(paper, options) if value)
        return "".join(lines) + "ER  - \n"

    def whole(
        self, entries: Iterable[str], _heading: ReadingList | None = None, /
    ) -> Iterator[str]:
        """Yield the records, blank lines between."""
        return joined(entries, "\n")


def _fields(detail: PaperDetail, options: ExportOptions) -> Iterator[tuple[str, str]]:
    paper, venue = detail.paper, venue_of(detail, options)
    yield "TY", _type(detail, venue)
    yield "ID", detail.citation_key
    authors = first_authors(detail.authors, options.most_authors)
    for name in authors.names:
        yield "AU", _ris_name(name)
    if authors.has_more:
        yield "AU", "et al."
    yield "TI", one_line(detail.title)
    yield from _venue_fields(venue) if venue else _preprint_fields(detail)
    if venue and paper.arxiv_id:
        yield "AN", f"arXiv:{paper.arxiv_id}"
    yield "PY", str(year_of(detail, venue))
    yield "DO", doi_of(detail, options)
    yield from _extras(detail, options)
    yield "UR", page_link(paper)
    yield "L1", paper_links(paper).get("pdf", "")


def _preprint_fields(detail: PaperDetail) -> Iterator[tuple[str, str]]:
    if detail.paper.arxiv_id:
        yield "JO", f"arXiv preprint arXiv:{detail.paper.arxiv_id}"
    yield "DA", f"{detail.paper.published:%Y/%m/%d}"


def _extras(detail: PaperDetail, options: ExportOptions) -> Iterator[tuple[str, str]]:
    if options.abstract:
        yield "AB", one_line(detail.abstract)
    if options.tags:
        for tag in detail.tags:
            yield "KW", one_line(tag)
    if options.notes:
        # A record ends at a line "ER  -", so a note may not have lines.
        yield "N1", one_line(detail.note)


def _type(detail: PaperDetail, venue: Venue | None) -> str:
    if venue is not None:
        return "JOUR" if venue.kind is VenueKind.JOURNAL else "CONF"
    return "JOUR" if detail.paper.arxiv_id else "UNPB"


def _venue_fields(venue: Venue) -> Iterator[tuple[str, str]]:
    yield "JO" if venue.kind is VenueKind.JOURNAL else "T2", venue.name
    yield "VL", venue.volume
    yield "IS", venue.number
    first, _, last = venue.pages.partition("-")
    yield "SP", first
    yield "EP", last


def _ris_name(name: PersonName) -> str:
    """Return ``Family, Given, Suffix``; a team's name as it is, its commas gone."""
    if name.is_team or not name.given:
        return name.full_name.replace(",", "")
    parts = (f"{name.particle} {name.family}".strip(), name.given, name.suffix)
    return ", ".join(part for part in parts if part)
