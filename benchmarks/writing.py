"""Bringing papers into a library that has many, and starring one meanwhile; and disk space."""

import os
import random
import shutil
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

from benchmarks.figures import Figure, Goal, Measure
from benchmarks.generator import generate
from benchmarks.run import Run
from readinglist.domain.paper import Listing
from readinglist.library.library import Library
from readinglist.library.sync import CHUNK
from readinglist.storage.connections import LIBRARY_FILE_NAME, open_reader
from readinglist.storage.database import Priority
from readinglist.storage.listings import store_listings
from readinglist.storage.write_engine import WriteSession

_NEW = 5000
_SOURCE = "daily-papers"
_STAR_EVERY_S = 0.06
_NS_A_US = 1e3
_NS_A_MS = 1e6


def measure(run: Run) -> list[Figure]:
    """Write to a copy of the library, in chunks as a sync does."""
    with tempfile.TemporaryDirectory(dir=run.cache) as copy:
        folder = Path(copy) / "library"
        shutil.copytree(run.library(), folder)
        os.sync()  # or the writes below wait for those of the copy
        library = Library(folder)
        library.opened.result()
        try:
            return _write(library, run)
        finally:
            library.close()


def _write(library: Library, run: Run) -> list[Figure]:
    listings = list(generate(2 * _NEW, seed=run.seed, first=run.papers))
    _store(library, listings[:CHUNK])  # imports SQLModel
    new = _time_chunks(library, listings[CHUNK:_NEW])
    again = _time_chunks(library, listings[:_NEW])
    over, stars = Event(), list[float]()
    reader = Thread(target=_star_papers, args=(library, run, over, stars))
    reader.start()
    _time_chunks(library, listings[_NEW:])
    over.set()
    reader.join()
    return [
        Figure("bringing in a new paper", "µs", new, Goal(Measure.MEDIAN, 1000.0)),
        Figure("looking at an unchanged paper", "µs", again, Goal(Measure.MEDIAN, 20.0)),
        Figure(
            "a star during a bulk ingest: to the disk", "ms", tuple(stars), Goal(Measure.P95, 50.0)
        ),
        _disk_space(library, run.papers + 2 * _NEW),
    ]


def _time_chunks(library: Library, listings: Sequence[Listing]) -> tuple[float, ...]:
    """Return the microseconds a paper of each chunk, commits included."""
    samples: list[float] = []
    for start in range(0, len(listings), CHUNK):
        chunk = listings[start : start + CHUNK]
        begin = time.perf_counter_ns()
        _store(library, chunk)
        samples.append((time.perf_counter_ns() - begin) / _NS_A_US / len(chunk))
    return tuple(samples)


def _store(library: Library, listings: Sequence[Listing]) -> None:
    def work(writing: WriteSession) -> None:
        store_listings(writing, _SOURCE, listings, datetime.now(UTC))

    library.database.write(work, Priority.SYNC).result()


def _star_papers(library: Library, run: Run, over: Event, samples: list[float]) -> None:
    chance = random.Random(run.seed)
    while not over.wait(_STAR_EVERY_S * chance.random() * 2):
        key = chance.randrange(1, run.papers)
        begin = time.perf_counter_ns()
        library.edits.toggle_starred([key]).result()
        samples.append((time.perf_counter_ns() - begin) / _NS_A_MS)


def _disk_space(library: Library, papers: int) -> Figure:
    """Return the file's bytes a paper, without what is kept of the upstream's own JSON."""
    library.database.flushed().result()
    path = library.folder / LIBRARY_FILE_NAME
    connection = open_reader(path)
    try:
        kept = connection.execute("SELECT sum(length(body)) FROM upstream_record").fetchone()[0]
    finally:
        connection.close()
    size = (path.stat().st_size - kept) / papers
    return Figure("disk space of a paper", "bytes", (size,), Goal(Measure.MEDIAN, 5000.0))
