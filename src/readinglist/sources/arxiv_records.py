"""arXiv's own records, asked for by id: ``GET /api/query?id_list=…``.

One call is one request. When to ask, and what to do with what was refused, is for the caller
(``library.arxiv_records``): arXiv's terms count the requests of all programs together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from readinglist import __version__
from readinglist.domain.arxiv_record import ArxivRecord
from readinglist.domain.cancellation import CancelToken
from readinglist.domain.clean_text import one_line
from readinglist.domain.errors import UnexpectedAnswerError, UserFacingError
from readinglist.domain.paper import SkippedRow
from readinglist.sources.endpoint import parse_endpoint
from readinglist.sources.http_client import HttpClient
from readinglist.sources.json_answer import TemporaryFailureError, login_needed
from readinglist.sources.retry import TEMPORARY_STATUS, asked_pause

if TYPE_CHECKING:
    from readinglist.sources.atom_feed import AtomFeed
    from readinglist.sources.json_answer import HttpAnswer

NAME = "arxiv"
DEFAULT_ENDPOINT = "https://export.arxiv.org"
VARIABLE = "ARXIV_ENDPOINT"
MOST_IDS = 100
"""Papers a request; with their 1.5 kB of ids it is far below what servers take as an address."""

_PATH = "/api/query"
_LONGEST_QUOTE = 200
_MOST_UNASKED = 20
"""Papers that an answer may hold besides those that were asked for; they are left out."""


class RestWantedError(Exception):
    """arXiv had too many requests; ``pause`` is the seconds it asks to wait, None if not said."""

    def __init__(self, pause: float | None) -> None:
        super().__init__()
        self.pause = pause


class RefusedIdsError(Exception):
    """arXiv refuses the whole question because of an id in it; the text says what is wrong."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What arXiv says about the papers of one question.

    Attributes:
        records: by id; only of papers that were asked for.
        skipped: entries that could not be used, and why.
        is_whole: whether a paper that is in neither is not on arXiv.
    """

    records: Mapping[str, ArxivRecord]
    skipped: tuple[SkippedRow, ...]
    is_whole: bool


class ArxivRecords:
    """arXiv as a source of records."""

    def __init__(self, client: HttpClient, host: str) -> None:
        self._client = client
        self._host = host

    def ask(self, ids: Sequence[str], cancel: CancelToken, today: date) -> Answer:
        """Ask for up to ``MOST_IDS`` papers, with one request.

        Raises:
            CancelledError: soon after ``cancel`` is cancelled.
            RestWantedError: too many requests; nothing more is to be asked for now.
            RefusedIdsError: one of the ids is none to arXiv.
            TemporaryFailureError: it may work in a moment.
            UserFacingError: there is no answer, or none that can be read.
        """
        # Without max_results arXiv answers with ten.
        params = {"id_list": ",".join(ids), "max_results": str(len(ids))}
        answer = self._client.get(_PATH, params, cancel)
        if answer.status not in {200, 400}:
            raise self._failure(answer)
        feed = self._feed(answer, today, len(ids) + _MOST_UNASKED)
        if feed.error:
            raise RefusedIdsError(feed.error[:_LONGEST_QUOTE])
        asked = set(ids)
        read = len(feed.records) + len(feed.skipped)
        return Answer(
            {name: record for name, record in feed.records.items() if name in asked},
            feed.skipped,
            is_whole=feed.found is None or feed.found <= read,
        )

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def _feed(self, answer: "HttpAnswer", today: date, most: int) -> "AtomFeed":
        from readinglist.sources.atom_feed import UnreadableFeedError, parse_feed

        if answer.status == 200 and _is_web_page(answer):
            raise login_needed("it answered with a web page instead of papers")
        try:
            feed = parse_feed(answer.body, today, most)
        except UnreadableFeedError as error:
            raise UnexpectedAnswerError(
                f"The answer of {self._host} cannot be read: {error}.",
                f"Try again in a while, or check {VARIABLE}.",
            ) from error
        if answer.status != 200 and not feed.error:
            raise self._refusal(answer.status)
        return feed

    def _failure(self, answer: "HttpAnswer") -> Exception:
        status, pause = answer.status, asked_pause(answer.headers, datetime.now(UTC))
        if status == 429 or (status in TEMPORARY_STATUS and pause is not None):
            return RestWantedError(pause)
        if status in TEMPORARY_STATUS:
            return TemporaryFailureError(
                f"{self._host} is out of order for now (status {status}).", "Try again in a while."
            )
        if status == 511:  # RFC 6585, section 6
            return login_needed("it answered with status 511 instead of papers")
        return self._refusal(status)

    def _refusal(self, status: int) -> UserFacingError:
        return UnexpectedAnswerError(
            f"{self._host} does not answer the question (status {status}).",
            f"Check {VARIABLE} and the proxy.",
        )


def from_environment(environ: Mapping[str, str]) -> ArxivRecords:
    """Return arXiv as ARXIV_ENDPOINT says.

    Raises:
        UserFacingError: it is no address that can be used.
    """
    address = environ.get(VARIABLE, "").strip() or DEFAULT_ENDPOINT
    endpoint = parse_endpoint(address, VARIABLE, DEFAULT_ENDPOINT)
    # arXiv asks for a name of one's own; by a library's name all of its users are held up together
    client = HttpClient(endpoint, f"readinglist/{__version__}", accept="application/atom+xml")
    return ArxivRecords(client, endpoint.host)


def _is_web_page(answer: "HttpAnswer") -> bool:
    kind = answer.headers.get("content-type", "").lower()
    beginning = one_line(answer.body[:256].decode("ascii", "replace")).lower()
    return kind.startswith("text/html") or beginning.startswith(("<!doctype html", "<html"))
