"""Asks one service: within a total time and, for JSON, again while the service is busy.

A blocking read cannot be interrupted in Python, so every request runs on a short-lived thread of
its own (``interruptible_call``). A cancelled token or the deadline wakes the caller; the socket is
then shut down under the thread (``http_connection``), which makes the thread end too.
"""

import random
import time
from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING

from readinglist.domain.cancellation import CancelToken
from readinglist.sources.endpoint import Endpoint, parse_token
from readinglist.sources.interruptible_call import DeadlineError, run_interruptibly
from readinglist.sources.json_answer import (
    HttpAnswer,
    JsonAnswer,
    TemporaryFailureError,
    read_json,
    too_slow,
)
from readinglist.sources.retry import LONGEST_PAUSE, TRIES, pause_before_retry, wait_or_cancel

if TYPE_CHECKING:
    from readinglist.sources.http_connection import HttpConnection

DEADLINE = 30.0  # seconds for one request with its retries; pauses between tries do not count


class HttpClient:
    """Asks one service.

    Args:
        endpoint: where it is.
        user_agent: name and version of the program.
        token: sent to that host only, never kept or shown.
        accept: the type of answer that is asked for.
        deadline: seconds for one request, its retries included and its pauses not.
        wait: waits between tries; replaced by tests.
        share: a random number from 0 to 1 for the length of a pause; replaced by tests.

    Raises:
        UserFacingError: the token cannot be used.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        user_agent: str,
        token: str | None = None,
        *,
        accept: str = "application/json",
        deadline: float = DEADLINE,
        wait: Callable[[float, CancelToken], None] = wait_or_cancel,
        share: Callable[[], float] = random.random,
    ) -> None:
        self._endpoint = endpoint
        self._headers = {
            "User-Agent": user_agent,
            "Accept": accept,
            "Accept-Encoding": "gzip",
        }
        checked_token = parse_token(token)
        self._has_token = checked_token is not None
        if checked_token is not None:
            self._headers["Authorization"] = f"Bearer {checked_token}"
        self._deadline = deadline
        self._wait = wait
        self._share = share
        self._lock = Lock()
        self._idle: list[HttpConnection] = []
        self._closed = False

    def get_json(self, path: str, params: Mapping[str, str], cancel: CancelToken) -> JsonAnswer:
        """Return the JSON at ``path``, trying up to three times while the service is busy.

        Raises:
            CancelledError: at once when ``cancel`` is cancelled, whatever the network does.
            SourceUnavailableError: no answer, not in time, or "come back later".
            UnexpectedAnswerError: an answer, but not JSON.
        """
        host, end = self._endpoint.host, time.monotonic() + self._deadline
        for tries in count(1):
            try:
                answer = self._exchange(path, params, cancel, end - time.monotonic())
                return read_json(answer, host, has_token=self._has_token)
            except TemporaryFailureError as failure:
                pause = max(failure.pause or 0.0, pause_before_retry(tries, self._share()))
                if tries == TRIES or pause > LONGEST_PAUSE or time.monotonic() >= end:
                    raise
            began = time.monotonic()
            self._wait(pause, cancel)
            end += time.monotonic() - began
        raise AssertionError  # count() has no end

    def get(self, path: str, params: Mapping[str, str], cancel: CancelToken) -> HttpAnswer:
        """Ask once; return the answer, whatever its status.

        Raises:
            CancelledError: at once when ``cancel`` is cancelled, whatever the network does.
            SourceUnavailableError: no answer, or not in time.
            UnexpectedAnswerError: an answer that is damaged, or far too large.
        """
        return self._exchange(path, params, cancel, self._deadline)

    def close(self) -> None:
        """Close the connections that are kept open for the next request."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _exchange(
        self, path: str, params: Mapping[str, str], cancel: CancelToken, seconds: float
    ) -> HttpAnswer:
        connection = self._take_connection()
        try:
            answer = run_interruptibly(partial(connection.get, path, params), cancel, seconds)
        except BaseException as error:  # Ctrl-C as well
            connection.break_off()
            if isinstance(error, DeadlineError):
                raise too_slow(self._endpoint.host) from None
            raise
        self._give_back(connection)
        return answer

    def _take_connection(self) -> "HttpConnection":
        with self._lock:
            if self._idle:
                return self._idle.pop()
        # httpx takes 65 ms to import: the first request is early enough
        from readinglist.sources.http_connection import HttpConnection

        return HttpConnection(self._endpoint, self._headers)

    def _give_back(self, connection: "HttpConnection") -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(connection)
                return
        connection.close()
