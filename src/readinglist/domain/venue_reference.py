"""Where a paper was published, by the journal reference that arXiv has of it."""

import re
from dataclasses import replace

from readinglist.domain.clean_text import one_line
from readinglist.domain.venue import Venue, VenueKind
from readinglist.domain.venue_grammar import read_name
from readinglist.domain.venue_patterns import YEAR, plain_marks
from readinglist.domain.venue_words import NOT_YET, WORKSHOP
from readinglist.domain.venue_workshops import read_workshop

_MOST_READ = 500
_LEAD = re.compile(r"^(?:published\s+in[:\s]+|in[:\s]+(?=[A-Z]))+", re.IGNORECASE)
_NUMBERED = re.compile(
    r"""
    (?P<name>[A-Z][A-Za-z.&:'()\ -]{1,120}?[A-Za-z.)])[\s,]*
    (?:vol(?:ume)?\.?\s*)?(?P<volume>[A-Z]?\d{1,4})(?![\d.]|\s*-+\s*\d)(?P<rest>.*)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NO_JOURNAL = re.compile(
    r"""
    \b(?:proc|proceedings|conf|conference|symp|symposium|workshop|arxiv|preprint|thesis|report
    |book|chapter|lecture\s+notes|LNCS|LNAI|CEUR|submitted|accepted|pages?|pp|volume|vol|in)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_VOLUME = re.compile(
    r"(?:\bvol(?:ume)?\.?\s*|^[\s,]*(?!\d+\s*-+\s*\d))(?P<volume>\d{1,4})\b(?![/.]\d)",
    re.IGNORECASE,
)
_ISSN = re.compile(
    r"[\s,;(]*(?:(?P<said>\b(?:[ep]-?)?ISSN\b[:\s]*)|(?<=[A-Za-z)],)\s)"
    r"(?P<digits>\d{4}-\d{3}[\dX])\b\)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^[\s,]*\(\s*(?P<bracket>\d{1,3})\s*\)|\b(?:no|number|issue|iss)\b\.?\s*(?P<number>\d{1,3})\b",
    re.IGNORECASE,
)
_PAGES = re.compile(
    r"\b(?:pp|pages?)\b\.?\s*(?P<said>[A-Za-z]?\d+(?:\s*-+\s*[A-Za-z]?\d+)?)"
    r"|(?<![\w/.-])(?P<range>[A-Za-z]?\d{1,6}\s*-+\s*[A-Za-z]?\d{1,6})(?![\w/-])"
    r"|^[\s,:]+(?P<first>\d{3,6})(?=[\s,]*\()",
    re.IGNORECASE,
)


def venue_of_reference(journal_ref: str) -> Venue | None:
    """Return the venue of a journal reference, None if it is not understood."""
    text = plain_marks(one_line(journal_ref[:_MOST_READ]))
    if not text or NOT_YET.is_in(text):
        return None
    text = _ISSN.sub(_without_issn, _LEAD.sub("", text, count=1))
    if WORKSHOP.is_in(text):
        return _with_year(read_workshop(text), text)
    read = read_name(text)
    if read is None:
        return _numbered(text)
    if read.venue.kind is VenueKind.JOURNAL:
        volume = _VOLUME.search(read.rest)
        after = read.rest[volume.end() :] if volume else read.rest
        return _with_year(
            _with_numbers(read.venue, volume["volume"] if volume else "", after), text
        )
    return _with_year(read.venue, text) if read.is_known or read.venue.letters else None


def _without_issn(match: re.Match[str]) -> str:
    """Drop the number of a journal, which pages may look like but for its check digit."""
    digits = match["digits"].upper().replace("-", "")
    values = [10 if digit == "X" else int(digit) for digit in digits]
    is_valid = sum(value * (8 - place) for place, value in enumerate(values)) % 11 == 0
    return "" if match["said"] or is_valid else match[0]


def _numbered(text: str) -> Venue | None:
    """Read "Nature 521, 436-444 (2015)": a name, a volume and, somewhere after it, one year."""
    match = _NUMBERED.match(text)
    if match is None or _NO_JOURNAL.search(match["name"]) or not match["name"][0].isupper():
        return None
    name = match["name"].strip(" ,")
    venue = _with_numbers(Venue(VenueKind.JOURNAL, name), match["volume"], match["rest"])
    dated = _with_year(venue, match["rest"])
    return dated if dated and dated.year else None


def _with_numbers(venue: Venue, volume: str, rest: str) -> Venue:
    if re.fullmatch(YEAR, volume):
        return venue  # "2015" may be either, so nothing after it is clear
    number = _NUMBER.search(rest)
    issue = (number["bracket"] or number["number"]) if number else ""
    pages = _PAGES.search(re.sub(rf"\(\s*{YEAR}\s*\)", "()", rest))
    found = next((text for text in pages.groups() if text), "") if pages else ""
    if re.fullmatch(rf"{YEAR}\s*-+\s*\d+", found):
        found = ""  # a date
    return replace(venue, volume=volume, number=issue, pages=re.sub(r"\s*-+\s*", "-", found))


def _with_year(venue: Venue | None, text: str) -> Venue | None:
    if venue is None or venue.year:
        return venue
    years = {int(year) for year in re.findall(rf"(?<![\d/.:-]){YEAR}(?![\d/:-])", text)}
    return replace(venue, year=years.pop()) if len(years) == 1 else venue
