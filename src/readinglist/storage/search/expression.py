"""A query as an expression over the terms of the index.

Not everything can be said in terms: that words stand next to each other, or that a count is 21 and
not 30. An expression therefore has two bounds: ``upper`` matches every paper that the query
matches, and maybe more; ``lower`` matches only papers that the query matches. Where both are the
same the index alone answers. Negation swaps the bounds, which keeps them right in any tree.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import singledispatchmethod

from readinglist.domain.query import (
    AllOf,
    AnyOf,
    ByRule,
    Condition,
    Counted,
    Dated,
    Everything,
    Exact,
    Flag,
    InList,
    Is,
    Named,
    Not,
    Tagged,
    Text,
)
from readinglist.storage.search.terms import (
    BY_A_RULE,
    EXACT_MARKS,
    FIELD_MARKS,
    FIRST_DAY,
    HAS_CODE,
    HAS_NOTE,
    HAS_PDF,
    HAS_PROJECT,
    HIDDEN,
    IN_A_LIST,
    LAST_DAY,
    LONGEST_PREFIX,
    QUEUE_STATES,
    READ,
    STARRED,
    UNREAD,
    Mark,
    count_term,
    day_range_terms,
    exact_term,
    is_indexed_as_it_is,
    list_term,
    rule_term,
    tag_term,
)
from readinglist.storage.search.words import words_of

_DEEPEST = 12
"""Levels of an expression; FTS5's parser gives up at some fifty brackets. Deeper parts of a query
are left to the check of each row."""


@dataclass(frozen=True, slots=True)
class Term:
    """Papers that have a term, or one that begins so."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Both:
    """Papers that all parts match; at least two."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Papers that one part matches; none, if there is no part."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Papers that ``part`` does not match."""

    part: "Expression"


Expression = Term | Both | Either | Without

NOTHING = Either(())
EVERYTHING = Term(Mark.PUBLISHED, prefix=True)
"""Every paper has a day of publication."""

_FLAGS: dict[Flag, Expression] = {
    Flag.STARRED: Term(STARRED),
    Flag.READ: Term(READ),
    Flag.UNREAD: Term(UNREAD),
    Flag.HIDDEN: Term(HIDDEN),
    Flag.HAS_CODE: Term(HAS_CODE),
    Flag.HAS_PROJECT: Term(HAS_PROJECT),
    Flag.HAS_PDF: Term(HAS_PDF),
    Flag.HAS_NOTE: Term(HAS_NOTE),
    Flag.HAS_TAG: Term(Mark.TAG, prefix=True),
    Flag.HAS_LIST: Term(IN_A_LIST[:LONGEST_PREFIX], prefix=True),
    Flag.HAS_RULE: Term(BY_A_RULE[:LONGEST_PREFIX], prefix=True),
    **{Flag(state): Term(term) for state, term in QUEUE_STATES.items()},
}
"""No other flag begins like those of lists and rules."""


def all_parts(parts: Sequence[Expression]) -> Expression:
    """Return the conjunction, without parts that say nothing."""
    kept = list(dict.fromkeys(part for part in parts if part != EVERYTHING))
    if NOTHING in kept:
        return NOTHING
    if not kept:
        return EVERYTHING
    return kept[0] if len(kept) == 1 else Both(tuple(kept))


def any_part(parts: Sequence[Expression]) -> Expression:
    """Return the disjunction, without parts that match nothing."""
    kept = list(dict.fromkeys(part for part in parts if part != NOTHING))
    if EVERYTHING in kept:
        return EVERYTHING
    return kept[0] if len(kept) == 1 else Either(tuple(kept))


