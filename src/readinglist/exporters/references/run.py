"""What a reference is made of: pieces of text, of which some are in italics or are links."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a reference.

    Attributes:
        text: what is read; nothing in it is markup.
        italic: whether it is in italics.
        is_link: whether it is the address of a page, too.
    """

    text: str
    italic: bool = False
    is_link: bool = False


def italic(text: str) -> Run:
    """Return a piece in italics."""
    return Run(text, italic=True)


def sentence(*pieces: Run | str, end: str = ".") -> Iterator[Run]:
    """Yield pieces, then ``end`` unless they end with such a mark themselves, then a space."""
    runs = [Run(piece) if isinstance(piece, str) else piece for piece in pieces]
    runs = [run for run in runs if run.text]
    if runs:
        yield from runs
        yield Run(" " if runs[-1].text.endswith((".", "?", "!", "…")) else f"{end} ")


def links(address: str) -> Iterator[Run]:
    """Yield an address as a link; nothing if it is ""."""
    if address:
        yield Run(address, is_link=True)


def whole(*parts: Iterator[Run]) -> tuple[Run, ...]:
    """Return the runs of a reference, without white space at its end and without empty ones."""
    runs = [run for part in parts for run in part if run.text]
    while runs and not runs[-1].text.strip():
        runs.pop()
    if runs:
        last = runs[-1]
        runs[-1] = Run(last.text.rstrip(), last.italic, last.is_link)
    return tuple(runs)
