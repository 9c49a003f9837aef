"""What tests of live files share."""

from collections.abc import Sequence
from pathlib import Path

from readinglist.domain.live_file import LiveFile, LiveQuery
from readinglist.domain.query import Everything
from readinglist.domain.reading_list import ReadingList
from readinglist.domain.sorting import NEWEST_FIRST, Sort
from readinglist.exporters import exporter_named
from readinglist.library.export import export_text
from readinglist.library.library import Library
from readinglist.library.live_writing import LiveFileWriter


def all_keys(library: Library, order: Sort = NEWEST_FIRST) -> list[int]:
    return list(library.papers.keys(Everything(), order).result())


def keep(
    library: Library,
    path: Path,
    query: LiveQuery,
    format_name: str = "bibtex",
    sort: str = "",
    options: str = "",
) -> LiveFile:
    """Keep a file from now on, not written yet."""
    file = LiveFile(0, str(path), query, format_name, sort, options)
    return library.live_files.add(file).result()


def kept(library: Library) -> list[LiveFile]:
    return library.live_files.all().result()


def bring_up_to_date(library: Library, *, force: bool = False) -> list[LiveFile]:
    """Look at all files with a writer that knows nothing, as after a restart."""
    writer = LiveFileWriter(library)
    return [writer.bring_up_to_date(file, force=force) for file in kept(library)]


def exported_text(
    library: Library,
    keys: Sequence[int],
    format_name: str = "bibtex",
    heading: ReadingList | None = None,
) -> str:
    return "".join(export_text(library, keys, exporter_named(format_name), heading=heading))
