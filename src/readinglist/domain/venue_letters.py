"""Conferences and journals that are known by their letters or by their full names."""

import re
from collections.abc import Iterator
from functools import cache

from readinglist.domain.venue import Venue, VenueKind
from readinglist.domain.venue_names import CONFERENCES, JOURNALS, OTHER_SPELLINGS
from readinglist.domain.venue_patterns import YEAR, full_year

_SPELLINGS = sorted({*CONFERENCES, *JOURNALS, *OTHER_SPELLINGS}, key=len, reverse=True)

LETTERS = "|".join(re.escape(spelling).replace(r"\ ", r"[\s-]?") for spelling in _SPELLINGS)
"""All spellings, the longest first."""

_YEAR_AFTER = rf"""
    (?:[\s_,-]{{0,2}}(?:[(\[]\s*)?'?\s?
    (?P<year>{YEAR}|(?<=')\d\d|[012]\d(?!\s*(?:pages?|pp|figures?|tables?)\b))
    (?!\d|[.:]\d|th|st|nd|rd|-[A-Za-z])[)\]]?)?
"""
_VERBOSE_LETTERS = LETTERS.replace("#", r"\#")  # white space in it is within classes or escaped
KNOWN = re.compile(
    rf"(?P<letters>{_VERBOSE_LETTERS})(?![A-Za-z])(?!-W\b|W\b){_YEAR_AFTER}", re.VERBOSE
)
"""The letters of a known venue, with the year if it follows."""

KNOWN_IN_SMALL = re.compile(
    rf"(?P<letters>{'|'.join(each for each in _SPELLINGS if len(each) > 3 and each.isalpha())})"
    rf"(?![A-Za-z]){_YEAR_AFTER}",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""The same in any case, such as "iccv 2025"; for those that no usual word looks like."""

_KNOWN_WITHIN = re.compile(rf"(?<![\w-]){KNOWN.pattern}", re.VERBOSE)

_PARTS_OF_MANY = (
    *("Artificial Intelligence", "Machine Learning", "Computer Vision", "Pattern Recognition"),
    *("Data Engineering", "Data Mining", "Robotics and Automation", "Software Engineering"),
    *("Image Processing", "Neural Networks", "Computational Linguistics", "Multimedia"),
)
"""Names after "Conference on" that more than one conference or journal has."""

_DROPPED = frozenset("the annual iapr ieee cvf acm rsj and of on for in".split())


def known_venue(letters: str, year: int | None) -> Venue:
    """Return the venue with these letters, which the tables have."""
    if letters in JOURNALS:
        return Venue(VenueKind.JOURNAL, JOURNALS[letters], year, letters)
    name = CONFERENCES[letters]
    kind = VenueKind.WORKSHOP if name.endswith("Workshops") else VenueKind.CONFERENCE
    return Venue(kind, name if name.endswith(letters) else f"{name} ({letters})", year, letters)


def usual_letters(spelling: str) -> str:
    """Return the letters of the tables for a spelling that ``KNOWN`` or its like has found."""
    plain = " ".join(spelling.replace("-", " ").split())
    for each in (spelling, plain, plain.replace(" ", "")):
        if each in CONFERENCES or each in JOURNALS:
            return each
        if each in OTHER_SPELLINGS:
            return OTHER_SPELLINGS[each]
    return _in_small()[plain.casefold()]


def letters_of_kind(letters: str, kind: VenueKind) -> str:
    """Return the usual letters if they are those of such a venue, otherwise ""."""
    match = KNOWN.fullmatch(letters)
    usual = usual_letters(match["letters"]) if match else ""
    return usual if (usual in JOURNALS) == (kind is VenueKind.JOURNAL) else ""


def letters_of_name(name: str) -> str:
    """Return the letters of a venue by its full name, however that is written, otherwise ""."""
    return _by_name().get(_key(name), "")


def venues_within(text: str) -> Iterator[Venue]:
    """Yield the known conferences and journals that a text names anywhere by their letters."""
    for match in _KNOWN_WITHIN.finditer(text):
        yield known_venue(usual_letters(match["letters"]), full_year(match["year"]))


@cache
def _in_small() -> dict[str, str]:
    return {spelling.casefold(): usual_letters(spelling) for spelling in _SPELLINGS}


@cache
def _by_name() -> dict[str, str]:
    names = {**JOURNALS, **CONFERENCES}
    parts = {_key(re.sub(r"^.*?Conference on ", "", names[letters])): letters for letters in names}
    for ambiguous in _PARTS_OF_MANY:
        parts.pop(_key(ambiguous), None)
    return parts | {_key(name): letters for letters, name in names.items()}


def _key(name: str) -> str:
    """Return what of a name stays the same however it is written."""
    words = re.sub(r"[^\w\s]", " ", name.lower().replace("&", " and ")).split()
    return " ".join(word for word in words if word not in _DROPPED)
