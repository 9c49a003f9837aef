"""A program that syncs and annotates without end, and says what is saved; made to be killed.

``python -m tests.library.busy_reader FOLDER`` prints a line for each thing once it is on disk:
``day 2025-06-02`` or ``note KEY TEXT``.
"""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from threading import Thread

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.paper import Listing
from readinglist.library.library import Library
from readinglist.library.sync import Sync
from tests.papers import MONDAY, ListedDays, made_up_listing

PAPERS_A_DAY = 120


def day_of(number: int) -> date:
    return MONDAY + timedelta(days=number)


def source_of(number: int) -> ListedDays:
    """Every day lists half of the day before again, with more upvotes."""
    first = number * PAPERS_A_DAY // 2
    papers = range(first, first + PAPERS_A_DAY)
    return ListedDays({day_of(number): [_listing(paper, number) for paper in papers]})


def _listing(paper: int, number: int) -> Listing:
    return made_up_listing(paper % 90_000, day_of(number), upvotes=paper + number)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def sync_on(library: Library, numbers: Iterator[int]) -> None:
    for number in numbers:
        Sync(library, source_of(number), CancelToken()).run([day_of(number)])
        say(f"day {day_of(number)}")


def main(folder: Path) -> None:
    library = Library(folder)
    known = library.papers.days("2025-01-01", "2099-01-01").result()
    synced = [day for day in known if day.status is not None]
    Thread(target=sync_on, args=(library, count(len(synced))), daemon=True).start()
    for number in count():
        papers = library.papers.counts().result().papers
        if papers:
            key = number * 7 % papers + 1
            library.edits.set_note(key, f"{papers}-{number}").result()
            say(f"note {key} {papers}-{number}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
