"""Daily Papers, as the Hub of Hugging Face lists them: ``GET /api/daily_papers``.

The API is described at https://huggingface.co/.well-known/openapi.json.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from readinglist import __version__
from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import UnexpectedAnswerError
from readinglist.sources.endpoint import parse_endpoint
from readinglist.sources.fetched_rows import MOST_ROWS, FetchedRows, endless_list
from readinglist.sources.http_client import HttpClient
from readinglist.sources.source import FetchedDay

if TYPE_CHECKING:
    from readinglist.sources.json_answer import JsonAnswer

DEFAULT_ENDPOINT = "https://huggingface.co"

_PATH = "/api/daily_papers"
_PAGE_SIZE = 100  # the most that the service gives at once
_DEFAULT_PAGE_SIZE = 50  # what it gives if it does not heed ``limit``
_MOST_PAGES = 100


class DailyPapers:
    """The feed as a source. Days are never kept, since a day grows until the next one begins."""

    name = "daily-papers"

    def __init__(self, client: HttpClient) -> None:
        self._client = client

    def fetch_day(self, day: date, cancel: CancelToken) -> FetchedDay:
        """Return the whole day, all of its pages; see ``Source``."""
        rows = FetchedRows(day)
        for number in range(_MOST_PAGES):
            answer = self._page({"date": day.isoformat()}, number, cancel)
            items = _items(answer)
            found_new = rows.add(items)
            if not (found_new and _may_have_more(answer, items)):
                return rows.fetched()
        raise endless_list()

    def fetch_trending(self, cancel: CancelToken) -> FetchedDay:
        """Return the first 100 of the trending list; see ``Source``."""
        rows = FetchedRows(None)
        rows.add(_items(self._page({"sort": "trending"}, 0, cancel)))
        return rows.fetched()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _page(self, query: Mapping[str, str], number: int, cancel: CancelToken) -> "JsonAnswer":
        cancel.raise_if_cancelled()
        paging = {"p": str(number), "limit": str(_PAGE_SIZE)}
        return self._client.get_json(_PATH, {**query, **paging}, cancel)


def from_environment(environ: Mapping[str, str]) -> DailyPapers:
    """Return the feed as HF_ENDPOINT and HF_TOKEN say, read as Hugging Face's own clients do.

    Raises:
        UserFacingError: one of them cannot be used.
    """
    return DailyPapers(
        HttpClient(
            parse_endpoint(environ.get("HF_ENDPOINT", "").strip() or DEFAULT_ENDPOINT),
            f"readinglist/{__version__}",
            environ.get("HF_TOKEN"),
        )
    )


def _items(answer: "JsonAnswer") -> list[object]:
    if not isinstance(answer.value, list):
        raise UnexpectedAnswerError(
            "The Hub answered with something else than a list of papers.", "Check HF_ENDPOINT."
        )
    if len(answer.value) > MOST_ROWS:
        raise endless_list()
    return answer.value


def _may_have_more(answer: "JsonAnswer", items: list[object]) -> bool:
    """A page of 50 may be the default limit at work, which cuts off without a word."""
    return answer.next_page or len(items) % _DEFAULT_PAGE_SIZE == 0
