"""Cut the text of the filter box into tokens that know where they stand.

No token is ever refused, and the time is linear in the length of the text. The meaning of fields
is not known here, so that completion can use the same tokens for what is half typed.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class TokenKind(StrEnum):
    """STRAY is a parenthesis or an operator with nothing to work on; the parser marks it."""

    WORD = "word"
    OPEN = "("
    CLOSE = ")"
    MINUS = "-"
    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    STRAY = "stray"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text, ``text`` as typed, from ``start`` up to but not including ``end``.

    Attributes:
        field: the name before a colon in lower case, known or not; also of ``name:(``.
        value: a word without its field, its quotes and its trailing stars.
        value_start: where the value begins, the opening quote included.
        quoted: whether the value stands in quotes.
        closed: whether the value is complete because its closing quote is there.
        starred: whether a trailing ``*`` asks for words that begin so.
    """

    kind: TokenKind
    text: str
    start: int
    end: int
    field: str = ""
    value: str = ""
    value_start: int = 0
    quoted: bool = False
    closed: bool = False
    starred: bool = False


_FIELD = re.compile(r"([A-Za-z]+):")
_WORD_END = re.compile(r"""[\s()"]""")
_PARENTHESIS_OR_BREAK = re.compile(r"""[()"]|\s+""")
_OPERATORS = {kind.value: kind for kind in (TokenKind.AND, TokenKind.OR, TokenKind.NOT)}


def tokens(text: str) -> list[Token]:
    """Return the tokens of ``text`` in order; white space lies between them."""
    pairs = _parentheses_without_breaks(text)
    found: list[Token] = []
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        token = _token_at(text, position, pairs)
        found.append(token)
        position = token.end
    return found


def _parentheses_without_breaks(text: str) -> dict[int, int]:
    """Pair the parentheses that hold neither white space nor quotes, as in ``SO(3)``."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in _PARENTHESIS_OR_BREAK.finditer(text):
        if match[0] == "(":
            opened.append(match.start())
        elif match[0] != ")":
            opened.clear()
        elif opened:
            pairs[opened.pop()] = match.start()
    return pairs


def _token_at(text: str, start: int, pairs: dict[int, int]) -> Token:
    if text[start] in "()":
        return Token(TokenKind(text[start]), text[start], start, start + 1)
    if _is_minus(text, start):
        return Token(TokenKind.MINUS, "-", start, start + 1)
    match = _FIELD.match(text, start)
    field, value_start = (match[1].lower(), match.end()) if match else ("", start)
    following = text[value_start : value_start + 1]
    if following == "(":
        end = value_start + 1
        return Token(TokenKind.OPEN, text[start:end], start, end, field, value_start=value_start)
    if following == '"':
        return _phrase(text, start, field, value_start)
    return _word(text, start, field, value_start, pairs)


def _is_minus(text: str, start: int) -> bool:
    """Whether the hyphen excludes what follows, unlike those in ``a - b``, ``->``, ``(re)-use``."""
    if text[start] != "-":
        return False
    before, following = text[start - 1 : start], text[start + 1 : start + 2]
    begins = not before or before.isspace() or before in "(-"
    return begins and bool(following) and not following.isspace() and following not in ")>"


def _phrase(text: str, start: int, field: str, value_start: int) -> Token:
    closing = text.find('"', value_start + 1)
    closed = closing >= 0
    value_end = closing if closed else len(text)
    end = closing + 1 if closed else len(text)
    while text[end : end + 1] == "*":
        end += 1
    inside = text[value_start + 1 : value_end]
    value = inside.rstrip().rstrip("*")
    return Token(
        TokenKind.WORD,
        text[start:end],
        start,
        end,
        field,
        value,
        value_start,
        quoted=True,
        closed=closed,
        starred=value != inside.rstrip() or (closed and end > closing + 1),
    )


def _word(text: str, start: int, field: str, value_start: int, pairs: dict[int, int]) -> Token:
    end = _word_end(text, start, value_start, pairs)
    typed = text[start:end]
    if typed in _OPERATORS:
        return Token(_OPERATORS[typed], typed, start, end)
    value = text[value_start:end]
    bare = value.rstrip("*")
    return Token(TokenKind.WORD, typed, start, end, field, bare, value_start, starred=bare != value)


def _word_end(text: str, start: int, value_start: int, pairs: dict[int, int]) -> int:
    position = value_start
    while match := _WORD_END.search(text, position):
        end = match.start()
        # NOT(a) is an operator and a group, but O(n) is a word.
        if end not in pairs or (end - start < 4 and text[start:end] in _OPERATORS):
            return end
        position = pairs[end] + 1
    return len(text)
