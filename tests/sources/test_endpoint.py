"""Which addresses and tokens are let in."""

import pytest

from readinglist.domain.errors import UserFacingError
from readinglist.sources.endpoint import parse_endpoint, parse_token


@pytest.mark.parametrize(
    ("text", "url", "host", "is_loopback"),
    [
        ("https://huggingface.co", "https://huggingface.co", "huggingface.co", False),
        (" https://hf-mirror.com/ \n", "https://hf-mirror.com", "hf-mirror.com", False),
        (
            "HTTPS://Mirror.Example:443/hf/",
            "HTTPS://Mirror.Example:443/hf",
            "mirror.example",
            False,
        ),
        (
            "https://mirror.example:8443",
            "https://mirror.example:8443",
            "mirror.example:8443",
            False,
        ),
        ("http://localhost:8000", "http://localhost:8000", "localhost:8000", True),
        ("http://127.0.0.1", "http://127.0.0.1", "127.0.0.1", True),
        ("http://[::1]:81", "http://[::1]:81", "[::1]:81", True),
    ],
)
def test_addresses_that_can_be_used(text: str, url: str, host: str, is_loopback: bool) -> None:
    endpoint = parse_endpoint(text)
    assert (endpoint.url, endpoint.host, endpoint.is_loopback) == (url, host, is_loopback)


@pytest.mark.parametrize(
    "text",
    [
        "http://huggingface.co",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://10.0.0.1",
        "http://0.0.0.0",
    ],
)
def test_plain_http_stays_on_this_machine(text: str) -> None:
    with pytest.raises(UserFacingError, match="HF_ENDPOINT is not encrypted"):
        parse_endpoint(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "huggingface.co",
        "ftp://huggingface.co",
        "file:///etc/passwd",
        "https://",
        "https://user:secret@huggingface.co",
        "https://huggingface.co/?token=secret",
        "https://huggingface.co/#x",
        "https://hugging face.co",
        "https://huggingface.co\r\nX-Evil: 1",
        "https://[::1",
        "https://huggingface.co:port",
        "https://huggingface.co:99999",
        "https:\\\\huggingface.co",
    ],
)
def test_addresses_that_cannot_be_used(text: str) -> None:
    with pytest.raises(UserFacingError, match="HF_ENDPOINT is not a web address") as raised:
        parse_endpoint(text)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "token"), [(None, None), ("", None), (" \n", None), (" hf_x1 \n", "hf_x1")]
)
def test_tokens(text: str | None, token: str | None) -> None:
    assert parse_token(text) == token


@pytest.mark.parametrize("text", ["hf_\nx", "hf_ x", "hf_ü", "hf_\x00"])
def test_tokens_that_cannot_be_sent(text: str) -> None:
    with pytest.raises(UserFacingError, match="HF_TOKEN") as raised:
        parse_token(text)
    assert text not in str(raised.value)
