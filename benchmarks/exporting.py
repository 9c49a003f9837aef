"""Putting all papers of a library out: how many a second, and how much memory it takes."""

import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.figures import Figure, Goal, Measure
from benchmarks.run import Run
from readinglist.domain.key_list import KeyList
from readinglist.domain.query import Everything
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.exporters import exporter_named, exporters
from readinglist.library.export import export_text, write_atomically
from readinglist.library.library import Library
from readinglist.storage.connections import LIBRARY_FILE_NAME

_TIMES = 5
_FIRST = 2000
"""Papers after which everything is imported, and every cache has begun."""
_MICROSECONDS = 1e6
_MOST_MICROSECONDS = 50.0
"""A paper; 20,000 papers a second."""
_MOST_MB = 32.0
"""More at 100,000 papers than at the first 2,000: caches of words and names, which have an end."""

_RAW = (
    "SELECT p.arxiv_id, p.title, p.published_on, t.authors, t.abstract, k.key FROM paper AS p"
    " JOIN paper_text AS t ON t.paper_id = p.id JOIN citation_key AS k ON k.paper_id = p.id"
    " ORDER BY p.place DESC"
)


def measure(run: Run) -> list[Figure]:
    """Export everything in each format, by turns with a plain read of the same columns."""
    folder = run.library()
    library = Library(folder)
    try:
        keys = library.papers.keys(Everything(), NEWEST_FIRST).result()
        with tempfile.TemporaryDirectory(dir=run.cache) as scratch:
            target = Path(scratch) / "exported"
            _export(library, keys[:_FIRST], "bibtex", target)
            before = _highest_mb()
            _export(library, keys, "bibtex", target)
            grown = Figure(
                *("BibTeX: memory beyond that of the first 2,000 papers", "MB"),
                *((_highest_mb() - before,), Goal(Measure.MEDIAN, _MOST_MB)),
            )
            return [*_speeds(library, folder, keys, target), grown]
    finally:
        library.close()


def _speeds(library: Library, folder: Path, keys: KeyList, target: Path) -> list[Figure]:
    reading: list[float] = []
    writing: dict[str, list[float]] = {name: [] for name in exporters()}
    for _ in range(_TIMES):
        reading.append(_microseconds(partial(_read, folder), len(keys)))
        for name, samples in writing.items():
            export = partial(_export, library, keys, name, target)
            samples.append(_microseconds(export, len(keys)))
    baseline = Figure("raw SQLite: the columns of an entry", "µs a paper", tuple(reading))
    goal = Goal(Measure.MEDIAN, _MOST_MICROSECONDS)
    return [
        baseline,
        *(
            Figure(
                *(f"{exporter_named(name).title}: library to file", "µs a paper", tuple(samples)),
                *(goal if name == "bibtex" else None, baseline),
                f"{_MICROSECONDS / sorted(samples)[len(samples) // 2]:,.0f} papers a second.",
            )
            for name, samples in writing.items()
        ),
    ]


def _microseconds(act: Callable[[], object], papers: int) -> float:
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * _MICROSECONDS / papers


def _read(folder: Path) -> None:
    with closing(sqlite3.connect(folder / LIBRARY_FILE_NAME)) as connection:
        for _row in connection.execute(_RAW):
            pass


def _export(library: Library, keys: KeyList, name: str, target: Path) -> None:
    write_atomically(target, export_text(library, keys, exporter_named(name)))


def _highest_mb() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1024 / 1024
