"""BibLaTeX: biber reads UTF-8, knows arXiv and prints whole dates.

Preprints are ``@online`` with ``eprint`` and its kin, which every style of biblatex prints; a
``howpublished`` or ``journal`` with the id would print it twice. A paper with a venue is of that
venue, with the same fields for arXiv.
"""

from collections.abc import Iterable, Iterator

from readinglist.domain.clean_text import one_line
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.links import page_link
from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList
from readinglist.domain.venue import Venue, VenueKind
from readinglist.exporters.bib_file import bib_entry, bib_file, braced, verbatim_link
from readinglist.exporters.publication import doi_of, venue_of, year_of
from readinglist.exporters.tex_names import tex_names
from readinglist.exporters.tex_text import UNICODE_TEX


class BiblatexExporter:
    """Writes one entry per paper under its stored citation key, which is not checked again."""

    name = "biblatex"
    title = "BibLaTeX"
    file_suffix = ".bib"

    choices = ("venue", "abstract", "notes", "tags", "most_authors")
    defaults = ExportOptions()

    def entry(self, paper: PaperDetail, options: ExportOptions, /) -> str:
        """Return the entry of a paper."""
        venue = venue_of(paper, options)
        fields = (*_fields(paper, venue, options), *_extras(paper, options))
        return bib_entry(_entry_type(venue), paper.citation_key, fields)

    def whole(self, entries: Iterable[str], heading: ReadingList | None = None, /) -> Iterator[str]:
        """Yield the entries, with a list's name and description as comments before them."""
        return bib_file(entries, heading, ascii_only=False)


def _entry_type(venue: Venue | None) -> str:
    if venue is None:
        return "online"
    return "article" if venue.kind is VenueKind.JOURNAL else "inproceedings"


def _fields(
    detail: PaperDetail, venue: Venue | None, options: ExportOptions
) -> Iterator[tuple[str, str]]:
    paper = detail.paper
    yield "author", braced(tex_names(detail.authors, options.most_authors, UNICODE_TEX))
    yield "title", braced(UNICODE_TEX.title(detail.title))
    if venue is not None:
        yield from _venue_fields(venue)
    # The day of the first version is not that of the publication.
    yield "date", braced(str(year_of(detail, venue)) if venue else paper.published.isoformat())
    yield "doi", braced(verbatim_link(doi_of(detail, options)))
    if paper.arxiv_id:
        yield "eprint", braced(paper.arxiv_id)
        yield "eprinttype", braced("arXiv")
        if detail.arxiv and detail.arxiv.categories:
            yield "eprintclass", braced(UNICODE_TEX.plain(detail.arxiv.categories[0]))
        if venue is None:
            yield "pubstate", braced("prepublished")
    yield "url", braced(verbatim_link(page_link(paper)))


def _venue_fields(venue: Venue) -> Iterator[tuple[str, str]]:
    name = "journaltitle" if venue.kind is VenueKind.JOURNAL else "booktitle"
    yield name, braced(UNICODE_TEX.plain(venue.name))
    yield "volume", braced(UNICODE_TEX.plain(venue.volume))
    yield "number", braced(UNICODE_TEX.plain(venue.number))
    yield "pages", braced(UNICODE_TEX.plain(venue.pages).replace("-", "--"))


def _extras(detail: PaperDetail, options: ExportOptions) -> Iterator[tuple[str, str]]:
    """Yield what the common styles do not print."""
    if options.abstract:
        yield "abstract", braced(UNICODE_TEX.running_text(detail.abstract))
    if options.tags:
        yield "keywords", braced(", ".join(map(UNICODE_TEX.plain, detail.tags)))
    if options.notes:
        yield "annotation", braced(UNICODE_TEX.plain(one_line(detail.note)))
