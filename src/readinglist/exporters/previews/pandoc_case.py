"""How pandoc changes the capitals of a title on its way to Chicago style.

Its reader of BibTeX first takes the capitals off, but for what stands in braces, and its citation
processor then puts on those of a heading: "Towards Text-to-{SQL}" comes out as it went in, and
"word by word" as "Word by Word".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto

from readinglist.exporters.previews.tex_reading import Piece, PieceKind

_SMALL_WORDS = frozenset(
    (
        "a an and as at but by down for from in into nor of on onto or over so the till to up via "
        "with yet about van von de d l"
    ).split()
)
_QUOTES = frozenset("\u201c\u201d\u2018")
_BREAKS = frozenset("-/\N{EN DASH}\N{EM DASH}")


class _After(Enum):
    """What was read before a word."""

    NOTHING = auto()
    SENTENCE = auto()
    END_OF_WORD = auto()
    LETTER = auto()
    FULL_STOP = auto()
    OTHER = auto()
    LAST_BREAK = auto()
    """The last word of the title is next."""


_BEFORE_A_WORD = frozenset((_After.NOTHING, _After.SENTENCE, _After.END_OF_WORD))
_Change = Callable[[_After, str], str]


def as_heading(pieces: Sequence[Piece]) -> str:
    """Return a title as it is printed."""
    small = _changed(pieces, _sentence_case)
    opened = [Piece(p.text, _kind_in_heading(p)) for p in small]
    return "".join(piece.text for piece in _changed(opened, _heading_case))


def capitalised(pieces: Sequence[Piece]) -> str:
    """Return the name of a journal as it is printed."""
    return "".join(piece.text for piece in _changed(pieces, _heading_case))


def _kind_in_heading(piece: Piece) -> PieceKind:
    """Braces with no small word in them do not protect any more."""
    if piece.kind is not PieceKind.GROUP:
        return piece.kind
    words = re.split(r"[\s\W_]+", piece.text)
    has_small = any(word[:1].islower() for word in words)
    return PieceKind.GROUP if has_small else PieceKind.PLAIN


def _changed(pieces: Sequence[Piece], change: _Change) -> list[Piece]:
    state = _After.NOTHING
    result: list[Piece] = []
    last = len(pieces) - 1
    for index, piece in enumerate(pieces):
        if piece.kind is PieceKind.FORMULA:
            result.append(piece)
            continue
        if piece.kind is not PieceKind.PLAIN:
            state = _next_state(state, piece.text)
            result.append(piece)
            continue
        text = ""
        chunks = list(_chunks(piece.text))
        final = _begin_of_last_word(chunks) if index == last else -1
        for number, chunk in enumerate(chunks):
            if number == final and state in _BEFORE_A_WORD:
                state = _After.LAST_BREAK
            text += change(state, chunk) if chunk.isalnum() else chunk
            state = _next_state(state, chunk)
        result.append(Piece(text, piece.kind))
    return result


def _chunks(text: str) -> Iterator[str]:
    """Yield words, white space, and each other character."""
    for match in re.finditer(r"[^\W_]+|\s+|.", text, re.DOTALL):
        yield match[0]


def _begin_of_last_word(chunks: Sequence[str]) -> int:
    """Return with which chunk the last word begins; -1 if it is the first or has a hyphen."""
    start = len(chunks)
    while start > 0 and not chunks[start - 1].isspace():
        start -= 1
    has_break = any(chunk in _BREAKS | _QUOTES for chunk in chunks[start:])
    return -1 if start == 0 or has_break or start == len(chunks) else start


def _next_state(state: _After, text: str) -> _After:
    if not text or text in _QUOTES:
        return state  # what is quoted begins as if it stood alone
    end = text[-1]
    if end in ".?!:":
        return _After.FULL_STOP
    if end.isalnum():
        return _After.LETTER
    if end.isspace() and state is _After.FULL_STOP:
        return _After.SENTENCE
    if end.isspace() or end in _BREAKS:
        return _After.END_OF_WORD
    return state if state in _BEFORE_A_WORD else _After.OTHER


def _sentence_case(after: _After, word: str) -> str:
    is_capitalised = word[0].isupper() and (len(word) == 1 or word[1:].islower())
    at_start = after in {_After.NOTHING, _After.SENTENCE}
    if is_capitalised and not at_start:
        return word.lower()
    return word.capitalize() if at_start and (is_capitalised or word.islower()) else word


def _heading_case(after: _After, word: str) -> str:
    if any(map(str.isupper, word)):
        return word
    if after in {_After.NOTHING, _After.SENTENCE}:
        return word.capitalize()
    is_heard = len(word) > 1 and word not in _SMALL_WORDS
    if (after is _After.END_OF_WORD and is_heard) or (after is _After.LAST_BREAK and len(word) > 1):
        return word.capitalize()
    return word
