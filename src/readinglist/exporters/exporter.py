"""What every export format offers, and how a whole file is made of it."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList


class Exporter(Protocol):
    r"""Writes papers as text in one format. Pure: it opens no file and asks no source.

    A file is made of entries, one for each paper, and of what ``whole`` puts around them, so that
    a file that is kept up to date can be made anew from the entries that did not change.

    Other packages add formats under the entry point ``readinglist.exporters``.
    """

    @property
    def name(self) -> str:
        """What the command line calls the format, such as ``bibtex``."""
        ...

    @property
    def title(self) -> str:
        """What people call the format, such as ``BibTeX``."""
        ...

    @property
    def file_suffix(self) -> str:
        """How names of such files end, dot included."""
        ...

    @property
    def choices(self) -> tuple[str, ...]:
        """The names of the options of ``ExportOptions`` that mean something to the format."""
        ...

    @property
    def defaults(self) -> ExportOptions:
        """What is chosen if nobody chooses."""
        ...

    def entry(self, paper: PaperDetail, options: ExportOptions, /) -> str:
        """Return the text of one paper; "" leaves it out."""
        ...

    def whole(self, entries: Iterable[str], heading: ReadingList | None = None, /) -> Iterator[str]:
        r"""Yield the whole file piece by piece, one entry read at a time.

        ``heading`` is the reading list that the papers are, whose name and description go before
        them where the format has room for words.

        Joined, the pieces are a file in UTF-8 with ``\n`` line ends.
        """
        ...


def joined(entries: Iterable[str], separator: str) -> Iterator[str]:
    """Yield entries with a separator between each two, one entry read at a time."""
    before = ""
    for entry in entries:
        yield before + entry
        before = separator


def exported(
    exporter: Exporter,
    papers: Iterable[PaperDetail],
    options: ExportOptions | None = None,
    heading: ReadingList | None = None,
) -> Iterator[str]:
    """Yield papers as the text of a file piece by piece, in the order given.

    Args:
        exporter: writes them.
        papers: read one at a time.
        options: the format's defaults if not given.
        heading: the reading list that the papers are, if they are one.
    """
    chosen = exporter.defaults if options is None else options
    entries = (entry for paper in papers if (entry := exporter.entry(paper, chosen)))
    return exporter.whole(entries, heading)
