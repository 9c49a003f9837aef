"""Gathers the rows of an answer, page by page, into a day."""

from collections.abc import Sequence
from datetime import date

from readinglist.domain.errors import UnexpectedAnswerError
from readinglist.domain.paper import Listing, SkippedRow
from readinglist.sources.daily_papers_item import MalformedRowError, parse_item, row_name
from readinglist.sources.source import FetchedDay

MOST_ROWS = 5_000  # the fullest day had about 100


class FetchedRows:
    """The papers of the pages read so far; one that comes again is dropped.

    Args:
        requested: the day that was asked for; None for the trending list.
    """

    def __init__(self, requested: date | None) -> None:
        self._requested = requested
        self._listings: dict[str | None, Listing] = {}
        self._skipped: list[SkippedRow] = []
        self._count = 0

    def add(self, items: Sequence[object]) -> bool:
        """Add a page; return whether it had any paper that no page before it had.

        Raises:
            UnexpectedAnswerError: there are more rows than any day can have.
        """
        known = len(self._listings)
        for item in items:
            self._count += 1
            try:
                listing = parse_item(item, self._requested)
            except MalformedRowError as error:
                self._skipped.append(SkippedRow(row_name(item, self._count), str(error)))
            else:
                self._listings.setdefault(listing.paper.arxiv_id, listing)
        if self._count > MOST_ROWS:
            raise endless_list()
        return len(self._listings) > known

    def fetched(self) -> FetchedDay:
        """Return everything added so far."""
        return FetchedDay(tuple(self._listings.values()), tuple(self._skipped))


def endless_list() -> UnexpectedAnswerError:
    """Return the error for a service that has more rows, or more pages, than there can be."""
    return UnexpectedAnswerError("The list of papers that the Hub gives has no end.")
