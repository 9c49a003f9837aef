"""BibTeX for the classic styles: plain, natbib's, IEEE's and those of the ML conferences.

arXiv's own ``@misc`` with ``eprint`` prints no arXiv id in plain, alpha and ieeetr, so papers are
``@article`` with the id as the journal, as Google Scholar writes them. Files are ASCII, compile in
bare LaTeX and keep what the entry types of biblatex need (``eprint``, ``archivePrefix``, ``url``).
"""

from collections.abc import Iterable, Iterator

from readinglist.domain.clean_text import one_line
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.links import page_link
from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters.bib_file import bib_entry, bib_file, braced, verbatim_link
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

    choices = ("abstract", "notes", "tags", "month", "most_authors")
    defaults = ExportOptions()

    def entry(self, paper: PaperDetail, options: ExportOptions, /) -> str:
        """Return the entry of a paper."""
        kind = "article" if paper.paper.arxiv_id else "misc"
        fields = (*_fields(paper, options), *_extras(paper, options))
        return bib_entry(kind, paper.citation_key, fields)

    def whole(self, entries: Iterable[str], heading: ReadingList | None = None, /) -> Iterator[str]:
        """Yield the entries, with a list's name and description as comments before them."""
        return bib_file(entries, heading, ascii_only=True)


def _fields(detail: PaperDetail, options: ExportOptions) -> Iterator[tuple[str, str]]:
    paper = detail.paper
    yield "author", braced(tex_names(detail.authors, options.most_authors, ASCII_TEX))
    yield "title", braced(ASCII_TEX.title(detail.title))
    if paper.arxiv_id:
        yield "journal", braced(f"arXiv preprint arXiv:{ASCII_TEX.plain(paper.arxiv_id)}")
    yield "year", braced(str(paper.published.year))
    if options.month:
        yield "month", _MONTHS[paper.published.month - 1]  # a macro: styles spell it themselves
    if paper.arxiv_id:
        yield "eprint", braced(paper.arxiv_id)
        yield "archivePrefix", braced("arXiv")
        if detail.arxiv and detail.arxiv.categories:
            yield "primaryClass", braced(ASCII_TEX.plain(detail.arxiv.categories[0]))
    yield "url", braced(verbatim_link(page_link(paper)))


def _extras(detail: PaperDetail, options: ExportOptions) -> Iterator[tuple[str, str]]:
    """Yield what no common style prints; ``annote`` and not ``note``, which all print."""
    if options.abstract:
        yield "abstract", braced(ASCII_TEX.running_text(detail.abstract))
    if options.tags:
        yield "keywords", braced(", ".join(map(ASCII_TEX.plain, detail.tags)))
    if options.notes:
        yield "annote", braced(ASCII_TEX.plain(one_line(detail.note)))
