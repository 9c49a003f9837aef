"""What one word of the filter asks for: ``title:attention``, ``since:2w``, ``2401.12345``."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from readinglist.domain.annotation import clean_tag
from readinglist.domain.arxiv_id import parse_arxiv_id
from readinglist.domain.clean_text import one_line
from readinglist.domain.date_range import (
    first_day,
    last_day,
    may_become_date_range,
    parse_date_range,
)
from readinglist.domain.query import (
    ByRule,
    Condition,
    Counted,
    Dated,
    DateField,
    Everything,
    Exact,
    ExactField,
    Flag,
    InList,
    Is,
    NumberField,
    Tagged,
    Text,
    TextField,
)
from readinglist.domain.query_lexer import Token

_FLAGS = {
    "is": {flag.value: flag for flag in Flag if not flag.startswith("has:")},
    "has": {flag.value.removeprefix("has:"): flag for flag in Flag if flag.startswith("has:")},
}
_TEXT_FIELDS = {field.value: field for field in TextField if field is not TextField.ANY}
_NUMBER = re.compile(r"(?P<sign>>=|<=|>|<|=)?(?P<number>\d{1,9})", re.ASCII)
_NUMBER_RANGE = re.compile(r"(?P<least>\d{1,9})?\.\.(?P<most>\d{1,9})?", re.ASCII)
_NUMBER_BEGINNING = re.compile(r"[<>]=?|=|\d{0,9}\.{1,2}", re.ASCII)
_LOCAL_ID = re.compile(r"local:\d{1,9}", re.ASCII | re.IGNORECASE)
_MAY_GET_A_DIGIT = re.compile(r"(?:.*\D)?\d{4}\.\d{4}", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Word:
    """A value on its own. ``growing``: it is still being typed; ``starred``: it ends in ``*``."""

    value: str
    starred: bool
    growing: bool
    today: date

    @property
    def prefix(self) -> bool:
        return self.starred or self.growing


def read_term(token: Token, group_field: str, today: date, *, growing: bool) -> Condition | None:
    """Return what a word asks for, Everything if that is nothing, or None if it makes no sense.

    Args:
        token: the word or phrase.
        group_field: the field of the parentheses around it, which a field of its own overrules.
        today: the day from which ``2w`` counts back.
        growing: whether the word is still being typed.
    """
    field = token.field or group_field
    value = token.value
    if not token.quoted and token.field not in FIELDS:
        if not group_field and (found := paper_id(token.text, growing=growing)):
            return found
        if not _looks_like_field(token):
            field, value = group_field, token.text.rstrip("*")
    word = _Word(one_line(value), token.starred, growing, today)
    if _asks_nothing(token, field, word):
        return Everything()
    if not field:
        return _text(word, TextField.ANY)
    if field not in FIELDS or not word.value:
        return None
    found_here = FIELDS[field](word)
    if found_here is None and growing and not word.starred and _is_beginning(field, word.value):
        return Everything()
    return found_here


def searched_as_text(token: Token, *, growing: bool) -> Condition:
    """Return the search for a word as typed; Everything if no index of words can hold it."""
    # In title:++ the field was understood, and to search for the word "title" would be wrong.
    in_text_field = token.field in _TEXT_FIELDS and token.value
    shown = token.value if in_text_field else token.text.rstrip().rstrip("*")
    word = _Word(one_line(shown), token.starred, growing, date.min)
    return _text(word, TextField.ANY) or Everything()


def paper_id(text: str, *, growing: bool) -> Exact | None:
    """Return the paper that an id, a link or ``local:N`` names, or None if ``text`` is neither.

    While it is growing, an id of which the last digit may be missing is a prefix.
    """
    if _LOCAL_ID.fullmatch(text):
        return Exact(ExactField.ARXIV_ID, text.lower(), prefix=growing)
    arxiv_id = parse_arxiv_id(text)
    if not arxiv_id:
        return None
    unfinished = growing and _MAY_GET_A_DIGIT.fullmatch(text) is not None
    return Exact(ExactField.ARXIV_ID, arxiv_id, prefix=unfinished)


def _looks_like_field(token: Token) -> bool:
    """``LoRA: low rank``, ``https://…`` and ``std::move`` are ordinary text."""
    return bool(token.field and token.value) and not token.value.startswith((":", "//"))