def opposite(part: Expression) -> Expression:
    """Return the negation."""
    if part == NOTHING:
        return EVERYTHING
    if part == EVERYTHING:
        return NOTHING
    return part.part if isinstance(part, Without) else Without(part)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a condition matches lies between these two."""

    upper: Expression
    lower: Expression

    @property
    def is_exact(self) -> bool:
        """Whether the index alone answers."""
        return self.upper == self.lower


def _exactly(expression: Expression) -> Bounds:
    return Bounds(expression, expression)


class Terms:
    """Says conditions in terms.

    Args:
        numbers: gives the numbers of the tags (those nested in it included), lists or rules that
            a condition names.
        words: gives the terms of the words that begin so, or None if they are too many. Without
            it the index is asked for all beginnings, which for long ones is no list that it has:
            it then gathers whole lists before it yields the first paper.
    """

    def __init__(
        self,
        numbers: Callable[[Named], Sequence[int]],
        words: Callable[[str], Sequence[str] | None] | None = None,
    ) -> None:
        self._numbers = numbers
        self._words = words

    def bounds(self, condition: Condition) -> Bounds:
        """Return what the index can say of a condition."""
        found = self._bounds(condition)
        if max(_depth(found.upper), _depth(found.lower)) > _DEEPEST:
            return Bounds(EVERYTHING, NOTHING)
        return found

    @singledispatchmethod
    def _bounds(self, condition: Condition) -> Bounds:
        raise TypeError(condition)

    @_bounds.register
    def _(self, _condition: Everything) -> Bounds:
        return _exactly(EVERYTHING)

    @_bounds.register
    def _(self, condition: Text) -> Bounds:
        words = words_of(condition.text)
        marks = FIELD_MARKS[condition.field]
        if not words:
            return _exactly(NOTHING)
        if len(words) == 1:
            return _any_of([self._term(mark + words[0], condition.prefix) for mark in marks])
        last = len(words) - 1
        together = [
            all_parts(
                [
                    self._term(mark + word, condition.prefix and place == last).upper
                    for place, word in enumerate(words)
                ]
            )
            for mark in marks
        ]
        return Bounds(any_part(together), NOTHING)

    def _term(self, text: str, prefix: bool) -> Bounds:  # noqa: FBT001 (a property of the term)
        if self._words is None or not prefix or len(text) <= LONGEST_PREFIX:
            return _exactly(Term(text, prefix))
        words = self._words(text)
        if words is None:
            return Bounds(Term(text[:LONGEST_PREFIX], prefix=True), NOTHING)
        return _exactly(any_part([Term(word) for word in words]))

    @_bounds.register
    def _(self, condition: Tagged) -> Bounds:
        return self._named(condition, tag_term)

    @_bounds.register
    def _(self, condition: InList) -> Bounds:
        return self._named(condition, list_term)

    @_bounds.register
    def _(self, condition: ByRule) -> Bounds:
        return self._named(condition, rule_term)

    def _named(self, condition: Named, term: Callable[[int], str]) -> Bounds:
        numbers = self._numbers(condition)
        return _exactly(any_part([Term(term(number)) for number in numbers]))

    @_bounds.register
    def _(self, condition: Is) -> Bounds:
        return _exactly(_FLAGS[condition.flag])

    @_bounds.register
    def _(self, condition: Dated) -> Bounds:
        if condition.first is None and condition.last is None:
            return _exactly(EVERYTHING)
        first, last = condition.first or FIRST_DAY, condition.last or LAST_DAY
        if first > last:
            return _exactly(NOTHING)
        clamped = (min(max(day, FIRST_DAY), LAST_DAY) for day in (first, last))
        terms = [Term(*term) for term in day_range_terms(condition.field, *clamped)]
        found = any_part(terms)
        # The first and the last code stand for all days beyond them as well.
        certain = (condition.first is None or FIRST_DAY < first <= LAST_DAY) and (
            condition.last is None or FIRST_DAY <= last < LAST_DAY
        )
        return _exactly(found) if certain else Bounds(found, NOTHING)

    @_bounds.register
    def _(self, condition: Counted) -> Bounds:
        least = max(condition.least or 0, 0)
        upper: list[Expression] = []
        lower: list[Expression] = []
        if least > 0:
            upper.append(Term(count_term(condition.field, least.bit_length() - 1)))
            lower.append(Term(count_term(condition.field, (least - 1).bit_length())))
        if condition.most is not None:
            if condition.most < least:
                return _exactly(NOTHING)
            above = condition.most + 1
            upper.append(Without(Term(count_term(condition.field, (above - 1).bit_length()))))
            lower.append(Without(Term(count_term(condition.field, above.bit_length() - 1))))
        return Bounds(all_parts(upper), all_parts(lower))

    @_bounds.register
    def _(self, condition: Exact) -> Bounds:
        text = exact_term(condition.field, condition.value)
        if self._words is not None and condition.prefix and len(text) > LONGEST_PREFIX:
            return Bounds(Term(text[:LONGEST_PREFIX], prefix=True), NOTHING)
        term = Term(text, condition.prefix)
        certain = is_indexed_as_it_is(condition.value) and text != EXACT_MARKS[condition.field]
        return _exactly(term) if certain else Bounds(term, NOTHING)

    @_bounds.register
    def _(self, condition: Not) -> Bounds:
        inner = self.bounds(condition.condition)
        return Bounds(opposite(inner.lower), opposite(inner.upper))

    @_bounds.register
    def _(self, condition: AllOf) -> Bounds:
        parts = [self.bounds(part) for part in condition.conditions]
        return Bounds(
            all_parts([part.upper for part in parts]), all_parts([part.lower for part in parts])
        )

    @_bounds.register
    def _(self, condition: AnyOf) -> Bounds:
        return _any_of([self.bounds(part) for part in condition.conditions])


def _any_of(parts: Sequence[Bounds]) -> Bounds:
    return Bounds(
        any_part([part.upper for part in parts]), any_part([part.lower for part in parts])
    )


def _depth(expression: Expression) -> int:
    match expression:
        case Both(parts) | Either(parts):
            return 1 + max((_depth(part) for part in parts), default=0)
        case Without(part):
            return 1 + _depth(part)
        case _:
            return 0


def match_text(expression: Expression) -> str:
    """Return an expression in FTS5's language; every term is quoted.

    ``NOTHING`` has no text: who would ask for it need not ask.
    """
    match expression:
        case Term(text, prefix):
            quoted = text.replace('"', '""')
            return f'"{quoted}" *' if prefix else f'"{quoted}"'
        case Either(parts):
            return f"({' OR '.join(match_text(part) for part in parts)})"
        case Without(part):
            return f"({match_text(EVERYTHING)} NOT {match_text(part)})"
        case Both(parts):
            return _conjunction(parts)


def _conjunction(parts: tuple[Expression, ...]) -> str:
    """FTS5's NOT takes away from something, so what is wanted comes first."""
    wanted = [match_text(part) for part in parts if not isinstance(part, Without)]
    unwanted = [match_text(part.part) for part in parts if isinstance(part, Without)]
    text = " AND ".join(wanted or [match_text(EVERYTHING)])
    return f"(({text}) NOT ({' OR '.join(unwanted)}))" if unwanted else f"({text})"
