"""Fills a library with generated papers, and with what a reader would have done to them."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.generator import generate
from readinglist.domain.paper import Listing
from readinglist.library.library import Library
from readinglist.storage.database import Priority
from readinglist.storage.listings import store_listings
from readinglist.storage.write_engine import WriteSession

FILLED_BY = 1
"""Counts how libraries are filled: when it grows, those that were kept are made anew."""

_CHUNK = 2000
_SOURCE = "daily-papers"
_TAGS = ("to-read", "rl", "diffusion", "agents", "evaluation", "thesis")


def fill(folder: Path, papers: int, seed: int) -> None:
    """Make a library of ``papers`` in ``folder``; some are starred, tagged, read."""
    library = Library(folder)
    try:
        for first in range(0, papers, _CHUNK):
            count = min(_CHUNK, papers - first)
            _store(library, list(generate(count, seed=seed, first=first)))
        _annotate(library, papers, random.Random(seed))
    finally:
        library.close()


def _store(library: Library, listings: Sequence[Listing]) -> None:
    def work(writing: WriteSession) -> None:
        store_listings(writing, _SOURCE, listings, datetime.now(UTC))

    library.database.write(work, Priority.SYNC).result()


def _annotate(library: Library, papers: int, chance: random.Random) -> None:
    keys = range(1, papers + 1)
    library.edits.set_read([key for key in keys if chance.random() < 0.4], read=True).result()
    starred = [key for key in keys if chance.random() < 0.05]
    library.edits.set_starred(starred, starred=True).result()
    for tag in _TAGS:
        tagged = [key for key in keys if chance.random() < 0.06]
        library.edits.set_tagged(tagged, tag, tagged=True).result()
