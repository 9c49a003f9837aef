"""What syncs add to the indexes is merged while nobody writes, and nothing of it is lost."""

import time
from datetime import UTC, datetime

from readinglist.domain.query import Text
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.library import Library
from readinglist.storage.database import Priority
from readinglist.storage.listings import store_listings
from readinglist.storage.write_engine import WriteSession
from tests.library_file import assert_sound, value
from tests.papers import made_up_listing

_PROMISED_S = 30.0
_SEGMENTS = "SELECT count(DISTINCT segid) FROM paper_terms_idx"


def store(library: Library, number: int) -> None:
    def work(writing: WriteSession) -> None:
        store_listings(writing, "daily-papers", [made_up_listing(number)], datetime.now(UTC))

    library.database.write(work, Priority.SYNC).result()


def test_segments_are_merged_when_nobody_writes(library: Library) -> None:
    # Seven segments, one fewer than SQLite merges by itself
    for number in range(7):
        store(library, number)
    end = time.monotonic() + _PROMISED_S
    while value(library.folder, _SEGMENTS) >= 4:
        assert time.monotonic() < end, "the segments are not merged"
        time.sleep(0.02)
    assert len(library.papers.keys(Text("measure"), NEWEST_FIRST).result()) == 7
    library.close()
    assert_sound(library.folder)
