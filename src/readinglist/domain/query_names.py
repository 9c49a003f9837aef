"""Names of lists and tags in the text of a query: writing them, and following a rename."""

from collections.abc import Callable, Iterator

from readinglist.domain.annotation import clean_tag
from readinglist.domain.clean_text import one_line
from readinglist.domain.query import AllOf, AnyOf, Condition, Named, Not
from readinglist.domain.query_lexer import Token, TokenKind, tokens
from readinglist.domain.query_terms import FIELDS


def named_term(field: str, name: str) -> str | None:
    """Return the term that asks for a name as a whole; None if no term can hold the name."""
    if '"' in name or name.endswith("*") or one_line(name) != name or not name:
        return None
    return f'{field}:"{name}"'


def with_renamed(text: str, field: str, renamed: Callable[[str], str | None]) -> str:
    """Return a query in which names after ``field:`` are those that ``renamed`` gives.

    Args:
        text: the query.
        field: ``list`` or ``tag``.
        renamed: returns the new name, None for a name that stays; a new name that no query can
            hold leaves the old one where it is.
    """
    pieces: list[str] = []
    end = 0
    for token, of_field in _with_fields(text):
        if of_field != field or token.starred:
            continue
        name = one_line(token.value)
        new = renamed(clean_tag(name) if field == "tag" else name)
        term = named_term(field, new) if new is not None else None
        if term is not None:
            pieces += (text[end : token.start], term)
            end = token.end
    return "".join((*pieces, text[end:]))


def names_in(condition: Condition) -> Iterator[Named]:
    """Yield what a condition asks for by a whole name."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from names_in(part)
        case Not(part):
            yield from names_in(part)
        case _ if isinstance(condition, Named) and not condition.prefix:
            yield condition


def _with_fields(text: str) -> Iterator[tuple[Token, str]]:
    """Yield the words of a query with the field that each is for, its own or its parentheses'."""
    fields = [""]
    for token in tokens(text):
        if token.kind is TokenKind.OPEN:
            fields.append(token.field if token.field in FIELDS else fields[-1])
        elif token.kind is TokenKind.CLOSE and len(fields) > 1:
            fields.pop()
        elif token.kind is TokenKind.WORD:
            yield token, token.field if token.field in FIELDS else fields[-1]
