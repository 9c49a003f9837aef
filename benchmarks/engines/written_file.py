"""A file that is put before the engines, and what is known of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.engines.printed_references import has_id
from benchmarks.engines.recorded_papers import Collection
from readinglist.exporters import exported, exporter_named

OURS = "readinglist"


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """The text of one file and, for each paper in it, the key it was written under.

    Attributes:
        writer: who wrote it.
        title: the format, such as ``BibTeX``.
        papers: the name of the collection.
        text: the whole file.
        keys: in the order of the papers; other programs may give several papers one key.
        ids: keys and arXiv ids.
    """

    writer: str
    title: str
    papers: str
    text: str
    keys: tuple[str, ...]
    ids: tuple[tuple[str, str], ...]

    def without_id(self, printed: Mapping[str, str]) -> Iterator[str]:
        """Yield the first few references whose id is not printed."""
        for key, arxiv_id in self.ids:
            text = printed.get(key, "")
            if not has_id(text, arxiv_id):
                yield f"{key}: {arxiv_id} is not in “{text[:80]}”"


def written_by_us(format_name: str, collection: Collection) -> WrittenFile:
    """Write a collection as the program does."""
    exporter = exporter_named(format_name)
    text = "".join(exported(exporter, collection.papers))
    keys = tuple(paper.citation_key for paper in collection.papers)
    return WrittenFile(
        OURS, exporter.title, collection.name, text, keys, with_ids(keys, collection)
    )


def with_ids(keys: Sequence[str], collection: Collection) -> tuple[tuple[str, str], ...]:
    """Return each paper's key and arXiv id."""
    return tuple(zip(keys, (paper.paper_id for paper in collection.papers), strict=True))
