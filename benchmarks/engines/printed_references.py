r"""The printed text of each reference, taken out of the PDF itself.

The document puts a comment with the key into the page before each reference and does not compress
the pages. Digits and Latin letters stand in the page as they are in every encoding of LaTeX's own
fonts; spaces are moves of the pen, so the text comes without them.
"""

import re
from collections.abc import Mapping, Sequence

MARKS = r"""
\pdfcompresslevel=0 \pdfobjcompresslevel=0
\makeatletter
\newcommand\printedentry[1]{\leavevmode\pdfliteral page{\@percentchar ENTRY \detokenize{#1}}}
\newcommand\printedfield[1]{%
  \leavevmode\pdfliteral page{\@percentchar ENTRY
    \detokenize\expandafter\expandafter\expandafter{\csname abx@field@#1\endcsname}}}
\makeatother
"""
r"""Defines ``\printedentry{KEY}``, to be said before each reference, and the same for biblatex."""

_PAGE = re.compile(rb"obj\s*<<\s*/Length (\d+)\s*>>\s*stream\r?\n")
_PIECE = re.compile(rb"%ENTRY (\S+)|\(((?:\\.|[^\\()])*)\)", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)


def printed_references(pdf: bytes) -> dict[str, str]:
    """Return what is printed for each key, without spaces."""
    printed: dict[str, list[bytes]] = {}
    current: list[bytes] = []
    for page in _pages(pdf):
        for piece in _PIECE.finditer(page):
            if piece[1] is not None:
                current = printed.setdefault(piece[1].decode("utf-8", "replace"), [])
            else:
                current.append(_ESCAPE.sub(_unescaped, piece[2]))
    return {key: b"".join(pieces).decode("latin-1") for key, pieces in printed.items()}


def count_without_id(ids: Sequence[tuple[str, str]], printed: Mapping[str, str]) -> int:
    """Count the (key, arXiv id) pairs whose reference was not printed or has not that id."""
    return sum(not has_id(printed.get(key, ""), arxiv_id) for key, arxiv_id in ids)


def has_id(text: str, arxiv_id: str) -> bool:
    """Tell whether the whole id stands in a text, not a longer number that begins so."""
    return bool(re.search(rf"(?<!\d)(?<!\d\.){re.escape(arxiv_id)}(?!\d)", text))


def _pages(pdf: bytes) -> list[bytes]:
    return [pdf[match.end() : match.end() + int(match[1])] for match in _PAGE.finditer(pdf)]


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8) & 255]) if code.isdigit() else code
