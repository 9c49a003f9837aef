"""Names of workshops, which are venues of their own, as the authors write them."""

import re

from readinglist.domain.venue import Venue, VenueKind
from readinglist.domain.venue_grammar import ReadName, read_name
from readinglist.domain.venue_letters import venues_within
from readinglist.domain.venue_patterns import TITLE_WORD, YEAR
from readinglist.domain.venue_words import WORKSHOP

_LONGEST = 200
_WORD = rf"""
    (?:{TITLE_WORD}|(?i:work-?shops?)\b|at\b|by\b|from\b|co-?located\b|collocated\b|conjunction\b
    |(?:under|via|into|through|towards?|between|without|beyond|over|from)\b
    |held\b(?=\s+(?:at|in|with))|as\s+an?\b(?=\s+[A-Z])|@|\+|\d(?=:)|{YEAR}\b)
"""
_NAME = re.compile(rf"""{_WORD}(?:[\s:,"'()@&-]+(?:{_WORD}|'?\d\d\b)|\))*""", re.VERBOSE)
_LEAD = re.compile(
    r"(?:(?:\(?(?:oral|poster|spotlight)\)?(?=\s)|in(?=\s+(?:the|proc))|the|our|proceedings(?:\s+of)?|proc\b\.?(?:\s+of)?)\b\.?\s*)*[\"'\s]*",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    rf"^(?:and|&|co-?located|collocated|in\s+conjunction|held|at|@|part)\b|^@|^{YEAR}$",
    re.IGNORECASE,
)
_HOW_IT_IS_SHOWN = re.compile(
    r"""
    [\s,:-]*(?:\((?:oral|poster|spotlight|short|long|non-archival|best)[^()]*\)
    |\b(?:oral|poster|spotlight|camera|short|long|full|papers?|project|page|track)\b
    |(?<=\d{4})\s+in\s+[A-Z]\w+|(?<=\))\s+\d{1,2})+$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LEADS_ON = re.compile(
    r"(?:[\s,:\"'(@&-]"
    r"|\b(?:of|on|for|and|in|the|with|to|at|by|from|held|co-?located|conjunction))+$"
)
_SHOWN = re.compile(r"\b(?:oral|presentation|poster|spotlight)\b", re.IGNORECASE)
_BROKEN_OFF = re.compile(r"(?<!\))\s(?:of|on|for|and|&)\s*$")
"""How a name ends that has more words than were understood."""

_OTHER_WORD = re.compile(
    r"\s+(?!(?:in|at|as|with|for|held|taking|to|which|that|on|is|was|will|and|proceedings|papers?|poster"
    r"|oral|part|track|this|during|by|ready|accepted|conference|pages|hosted|organi[sz]ed|we|our|code|project|under\s+review)\b)[a-z]"
)
"""A word after a name that may belong to it."""

_NO_NAME = re.compile(r"(?:international\s+)?workshops?(?:\s+on)?", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)|'(\d\d)\b")


def read_workshop(text: str) -> Venue | None:
    """Read the name of a workshop at the beginning of a text, None if there is none."""
    lead = _LEAD.match(text)
    text = text[lead.end() :] if lead else text
    read = read_name(text)
    if read and _is_whole(read):
        return read.venue
    match = _NAME.match(text)
    if match is None:
        return None
    name = _first_pieces(match[0])
    goes_on = name == match[0] and _OTHER_WORD.match(text, match.end())
    return None if goes_on else _named(name)


def _is_whole(read: ReadName) -> bool:
    """Tell "CVPRW 2025" from "CVPRW on Event Vision"."""
    is_workshop = read.is_known and read.venue.kind is VenueKind.WORKSHOP
    return is_workshop and not re.match(r"\s+\w", read.rest)


def _named(text: str) -> Venue | None:
    name = _HOW_IT_IS_SHOWN.sub("", text)
    if _BROKEN_OFF.search(name) or _SHOWN.search(name):
        return None
    name = _balanced(_LEADS_ON.sub("", name)).replace('"', "").strip(" ,:-")
    if not WORKSHOP.is_in(name) or len(name.split()) < 3 or len(name) > _LONGEST:
        return None
    if name[0].islower() or _NO_NAME.fullmatch(name):
        return None
    return Venue(VenueKind.WORKSHOP, name, _year(name))


def _first_pieces(text: str) -> str:
    """Return the beginning up to the first comma after which no more of a name comes."""
    first, *others = text.split(",")
    kept = [first]
    for index, piece in enumerate(others):
        is_list = any(re.search(r"\s(?:and|&)\s", later) for later in others[index:])
        says_more = WORKSHOP.is_in(piece) or any(venues_within(piece))
        if not is_list and not says_more and not _GOES_ON.match(piece.strip(" \"'")):
            break
        kept.append(piece)
    return ",".join(kept)


def _balanced(name: str) -> str:
    if name.count("(") > name.count(")"):
        return name[: name.rindex("(")]
    return name if name.count("(") == name.count(")") else name.replace(")", "")


def _year(name: str) -> int | None:
    years = {int(full or f"20{short}") for full, short in _ANY_YEAR.findall(name)}
    years |= {venue.year for venue in venues_within(name) if venue.year}
    return years.pop() if len(years) == 1 else None
