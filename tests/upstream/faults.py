"""Ways in which a service or the network before it goes wrong.

Each function returns a way to answer, to be given to ``FakeUpstream.inject``.
"""

import gzip
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Event
from typing import Any, Protocol


class Reply(Protocol):
    """What a fault can do with the connection; see ``server.Reply``."""

    closing: Event
    query: Mapping[str, str]

    def good_body(self) -> bytes: ...
    def start(self, status: int, headers: Mapping[str, str]) -> None: ...
    def write(self, data: bytes) -> None: ...
    def hang_up(self) -> None: ...


Answer = Callable[[Reply], None]


@dataclass(slots=True)
class Fault:
    """An answer, and for which requests: all fields that are given have to fit.

    Attributes:
        answer: what to do instead of the right thing.
        day: the ``date`` asked for.
        page: the page asked for, from 0.
        nth: the number of the request since the server began, from 1.
        path: what is asked; None for all services.
        times: how many requests more to spoil; None for all.
    """

    answer: Answer
    day: str | None = None
    page: int | None = None
    nth: int | None = None
    times: int | None = None
    path: str | None = None
    spoilt: int = field(default=0, init=False)

    def fits(self, path: str, query: Mapping[str, str], number: int) -> bool:
        return (
            self.path in {None, path}
            and (self.times is None or self.spoilt < self.times)
            and self.day in {None, query.get("date")}
            and self.page in {None, int(query.get("p", "0"))}
            and self.nth in {None, number}
        )


_JSON = {"Content-Type": "application/json; charset=utf-8"}
_HTML = {"Content-Type": "text/html; charset=utf-8"}
_LOGIN = b"<!DOCTYPE html><html><title>Welcome to the hotel</title><form>Room number</form></html>"


def status(code: int, headers: Mapping[str, str] | None = None, body: bytes = b"") -> Answer:
    return whole(body, {**_JSON, **(headers or {})}, code=code)


def whole(body: bytes, headers: Mapping[str, str] = _JSON, code: int = 200) -> Answer:
    def answer(reply: Reply) -> None:
        length = {} if code == 204 else {"Content-Length": str(len(body))}
        reply.start(code, {**headers, **length})
        reply.write(body)

    return answer


def value(anything: object) -> Answer:
    """JSON of another type than a list of papers."""
    return whole(as_json(anything))


def as_json(anything: object) -> bytes:
    return json.dumps(anything).encode()


def endless_pages(row: Mapping[str, Any], *, rows_per_page: int) -> Answer:
    """Every page has papers that no page had before, and says that there is another page."""

    def answer(reply: Reply) -> None:
        first = int(reply.query["p"]) * rows_per_page
        rows = [
            {**row, "paper": {**row["paper"], "id": f"2501.{number:05d}"}}
            for number in range(first, first + rows_per_page)
        ]
        whole(as_json(rows), {**_JSON, "Link": '</api/daily_papers>; rel="next"'})(reply)

    return answer


def web_page() -> Answer:
    return whole(_LOGIN, _HTML)


def web_page_without_type() -> Answer:
    return whole(b"\n  " + _LOGIN, {})


def redirect(location: str, code: int = 302) -> Answer:
    return whole(b"", {"Location": location}, code=code)


def truncated_gzip() -> Answer:
    """The body's length fits its header, but the stream within ends early."""

    def answer(reply: Reply) -> None:
        packed = gzip.compress(reply.good_body(), mtime=0)
        whole(packed[: len(packed) - 500], {**_JSON, "Content-Encoding": "gzip"})(reply)

    return answer


def damaged_gzip() -> Answer:
    def answer(reply: Reply) -> None:
        packed = bytearray(gzip.compress(reply.good_body(), mtime=0))
        packed[len(packed) // 2] ^= 0xFF
        whole(bytes(packed), {**_JSON, "Content-Encoding": "gzip"})(reply)

    return answer


def gzip_with_more_behind() -> Answer:
    def answer(reply: Reply) -> None:
        packed = gzip.compress(reply.good_body(), mtime=0) + b"more"
        whole(packed, {**_JSON, "Content-Encoding": "gzip"})(reply)

    return answer


def short_body(*, with_length: bool, packed: bool = False) -> Answer:
    """The connection ends 1,000 bytes too early, with or without a length to tell it by."""

    def answer(reply: Reply) -> None:
        body = gzip.compress(reply.good_body(), mtime=0) if packed else reply.good_body()
        headers = {**_JSON, "Connection": "close"}
        if packed:
            headers["Content-Encoding"] = "gzip"
        if with_length:
            headers["Content-Length"] = str(len(body))
        reply.start(200, headers)
        reply.write(body[:-1000])
        reply.hang_up()

    return answer


def slow_body(seconds_per_byte: float = 0.5) -> Answer:
    def answer(reply: Reply) -> None:
        body = reply.good_body()
        reply.start(200, {**_JSON, "Content-Length": str(len(body))})
        for position in range(len(body)):
            if reply.closing.wait(seconds_per_byte):
                return
            reply.write(body[position : position + 1])

    return answer


def rate_exceeded(headers: Mapping[str, str] | None = None) -> Answer:
    """What arXiv says when it had too many requests, mostly without saying how long to wait."""
    return whole(b"Rate exceeded.", {"Content-Type": "text/plain", **(headers or {})}, code=429)


def hang() -> Answer:
    """Take the request and never answer."""

    def answer(reply: Reply) -> None:
        reply.closing.wait()

    return answer


def hang_in_body() -> Answer:
    """Begin well and stop in the middle."""

    def answer(reply: Reply) -> None:
        body = reply.good_body()
        reply.start(200, {**_JSON, "Content-Length": str(len(body))})
        reply.write(body[:1000])
        reply.closing.wait()

    return answer


def hang_up() -> Answer:
    """Take the request and close the connection."""
    return lambda reply: reply.hang_up()


def gzip_bomb(mebibytes: int = 1024) -> Answer:
    """About a thousandth of that goes over the network."""

    def answer(reply: Reply) -> None:
        reply.start(200, {**_JSON, "Content-Encoding": "gzip", "Connection": "close"})
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        for _ in range(mebibytes):
            reply.write(packer.compress(b" " * 1_048_576))
        reply.write(packer.flush())
        reply.hang_up()

    return answer


def packed_twice() -> Answer:
    def answer(reply: Reply) -> None:
        packed = gzip.compress(gzip.compress(reply.good_body(), mtime=0), mtime=0)
        whole(packed, {**_JSON, "Content-Encoding": "gzip, gzip"})(reply)

    return answer


def deep_nesting(depth: int = 200_000) -> Answer:
    return whole(b"[" * depth + b"]" * depth)


def endless_header(size: int = 5_000_000) -> Answer:
    def answer(reply: Reply) -> None:
        reply.start(200, {**_JSON, "X-Padding": "x" * size})

    return answer


BY_NAME: Mapping[str, Callable[[], Answer]] = {
    "busy": lambda: status(429, {"Retry-After": "2", "RateLimit": '"api";r=0;t=2'}),
    "rate-exceeded": rate_exceeded,
    "broken": lambda: status(500),
    "login": web_page,
    "no-content": lambda: status(204),
    "truncated": truncated_gzip,
    "slow": slow_body,
    "hang": hang,
    "hang-up": hang_up,
    "bomb": gzip_bomb,
    "object": lambda: value({}),
}
