"""Recorded days of Daily Papers, replayed without a network."""

import gzip
import json
import zlib
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import UnexpectedAnswerError
from readinglist.sources.fetched_rows import FetchedRows
from readinglist.sources.source import FetchedDay

_SUFFIX = ".json.gz"


class RecordedDays:
    """Replays the files ``YYYY-MM-DD.json.gz`` of a folder, each one day's answer of the feed.

    It goes by the name of the feed, so that papers from it and from the feed are the same ones.
    """

    name = "daily-papers"

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder

    def days(self) -> tuple[date, ...]:
        """Return the days that are there, oldest first."""
        days = (_day(entry.name) for entry in self._folder.iterdir())
        return tuple(sorted(day for day in days if day is not None))

    def fetch_day(self, day: date, cancel: CancelToken) -> FetchedDay:
        """Return the recorded day; nothing on any other day.

        Raises:
            UnexpectedAnswerError: the file is damaged.
        """
        cancel.raise_if_cancelled()
        file = self._folder / f"{day.isoformat()}{_SUFFIX}"
        if not file.is_file():
            return FetchedDay((), ())
        try:
            items: object = json.loads(gzip.decompress(file.read_bytes()))
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise _damaged(file) from error
        if not isinstance(items, list):
            raise _damaged(file)
        rows = FetchedRows(day)
        rows.add(items)
        return rows.fetched()

    def fetch_trending(self, cancel: CancelToken) -> FetchedDay:
        """Return the newest recorded day, since no trending list was recorded."""
        days = self.days()
        return self.fetch_day(days[-1], cancel) if days else FetchedDay((), ())

    def close(self) -> None:
        """Nothing is kept open."""


def bundled_sample() -> RecordedDays:
    """Return the days that come with the program, to try it without a network."""
    return RecordedDays(files("readinglist.sample"))


def sample_days() -> tuple[date, ...]:
    """Return the days of the bundled sample, oldest first."""
    return bundled_sample().days()


def _day(file_name: str) -> date | None:
    if not file_name.endswith(_SUFFIX):
        return None
    try:
        return date.fromisoformat(file_name.removesuffix(_SUFFIX))
    except ValueError:
        return None


def _damaged(file: Traversable) -> UnexpectedAnswerError:
    return UnexpectedAnswerError(f"The recorded day {file.name} is damaged.")
