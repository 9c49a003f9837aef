"""Reads the name of a venue where it begins, and says what follows it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from readinglist.domain.venue import Venue, VenueKind
from readinglist.domain.venue_names import CONFERENCES, JOURNALS, KNOWN_JOURNALS, OTHER_SPELLINGS

_YEAR = r"(?:19|20)\d\d"
_SPELLINGS = sorted({*CONFERENCES, *JOURNALS, *OTHER_SPELLINGS}, key=len, reverse=True)
_LETTERS = "|".join(re.escape(spelling).replace(r"\ ", r"[\s-]?") for spelling in _SPELLINGS)
_PUBLISHER = r"(?:(?:IEEE|ACM|CVF|RSJ|ISCA|AAAI|IAPR|SPIE|ASME|SIAM|WIC|ACIS|IFAC|IFIP|AIAA|MDPI)(?:[/-][A-Z]{2,6})*)"
_ORDINAL = (
    r"(?:\d{1,3}\s?(?:st|nd|rd|th)"
    r"|(?:(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty)[\s-]?)?"
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Thirteenth"
    r"|Fourteenth|Fifteenth|Sixteenth|Seventeenth|Eighteenth|Nineteenth)"
    r"|Twentieth|Thirtieth|Fortieth|Fiftieth|Sixtieth)"
)
_LEAD = re.compile(
    rf"(?:(?:the|in|at|annual|proceedings(?:\s+of)?|proc\.?(?:\s+of)?|edition\s+of|journal(?=\s+[\"'“‘])|{_ORDINAL}|(?P<year>{_YEAR})"
    rf"|{_PUBLISHER}(?=\s+(?:{_LETTERS})\b))\b\.?[\s,:\"'“‘/]*)*",
    re.IGNORECASE,
)
TITLE_WORD = (
    r"(?:(?!\d+\b(?!\.\d))[A-Z0-9](?:[\w&'’/+-]|\.(?=\w))*|(?:of|on|for|and|in|the|with|to)\b|&)"
)
_YEAR_AFTER = rf"(?:[\s_,-]{{0,2}}(?:[(\[]\s*)?['’‘`´]?\s?(?P<year>{_YEAR}|(?<=['’‘`´])\d\d|[012]\d(?!\s*(?:pages?|pp|figures?|tables?)\b))(?!\d|[.:]\d|th|st|nd|rd|-[A-Za-z])[)\]]?)?"
_KNOWN = re.compile(rf"(?P<letters>{_LETTERS})(?![A-Za-z])(?!-W\b|W\b){_YEAR_AFTER}")
_KNOWN_WITHIN = re.compile(rf"(?<![\w-]){_KNOWN.pattern}")
_KNOWN_IN_SMALL = re.compile(
    rf"(?P<letters>{'|'.join(s for s in _SPELLINGS if len(s) > 3 and s.isalpha())})(?![A-Za-z]){_YEAR_AFTER}",
    re.IGNORECASE,
)
_FINDINGS = re.compile(
    r"(?:the\s+)?Findings?(?:\s+(?:of|at|in))?(?:\s+the)?[\s:]+"
    r"(?:Association\s+for\s+Computational\s+Linguistics[\s,:(]+(?=[A-Z]))?",
    re.IGNORECASE,
)
_TRACK_AND_YEAR = re.compile(
    rf"[\s,(]*(?:main|findings?|demo|industry|oral|research|conference|track|system\s+demonstrations?)[\s,()]+(?:conference\s+|track\s+)?(?P<year>{_YEAR})\b",
    re.IGNORECASE,
)
_WORDS_AND_LETTERS = re.compile(
    rf"(?P<name>{TITLE_WORD}(?:,?\s+{TITLE_WORD}){{1,11}}?)(?=\s*[(\[]\s*(?:the\s+)?(?P<letters>[A-Z0-9][\w&/+-]*?)\s*[-,]?\s*['’‘]?(?P<year>{_YEAR}|(?<=['’‘])\d\d)?\s*[)\]])"
)
_WORDS_AND_YEAR = re.compile(
    rf"(?P<name>{TITLE_WORD}(?:\s+{TITLE_WORD}){{1,11}}?)[\s,(]+(?P<year>{_YEAR})\b\)?"
)
_AT_HOST = re.compile(
    r"(?P<name>[A-Za-z0-9][\w&-]*(?:\s+(?:20\d\d|Workshop))?)\s*(?:@|at\b)\s*(?:the\s+)?(?=\S)"
)
_PERIODICAL_WORDS = re.compile(
    rf"(?P<name>(?:Acta|Annals\s+of|Frontiers\s+in|Proceedings\s+on|Proceedings\s+of\s+the\s+ACM\s+on)(?:\s+{TITLE_WORD})+|{TITLE_WORD}(?:\s+{TITLE_WORD}){{0,6}}(?=\s+journal\b))(?:\s+journal\b)?"
)
_HEAD = r"(?:Conference|Conf\.|Symposium|Symp\.|Congress|Meeting|Summit|Transactions|Journal|Letters|Magazine)"
_NAME = re.compile(
    rf"(?:{TITLE_WORD}[\s]+){{0,10}}?{_HEAD}(?:\s+{TITLE_WORD})*(?:(?:,\s+{TITLE_WORD}(?:\s+{TITLE_WORD})*?){{1,4}},?\s+(?:and|&)(?:\s+{TITLE_WORD})+)?"
)
_JOURNAL_HEAD = re.compile(
    r"\b(?:Transactions|Journal|Letters|Magazine)\b|Proceedings of the ACM on\b"
)
_IN_BRACKETS = re.compile(
    rf"\s*[(\[]\s*(?:the\s+)?(?P<letters>(?:{_PUBLISHER}\s+)?[A-Za-z0-9][\w&/+ -]{{0,18}}?)\s*[-,]?\s*(?:['’‘]?\s?(?P<year>{_YEAR}|(?<=['’‘])\d\d|(?<=[A-Z-])\d\d))?(?:\s+(?i:main|findings?|oral|poster|conference|track|industry))*\s*[)\]]"
)
_PLACE = re.compile(r"(?:(?<=Conference)|(?<=Symposium))\s+in\s+[A-Z].*$")
_NO_NAME = re.compile(
    r"accept|publish|present|appear|code|paper|this|our|camera|project|to\b|in\b", re.IGNORECASE
)
"""What no name of a venue begins with."""

_GOES_ON = re.compile(r",\s+(?:[A-Z]\w+\s+){1,3}(?:and|&)\s|\s*(?:and|&|:)\s+[A-Z]|\s+[-–—]\s")
"""What follows a name that was not read to its end."""

_NEXT_YEAR = re.compile(rf"\s*,?\s*\(?(?P<year>{_YEAR})\b\)?")
_UNKNOWN = re.compile(
    rf"(?P<name>(?:{_PUBLISHER}\s+)?[A-Za-z0-9]*[A-Z][a-z0-9]*[A-Z][\w&/+-]*?)(?<=[\w/+-]{{3}})[\s-]*['’‘]?\s?(?P<year>{_YEAR}|(?<=['’‘])\d\d|(?<=[A-Z])2\d)(?![\w:]|\.\d|-[A-Za-z])"
)
_PERIODICAL = re.compile(
    r"(?P<name>IEEE (?:T|J|OJ)-?[A-Z]{2,6})\b(?:[\s,]*\(?(?P<year>20\d\d)\b\)?)?"
)
_NO_VENUE = frozenset(
    "ARR ARXIV IEEE ACM SPIE LNCS COVID GPT LLM LLMS PHD CC BY HTTP URL PDF LATEX NTIRE MIT USA UK UKP "
    "CEUR PMLR ELSEVIER SPRINGER MDPI OPENREVIEW GITHUB DOI ISBN ISSN AI NLP ML CV AISG EU UN".split()
)
"""Letters that stand before a year without being a venue."""

_OTHER_JOURNALS = re.compile(
    r"(?:T|J|IJ(?!CAI|CNN|CB))[A-Z]{2,}$|.*(?:KBS|EAAI|IVC|ASOC|FITEE|AIJ|GRSL|SPL|KAIS|NLE|CACM|[A-Z]J)$"
)
"""Letters that may be those of a journal, which unknown letters do not tell."""


@dataclass(frozen=True, slots=True)
class ReadName:
    """A venue and the text after its name."""

    venue: Venue
    rest: str
    is_known: bool


def read_name(text: str) -> ReadName | None:
    """Read the name of a venue at the beginning of a text, None if there is none."""
    if periodical := _read_periodical(text, 0):
        return periodical
    findings = _FINDINGS.match(text)
    lead = _LEAD.match(text, findings.end() if findings else 0)
    start = lead.end() if lead else 0
    if not findings and (findings := _FINDINGS.match(text, start)):
        lead = _LEAD.match(text, findings.end())
        start = lead.end() if lead else findings.end()
    year = lead["year"] if lead else None
    read = (
        _read_known(text, start)
        or _read_at_host(text, start)
        or _read_full(text, start)
        or _read_words(text, start)
        or _read_unknown(text, start)
    )
    if read is None:
        return None
    if year and read.venue.year is None:
        read = replace(read, venue=replace(read.venue, year=int(year)))
    return _as_findings(read) if findings else read


def _read_known(text: str, start: int) -> ReadName | None:
    match = _KNOWN.match(text, start)
    if match is None:
        match = _KNOWN_IN_SMALL.match(text, start)
        if match is None or not match["year"]:
            return None
    letters = _usual(match["letters"])
    venue = known_venue(letters, _full_year(match["year"]))
    rest = text[match.end() :]
    if venue.year is None and (track := _TRACK_AND_YEAR.match(rest)):
        venue = replace(venue, year=int(track["year"]))
    return ReadName(venue, _without_full_name(rest, letters), is_known=True)


def _without_full_name(rest: str, letters: str) -> str:
    """Drop the full name in brackets after the letters."""
    bracket = re.match(r"\s*[(\[](?P<name>[^()\[\]]{2,160})[)\]]", rest)
    if bracket is None:
        return rest
    again = _KNOWN.fullmatch(bracket["name"])
    if again and _usual(again["letters"]) == letters:
        return rest[bracket.end() :]
    lead = _LEAD.match(bracket["name"])
    words = re.split(rf"[,:]?\s*\b{_YEAR}|,", bracket["name"][lead.end() if lead else 0 :])[0]
    return rest[bracket.end() :] if _by_full_name().get(_key(words)) == letters else rest


def known_venue(letters: str, year: int | None) -> Venue:
    """Return the venue with these letters, which the tables have."""
    if letters in JOURNALS:
        return Venue(VenueKind.JOURNAL, JOURNALS[letters], year, letters)
    kind = (
        VenueKind.WORKSHOP if letters.endswith("W") and letters != "WWW" else VenueKind.CONFERENCE
    )
    name = CONFERENCES[letters]
    return Venue(kind, name if name.endswith(letters) else f"{name} ({letters})", year, letters)


def _read_full(text: str, start: int) -> ReadName | None:
    if journal := _read_known_journal(text, start):
        return journal
    match = _NAME.match(text, start)
    if match is None:
        return None
    name = _PLACE.sub("", _trimmed(match[0]))
    if any(name.startswith(f"{journal} and ") for journal in KNOWN_JOURNALS):
        return None  # two venues
    if _NO_NAME.match(name):
        return None
    rest = text[start + len(name) :]
    name = re.sub(rf"^({_PUBLISHER}) {_ORDINAL} ", r"\1 ", name)
    kind = VenueKind.JOURNAL if _JOURNAL_HEAD.search(name) else VenueKind.CONFERENCE
    letters, year = "", None
    if after := _NEXT_YEAR.match(rest):
        year, rest = int(after["year"]), rest[after.end() :]
    if bracket := _IN_BRACKETS.match(rest):
        letters, rest = bracket["letters"].strip(), rest[bracket.end() :]
        year = _full_year(bracket["year"]) or year
        if not any(map(str.isupper, letters)):
            year = int(letters) if re.fullmatch(_YEAR, letters) else year  # "(06/2025)"
            letters = ""
    if year is None and (after := _NEXT_YEAR.match(rest)):
        year, rest = int(after["year"]), rest[after.end() :]
    if not letters and _GOES_ON.match(rest):
        return None
    return _named(name, kind, letters, year, rest)


def _named(
    name: str, kind: VenueKind, letters: str, year: int | None, rest: str
) -> ReadName | None:
    in_table = _by_full_name().get(_key(name)) or _by_letters(letters, kind)
    if in_table:
        return ReadName(known_venue(in_table, year), rest, is_known=True)
    if len(name.split()) < 3 and not letters:
        return None
    if kind is VenueKind.JOURNAL:
        return ReadName(Venue(kind, name, year, letters), rest, is_known=False)
    full = f"{name} ({letters})" if letters else name
    return ReadName(Venue(kind, full, year, letters), rest, is_known=False)


def _read_known_journal(text: str, start: int) -> ReadName | None:
    words = re.match(rf"(?:{TITLE_WORD}|npj)(?:\s+{TITLE_WORD}\b:?){{0,8}}", text[start:])
    if words is None:
        return None
    parts = words[0].split(" ")
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count])
        if name in KNOWN_JOURNALS:
            rest = text[start + len(name) :]
            if re.match(r"\s+(?:(?:in|of|for|on|and|with|&)\s+)?[A-Z]", rest):
                return None  # "Artificial Intelligence in Measurement and Education Conference"
            after = _NEXT_YEAR.match(rest)
            year = int(after["year"]) if after else None
            rest = rest[after.end() :] if after else rest
            if bracket := _IN_BRACKETS.match(rest):
                year, rest = _full_year(bracket["year"]) or year, rest[bracket.end() :]
            return ReadName(Venue(VenueKind.JOURNAL, name, year), rest, is_known=True)
    return None


def _read_at_host(text: str, start: int) -> ReadName | None:
    """Read "TrustNLP @ NAACL 2025": what is held at a conference is a workshop."""
    match = _AT_HOST.match(text, start)
    if match is None or sum(map(str.isupper, match["name"])) < 2 or _KNOWN.fullmatch(match["name"]):
        return None
    host = _read_known(text, _LEAD.match(text, match.end()).end())
    if host is None or host.venue.kind is VenueKind.JOURNAL:
        return None
    name = " ".join(text[start : len(text) - len(host.rest)].split()).rstrip(" ,)")
    own = re.search(_YEAR, match["name"])
    year = host.venue.year or (int(own[0]) if own else None)
    return ReadName(Venue(VenueKind.WORKSHOP, name, year), host.rest, is_known=False)


def _read_words(text: str, start: int) -> ReadName | None:
    """Read a name that has no word such as "Conference" in it, but its letters or its year."""
    if match := _WORDS_AND_LETTERS.match(text, start):
        known = _by_letters(match["letters"], VenueKind.CONFERENCE) or _by_letters(
            match["letters"], VenueKind.JOURNAL
        )
        rest = text[match.end() :]
        bracket = _IN_BRACKETS.match(rest)
        rest = rest[bracket.end() :] if bracket else rest
        year = _full_year(match["year"])
        if year is None and (after := _NEXT_YEAR.match(rest)):
            year, rest = int(after["year"]), rest[after.end() :]
        if known:
            return ReadName(known_venue(known, year), rest, is_known=True)
        if (
            year
            and not _NO_NAME.match(match["name"])
            and match["name"][0].isupper()
            and _is_acronym(match["letters"])
        ):
            name = f"{match['name']} ({match['letters']})"
            return ReadName(
                Venue(VenueKind.CONFERENCE, name, year, match["letters"]), rest, is_known=False
            )
    if match := _WORDS_AND_YEAR.match(text, start):
        known = _by_full_name().get(_key(match["name"]))
        if known:
            rest = text[match.end() :]
            return ReadName(known_venue(known, int(match["year"])), rest, is_known=True)
    return _read_periodical(text, start)


def _read_periodical(text: str, start: int) -> ReadName | None:
    match = _PERIODICAL_WORDS.match(text, start)
    if match is None or not match["name"][0].isupper() or _NO_NAME.match(match["name"]):
        return None
    name, rest = _trimmed(match["name"]), text[match.end() :]
    if len(name.split()) < 2:
        return None
    if bracket := _IN_BRACKETS.match(rest):
        rest = rest[bracket.end() :]
    return ReadName(Venue(VenueKind.JOURNAL, name), rest, is_known=False)


def _is_acronym(letters: str) -> bool:
    return sum(map(str.isupper, letters)) > 1 and letters.upper() not in _NO_VENUE


def _read_unknown(text: str, start: int) -> ReadName | None:
    if match := _PERIODICAL.match(text, start):
        name = match["name"]
        return ReadName(
            Venue(VenueKind.JOURNAL, name, _full_year(match["year"]), name.split(" ")[-1]),
            text[match.end() :],
            is_known=False,
        )
    match = _UNKNOWN.match(text, start)
    if match is None:
        return None
    name = match["name"].rstrip("-/")
    letters = name.split(" ")[-1]
    if letters.upper() in _NO_VENUE or _OTHER_JOURNALS.match(letters):
        return None
    venue = Venue(VenueKind.CONFERENCE, name, _full_year(match["year"]), name)
    return ReadName(venue, text[match.end() :], is_known=False)


def _as_findings(read: ReadName) -> ReadName | None:
    """Return the volume that holds the papers which are not of the main conference."""
    letters = read.venue.letters
    if letters not in {"ACL", "EMNLP", "NAACL", "EACL", "AACL", "IJCNLP"}:
        return None
    year = f" {read.venue.year}" if read.venue.year else ""
    name = f"Findings of the Association for Computational Linguistics: {letters}{year}"
    return replace(read, venue=replace(read.venue, name=name, letters=f"Findings of {letters}"))


def as_findings(read: ReadName) -> ReadName | None:
    """Return the volume that holds the papers which are not of the main conference."""
    return _as_findings(read)


def venues_within(text: str) -> Iterator[Venue]:
    """Yield the known conferences and journals that a text names anywhere by their letters."""
    for match in _KNOWN_WITHIN.finditer(text):
        yield known_venue(_usual(match["letters"]), _full_year(match["year"]))


def _trimmed(name: str) -> str:
    return re.sub(r"(?:\s+(?:of|on|for|and|in|the|with|to|&|at))+$", "", name.strip().rstrip(","))


def _usual(spelling: str) -> str:
    plain = (
        " ".join(spelling.replace("-", " ").split()) if spelling not in CONFERENCES else spelling
    )
    for each in (spelling, plain, plain.replace(" ", "-"), plain.replace(" ", "")):
        if each in OTHER_SPELLINGS:
            return OTHER_SPELLINGS[each]
        if each in CONFERENCES or each in JOURNALS:
            return each
    return _in_small()[plain.casefold()]


@cache
def _in_small() -> dict[str, str]:
    return {spelling.casefold(): _usual(spelling) for spelling in _SPELLINGS}


def _full_year(digits: str | None) -> int | None:
    if not digits:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _by_letters(letters: str, kind: VenueKind) -> str:
    match = _KNOWN.fullmatch(letters)
    if match is None:
        return ""
    usual = _usual(match["letters"])
    return usual if (usual in JOURNALS) == (kind is VenueKind.JOURNAL) else ""


@cache
def _by_full_name() -> dict[str, str]:
    names = {**JOURNALS, **CONFERENCES}
    parts = {
        _key(re.sub(r"^.*?Conference on ", "", name)): letters for letters, name in names.items()
    }
    for ambiguous in _PARTS_OF_MANY:
        parts.pop(_key(ambiguous), None)
    return parts | {_key(name): letters for letters, name in names.items()}


_PARTS_OF_MANY = (
    *("Artificial Intelligence", "Machine Learning", "Computer Vision", "Pattern Recognition"),
    *("Data Engineering", "Data Mining", "Robotics and Automation", "Software Engineering"),
    *("Image Processing", "Neural Networks", "Computational Linguistics", "Multimedia"),
)
"""Names after "Conference on" that more than one conference or journal has."""


def _key(name: str) -> str:
    """Return what of a name stays the same however it is written."""
    words = re.sub(r"[^\w\s]", " ", name.lower().replace("&", " and ")).split()
    dropped = {"the", "annual", "iapr", "ieee", "cvf", "acm", "rsj", "and", "of", "on", "for", "in"}
    return " ".join(word for word in words if word not in dropped)
