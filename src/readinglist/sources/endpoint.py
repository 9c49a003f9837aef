"""Which addresses and tokens may be used to reach a service."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from readinglist.domain.errors import UserFacingError

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The base address of a service.

    Attributes:
        url: the address without a slash at its end.
        host: the host, with its port if it is not the usual one: what people are shown.
        origin: scheme, host and port, to compare addresses by.
        is_loopback: whether it is on this machine.
        variable: where another one can be set: what people are told to check.
    """

    url: str
    host: str
    origin: tuple[str, str, int]
    is_loopback: bool
    variable: str


def parse_endpoint(
    text: str, variable: str = "HF_ENDPOINT", example: str = "https://huggingface.co"
) -> Endpoint:
    """Return the endpoint that ``text`` names.

    Plain http is accepted on this machine only: anywhere else others on the way could read the
    token and change the papers.

    Raises:
        UserFacingError: not a usable address; the text names ``variable``, where it was set.
    """
    url = text.strip().rstrip("/")
    hint = f"Set {variable} to an address such as {example}, or unset it."
    origin = origin_of(url)
    if origin is None or not _is_plain(url):
        raise UserFacingError(f"The address in {variable} is not a web address.", hint)
    scheme, name, port = origin
    is_loopback = _is_loopback(name)
    if scheme == "http" and not is_loopback:
        raise UserFacingError(
            f"The address in {variable} is not encrypted: it begins with http, not https.", hint
        )
    shown = f"[{name}]" if ":" in name else name
    host = shown if port == _PORTS[scheme] else f"{shown}:{port}"
    return Endpoint(url, host, origin, is_loopback, variable)


def origin_of(url: str) -> tuple[str, str, int] | None:
    """Return scheme, host and port of an http(s) address, or None if it is none."""
    try:
        parts = urlsplit(url)
        scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
    except ValueError:
        return None
    if scheme not in _PORTS or not host:
        return None
    return scheme, host, _PORTS[scheme] if port is None else port


def redirect_target(url: str, location: str) -> str:
    """Return the address that a redirect from ``url`` leads to; "" if it makes no sense."""
    try:
        return urljoin(url, location)
    except ValueError:
        return ""


def _is_plain(url: str) -> bool:
    parts: SplitResult = urlsplit(url)
    return (
        "@" not in parts.netloc
        and not parts.query
        and not parts.fragment
        and url.isprintable()
        and not any(sign in url for sign in ' \\"<>')
    )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def parse_token(text: str | None, variable: str = "HF_TOKEN") -> str | None:
    """Return a token fit for a header, or None if there is none.

    Raises:
        UserFacingError: it has characters that no token has. The text does not repeat the token.
    """
    token = (text or "").strip()
    if not token:
        return None
    if not token.isascii() or not token.isprintable() or " " in token:
        raise UserFacingError(
            f"The token in {variable} has characters that no token has.",
            f"Copy it again, or unset {variable}: reading needs no token.",
        )
    return token
