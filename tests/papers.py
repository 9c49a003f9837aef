"""Papers made up for tests, and a source that lists them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.paper import Listing, Paper, SkippedRow
from readinglist.sources.source import FetchedDay

MONDAY = date(2025, 6, 2)
TUESDAY = date(2025, 6, 3)


def made_up_paper(number: int, **fields: object) -> Paper:
    """A paper that has all fields; ``fields`` replace some of them."""
    paper = Paper(
        arxiv_id=f"2506.{number:05d}",
        title=f"Paper {number} on Learning",
        authors=("Ada Lovelace", "Blaise Pascal"),
        abstract=f"We measure {number} things.",
        published=date(2025, 6, 1),
        upvotes=number,
        comments=1,
        organization="Analytical Engines",
        ai_summary="Things are measured.",
        keywords=("measuring", "things"),
        code_url="https://github.com/ada/engine",
        project_url="https://example.org/engine",
    )
    return replace(paper, **fields)  # type: ignore[arg-type]  # names and types are the caller's


def made_up_listing(number: int, day: date = MONDAY, **fields: object) -> Listing:
    """A listing of such a paper."""
    paper = made_up_paper(number, **fields)
    raw = json.dumps(asdict(paper), default=str)
    return Listing(paper, day, raw)


class ListedDays:
    """A source that answers from a dictionary; an error in it is raised.

    ``before_answer`` is called with each day that is asked for.
    """

    name = "daily-papers"

    def __init__(
        self,
        days: Mapping[date, Sequence[Listing] | Exception],
        skipped: Mapping[date, Sequence[SkippedRow]] | None = None,
        trending: Sequence[Listing] | Exception = (),
        before_answer: Callable[[date], None] = lambda _day: None,
    ) -> None:
        self._days = days
        self._skipped = skipped or {}
        self._trending = trending
        self._before_answer = before_answer
        self.asked: list[date] = []

    def fetch_day(self, day: date, cancel: CancelToken) -> FetchedDay:
        cancel.raise_if_cancelled()
        self.asked.append(day)
        self._before_answer(day)
        return self._answer(self._days.get(day, ()), self._skipped.get(day, ()))

    def fetch_trending(self, cancel: CancelToken) -> FetchedDay:
        cancel.raise_if_cancelled()
        return self._answer(self._trending, ())

    def close(self) -> None:
        """Nothing is kept open."""

    def _answer(
        self, listings: Sequence[Listing] | Exception, skipped: Sequence[SkippedRow]
    ) -> FetchedDay:
        if isinstance(listings, Exception):
            raise listings
        return FetchedDay(tuple(listings), tuple(skipped))
