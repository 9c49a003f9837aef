"""What people pass on instead of a whole entry: citation keys and links, for the clipboard."""

from collections.abc import Iterable, Iterator

from readinglist.domain.links import page_link
from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList


class CitationKeys:
    r"""Writes the stored citation keys joined by commas, as ``\cite{a,b}`` takes them."""

    name = "citation-keys"
    title = "citation keys"
    file_suffix = ".txt"

    def export(
        self, papers: Iterable[PaperDetail], _heading: ReadingList | None = None, /
    ) -> Iterator[str]:
        """Yield the keys and the commas between them."""
        separator = ""
        for paper in papers:
            yield separator + paper.citation_key
            separator = ","


class Links:
    """Writes the link to each paper's page on a line; papers without any link are left out.

    The last line has no end, so that one link is nothing but the link.
    """

    name = "links"
    title = "links"
    file_suffix = ".txt"

    def export(
        self, papers: Iterable[PaperDetail], _heading: ReadingList | None = None, /
    ) -> Iterator[str]:
        """Yield the links and the line ends between them."""
        separator = ""
        for paper in papers:
            if link := page_link(paper.paper):
                yield separator + link
                separator = "\n"
