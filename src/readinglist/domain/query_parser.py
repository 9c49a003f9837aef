"""From the text of the filter box to a Query. It never fails: what makes no sense is text.

    query   = all {"OR" all}
    all     = one {["AND"] one}
    one     = {"NOT" | "-"} (word | [field ":"] "(" query ")")
    word    = [field ":"] (letters ["*"] | '"' anything '"' ["*"])

An unclosed quote or parenthesis runs to the end. A stray ``)``, ``AND``, ``OR`` or ``NOT`` is
searched as text and reported, as are unknown fields and values that do not fit their field.
"""

from dataclasses import replace
from datetime import date
from itertools import zip_longest

from readinglist.domain.query import (
    EVERYTHING,
    Condition,
    Dated,
    DateField,
    Everything,
    Exact,
    Query,
    Tagged,
    Text,
    all_of,
    any_of,
    negation_of,
)
from readinglist.domain.query_lexer import Token, TokenKind, tokens
from readinglist.domain.query_terms import FIELDS, paper_id, read_term, searched_as_text

DEEPEST_NESTING = 32
"""Parentheses within parentheses; deeper ones are text. Keeps the tree safe to walk."""

_BEFORE_OPERATOR = {TokenKind.WORD, TokenKind.STRAY, TokenKind.CLOSE}
_AFTER_OPERATOR = {
    TokenKind.WORD,
    TokenKind.STRAY,
    TokenKind.OPEN,
    TokenKind.MINUS,
    TokenKind.NOT,
}


def parse_query(text: str, *, today: date, typing: bool = False) -> Query:
    """Return what ``text`` asks for. Never raises, whatever the text.

    Args:
        text: what stands in the filter box or on the command line.
        today: the day from which ``today`` and ``2w`` are counted.
        typing: the text is being typed: its last word may go on, and a last term of which the
            value has only begun (``is:sta``, ``upvotes:>``) asks for nothing yet. A last word
            that is to be left out counts as it stands: ``-t`` on the way to ``-transformer`` must
            not hide every paper in which some word begins with t.
    """
    if not text.strip():
        return EVERYTHING
    # "arXiv: 2401.12345", as abstract pages spell it, is one id in two words.
    growing = typing and not text[-1].isspace()
    if found_id := paper_id(text.strip(), growing=growing):
        return Query(found_id)
    found = _with_stray_operators(_with_stray_parentheses(tokens(text)))
    parser = _Parser(found, today, growing_end=len(text) if growing else -1)
    condition = parser.parse()
    return Query(condition, tuple(dict.fromkeys(parser.as_text)))


def _with_stray_parentheses(found: list[Token]) -> list[Token]:
    """Mark closing parentheses that close nothing, and all that are nested too deeply."""
    settled: list[Token] = []
    depth = 0
    for token in found:
        stray = False
        if token.kind is TokenKind.OPEN:
            depth += 1
            stray = depth > DEEPEST_NESTING
        elif token.kind is TokenKind.CLOSE:
            stray = depth == 0 or depth > DEEPEST_NESTING
            depth = max(depth - 1, 0)
        settled.append(replace(token, kind=TokenKind.STRAY) if stray else token)
    return settled


def _with_stray_operators(found: list[Token]) -> list[Token]:
    """Mark the operators that lack something to work on."""
    settled: list[Token] = []
    for token, following in zip_longest(found, found[1:]):
        works = following is not None and following.kind in _AFTER_OPERATOR
        if token.kind in {TokenKind.AND, TokenKind.OR}:
            works = works and bool(settled) and settled[-1].kind in _BEFORE_OPERATOR
        elif token.kind is not TokenKind.NOT:
            works = True
        settled.append(token if works else replace(token, kind=TokenKind.STRAY))
    return settled


def _on_one_day(conditions: list[Condition]) -> list[Condition]:
    """Join ``since:`` and ``until:``, which must hold for the same day of a paper listed twice."""
    ends = [
        condition
        for condition in conditions
        if isinstance(condition, Dated)
        and condition.field is DateField.LISTED
        and (condition.first is None or condition.last is None)
    ]
    if len(ends) < 2:
        return conditions
    firsts = [end.first for end in ends if end.first]
    lasts = [end.last for end in ends if end.last]
    joined = Dated(DateField.LISTED, max(firsts, default=None), min(lasts, default=None))
    place = conditions.index(ends[0])
    joined_ids = {id(end) for end in ends}
    others = [condition for condition in conditions if id(condition) not in joined_ids]
    return [*others[:place], joined, *others[place:]]


class _Parser:
    """Reads settled tokens once, from left to right; Everything stands for "asks nothing"."""

    def __init__(self, found: list[Token], today: date, growing_end: int) -> None:
        self._tokens = found
        self._position = 0
        self._today = today
        self._growing_end = growing_end
        self._leaves_out = False
        self.as_text: list[str] = []

    def parse(self) -> Condition:
        """Return the condition of the whole text."""
        return self._alternatives("")

    def _kind(self) -> TokenKind | None:
        return self._tokens[self._position].kind if self._position < len(self._tokens) else None

    def _take(self) -> Token:
        token = self._tokens[self._position]
        self._position += 1
        return token

    def _alternatives(self, field: str) -> Condition:
        found = [self._conjunction(field)]
        while self._kind() is TokenKind.OR:
            self._take()
            found.append(self._conjunction(field))
        return any_of(*(condition for condition in found if condition != Everything()))

    def _conjunction(self, field: str) -> Condition:
        found: list[Condition] = []
        while self._kind() not in {None, TokenKind.OR, TokenKind.CLOSE}:
            if self._kind() is TokenKind.AND:
                self._take()
            else:
                found.append(self._one(field))
        return all_of(*_on_one_day(found))

    def _one(self, field: str) -> Condition:
        negated = False
        while self._kind() in {TokenKind.MINUS, TokenKind.NOT}:
            self._take()
            negated = not negated
        self._leaves_out ^= negated
        condition = self._group(field) if self._kind() is TokenKind.OPEN else self._word(field)
        self._leaves_out ^= negated
        return negation_of(condition) if negated else condition

    def _group(self, field: str) -> Condition:
        opening = self._take()
        known = opening.field in FIELDS
        name = opening.text.removesuffix("(")
        if name and not known:
            self.as_text.append(name)
        inside = self._alternatives(opening.field if known else field)
        if self._kind() is TokenKind.CLOSE:
            self._take()
        return all_of(Text(name), inside) if name and not known else inside

    def _word(self, field: str) -> Condition:
        token = self._take()
        growing = token.end == self._growing_end and not token.closed
        if token.kind is not TokenKind.STRAY:
            condition = read_term(token, field, self._today, growing=growing)
            if condition is not None:
                return self._as_it_stands(condition, token) if growing else condition
        self.as_text.append(token.text.rstrip())
        condition = searched_as_text(token, growing=growing)
        return self._as_it_stands(condition, token) if growing else condition

    def _as_it_stands(self, condition: Condition, token: Token) -> Condition:
        if self._leaves_out and isinstance(condition, Text | Tagged | Exact):
            return replace(condition, prefix=token.starred)
        return condition
