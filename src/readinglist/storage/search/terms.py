"""The terms that a paper is found by.

One index answers every query, so everything that a query can ask for is a term: a word of the
abstract stands for itself; words of other fields, tags, flags, days and counts carry a mark in
front that no word has. ``^attention`` is a word of the title, ``@vaswani`` one of an author's name,
``!starred`` a flag, ``#3`` the tag with that number.

A term may go on where a query says so, and up to ``LONGEST_PREFIX`` characters that is as fast as a
whole term: the index keeps such beginnings as lists of their own. The codes of days are made so
that a century, a year and a month are such beginnings.
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from readinglist.domain.query import DateField, ExactField, NumberField, TextField
from readinglist.domain.reading_queue import QueueState

LONGEST_PREFIX = 4
"""Characters, the mark included; see docs/decisions/0009."""


class Mark(StrEnum):
    """The first character of a term says what it is; a word of the abstract has none."""

    TITLE = "^"
    AUTHOR = "@"
    ORGANIZATION = "&"
    NOTE = "~"
    TAG = "#"
    FLAG = "!"
    LISTED = "="
    PUBLISHED = ">"
    COUNT = "+"
    ID = "/"
    CITATION_KEY = "%"
    SOURCE = "$"


INSIDE_TERMS = "._-:"
"""Other signs that belong to terms: those of ids, citation keys and sources."""

FIELD_MARKS: dict[TextField, tuple[str, ...]] = {
    TextField.ANY: ("", Mark.TITLE, Mark.AUTHOR),
    TextField.TITLE: (Mark.TITLE,),
    TextField.AUTHOR: (Mark.AUTHOR,),
    TextField.ABSTRACT: ("",),
    TextField.NOTE: (Mark.NOTE,),
    TextField.ORGANIZATION: (Mark.ORGANIZATION,),
}
"""Where the words of a field stand."""

EXACT_MARKS = {
    ExactField.ARXIV_ID: Mark.ID,
    ExactField.CITATION_KEY: Mark.CITATION_KEY,
    ExactField.SOURCE: Mark.SOURCE,
}
DATE_MARKS = {DateField.LISTED: Mark.LISTED, DateField.PUBLISHED: Mark.PUBLISHED}

STARRED = f"{Mark.FLAG}starred"
READ = f"{Mark.FLAG}read"
UNREAD = f"{Mark.FLAG}unread"
HIDDEN = f"{Mark.FLAG}hidden"
QUEUE_STATES = {state.value: f"{Mark.FLAG}{state.value}" for state in QueueState}
IN_A_LIST = f"{Mark.FLAG}list"
BY_A_RULE = f"{Mark.FLAG}rule"
"""What the terms of lists and rules begin with; their numbers follow. A mark of their own would
have been a change of the tokenizer, and of the whole index."""
HAS_CODE = f"{Mark.FLAG}code"
HAS_PROJECT = f"{Mark.FLAG}project"
HAS_PDF = f"{Mark.FLAG}pdf"
HAS_NOTE = f"{Mark.FLAG}note"

FIRST_DAY = date(1000, 1, 1)
LAST_DAY = date(2999, 12, 31)
"""Days before and after have the codes of these."""

_COUNT_LETTERS = {
    NumberField.UPVOTES: "u",
    NumberField.COMMENTS: "c",
    NumberField.AUTHORS: "a",
    NumberField.RATING: "r",
}
_CODE_BASE = 0xC0
_UNINDEXED = re.compile(rf"[^\w/{re.escape(INSIDE_TERMS)}]", re.ASCII)


def tag_term(tag_id: int) -> str:
    """Return the term of a tag."""
    return f"{Mark.TAG}{tag_id}"


def list_term(list_id: int) -> str:
    """Return the term of a reading list."""
    return f"{IN_A_LIST}{list_id}"


def rule_term(rule_id: int) -> str:
    """Return the term of the papers on which a rule has acted."""
    return f"{BY_A_RULE}{rule_id}"


def count_term(field: NumberField, exponent: int) -> str:
    """Return the term of papers with a count of at least two to the power of ``exponent``."""
    return f"{Mark.COUNT}{_COUNT_LETTERS[field]}{exponent:02}"


def count_terms(field: NumberField, count: int) -> Iterator[str]:
    """Return the terms of a count: one for each power of two that it reaches."""
    return (count_term(field, exponent) for exponent in range(max(count, 0).bit_length()))


def exact_term(field: ExactField, value: str) -> str:
    """Return the term of an id, a citation key or a source."""
    return EXACT_MARKS[field] + _UNINDEXED.sub("_", value.lower())


def is_indexed_as_it_is(value: str) -> bool:
    """Whether two values have the same term only if they are equal but for case."""
    return value.isascii() and not _UNINDEXED.search(value)


def day_term(field: DateField, day: date) -> str:
    """Return the term of a day: one character each for century, year, month and day."""
    day = min(max(day, FIRST_DAY), LAST_DAY)
    return _code(field, (day.year // 100, day.year % 100, day.month, day.day))


def day_range_terms(field: DateField, first: date, last: date) -> Iterator[tuple[str, bool]]:
    """Yield terms that together are the days from ``first`` to ``last``, both included.

    Whole months, years and centuries are beginnings of terms, marked by True.
    """
    low = (first.year // 100, first.year % 100, first.month, first.day)
    high = (last.year // 100, last.year % 100, last.month, last.day)
    for digits in _cover((), low, high, at_low=True, at_high=True):
        yield _code(field, digits), len(digits) < len(low)


_LEAST = (0, 0, 1, 1)
_MOST = (99, 99, 12, 31)


def _cover(
    digits: tuple[int, ...],
    low: tuple[int, ...],
    high: tuple[int, ...],
    *,
    at_low: bool,
    at_high: bool,
) -> Iterator[tuple[int, ...]]:
    """Yield the fewest beginnings that hold exactly what lies from ``low`` to ``high``."""
    place = len(digits)
    from_least = not at_low or low[place:] == _LEAST[place:]
    to_most = not at_high or high[place:] == _MOST[place:]
    if digits and from_least and to_most:
        yield digits
        return
    first = low[place] if at_low else _LEAST[place]
    last = high[place] if at_high else _MOST[place]
    for digit in range(first, last + 1):
        yield from _cover(
            (*digits, digit),
            low,
            high,
            at_low=at_low and digit == low[place],
            at_high=at_high and digit == high[place],
        )


def _code(field: DateField, digits: tuple[int, ...]) -> str:
    return DATE_MARKS[field] + "".join(chr(_CODE_BASE + digit) for digit in digits)
