"""Encrypted connections: never to somebody who cannot prove who it is."""

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import CancelledError, SourceUnavailableError, UserFacingError
from readinglist.sources import http_connection
from readinglist.sources.json_answer import JsonAnswer
from tests.sources.conftest import ClientMaker
from tests.sources.test_http_cancel import PROMISE, Asking, wait_for_request_threads
from tests.upstream import FakeUpstream, faults

CERTIFICATE = Path(__file__).parent / "localhost.pem"


@pytest.fixture
def secure(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeUpstream]:
    """A stand-in over TLS, whose certificate is for ``localhost`` and signed by itself."""
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(CERTIFICATE)
    http_connection.tls_context.cache_clear()
    with FakeUpstream(tls=tls) as server:
        yield server
    http_connection.tls_context.cache_clear()


def ask(client_for: ClientMaker, url: str) -> JsonAnswer:
    return client_for(url).get_json("/api/daily_papers", {"date": "2025-06-02"}, CancelToken())


def by_name(upstream: FakeUpstream) -> str:
    return upstream.url.replace("127.0.0.1", "localhost")


def test_a_self_signed_certificate_is_refused(
    client_for: ClientMaker, secure: FakeUpstream
) -> None:
    with pytest.raises(SourceUnavailableError, match="self-signed certificate") as raised:
        ask(client_for, by_name(secure))
    assert "SSL_CERT_FILE" in raised.value.hint
    assert len(secure.connections) == 1
    assert not secure.requests


def test_a_certificate_that_the_user_trusts_is_enough(
    client_for: ClientMaker, secure: FakeUpstream, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    assert isinstance(ask(client_for, by_name(secure)).value, list)


def test_a_certificate_for_another_host_is_refused(
    client_for: ClientMaker, secure: FakeUpstream, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with pytest.raises(SourceUnavailableError, match="IP address mismatch"):
        ask(client_for, secure.url)
    assert not secure.requests


def test_a_server_without_encryption_is_refused(
    client_for: ClientMaker, upstream: FakeUpstream, secure: FakeUpstream
) -> None:
    with pytest.raises(SourceUnavailableError, match="No secure connection"):
        ask(client_for, upstream.url.replace("http:", "https:"))


def test_a_missing_certificate_file_is_named(
    client_for: ClientMaker, secure: FakeUpstream, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/ca.pem")
    with pytest.raises(UserFacingError, match="SSL_CERT_FILE"):
        ask(client_for, by_name(secure))


def test_cancel_ends_an_encrypted_request_at_once(
    client_for: ClientMaker, secure: FakeUpstream, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    secure.inject(faults.hang())
    asking = Asking(client_for(by_name(secure)))
    secure.wait_for_requests(1)
    assert asking.seconds_to_stop() < PROMISE
    assert isinstance(asking.error, CancelledError)
    wait_for_request_threads()
