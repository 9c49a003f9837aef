"""What the filter box may offer for the word that is being typed.

It stands on the tokens of the lexer, so that it sees words, quotes and parentheses as the parser
will. What is offered reads, once it is taken, as exactly what was offered.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from readinglist.domain.query_lexer import Token, TokenKind, tokens
from readinglist.domain.query_syntax import field_meanings
from readinglist.domain.query_terms import FIELDS
from readinglist.domain.query_values import Known, OfferedValue, offered_values

_FEWEST_LETTERS = 2
"""Of a plain word before it may be the name of a field; one letter would offer something always."""

_LETTERS = re.compile(r"[A-Za-z]+")
_REST_OF_WORD = re.compile(r'[^\s"()]*')
_NEEDS_NO_QUOTES = re.compile(r'[^\s":()*-][^\s":()*]*')
_OPERATORS = {kind.value for kind in (TokenKind.AND, TokenKind.OR, TokenKind.NOT)}
_MEANINGS = field_meanings()


@dataclass(frozen=True, slots=True)
class Completion:
    """A piece of text to put in place of what stands from ``start`` up to ``end``.

    Attributes:
        insert: the new text; the cursor goes behind it.
        label: what to show of it.
        explanation: a few words on it, may be empty.
    """

    start: int
    end: int
    insert: str
    label: str
    explanation: str = ""

    def applied_to(self, text: str) -> str:
        """Return ``text`` with the completion taken."""
        return text[: self.start] + self.insert + text[self.end :]


@dataclass(frozen=True, slots=True)
class _Half:
    """A half-typed value: its field, what was typed of it, what a whole one would replace."""

    field: str
    beginning: str
    start: int
    end: int
    quoted: bool = False


def completions(text: str, cursor: int, *, today: date, known: Known) -> list[Completion]:
    """Return what the word at the cursor may become, the likeliest first; never raises.

    Args:
        text: what stands in the filter box.
        cursor: the number of characters before the cursor.
        today: the day from which dates are counted.
        known: the names that the library has.
    """
    token, group = _token_before(text, cursor)
    if token is None:
        return []
    names = list(_field_names(text, cursor, token))
    half = _half_value(text, cursor, token, group)
    if half is None:
        return names
    values = offered_values(half.field, half.beginning, today, known)
    return [_completed(half, value, text) for value in values] + names


def author_beginning(text: str, cursor: int) -> str:
    """Return what was typed of an author's name at the cursor, "" if that is not being typed."""
    token, group = _token_before(text, cursor)
    half = _half_value(text, cursor, token, group) if token else None
    return half.beginning.strip() if half and half.field == "author" else ""


def _token_before(text: str, cursor: int) -> tuple[Token | None, str]:
    """Return the token that the cursor stands in or behind, and the field of its parentheses."""
    fields = [""]
    for token in tokens(text):
        if token.start >= cursor:
            break
        if token.kind is TokenKind.OPEN:
            fields.append(token.field if token.field in FIELDS else fields[-1])
        elif token.kind is TokenKind.CLOSE and len(fields) > 1:
            fields.pop()
        if cursor <= token.end:
            return token, fields[-1]
    return None, ""


def _field_names(text: str, cursor: int, token: Token) -> Iterator[Completion]:
    """Yield the names of fields that begin as typed: in a plain word, or before a colon."""
    end = cursor
    if token.field:
        end = token.value_start
        if cursor >= end:
            return
    elif token.kind is not TokenKind.WORD or cursor - token.start < _FEWEST_LETTERS:
        return
    typed = text[token.start : cursor]
    if not _LETTERS.fullmatch(typed):
        return
    for name, meaning in _MEANINGS.items():
        insert = f"{name}:"
        if name.startswith(typed.lower()) and insert != text[token.start : end].lower():
            yield Completion(token.start, end, insert, insert, meaning)


def _half_value(text: str, cursor: int, token: Token, group: str) -> _Half | None:
    """Return the value that is being typed at the cursor, None if there is none."""
    if token.kind is TokenKind.OPEN:
        follows = text[cursor : cursor + 1]
        at_its_beginning = cursor == token.end and (not follows or follows in " )")
        return _Half(group, "", cursor, cursor) if group and at_its_beginning else None
    field = token.field or group
    start = token.value_start if token.field else token.start
    if token.kind is not TokenKind.WORD or field not in FIELDS or cursor < start:
        return None
    if cursor == start:  # what follows is a word of its own, before which a field was put
        return _Half(field, "", start, start) if token.end == cursor else None
    if not token.quoted:
        return _Half(field, text[start:cursor], start, token.end)
    end = _end_of_quoted(text, cursor, token)
    return _Half(field, text[start + 1 : cursor], start, end, quoted=True) if end else None


def _end_of_quoted(text: str, cursor: int, token: Token) -> int:
    """Return where the quoted value that the cursor stands in ends, 0 if it is complete.

    A quote that has just been opened in the middle of a text takes the next phrase's quote for
    its end. Then the number of quotes after the cursor is even, and only the word at the cursor is
    meant.
    """
    if token.closed and cursor > text.rindex('"', 0, token.end):
        return 0
    if token.closed and text.count('"', cursor) % 2:
        return token.end
    match = _REST_OF_WORD.match(text, cursor)
    return match.end() if match else cursor


def _completed(half: _Half, value: OfferedValue, text: str) -> Completion:
    plain = _NEEDS_NO_QUOTES.fullmatch(value.text) and value.text not in _OPERATORS
    insert = value.text if plain and not half.quoted else f'"{value.text}"'
    if half.end == len(text):
        insert += " "  # the value is whole, and the next word may come
    return Completion(half.start, half.end, insert, value.text, value.explanation)
