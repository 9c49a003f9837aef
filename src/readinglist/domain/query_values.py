"""What may stand after the colon of a field, to be offered while it is typed."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from readinglist.domain.clean_text import one_line
from readinglist.domain.date_range import first_day, last_day

MOST_OFFERED = 50
"""Nobody scrolls through more; another letter is faster."""

SOURCES = (("daily-papers", "Hugging Face Daily Papers"),)


@dataclass(frozen=True, slots=True)
class Known:
    """What a library has that can be named in a filter.

    Attributes:
        tags: the tags and on how many papers they are.
        lists: the reading lists and how many papers are in them.
        rules: names of rules, and what they do.
        authors: names that may fit what is being typed, the likeliest first.
        sources: names of sources, and what they are.
    """

    tags: Sequence[tuple[str, int]] = ()
    lists: Sequence[tuple[str, int]] = ()
    rules: Sequence[tuple[str, str]] = ()
    authors: Sequence[str] = ()
    sources: Sequence[tuple[str, str]] = SOURCES


@dataclass(frozen=True, slots=True)
class OfferedValue:
    """A value without quotes, and a few words on it."""

    text: str
    explanation: str = ""


def offered_values(field: str, beginning: str, today: date, known: Known) -> list[OfferedValue]:
    """Return the values of ``field`` that what was typed may become, the likeliest first."""
    typed = one_line(beginning)
    if field in _CHOICES:
        found = _beginning_so(_CHOICES[field], typed)
    elif field in _DATE_FIELDS:
        found = list(_dates(field, typed, today))
    else:
        found = _named(field, typed, known)
    if len(found) == 1 and found[0].text.casefold() == typed.casefold():
        return []  # it is all there already
    return found[:MOST_OFFERED]


def _named(field: str, typed: str, known: Known) -> list[OfferedValue]:
    """Offer what the library has names for."""
    match field:
        case "tag":
            return _tags(typed, known.tags)
        case "list":
            return _tags(typed, known.lists)
        case "rule":
            return _beginning_so(known.rules, typed)
        case "author":
            return _authors(typed, known.authors)
        case "source":
            return _beginning_so(known.sources, typed)
        case _:
            return []


_CHOICES = {
    "is": (
        ("starred", "papers with a star"),
        ("unread", "papers that you have not read"),
        ("read", "papers that you have read"),
        ("hidden", "papers that you put away"),
        ("to-read", "papers waiting in the queue"),
        ("reading", "papers that you have begun"),
        ("done", "papers that you are done with"),
    ),
    "has": (
        ("code", "a link to its code"),
        ("project", "a project page"),
        ("note", "a note of yours"),
        ("pdf", "a PDF on arXiv"),
        ("tag", "any tag"),
        ("list", "any reading list"),
        ("rule", "a rule has acted on it"),
    ),
    "upvotes": (
        (">10", "more than 10"),
        (">20", "more than 20"),
        (">50", "more than 50"),
        (">100", "more than 100"),
        ("10..50", "from 10 to 50"),
    ),
    "rating": (("5", "the best"), (">3", "4 or 5"), (">0", "any rating"), ("0", "no rating")),
    "comments": ((">0", "any comment"), (">5", "more than 5"), ("0", "no comment")),
    "authors": (
        ("1", "a single author"),
        ("<5", "fewer than 5"),
        (">20", "more than 20"),
        (">100", "more than 100"),
        ("5..10", "from 5 to 10"),
    ),
}
"""Flags, and counts that people ask for: an example tells more than a rule."""

_DATE_FIELDS = ("date", "published", "since", "until")
_RANGES = ("date", "published")
_YEAR_AND_DASH = re.compile(r"(\d{4})-\d?", re.ASCII)
_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def _beginning_so(choices: Iterable[tuple[str, str]], typed: str) -> list[OfferedValue]:
    folded = typed.casefold()
    return [OfferedValue(*one) for one in choices if one[0].casefold().startswith(folded)]


def _dates(field: str, typed: str, today: date) -> Iterator[OfferedValue]:
    start, dots, rest = typed.partition("..")
    if dots and (field not in _RANGES or (start and not first_day(start, today))):
        return
    head, end = (f"{start}..", rest.casefold()) if dots else ("", start.casefold())
    forms = dict(_near_dates(today))
    for form, name in _months_of(end):
        forms.setdefault(form, name)
    for form, name in forms.items():
        first, last = first_day(form, today), last_day(form, today)
        if not first or not last or first > today or not form.casefold().startswith(end):
            continue
        told = name
        if dots:
            told = f"until {last.isoformat()}"
        elif field == "since":
            told = f"from {first.isoformat()} on"
        elif field == "until":
            told = f"until {last.isoformat()}"
        yield OfferedValue(head + form, told)


def _near_dates(today: date) -> Iterator[tuple[str, str]]:
    """Yield the dates that people ask for; at the ends of the calendar some do not exist."""
    year, week, _day = today.isocalendar()
    months = today.year * 12 + today.month - 1
    yield "today", today.isoformat()
    yield "yesterday", "the day before today"
    yield "1w", "the last week"
    yield "2w", "the last two weeks"
    yield "1m", "the last month, to the day"
    yield f"{year:04}-W{week:02}", "this week"
    yield f"{months // 12:04}-{months % 12 + 1:02}", "this month"
    yield f"{(months - 1) // 12:04}-{(months - 1) % 12 + 1:02}", "the month before"
    yield f"{today.year:04}", "this year"
    yield f"{today.year - 1:04}", "the year before"


def _months_of(typed: str) -> Iterator[tuple[str, str]]:
    if match := _YEAR_AND_DASH.fullmatch(typed):
        for number, name in enumerate(_MONTHS, start=1):
            yield f"{match[1]}-{number:02}", f"{name} {int(match[1])}"


def _tags(typed: str, tags: Iterable[tuple[str, int]]) -> list[OfferedValue]:
    """Offer the tags that contain what was typed: those that begin so first, then the most used."""
    wanted = _folded(typed)
    found = [(_folded(tag), tag, papers) for tag, papers in tags if _can_be_quoted(tag)]
    found = [one for one in found if wanted in one[0]]
    found.sort(key=lambda one: (not one[0].startswith(wanted), -one[2], one[0]))
    return [
        OfferedValue(tag, "1 paper" if papers == 1 else f"{papers:,} papers")
        for _, tag, papers in found
    ]


def _authors(typed: str, names: Iterable[str]) -> list[OfferedValue]:
    """Offer the names in which words begin as typed; without a letter there are too many."""
    wanted = _folded(typed)
    if not wanted:
        return []
    # The language has no way to write a quote within quotes, and needs none: words are compared.
    spoken = (one_line(name.replace('"', " ")) for name in names)
    return [
        OfferedValue(name)
        for name in dict.fromkeys(spoken)
        if f" {wanted}" in f" {_folded(name)}" and _can_be_quoted(name)
    ]


def _can_be_quoted(value: str) -> bool:
    """Whether quotes keep the value as it is; a star at its end would ask for a beginning."""
    return bool(value) and '"' not in value and not value.endswith("*")


def _folded(text: str) -> str:
    """Return ``text`` without capitals and accents, as the search sees it."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
