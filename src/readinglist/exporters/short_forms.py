"""What people pass on instead of a whole entry: citation keys and links, for the clipboard."""

from collections.abc import Iterable, Iterator

from readinglist.domain.export_options import ExportOptions
from readinglist.domain.links import page_link
from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters.exporter import joined


class CitationKeys:
    r"""Writes the stored citation keys joined by commas, as ``\cite{a,b}`` takes them."""

    name = "citation-keys"
    title = "citation keys"
    file_suffix = ".txt"
    choices: tuple[str, ...] = ()
    defaults = ExportOptions()

    def entry(self, paper: PaperDetail, _options: ExportOptions, /) -> str:
        """Return the key of a paper."""
        return paper.citation_key

    def whole(
        self, entries: Iterable[str], _heading: ReadingList | None = None, /
    ) -> Iterator[str]:
        """Yield the keys and the commas between them."""
        return joined(entries, ",")


class Links:
    """Writes the link to each paper's page on a line; papers without any link are left out.

    The last line has no end, so that one link is nothing but the link.
    """

    name = "links"
    title = "links"
    file_suffix = ".txt"
    choices: tuple[str, ...] = ()
    defaults = ExportOptions()

    def entry(self, paper: PaperDetail, _options: ExportOptions, /) -> str:
        """Return the link of a paper."""
        return page_link(paper.paper)

    def whole(
        self, entries: Iterable[str], _heading: ReadingList | None = None, /
    ) -> Iterator[str]:
        """Yield the links and the line ends between them."""
        return joined(entries, "\n")
