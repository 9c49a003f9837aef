"""Every way in which an answer goes wrong, over a real connection."""

import socket
import tracemalloc
from collections.abc import Mapping

import pytest

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import (
    SourceUnavailableError,
    UnexpectedAnswerError,
    UserFacingError,
)
from readinglist.sources.http_client import HttpClient
from readinglist.sources.json_answer import JsonAnswer
from tests.sources.conftest import ClientMaker, Pauses
from tests.upstream import FakeUpstream, faults

PATH = "/api/daily_papers"
QUERY = {"date": "2025-06-02", "limit": "100"}


def ask(client: HttpClient) -> JsonAnswer:
    return client.get_json(PATH, QUERY, CancelToken())


def fail(client: HttpClient) -> UserFacingError:
    with pytest.raises(UserFacingError) as raised:
        ask(client)
    assert raised.value.can_retry
    return raised.value


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_service_is_asked_three_times(
    client: HttpClient, upstream: FakeUpstream, pauses: Pauses, status: int
) -> None:
    upstream.inject(faults.status(status))
    assert isinstance(fail(client), SourceUnavailableError)
    assert len(upstream.requests) == 3
    assert pauses == [1.0, 2.0]  # half of 2 and of 4 seconds: the random share is 0.5


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_service_that_recovers_is_no_error(
    client: HttpClient, upstream: FakeUpstream, status: int
) -> None:
    upstream.inject(faults.status(status), times=2)
    assert isinstance(ask(client).value, list)
    assert len(upstream.requests) == 3


@pytest.mark.parametrize(
    ("headers", "pause"),
    [
        ({"RateLimit": '"api";r=0;t=42'}, 42.0),
        ({"Retry-After": "17"}, 17.0),
        ({"Retry-After": "60", "RateLimit": '"api";r=0;t=5'}, 60.0),
        ({"Retry-After": "0"}, 1.0),
        ({"Retry-After": "-5"}, 1.0),
        ({"Retry-After": "soon", "RateLimit": "t"}, 1.0),
        ({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, 1.0),
    ],
)
def test_the_pause_is_the_one_asked_for(
    client: HttpClient,
    upstream: FakeUpstream,
    pauses: Pauses,
    headers: Mapping[str, str],
    pause: float,
) -> None:
    upstream.inject(faults.status(429, headers), times=1)
    ask(client)
    assert pauses == [pause]


@pytest.mark.parametrize(
    ("headers", "words"),
    [
        ({"RateLimit": '"api";r=0;t=240'}, "asks to wait 4 minutes"),
        ({"Retry-After": "3600"}, "asks to wait 60 minutes"),
        ({"Retry-After": "99999999999999999999"}, "asks to wait more than a day"),
        ({"Retry-After": "Fri, 31 Dec 9999 23:59:59 GMT"}, "asks to wait more than a day"),
    ],
)
def test_a_long_pause_is_told_instead_of_waited(
    client: HttpClient,
    upstream: FakeUpstream,
    pauses: Pauses,
    headers: Mapping[str, str],
    words: str,
) -> None:
    upstream.inject(faults.status(429, headers))
    assert words in fail(client).message
    assert len(upstream.requests) == 1
    assert not pauses


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (faults.web_page(), "The network asks for a login"),
        (faults.web_page_without_type(), "The network asks for a login"),
        (faults.redirect("https://portal.example/login"), "sent the request on to portal.example"),
        (faults.redirect("http://127.0.0.1:1/"), "The network asks for a login"),
        (faults.redirect("https://127.0.0.1/api"), "The network asks for a login"),
        (faults.redirect("file:///etc/passwd", 307), "The network asks for a login"),
        (faults.redirect("http://[", 308), "The network asks for a login"),
        (faults.redirect("/api/daily_papers"), "round in circles"),
        (faults.redirect(""), "round in circles"),
        (faults.status(511), "The network asks for a login"),
        (faults.status(204), "answered with nothing (status 204)"),
        (faults.status(404), "has no list of Daily Papers (status 404)"),
        (faults.status(400), "refused the request (status 400)"),
        (faults.status(400, body=b'{"error": ["x"]}'), "refused the request (status 400)."),
        (faults.status(418, body=b"[" * 60_000), "refused the request (status 418)."),
        (faults.status(304), "refused the request (status 304)"),
        (faults.status(401), "does not allow this request (status 401)"),
        (faults.status(403), "does not allow this request (status 403)"),
        (faults.status(407), "The proxy asks for a user name"),
        (faults.truncated_gzip(), "was cut short"),
        (faults.damaged_gzip(), "was damaged"),
        (faults.gzip_with_more_behind(), "was damaged"),
        (faults.short_body(with_length=True), "was cut short"),
        (faults.short_body(with_length=True, packed=True), "was cut short"),
        (faults.short_body(with_length=False), "it is not whole JSON"),
        (faults.short_body(with_length=False, packed=True), "was cut short"),
        (faults.packed_twice(), "packed its answer in a way that was not asked for"),
        (faults.whole(b"x", {"Content-Encoding": "br"}), "packed its answer in a way"),
        (faults.whole(b"[]", {"Content-Encoding": "gzip"}), "was damaged"),
        (faults.deep_nesting(), "it is nested too deeply"),
        (faults.whole(b""), "it is not whole JSON"),
        (faults.whole(b"[1, 2"), "it is not whole JSON"),
        (faults.whole(b"[" + b"9" * 5_000 + b"]"), "it is not whole JSON"),
        (faults.whole(b'["\xff\xfe"]'), "it is not whole JSON"),
        (faults.whole(b" " * (20 * 1024 * 1024 + 1)), "is larger than any list of papers"),
    ],
)
def test_a_wrong_answer_is_told_in_words(
    client: HttpClient, upstream: FakeUpstream, answer: faults.Answer, words: str
) -> None:
    upstream.inject(answer)
    error = fail(client)
    assert isinstance(error, UnexpectedAnswerError)
    assert words in error.message
    assert "127.0.0.1:" in error.message or "network" in error.message or "proxy" in error.message


