"""Reads the name of a venue where it begins, and says what follows it."""

import re
from dataclasses import dataclass, replace

from readinglist.domain.venue import Venue, VenueKind
from readinglist.domain.venue_letters import (
    KNOWN,
    KNOWN_IN_SMALL,
    LETTERS,
    known_venue,
    letters_of_kind,
    letters_of_name,
    usual_letters,
)
from readinglist.domain.venue_names import KNOWN_JOURNALS
from readinglist.domain.venue_patterns import (
    IN_BRACKETS,
    NEXT_YEAR,
    ORDINAL,
    PUBLISHER,
    TITLE_WORD,
    YEAR,
    full_year,
    trimmed,
)

_LEAD = re.compile(
    rf"""
    (?:(?:the|in|at|annual|proceedings(?:\s+of)?|proc\.?(?:\s+of)?|edition\s+of
    |journal(?=\s+["'])|{ORDINAL}|(?P<year>{YEAR})
    |{PUBLISHER}(?=\s+(?:{LETTERS})\b))\b\.?[\s,:"'/]*)*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands before a name and is no part of it."""

_FINDINGS = re.compile(
    r"(?:the\s+)?Findings?(?:\s+(?:of|at|in))?(?:\s+the)?[\s:]+"
    r"(?:Association\s+for\s+Computational\s+Linguistics[\s,:(]+(?=[A-Z]))?",
    re.IGNORECASE,
)
_HAVE_FINDINGS = frozenset(("ACL", "EMNLP", "NAACL", "EACL", "AACL", "IJCNLP"))
_TRACK_AND_YEAR = re.compile(
    r"[\s,(]*(?:main|findings?|demo|industry|oral|research|conference|track"
    r"|system\s+demonstrations?)[\s,()]+(?:conference\s+|track\s+)?"
    rf"(?P<year>{YEAR})\b",
    re.IGNORECASE,
)

_HEAD = (
    r"(?:Conference|(?:Int(?:'?l)?\.\s+)?Conf\.|Symposium|Symp\.|Congress|Meeting|Summit"
    r"|Transactions|Journal|Letters|Magazine)"
)
_NAME = re.compile(
    rf"(?:{TITLE_WORD}[\s]+){{0,10}}?{_HEAD}(?:\s+{TITLE_WORD})*"
    # "Acoustics, Speech and Signal Processing"
    rf"(?:(?:,\s+{TITLE_WORD}(?:\s+{TITLE_WORD})*?){{1,4}},?\s+(?:and|&)(?:\s+{TITLE_WORD})+)?"
)
_JOURNAL_HEAD = re.compile(r"\b(?:Transactions|Journal|Letters|Magazine)\b")
_PLACE = re.compile(r"(?:(?<=Conference)|(?<=Symposium))\s+in\s+[A-Z].*$")
_NO_NAME = re.compile(
    r"accept|publish|present|appear|code|paper|this|our|camera|project|to\b|in\b", re.IGNORECASE
)
"""What no name of a venue begins with."""

_GOES_ON = re.compile(r",\s+(?:\S+\s+){1,3}(?:and|&)\s|\s*(?:and|&|:)\s+[A-Z]|\s+-\s")
"""What follows a name that was not read to its end."""

_WORDS_AND_LETTERS = re.compile(
    rf"(?P<name>{TITLE_WORD}(?:,?\s+{TITLE_WORD}){{1,11}}?)"
    r"(?=\s*[(\[]\s*(?:the\s+)?(?P<letters>[A-Z0-9][\w&/+-]*?)"
    rf"\s*[-,]?\s*'?(?P<year>{YEAR}|(?<=')\d\d)?\s*[)\]])"
)
_WORDS_AND_YEAR = re.compile(
    rf"(?P<name>{TITLE_WORD}(?:\s+{TITLE_WORD}){{1,11}}?)[\s,(]+(?P<year>{YEAR})\b\)?"
)
_AT_HOST = re.compile(
    r"(?P<name>[A-Za-z0-9][\w&-]*(?:\s+(?:20\d\d|Workshop))?)\s*(?:@|at\b)\s*(?:the\s+)?(?=\S)"
)
_PERIODICAL = re.compile(
    r"(?P<name>(?:Acta|Annals\s+of|Frontiers\s+in|Proceedings\s+on|Proceedings\s+of\s+the\s+ACM\s+on)"
    rf"(?:\s+{TITLE_WORD})+|{TITLE_WORD}(?:\s+{TITLE_WORD}){{0,6}}(?=\s+journal\b))(?:\s+journal\b)?"
)
_JOURNAL_WORDS = re.compile(rf"(?:{TITLE_WORD}|npj)(?:\s+{TITLE_WORD}:?){{0,8}}")
_OF_IEEE = re.compile(r"(?P<name>IEEE (?:T|J|OJ)-?[A-Z]{2,6})\b(?:[\s,]*\(?(?P<year>20\d\d)\b\)?)?")
_UNKNOWN = re.compile(
    rf"""
    (?P<name>(?:{PUBLISHER}\s+)?[A-Za-z0-9]*[A-Z][a-z0-9]*[A-Z][\w&/+-]*?)(?<=[\w/+-]{{3}})
    [\s-]*'?\s?(?P<year>{YEAR}|(?<=')\d\d|(?<=[A-Z])2\d)(?![\w:]|\.\d|-[A-Za-z])
    """,
    re.VERBOSE,
)
_NO_VENUE = frozenset(
    "ARR ARXIV IEEE ACM SPIE LNCS COVID GPT LLM LLMS PHD HTTP URL PDF LATEX NTIRE MIT USA UKP CEUR "
    "PMLR ELSEVIER SPRINGER MDPI OPENREVIEW GITHUB DOI ISBN ISSN NLP AISG".split()
)
"""Letters that stand before a year without being a venue."""

_MAYBE_JOURNAL = re.compile(
    r"(?:T|J|IJ(?!CAI|CNN|CB))[A-Z]{2,}$"
    r"|.*(?:KBS|EAAI|IVC|ASOC|FITEE|AIJ|GRSL|SPL|KAIS|NLE|CACM|[A-Z]J)$"
)
"""Letters that may be those of a journal as well as of a conference."""


@dataclass(frozen=True, slots=True)
class ReadName:
    """A venue and the text after its name."""

    venue: Venue
    rest: str
    is_known: bool = False


def read_name(text: str) -> ReadName | None:
    """Read the name of a venue at the beginning of a text, None if there is none."""
    if periodical := _read_periodical(text, 0):
        return periodical
    findings = _FINDINGS.match(text)
    start, year = after_lead(text, findings.end() if findings else 0)
    if not findings and (findings := _FINDINGS.match(text, start)):
        start, year = after_lead(text, findings.end())
    read = (
        _read_known(text, start)
        or _read_at_host(text, start)
        or _read_known_journal(text, start)
        or _read_full(text, start)
        or _read_before_letters(text, start)
        or _read_before_year(text, start)
        or _read_periodical(text, start)
        or _read_unknown(text, start)
    )
    if read is None:
        return None
    if year and read.venue.year is None:
        read = replace(read, venue=replace(read.venue, year=year))
    return as_findings(read) if findings else read


def after_lead(text: str, start: int = 0) -> tuple[int, int | None]:
    """Return where a name begins after "Proceedings of the 2025" and its like, and that year."""
    lead = _LEAD.match(text, start)
    return (lead.end(), full_year(lead["year"])) if lead else (start, None)


def as_findings(read: ReadName) -> ReadName | None:
    """Return the volume that holds the papers which are not of the main conference."""
    letters = read.venue.letters
    if letters not in _HAVE_FINDINGS:
        return None
    year = f" {read.venue.year}" if read.venue.year else ""
    name = f"Findings of the Association for Computational Linguistics: {letters}{year}"
    return replace(read, venue=replace(read.venue, name=name, letters=f"Findings of {letters}"))


def _read_known(text: str, start: int) -> ReadName | None:
    match = KNOWN.match(text, start)
    if match is None:
        match = KNOWN_IN_SMALL.match(text, start)
        if match is None or not match["year"]:
            return None
    letters = usual_letters(match["letters"])
    venue = known_venue(letters, full_year(match["year"]))
    rest = text[match.end() :]
    if venue.year is None and (track := _TRACK_AND_YEAR.match(rest)):
        venue = replace(venue, year=int(track["year"]))
    rest = _without_full_name(rest, letters)
    if venue.year is None and (after := NEXT_YEAR.match(rest)):
        venue, rest = replace(venue, year=int(after["year"])), rest[after.end() :]
    return ReadName(venue, rest, is_known=True)


def _without_full_name(rest: str, letters: str) -> str:
    """Drop the full name, or the letters once more, in brackets after the letters."""
    bracket = re.match(r"\s*[(\[](?P<name>[^()\[\]]{2,160})[)\]]", rest)
    if bracket is None:
        return rest
    again = KNOWN.fullmatch(bracket["name"])
    if again and usual_letters(again["letters"]) == letters:
        return rest[bracket.end() :]
    name = bracket["name"][after_lead(bracket["name"])[0] :]
    words = re.split(rf"[,:]?\s*\b{YEAR}|,", name)[0]
    return rest[bracket.end() :] if letters_of_name(words) == letters else rest


def _read_at_host(text: str, start: int) -> ReadName | None:
    """Read "TrustNLP @ NAACL 2025": what is held at a conference is a workshop."""
    match = _AT_HOST.match(text, start)
    if match is None or sum(map(str.isupper, match["name"])) < 2 or KNOWN.fullmatch(match["name"]):
        return None
    host = _read_known(text, after_lead(text, match.end())[0])
    if host is None or host.venue.kind is VenueKind.JOURNAL:
        return None
    name = " ".join(text[start : len(text) - len(host.rest)].split()).rstrip(" ,)")
    own = re.search(YEAR, match["name"])
    year = host.venue.year or full_year(own[0] if own else None)
    return ReadName(Venue(VenueKind.WORKSHOP, name, year), host.rest)


def _read_known_journal(text: str, start: int) -> ReadName | None:
    words = _JOURNAL_WORDS.match(text, start)
    if words is None:
        return None
    parts = words[0].split(" ")
    names = (" ".join(parts[:count]).rstrip("':") for count in range(len(parts), 0, -1))
    name = next((name for name in names if name in KNOWN_JOURNALS), "")
    rest = text[start + len(name) :]
    if not name or re.match(r"\s+(?:(?:in|of|for|on|and|with|&)\s+)?[A-Z]", rest):
        return None  # "Artificial Intelligence in Measurement and Education Conference"
    _, year, rest = _letters_and_year(rest)
    return ReadName(Venue(VenueKind.JOURNAL, name, year), rest, is_known=True)


def _read_full(text: str, start: int) -> ReadName | None:
    """Read a name with a word such as "Conference" or "Transactions"."""
    match = _NAME.match(text, start)
    if match is None or _NO_NAME.match(match[0]):
        return None
    name = _PLACE.sub("", trimmed(match[0]))
    parts = name.split(" and ")
    if any(" and ".join(parts[:count]) in KNOWN_JOURNALS for count in range(1, len(parts))):
        return None  # two venues
    letters, year, rest = _letters_and_year(text[start + len(name) :])
    if not letters and _GOES_ON.match(rest):
        return None
    name = re.sub(rf"^({PUBLISHER}) {ORDINAL} ", r"\1 ", name)
    kind = VenueKind.JOURNAL if _JOURNAL_HEAD.search(name) else VenueKind.CONFERENCE
    if known := letters_of_name(name) or letters_of_kind(letters, kind):
        return ReadName(known_venue(known, year), rest, is_known=True)
    if len(name.split()) < 3 and not letters:
        return None
    if letters and kind is VenueKind.CONFERENCE:
        name = f"{name} ({letters})"
    return ReadName(Venue(kind, name, year, letters), rest)


def _letters_and_year(rest: str) -> tuple[str, int | None, str]:
    """Read "(CVPR) 2025", "2025 (CVPR)" and the like after a name."""
    letters, year = "", None
    if after := NEXT_YEAR.match(rest):
        year, rest = int(after["year"]), rest[after.end() :]
    if bracket := IN_BRACKETS.match(rest):
        letters, rest = bracket["letters"].strip(), rest[bracket.end() :]
        year = full_year(bracket["year"]) or year
        if not any(map(str.isupper, letters)):
            year = int(letters) if re.fullmatch(YEAR, letters) else year  # "(06/2025)"
            letters = ""
    if year is None and (after := NEXT_YEAR.match(rest)):
        year, rest = int(after["year"]), rest[after.end() :]
    return letters, year, rest


def _read_before_letters(text: str, start: int) -> ReadName | None:
    """Read "Machine Learning for Healthcare (MLHC 2025)"."""
    match = _WORDS_AND_LETTERS.match(text, start)
    if match is None or _NO_NAME.match(match["name"]):
        return None
    name, letters = match["name"], match["letters"]
    _, year, rest = _letters_and_year(text[match.end() :])
    for kind in (VenueKind.CONFERENCE, VenueKind.JOURNAL):
        if known := letters_of_kind(letters, kind):
            return ReadName(known_venue(known, year), rest, is_known=True)
    if not year or not name[0].isupper() or not _is_acronym(letters):
        return None
    venue = Venue(VenueKind.CONFERENCE, f"{name} ({letters})", year, letters)
    return ReadName(venue, rest)


def _read_before_year(text: str, start: int) -> ReadName | None:
    """Read "Computer Vision and Pattern Recognition 2025"."""
    match = _WORDS_AND_YEAR.match(text, start)
    known = letters_of_name(match["name"]) if match else ""
    if match is None or not known:
        return None
    return ReadName(known_venue(known, int(match["year"])), text[match.end() :], is_known=True)


def _read_periodical(text: str, start: int) -> ReadName | None:
    """Read names that begin as only journals do, or that "journal" follows."""
    match = _PERIODICAL.match(text, start)
    if match is None or not match["name"][0].isupper() or _NO_NAME.match(match["name"]):
        return None
    name, rest = trimmed(match["name"]), text[match.end() :]
    if len(name.split()) < 2:
        return None
    if bracket := IN_BRACKETS.match(rest):
        rest = rest[bracket.end() :]
    return ReadName(Venue(VenueKind.JOURNAL, name), rest)


def _read_unknown(text: str, start: int) -> ReadName | None:
    """Read letters that no table has, with a year: "IWSLT 2025"; or those of an IEEE journal."""
    if match := _OF_IEEE.match(text, start):
        name = match["name"]
        venue = Venue(VenueKind.JOURNAL, name, full_year(match["year"]), name.split(" ")[-1])
        return ReadName(venue, text[match.end() :])
    match = _UNKNOWN.match(text, start)
    if match is None:
        return None
    name = match["name"].rstrip("-/")
    letters = name.split(" ")[-1]
    if not _is_acronym(letters) or _MAYBE_JOURNAL.match(letters):
        return None
    venue = Venue(VenueKind.CONFERENCE, name, full_year(match["year"]), name)
    return ReadName(venue, text[match.end() :])


def _is_acronym(letters: str) -> bool:
    return sum(map(str.isupper, letters)) > 1 and letters.upper() not in _NO_VENUE
