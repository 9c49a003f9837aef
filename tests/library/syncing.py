"""Syncing from made-up days."""

from datetime import date

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.paper import Listing, PaperDetail
from readinglist.library.library import Library
from readinglist.library.sync import DayReport, Sync, SyncReport
from tests.papers import MONDAY, ListedDays


def run(library: Library, source: ListedDays, *days: date) -> SyncReport:
    return Sync(library, source, CancelToken()).run(days or (MONDAY,))


def listed(library: Library, *listings: Listing) -> DayReport:
    """Sync a Monday that has these papers."""
    return run(library, ListedDays({MONDAY: listings})).days[0]


def detail(library: Library, paper_id: str = "2506.00001") -> PaperDetail:
    keys = library.papers.keys_of_ids([paper_id]).result()
    return library.papers.details([keys[paper_id]]).result()[0]