@pytest.mark.parametrize("answer", [faults.hang_up(), faults.endless_header()])
def test_a_connection_that_breaks_before_the_answer_is_tried_again(
    client: HttpClient, upstream: FakeUpstream, answer: faults.Answer
) -> None:
    upstream.inject(answer)
    assert "broke off the connection" in fail(client).message
    assert len(upstream.requests) == 3
    upstream.faults.clear()
    assert isinstance(ask(client).value, list)


def test_nobody_listens(client_for: ClientMaker, pauses: Pauses) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        error = fail(client_for(f"http://127.0.0.1:{port}"))
    assert str(error) == (
        f"127.0.0.1:{port} cannot be reached. Check the network connection and try again."
    )
    assert len(pauses) == 2


def test_no_name_service(client_for: ClientMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_args: object, **_named: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    error = fail(client_for("https://huggingface.co"))
    assert error.message == "huggingface.co cannot be reached."


def test_a_slow_answer_is_given_up(client_for: ClientMaker, upstream: FakeUpstream) -> None:
    upstream.inject(faults.slow_body(0.01))
    error = fail(client_for(upstream.url, deadline=0.2))
    assert isinstance(error, SourceUnavailableError)
    assert "did not answer in time" in error.message
    assert len(upstream.requests) == 1


def test_no_answer_is_given_up(client_for: ClientMaker, upstream: FakeUpstream) -> None:
    upstream.inject(faults.hang())
    assert "did not answer in time" in fail(client_for(upstream.url, deadline=0.2)).message


def test_a_bomb_is_not_unpacked(client: HttpClient, upstream: FakeUpstream) -> None:
    upstream.inject(faults.gzip_bomb(1024))
    tracemalloc.start()
    try:
        assert "is larger than any list of papers" in fail(client).message
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 64 * 1024 * 1024


def test_a_redirect_on_the_host_is_followed(client: HttpClient, upstream: FakeUpstream) -> None:
    upstream.inject(faults.redirect("/api/daily_papers?date=2025-06-03"), times=1)
    value = ask(client).value
    assert isinstance(value, list)
    assert len(value) == 29


def test_a_refused_token_is_named_but_not_shown(
    client_for: ClientMaker, upstream: FakeUpstream
) -> None:
    upstream.inject(faults.status(401))
    error = fail(client_for(upstream.url, token="hf_secret"))
    assert "does not accept the token" in error.message
    assert "HF_TOKEN" in error.hint
    assert "hf_secret" not in str(error)


def test_a_token_is_not_sent_on(client_for: ClientMaker, upstream: FakeUpstream) -> None:
    with FakeUpstream({}) as other:
        upstream.inject(faults.redirect(f"{other.url}/api/daily_papers"))
        fail(client_for(upstream.url, token="hf_secret"))
        assert not other.requests


def test_numbers_that_are_none_are_read_as_nothing(
    client: HttpClient, upstream: FakeUpstream
) -> None:
    upstream.inject(faults.whole(b"[NaN, Infinity, -Infinity, 7]"))
    assert ask(client).value == [None, None, None, 7]


def test_a_proxy_is_never_used_for_this_machine(
    client: HttpClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "ALL_PROXY", "http_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert isinstance(ask(client).value, list)


@pytest.mark.parametrize("proxy", ["nonsense://proxy", "socks5://127.0.0.1:1"])
def test_a_proxy_setting_that_makes_no_sense(
    client_for: ClientMaker, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    monkeypatch.setenv("https_proxy", proxy)
    with pytest.raises(UserFacingError, match="proxy"):
        ask(client_for("https://huggingface.co"))


def test_a_proxy_that_does_not_let_through(
    client_for: ClientMaker, upstream: FakeUpstream, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the stand-in knows no CONNECT and refuses it, as a proxy may
    monkeypatch.setenv("HTTPS_PROXY", upstream.url)
    monkeypatch.setenv("https_proxy", upstream.url)
    assert (
        "The proxy did not let the request through: 501"
        in fail(client_for("https://huggingface.co")).message
    )


def test_one_connection_serves_many_requests(client: HttpClient, upstream: FakeUpstream) -> None:
    for _ in range(5):
        ask(client)
    assert len(upstream.connections) == 1


def test_closing_twice_and_asking_after(client: HttpClient) -> None:
    ask(client)
    client.close()
    client.close()
    ask(client)
