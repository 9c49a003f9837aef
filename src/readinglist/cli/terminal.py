"""Writing to people: on standard output and, for everything that is no result, on the other one."""

import shutil
import sys
import unicodedata
from collections.abc import Callable
from typing import TextIO

_CLEAR_LINE = "\r\x1b[K"
_JOINERS = "\u200c\u200d"
"""Of what is not seen the two that words of some scripts need."""


def complain(text: str) -> None:
    """Write one plain line to standard error."""
    print(f"readinglist: {printable(' '.join(text.split()))}", file=sys.stderr)


def printable(text: str, kept: str = "") -> str:
    r"""Return a text that does nothing to a terminal, with escapes such as ``\x1b`` in it.

    For names of files and what other programs wrote into them. Escaped are control characters but
    for those that are ``kept``, what reverses the order of letters, and lone surrogates.
    """
    if text.isprintable():
        return text
    return "".join(
        letter.encode("unicode_escape").decode("ascii")
        if unicodedata.category(letter) in {"Cc", "Cf", "Cs"} and letter not in kept + _JOINERS
        else letter
        for letter in text
    )


def papers(count: int) -> str:
    """Return ``1 paper``, ``2 papers``."""
    return "1 paper" if count == 1 else f"{count:,} papers"


def show_progress(line: str) -> None:
    """Show how far something is, on a terminal only and in place of what was shown before."""
    if sys.stderr.isatty():
        print(f"{_CLEAR_LINE}{line}", end="", file=sys.stderr, flush=True)


def clear_progress() -> None:
    """Take away what ``show_progress`` showed."""
    show_progress("")


def ignore(_done: int) -> None:
    """Show nothing, where the text itself comes on the screen."""


def exporting_progress(total: int) -> Callable[[int], None]:
    """Return what is to be told how many papers are done, and shows it; the last takes it away."""

    def show(done: int) -> None:
        show_progress(f"{done:,} of {papers(total)}" if done < total else "")

    return show


def width_of(stream: TextIO) -> int | None:
    """Return the columns of the terminal behind ``stream``, or None if it is no terminal."""
    return shutil.get_terminal_size().columns if stream.isatty() else None


def padded(text: str, columns: int) -> str:
    """Return ``text`` with spaces behind it up to so many columns."""
    return text + " " * (columns - columns_of(text))


def columns_of(text: str) -> int:
    """Return the columns that a text takes; letters of East Asia take two."""
    return sum(map(_columns_of_letter, text))


def fitted(text: str, columns: int) -> str:
    """Return ``text`` cut to ``columns`` with an ellipsis."""
    taken = 0
    for position, letter in enumerate(text):
        taken += _columns_of_letter(letter)
        if taken > columns:
            return _cut(text[:position], columns)
    return text


def _cut(text: str, columns: int) -> str:
    while text and columns_of(text) > columns - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"[: max(columns, 0)]


def _columns_of_letter(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
