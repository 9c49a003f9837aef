"""Turns an HTTP answer into JSON, or into words that say why it is none."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from readinglist.domain.clean_text import one_line
from readinglist.domain.errors import (
    SourceUnavailableError,
    UnexpectedAnswerError,
    UserFacingError,
)
from readinglist.sources.retry import TEMPORARY_STATUS, asked_pause, pause_in_words

REDIRECTS = frozenset({301, 302, 303, 307, 308})

_LONGEST_QUOTE = 200
_WORDS = {  # status: message, hint
    204: (
        "{host} answered with nothing",
        "If the network asks for a login, log in with a web browser and try again.",
    ),
    404: ("{host} has no list of Daily Papers", "Check HF_ENDPOINT."),
    407: (
        "The proxy asks for a user name and password",
        "Put them into HTTPS_PROXY, as in http://name:password@proxy:8080.",
    ),
}


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """An answer as it came: status, headers with lower-case names, unpacked body."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    next_page: bool = False


@dataclass(frozen=True, slots=True)
class JsonAnswer:
    """A JSON value, and whether the service says that there is another page of it."""

    value: object
    next_page: bool


class TemporaryFailureError(SourceUnavailableError):
    """It may work in a moment; ``pause`` is the seconds that the service asks to wait, if any."""

    def __init__(self, message: str, hint: str = "", *, pause: float | None = None) -> None:
        super().__init__(message, hint)
        self.pause = pause


class UnreachableError(TemporaryFailureError):
    """Nobody answers: the machine is offline, or the service is gone."""


def login_needed(how_it_shows: str) -> UnexpectedAnswerError:
    """Return the error for a network that puts its own page before everything (a hotel's)."""
    return UnexpectedAnswerError(
        f"The network asks for a login ({how_it_shows}).",
        "Open any page in a web browser, log in to the network, and try again.",
    )


def too_slow(host: str) -> SourceUnavailableError:
    """Return the error for an answer that did not come in time."""
    return SourceUnavailableError(
        f"{host} did not answer in time.",
        "The network or the service is slow: try again in a while.",
    )


def read_json(answer: HttpAnswer, host: str, *, has_token: bool) -> JsonAnswer:
    """Return the JSON in ``answer``.

    Args:
        answer: what came.
        host: who answered, for the errors' texts.
        has_token: whether a token was sent, to say the right thing when access is refused.

    Raises:
        TemporaryFailureError: the service is busy or broken for now.
        UnexpectedAnswerError: anything else that is not JSON.
    """
    if answer.status != 200:
        raise _status_error(answer, host, has_token=has_token)
    if _is_web_page(answer):
        raise login_needed("it answered with a web page instead of papers")
    try:
        # NaN and Infinity are not JSON, though Python reads them
        value: object = json.loads(answer.body, parse_constant=lambda _name: None)
    except RecursionError as error:
        raise _not_papers(host, "it is nested too deeply") from error
    except ValueError as error:
        raise _not_papers(host, "it is not whole JSON") from error
    return JsonAnswer(value, answer.next_page)


def _is_web_page(answer: HttpAnswer) -> bool:
    kind = answer.headers.get("content-type", "").lower()
    return kind.startswith("text/html") or answer.body[:256].lstrip().startswith(b"<")


def _not_papers(host: str, reason: str) -> UnexpectedAnswerError:
    return UnexpectedAnswerError(
        f"The answer of {host} cannot be read: {reason}.", "Try again in a while."
    )


def _status_error(answer: HttpAnswer, host: str, *, has_token: bool) -> UserFacingError:
    status = answer.status
    if status in TEMPORARY_STATUS:
        return _temporary(answer, host, has_token=has_token)
    if status in {401, 403}:
        return _refused(status, host, has_token=has_token)
    if status == 511:  # RFC 6585, section 6
        return login_needed("it answered with status 511 instead of papers")
    if status in _WORDS:
        message, hint = _WORDS[status]
        return UnexpectedAnswerError(f"{message.format(host=host)} (status {status}).", hint)
    return UnexpectedAnswerError(f"{host} refused the request (status {status}){_quote(answer)}.")


def _temporary(answer: HttpAnswer, host: str, *, has_token: bool) -> TemporaryFailureError:
    pause = asked_pause(answer.headers, datetime.now(UTC))
    if answer.status != 429 and pause is None:
        return TemporaryFailureError(
            f"{host} is out of order for now (status {answer.status}).", "Try again in a while."
        )
    what = "had too many requests" if answer.status == 429 else "is busy"
    wish = f" and asks to wait {pause_in_words(pause)}" if pause is not None else ""
    token = "" if has_token else " A token in HF_TOKEN raises the limit."
    hint = "Try again after that." if wish else "Try again in a few minutes."
    if answer.status == 429:
        hint += token
    return TemporaryFailureError(f"{host} {what}{wish}.", hint, pause=pause)


def _refused(status: int, host: str, *, has_token: bool) -> UnexpectedAnswerError:
    if has_token:
        return UnexpectedAnswerError(
            f"{host} does not accept the token (status {status}).",
            "Check HF_TOKEN, or unset it: reading needs no token.",
        )
    return UnexpectedAnswerError(
        f"{host} does not allow this request (status {status}).",
        "Check HF_ENDPOINT and the proxy, or set HF_TOKEN to a token of yours.",
    )


def _quote(answer: HttpAnswer) -> str:
    """The Hub says what is wrong as ``{"error": "..."}``."""
    try:
        value: object = json.loads(answer.body)
    except (ValueError, RecursionError):
        return ""
    reason = value.get("error") if isinstance(value, dict) else None
    if not isinstance(reason, str):
        return ""
    return f": {one_line(reason)[:_LONGEST_QUOTE]}".rstrip(".")
