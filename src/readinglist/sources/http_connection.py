"""One connection over HTTP that another thread can break off. Nothing else imports httpx."""

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from threading import Event, Lock
from typing import Any

import httpx

from readinglist.domain.clean_text import one_line
from readinglist.domain.errors import (
    CancelledError,
    SourceUnavailableError,
    UnexpectedAnswerError,
    UserFacingError,
)
from readinglist.sources.answer_body import LARGEST_BODY, cut_short, read_body
from readinglist.sources.endpoint import Endpoint, origin_of, redirect_target
from readinglist.sources.json_answer import (
    REDIRECTS,
    HttpAnswer,
    TemporaryFailureError,
    UnreachableError,
    login_needed,
    too_slow,
)

_READ_TIMEOUT = 30.0  # seconds without a byte
_CONNECT_TIMEOUT = 10.0  # seconds; ends a thread that nobody waits for any more
_MOST_REDIRECTS = 5
_LARGEST_ERROR_BODY = 65_536  # bytes


class HttpConnection:
    """One connection to the service, used by one request at a time.

    ``get`` blocks on one thread; ``break_off`` is called from another.
    """

    def __init__(self, endpoint: Endpoint, headers: Mapping[str, str]) -> None:
        self._endpoint = endpoint
        self._headers = headers
        self._client: httpx.Client | None = None
        self._lock = Lock()
        self._busy = False
        self._broken = Event()
        self._handle: socket.socket | None = None

    def get(self, path: str, params: Mapping[str, str]) -> HttpAnswer:
        """Return the answer, whatever its status; redirects are followed on the host only."""
        with self._lock:
            if self._broken.is_set():
                raise CancelledError
            self._busy = True
        try:
            return self._follow(path, params)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _request_error(error, self._endpoint) from error
        finally:
            with self._lock:
                self._busy = False
                broken = self._broken.is_set()
            if broken:
                self.close()

    def break_off(self) -> None:
        """Make ``get`` end soon and close the connection; does not block."""
        with self._lock:
            self._broken.set()
            busy = self._busy
            self._shut_down()
        if not busy:
            self.close()

    def close(self) -> None:
        """Close the connection, which no thread may be using."""
        client, self._client = self._client, None
        if client is not None:
            client.close()
        with self._lock:
            self._drop_handle()

    def _follow(self, path: str, params: Mapping[str, str]) -> HttpAnswer:
        client, url = self._open(), str(httpx.URL(self._endpoint.url + path, params=dict(params)))
        for _ in range(_MOST_REDIRECTS):
            with client.stream("GET", url, extensions={"trace": self._trace}) as response:
                if response.status_code not in REDIRECTS:
                    return self._read(response)
                url = redirect_target(url, response.headers.get("location", ""))
            origin = origin_of(url)
            if origin != self._endpoint.origin:
                elsewhere = origin[1] if origin else "another address"
                raise login_needed(f"it sent the request on to {elsewhere}")
        raise UnexpectedAnswerError(f"{self._endpoint.host} sends the request round in circles.")

    def _read(self, response: httpx.Response) -> HttpAnswer:
        host, status = self._endpoint.host, response.status_code
        encoding = response.headers.get("content-encoding", "")
        if status == 200:
            body = read_body(self._chunks(response), encoding, host, largest=LARGEST_BODY)
        else:
            body = b""
            with suppress(UnexpectedAnswerError):  # the status says enough
                chunks = self._chunks(response)
                body = read_body(chunks, encoding, host, largest=_LARGEST_ERROR_BODY)
        return HttpAnswer(status, dict(response.headers), body, "next" in response.links)

    def _chunks(self, response: httpx.Response) -> Iterator[bytes]:
        try:
            yield from response.iter_raw()
        except (httpx.ReadError, httpx.RemoteProtocolError) as error:
            raise cut_short(self._endpoint.host) from error

    def _open(self) -> httpx.Client:
        if self._client is None:
            tls = tls_context(self._endpoint.origin[0])
            try:
                self._client = httpx.Client(
                    headers=self._headers,
                    verify=tls,
                    # a proxy cannot reach this machine by the name it has for itself
                    trust_env=not self._endpoint.is_loopback,
                    timeout=httpx.Timeout(_READ_TIMEOUT, connect=_CONNECT_TIMEOUT),
                    limits=httpx.Limits(max_connections=1),
                )
            except (ValueError, ImportError, httpx.InvalidURL) as error:
                raise UserFacingError(
                    f"The proxy that is set cannot be used: {error}",
                    "Check HTTPS_PROXY and ALL_PROXY.",
                ) from error
        return self._client

    def _trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Keep a second handle to each new socket, since TLS takes the first one away."""
        if not event.endswith("connect_tcp.complete"):
            return
        opened = info["return_value"].get_extra_info("socket")
        with self._lock:
            self._drop_handle()
            self._handle = opened.dup()
            if self._broken.is_set():
                self._shut_down()

    def _shut_down(self) -> None:
        if self._handle is not None:
            with suppress(OSError):  # the other side was first
                self._handle.shutdown(socket.SHUT_RDWR)

    def _drop_handle(self) -> None:
        if self._handle is not None:
            self._handle.close()
            self._handle = None


def _request_error(error: Exception, endpoint: Endpoint) -> UserFacingError:
    host = endpoint.host
    if isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout)):
        return _connect_error(error, endpoint)
    if isinstance(error, httpx.TimeoutException):
        return too_slow(host)
    if isinstance(error, httpx.ProxyError):
        return SourceUnavailableError(
            f"The proxy did not let the request through: {one_line(str(error))}.",
            "Check HTTPS_PROXY and ALL_PROXY.",
        )
    if isinstance(error, (httpx.NetworkError, httpx.RemoteProtocolError)):
        return TemporaryFailureError(
            f"{host} broke off the connection.", "Check the network connection and try again."
        )
    return UnexpectedAnswerError(f"{host} cannot be asked: {one_line(str(error))}.")


def _connect_error(error: Exception, endpoint: Endpoint) -> UserFacingError:
    host = endpoint.host
    cause = _tls_cause(error)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return SourceUnavailableError(
            f"It is not certain that this is {host}: {cause.verify_message}.",
            "Another program or the network may be in between. If that is meant to be so, set "
            "SSL_CERT_FILE to the file with its certificate. Check the computer's date as well.",
        )
    if cause is not None:
        return SourceUnavailableError(
            f"No secure connection to {host} can be made: {cause.reason or cause}.",
            f"Check {endpoint.variable} and the proxy.",
        )
    return UnreachableError(
        f"{host} cannot be reached.", "Check the network connection and try again."
    )


def _tls_cause(error: BaseException) -> ssl.SSLError | None:
    """Return what the TLS library raised: httpx and httpcore each wrap it."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return cause
        cause = cause.__cause__ or cause.__context__
    return None


@cache
def tls_context(scheme: str) -> ssl.SSLContext:
    """Return what checks who answers; one for all, since reading certificates takes 40 ms."""
    if scheme == "http":
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # never used; trusts nobody
    try:
        return httpx.create_ssl_context()
    except OSError as error:  # ssl.SSLError is one
        raise UserFacingError(
            f"The certificates of the authorities cannot be read: {error}",
            "Check SSL_CERT_FILE and SSL_CERT_DIR.",
        ) from error
