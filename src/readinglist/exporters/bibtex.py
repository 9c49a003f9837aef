"""BibTeX for the classic styles: plain, natbib's, IEEE's and those of the ML conferences.

arXiv's own ``@misc`` with ``eprint`` prints no arXiv id in plain, alpha and ieeetr, so papers are
``@article`` with the id as the journal, as Google Scholar writes them. Files are ASCII, compile in
bare LaTeX and keep what the entry types of biblatex need (``eprint``, ``archivePrefix``, ``url``).
A paper with a venue is of that venue, with the id as its note, which all styles print.
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
from readinglist.exporters.tex_text import ASCII_TEX

_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)


class BibtexExporter:
    """Writes one entry per paper under its stored citation key, which is not checked again."""

    name = "bibtex"
    title = "BibTeX"
    file_suffix = ".bib"

    choices = ("venue", "abstract", "notes", "tags", "month", "most_authors")
    defaults = ExportOptions()

    def entry(self, paper: PaperDetail, options: ExportOptions, /) -> str:
        """Return the entry of a paper."""
        venue = venue_of(paper, options)
        fields = (*_fields(paper, venue, options), *_extras(paper, options))
        return bib_entry(_entry_type(paper, venue), paper.citation_key, fields)

    def whole(self, entries: Iterable[str], heading: ReadingList | None = None, /) -> Iterator[str]:
        """Yield the entries, with a list's name and description as comments before them."""
        return bib_file(entries, heading, ascii_only=True)


def _entry_type(detail: PaperDetail, venue: Venue | None) -> str:
    if venue is not None:
        return "article" if venue.kind is VenueKind.JOURNAL else "inproceedings"
    return "article" if detail.paper.arxiv_id else "misc"


def _fields(
    detail: PaperDetail, venue: Venue | None, options: ExportOptions
) -> Iterator[tuple[str, str]]:
    paper = detail.paper
    yield "author", braced(tex_names(detail.authors, options.most_authors, ASCII_TEX))
    yield "title", braced(ASCII_TEX.title(detail.title))
    if venue is not None:
        yield from _venue_fields(venue)
    elif paper.arxiv_id:
        yield "journal", braced(f"arXiv preprint arXiv:{ASCII_TEX.plain(paper.arxiv_id)}")
    yield "year", braced(str(year_of(detail, venue)))
    if options.month and venue is None:
        yield "month", _MONTHS[paper.published.month - 1]  # a macro: styles spell it themselves
    yield "doi", braced(verbatim_link(doi_of(detail, options)))
    if paper.arxiv_id:
        yield "eprint", braced(paper.arxiv_id)
        yield "archivePrefix", braced("arXiv")
        if detail.arxiv and detail.arxiv.categories:
            yield "primaryClass", braced(ASCII_TEX.plain(detail.arxiv.categories[0]))
    yield "url", braced(verbatim_link(page_link(paper)))
    if venue is not None and paper.arxiv_id:
        yield "note", braced(f"arXiv:{ASCII_TEX.plain(paper.arxiv_id)}")


def _venue_fields(venue: Venue) -> Iterator[tuple[str, str]]:
    name = "journal" if venue.kind is VenueKind.JOURNAL else "booktitle"
    yield name, braced(ASCII_TEX.plain(venue.name))
    yield "volume", braced(ASCII_TEX.plain(venue.volume))
    yield "number", braced(ASCII_TEX.plain(venue.number))
    yield "pages", braced(ASCII_TEX.plain(venue.pages).replace("-", "--"))


def _extras(detail: PaperDetail, options: ExportOptions) -> Iterator[tuple[str, str]]:
    """Yield what no common style prints; ``annote`` and not ``note``, which all print."""
    if options.abstract:
        yield "abstract", braced(ASCII_TEX.running_text(detail.abstract))
    if options.tags:
        yield "keywords", braced(", ".join(map(ASCII_TEX.plain, detail.tags)))
    if options.notes:
        yield "annote", braced(ASCII_TEX.plain(one_line(detail.note)))
