"""What every export format offers."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList


class Exporter(Protocol):
    """Writes papers as text in one format. Pure: it opens no file and asks no source.

    Attributes:
        name: what the command line calls the format, such as ``bibtex``.
        title: what people call it, such as ``BibTeX``.
        file_suffix: how names of such files end, dot included.
    """

    @property
    def name(self) -> str:
        """What the command line calls the format."""
        ...

    @property
    def title(self) -> str:
        """What people call the format."""
        ...

    @property
    def file_suffix(self) -> str:
        """How names of such files end, dot included."""
        ...

    def export(
        self, papers: Iterable[PaperDetail], heading: ReadingList | None = None, /
    ) -> Iterator[str]:
        r"""Yield the text piece by piece, one paper read at a time, in the order given.

        ``heading`` is the reading list that the papers are, whose name and description go before
        them where the format has room for words.

        Joined, the pieces are a whole file in UTF-8 with ``\n`` line ends.
        """
        ...
