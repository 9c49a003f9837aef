"""When to ask a busy service again, and how long a person is told to wait."""

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Event

from readinglist.domain.cancellation import CancelToken

TRIES = 3
LONGEST_PAUSE = 60.0  # seconds; a person would rather be told than wait longer than this
TEMPORARY_STATUS = frozenset({429, 500, 502, 503, 504})

_FIRST_PAUSE = 1.0
_RESET = re.compile(r";\s*t=(\d{1,12})(?!\d)")


def pause_before_retry(failed_tries: int, share: float) -> float:
    """Return the seconds to wait after ``failed_tries``, for a random ``share`` of 0 to 1.

    Exponential with "full jitter", which spreads the clients of a service that comes back
    (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
    """
    return share * _FIRST_PAUSE * float(2**failed_tries)


def asked_pause(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds that the answer asks to wait, or None if it does not say.

    Read are ``Retry-After`` (seconds or a date, RFC 9110, 10.2.3) and the ``t`` of the Hub's
    ``RateLimit: "api";r=0;t=55`` (https://huggingface.co/docs/hub/rate-limits); the longer wins.
    """
    asked = [float(seconds) for seconds in _RESET.findall(headers.get("ratelimit", ""))]
    after = headers.get("retry-after", "").strip()
    if after.isascii() and after.isdigit():
        asked.append(float(after[:12]))
    elif (moment := _http_date(after)) is not None:
        asked.append(max(0.0, (moment - now).total_seconds()))
    return max(asked, default=None)


def _http_date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def pause_in_words(seconds: float) -> str:
    """Return a length of time as people say it, rounded up: "4 minutes"."""
    for unit, length, most in (("second", 1, 90), ("minute", 60, 90), ("hour", 3600, 24)):
        count = max(1, math.ceil(seconds / length))
        if count <= most:
            return f"1 {unit}" if count == 1 else f"{count} {unit}s"
    return "more than a day"


def wait_or_cancel(seconds: float, cancel: CancelToken) -> None:
    """Wait, but not a moment longer than until somebody cancels.

    Raises:
        CancelledError: somebody did.
    """
    woken = Event()
    cancel.on_cancel(woken.set)
    try:
        woken.wait(seconds)
    finally:
        cancel.forget(woken.set)
    cancel.raise_if_cancelled()
