"""Plain ids, one a line, for scripts and for other programs' import boxes."""

from collections.abc import Iterable, Iterator

from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList


class IdsExporter:
    """Writes the arXiv id of each paper, or ``local:N`` for one that has none."""

    name = "ids"
    title = "Plain ids"
    file_suffix = ".txt"

    def export(
        self, papers: Iterable[PaperDetail], _heading: ReadingList | None = None, /
    ) -> Iterator[str]:
        """Yield a line for each paper."""
        for paper in papers:
            yield f"{paper.paper_id}\n"