def _asks_nothing(token: Token, field: str, word: _Word) -> bool:
    if token.text == "-":
        return True
    return not word.value and (word.growing if field else token.quoted)


def _text(word: _Word, field: TextField) -> Text | None:
    if not any(letter.isalnum() for letter in word.value):
        return None
    # After a sign the last word is complete: C++ does not begin "category".
    ends_in_sign = unicodedata.category(word.value[-1])[0] in "PS"
    return Text(word.value, field, prefix=word.starred or (word.growing and not ends_in_sign))


def _text_in(field: TextField) -> Callable[[_Word], Condition | None]:
    return lambda word: _text(word, field)


def _tagged(word: _Word) -> Condition | None:
    tag = clean_tag(word.value)
    # rl/ is the whole tag rl with all that is nested in it, not the beginning of rlhf.
    return Tagged(tag, prefix=word.prefix and not word.value.endswith("/")) if tag else None


def _in_list(word: _Word) -> Condition | None:
    return InList(word.value, prefix=word.prefix)


def _by_rule(word: _Word) -> Condition | None:
    return ByRule(word.value, prefix=word.prefix)


def _flag_of(field: str) -> Callable[[_Word], Condition | None]:
    def read(word: _Word) -> Condition | None:
        flag = None if word.starred else _FLAGS[field].get(word.value.lower())
        return Is(flag) if flag else None

    return read


def _dated(field: DateField) -> Callable[[_Word], Condition | None]:
    def read(word: _Word) -> Condition | None:
        days = None if word.starred else parse_date_range(word.value, word.today)
        return Dated(field, *days) if days else None

    return read


def _since(word: _Word) -> Condition | None:
    day = None if word.starred else first_day(word.value, word.today)
    return Dated(DateField.LISTED, day, None) if day else None


def _until(word: _Word) -> Condition | None:
    day = None if word.starred else last_day(word.value, word.today)
    return Dated(DateField.LISTED, None, day) if day else None


def _counted(field: NumberField) -> Callable[[_Word], Condition | None]:
    def read(word: _Word) -> Condition | None:
        limits = None if word.starred else _number_range(word.value)
        return Counted(field, *limits) if limits else None

    return read


def _number_range(text: str) -> tuple[int | None, int | None] | None:
    if match := _NUMBER.fullmatch(text):
        number = int(match["number"])
        ranges: dict[str | None, tuple[int | None, int | None]] = {
            ">": (number + 1, None),
            ">=": (number, None),
            "<": (None, number - 1),
            "<=": (None, number),
        }
        return ranges.get(match["sign"], (number, number))
    match = _NUMBER_RANGE.fullmatch(text)
    if not match or match[0] == "..":
        return None
    least, most = (int(end) if end else None for end in match.groups())
    if least is not None and most is not None:
        return min(least, most), max(least, most)
    return least, most


def _id(word: _Word) -> Condition | None:
    found = paper_id(word.value, growing=word.prefix)
    return found or Exact(ExactField.ARXIV_ID, word.value, prefix=True)


def _exact(field: ExactField) -> Callable[[_Word], Condition | None]:
    return lambda word: Exact(field, word.value, prefix=word.prefix)


def _is_beginning(field: str, value: str) -> bool:
    """Whether more typing could make sense of the value; to report it now would be a nuisance."""
    if field in _FLAGS:
        return any(name.startswith(value.lower()) for name in _FLAGS[field])
    if field in _NUMBER_FIELDS:
        return _NUMBER_BEGINNING.fullmatch(value) is not None
    return field in _DATE_FIELDS and may_become_date_range(value)


_NUMBER_FIELDS = tuple(field.value for field in NumberField)
_DATE_FIELDS = ("date", "since", "until", "published")
FIELDS: dict[str, Callable[[_Word], Condition | None]] = {
    **{name: _text_in(field) for name, field in _TEXT_FIELDS.items()},
    "tag": _tagged,
    "list": _in_list,
    "rule": _by_rule,
    "id": _id,
    "key": _exact(ExactField.CITATION_KEY),
    "source": _exact(ExactField.SOURCE),
    **{name: _flag_of(name) for name in _FLAGS},
    "date": _dated(DateField.LISTED),
    "published": _dated(DateField.PUBLISHED),
    "since": _since,
    "until": _until,
    **{field.value: _counted(field) for field in NumberField},
}
"""What may stand before a colon, and what reads the value after it."""
