"""Reads the body of an answer without letting it grow beyond a limit.

HTTP libraries unpack as much as arrives: one megabyte of gzip becomes a gigabyte of memory before
the caller sees a byte. So the raw bytes are unpacked here, in steps, and counted.
"""

import zlib
from collections.abc import Iterable

from readinglist.domain.errors import UnexpectedAnswerError

LARGEST_BODY = 20 * 1024 * 1024  # bytes after unpacking; a full page of 100 papers has 0.6 MB

_STEP = 65_536
_GZIP_ONLY = 31  # zlib's window size of 15, plus 16 for "a gzip header and checksum"


def read_body(
    chunks: Iterable[bytes], encoding: str, host: str, *, largest: int = LARGEST_BODY
) -> bytes:
    """Return the unpacked body.

    Args:
        chunks: the bytes as they came over the network.
        encoding: the ``Content-Encoding`` header; gzip or nothing.
        host: who answered, for the error's text.
        largest: the limit in bytes, after unpacking.

    Raises:
        UnexpectedAnswerError: too large, cut short, broken, or packed in another way or twice.
    """
    packing = encoding.strip().lower()
    if packing in {"", "identity"}:
        return _gather(chunks, host, largest)
    if packing in {"gzip", "x-gzip"}:
        try:
            return _gather(_inflate(chunks, host), host, largest)
        except zlib.error as error:
            raise _damaged(host) from error
    raise UnexpectedAnswerError(f"{host} packed its answer in a way that was not asked for.")


def cut_short(host: str) -> UnexpectedAnswerError:
    """Return the error for an answer that ended early."""
    return UnexpectedAnswerError(
        f"The answer of {host} was cut short.", "Check the network connection and try again."
    )


def _damaged(host: str) -> UnexpectedAnswerError:
    return UnexpectedAnswerError(
        f"The answer of {host} was damaged on its way.",
        "Check the network connection and try again.",
    )


def _gather(chunks: Iterable[bytes], host: str, largest: int) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > largest:
            raise UnexpectedAnswerError(
                f"The answer of {host} is larger than any list of papers can be."
            )
    return bytes(body)


def _inflate(chunks: Iterable[bytes], host: str) -> Iterable[bytes]:
    unpacker = zlib.decompressobj(_GZIP_ONLY)
    for chunk in chunks:
        yield unpacker.decompress(chunk, _STEP)
        # after the end of the stream, zlib may keep a tail for ever
        while unpacker.unconsumed_tail and not unpacker.eof:
            yield unpacker.decompress(unpacker.unconsumed_tail, _STEP)
        if unpacker.unused_data:
            raise _damaged(host)
    # max_length may hold back the last bytes even when all input was taken
    while not unpacker.eof:
        rest = unpacker.decompress(unpacker.unconsumed_tail, _STEP)
        if not rest:
            break
        yield rest
    # a gzip stream knows its own end, unlike a body that ends when the connection does
    if not unpacker.eof:
        raise cut_short(host)
