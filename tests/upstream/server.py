"""The HTTP server of the stand-in for the Hub and for arXiv."""

import gzip
import json
import socket
import ssl
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Event, Lock, Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from tests.upstream import arxiv, faults, feed
from tests.upstream.faults import Answer, Fault
from tests.upstream.recordings import Days, load_days

PATH = "/api/daily_papers"


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came, and when; header names are in lower case."""

    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    at: float


class FakeUpstream:
    """Answers like the Hub, and like arXiv, on a free port of this machine; a context manager.

    Attributes:
        days: the rows of each day by ISO date; may be changed while it runs.
        arxiv: the entries that arXiv has by id; may be changed while it runs.
        arxiv_pause: seconds within which arXiv answers no second time, but says 429.
        clock: tells the time of requests in seconds.
        faults: what goes wrong, the first one that fits a request; see ``inject``.
        requests: what was asked, in order.
        connections: the clients' ports, in order.
        errors: exceptions within the server, which are bugs of the test.
    """

    def __init__(
        self, days: Days | None = None, port: int = 0, tls: ssl.SSLContext | None = None
    ) -> None:
        self.days = load_days() if days is None else days
        self.arxiv: arxiv.Entries = arxiv.recorded_entries()
        self.arxiv_pause = 0.0
        self.clock: Callable[[], float] = time.monotonic
        self.faults: list[Fault] = []
        self.requests: list[Request] = []
        self.connections: list[int] = []
        self.errors: list[BaseException] = []
        self._arrived = Condition()
        self._server = _Server(("127.0.0.1", port), self, tls)
        scheme = "http" if tls is None else "https"
        self.url = f"{scheme}://127.0.0.1:{self._server.server_address[1]}"
        self._thread = Thread(target=lambda: self._server.serve_forever(0.02), name="fake-upstream")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
        if error is None and self.errors:
            raise self.errors[0]

    def close(self) -> None:
        """Stop answering and end every thread, also those in the middle of an answer."""
        self._server.closing.set()
        self._server.shutdown()
        self._server.hang_up_all()
        self._server.server_close()
        self._thread.join()

    def inject(
        self,
        answer: Answer,
        *,
        day: str | None = None,
        page: int | None = None,
        nth: int | None = None,
        times: int | None = None,
        path: str | None = None,
    ) -> Fault:
        """Spoil the requests that fit; see ``Fault``."""
        fault = Fault(answer, day, page, nth, times, path)
        self.faults.append(fault)
        return fault

    def wait_for_requests(self, count: int, seconds: float = 30.0) -> None:
        """Return as soon as so many requests have come."""
        with self._arrived:
            assert self._arrived.wait_for(lambda: len(self.requests) >= count, seconds)

    def note(self, request: Request) -> Fault | None:
        """Log a request and return the fault for it; called by the server's threads."""
        with self._arrived:
            too_early = self._is_too_early(request)
            self.requests.append(request)
            self._arrived.notify_all()
            for fault in self.faults:
                if fault.fits(request.path, request.query, len(self.requests)):
                    fault.spoilt += 1
                    return fault
        return Fault(faults.rate_exceeded()) if too_early else None

    def asked_arxiv(self) -> list[Request]:
        """Return the requests that arXiv got."""
        return [request for request in self.requests if request.path == arxiv.PATH]

    def _is_too_early(self, request: Request) -> bool:
        before = self.asked_arxiv()
        return bool(
            request.path == arxiv.PATH and before and request.at - before[-1].at < self.arxiv_pause
        )


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # closing waits for every thread
    block_on_close = True
    request_queue_size = 64

    def __init__(
        self, address: tuple[str, int], upstream: FakeUpstream, tls: ssl.SSLContext | None
    ) -> None:
        self.upstream = upstream
        self.closing = Event()
        self._tls = tls
        self._lock = Lock()
        self._connections: set[socket.socket] = set()
        super().__init__(address, _Handler)

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._tls is not None:
            connection = self._tls.wrap_socket(
                connection, server_side=True, do_handshake_on_connect=False
            )
        with self._lock:
            self._connections.add(connection)
        self.upstream.connections.append(address[1])
        return connection, address

    def hang_up_all(self) -> None:
        with self._lock:
            connections = list(self._connections)
        for connection in connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def close_request(self, request: Any) -> None:
        with self._lock:
            self._connections.discard(request)
        super().close_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        error = sys.exc_info()[1]
        if error is not None and not isinstance(error, OSError):  # the client may hang up
            self.upstream.errors.append(error)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = dict(parse_qsl(parts.query))
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(parts.path, query, headers, self.server.upstream.clock())
        fault = self.server.upstream.note(request)
        reply = Reply(self, request)
        (fault.answer if fault else Reply.answer_well)(reply)

    def log_message(self, *_args: Any, **_named: Any) -> None:
        """The log is ``FakeUpstream.requests``."""


class Reply:
    """The answer to one request: the right one, or what a fault makes of it."""

    def __init__(self, handler: _Handler, request: Request) -> None:
        self._handler = handler
        self._request = request
        self._upstream = handler.server.upstream
        self.closing = handler.server.closing
        self.query = request.query

    def good_body(self) -> bytes:
        """Return the body of the right answer."""
        if self._request.path == arxiv.PATH:
            return arxiv.answer(self._upstream.arxiv, self.query)[1]
        return json.dumps(self._page().rows, ensure_ascii=False).encode()

    def answer_well(self) -> None:
        if self._request.path == arxiv.PATH:
            status, body = arxiv.answer(self._upstream.arxiv, self.query)
            self._send_packed(status, body, {"Content-Type": "application/atom+xml; charset=utf-8"})
            return
        if self._request.path != PATH:
            self._send(404, {"error": "Not Found"}, {})
            return
        try:
            page = self._page()
        except feed.BadQueryError as error:
            self._send(400, {"error": str(error)}, {})
            return
        link = {"Link": page.next_link} if page.next_link else {}
        self._send(200, page.rows, link)

    def start(self, status: int, headers: Mapping[str, str]) -> None:
        self._handler.send_response(status)
        for name, value in headers.items():
            self._handler.send_header(name, value)
        self._handler.end_headers()

    def write(self, data: bytes) -> None:
        self._handler.wfile.write(data)
        self._handler.wfile.flush()

    def hang_up(self) -> None:
        self._handler.close_connection = True

    def _page(self) -> feed.Page:
        return feed.answer(self._upstream.days, self._request.query, self._request.path)

    def _send(self, status: int, value: object, headers: Mapping[str, str]) -> None:
        common = {
            "Content-Type": "application/json; charset=utf-8",
            "RateLimit": f'"api";r={max(0, 500 - len(self._upstream.requests))};t=300',
            "RateLimit-Policy": '"fixed window";"api";q=500;w=300',
        }
        body = json.dumps(value, ensure_ascii=False).encode()
        self._send_packed(status, body, {**common, **headers})

    def _send_packed(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        packing = {}
        if "gzip" in self._request.headers.get("accept-encoding", ""):
            body = gzip.compress(body, 1, mtime=0)
            packing = {"Content-Encoding": "gzip"}
        self.start(status, {"Content-Length": str(len(body)), **packing, **headers})
        self.write(body)
