"""Plain ids, one a line, for scripts and for other programs' import boxes."""

from collections.abc import Iterable, Iterator

from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList


class IdsExporter:
    """Writes the arXiv id of each paper, or ``local:N`` for one that has none."""

    name = "ids"
    title = "Plain ids"
    file_suffix = ".txt"
    choices: tuple[str, ...] = ()
    defaults = ExportOptions()

    def entry(self, paper: PaperDetail, _options: ExportOptions, /) -> str:
        """Return the line of a paper."""
        return f"{paper.paper_id}\n"

    def whole(
        self, entries: Iterable[str], _heading: ReadingList | None = None, /
    ) -> Iterator[str]:
        """Yield the lines."""
        yield from entries
