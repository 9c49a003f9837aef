"""Where a paper was published, by the journal reference that arXiv has of it."""

import re
from dataclasses import replace

from readinglist.domain.clean_text import one_line
from readinglist.domain.venue import Venue, VenueKind
from readinglist.domain.venue_comment import NOT_YET
from readinglist.domain.venue_grammar import read_name
from readinglist.domain.venue_workshops import WORKSHOP, read_workshop

_MOST_READ = 500
_YEAR = r"(?:19|20)\d\d"
_LEAD = re.compile(r"^(?:published\s+in[:\s]+|in[:\s]+(?=[A-Z]))+", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?P<name>[A-Z][A-Za-z.&:'’() -]{1,120}?[A-Za-z.)])[\s,]*(?:vol(?:ume)?\.?\s*)?(?P<volume>[A-Z]?\d{1,4})(?![\d.])"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
_NO_JOURNAL = re.compile(
    r"\b(?:proc|proceedings|conf|conference|symp|symposium|workshop|arxiv|preprint|thesis|report|book|chapter"
    r"|lecture\s+notes|LNCS|LNAI|CEUR|submitted|accepted|pages?|pp|volume|vol|in)\b\.?",
    re.IGNORECASE,
)
_VOLUME = re.compile(
    r"(?:\bvol(?:ume)?\.?\s*|^[\s,]*)(?P<volume>\d{1,4})\b(?![/.]\d)", re.IGNORECASE
)
_NUMBER = re.compile(
    r"^[\s,]*\(\s*(?P<bracket>\d{1,3})\s*\)|\b(?:no|number|issue|iss)\b\.?\s*(?P<number>\d{1,3})\b",
    re.IGNORECASE,
)
_PAGES = re.compile(
    r"\b(?:pp|pages?)\b\.?\s*(?P<said>[A-Za-z]?\d+(?:\s*[-–—]+\s*[A-Za-z]?\d+)?)"
    r"|(?<![\w/.-])(?P<range>[A-Za-z]?\d{1,6}\s*[-–—]+\s*[A-Za-z]?\d{1,6})(?![\w/-])"
    r"|^[\s,:]+(?P<first>\d{3,6})(?=[\s,]*\()",
    re.IGNORECASE,
)


def venue_of_reference(journal_ref: str) -> Venue | None:
    """Return the venue of a journal reference, None if it is not understood."""
    text = one_line(journal_ref[:_MOST_READ])
    if not text or NOT_YET.search(text):
        return None
    text = _LEAD.sub("", text, count=1)
    if WORKSHOP.search(text):
        return _with_year(read_workshop(text), text)
    read = read_name(text)
    if read is not None and (
        read.is_known or read.venue.kind is VenueKind.JOURNAL or read.venue.letters
    ):
        venue = read.venue
        if venue.kind is VenueKind.JOURNAL:
            volume = _VOLUME.search(read.rest)
            after = read.rest[volume.end() :] if volume else read.rest
            venue = _with_numbers(venue, volume["volume"] if volume else "", after)
        return _with_year(venue, text)
    return _numbered(text)


def _numbered(text: str) -> Venue | None:
    """Read "Nature 521, 436-444 (2015)": a name, a volume and, somewhere after it, one year."""
    match = _NUMBERED.match(text)
    if match is None or _NO_JOURNAL.search(match["name"]) or not match["name"][0].isupper():
        return None
    name = match["name"].strip(" ,")
    venue = _with_numbers(Venue(VenueKind.JOURNAL, name), match["volume"], match["rest"])
    venue = _with_year(venue, match["rest"])
    return venue if venue and venue.year else None


def _with_numbers(venue: Venue, volume: str, rest: str) -> Venue:
    if re.fullmatch(_YEAR, volume):
        return venue  # "2015" may be either, so nothing after it is clear
    number = _NUMBER.search(rest)
    issue = (number["bracket"] or number["number"]) if number else ""
    pages = _PAGES.search(re.sub(rf"\(\s*{_YEAR}\s*\)", "()", rest))
    found = next((text for text in pages.groups() if text), "") if pages else ""
    if re.fullmatch(rf"{_YEAR}\s*[-–—]+\s*\d+", found):
        found = ""  # a date
    return replace(venue, volume=volume, number=issue, pages=re.sub(r"\s*[-–—]+\s*", "-", found))


def _with_year(venue: Venue | None, text: str) -> Venue | None:
    if venue is None or venue.year:
        return venue
    years = {int(year) for year in re.findall(rf"(?<![\d/.:-]){_YEAR}(?![\d/:-])", text)}
    return replace(venue, year=years.pop()) if len(years) == 1 else venue
