"""Names of workshops, which are venues of their own, as the authors write them."""

import re

from readinglist.domain.venue import Venue, VenueKind
from readinglist.domain.venue_grammar import TITLE_WORD, read_name, venues_within

WORKSHOP = re.compile(
    r"work[\s-]?shops?\b|\bW(?:or)?ks?hp?\b|\bWS\b|\bSRW\b"
    r"|\b(?:CVPR|ICCV|ECCV|WACV|ICML|ICLR|NeurIPS|MICCAI|ICDM|ICME|KDD|AAAI)[\s-]?['’]?(?:20)?(?:\d\d)?-?W\b",
    re.IGNORECASE,
)
"""Says that a text is about a workshop."""

_WORD = rf"(?:{TITLE_WORD}|(?i:work-?shops?)\b|at\b|by\b|from\b|co-?located\b|collocated\b|conjunction\b|held\b(?=\s+(?:at|in|with))|as\s+an?\b(?=\s+[A-Z])|@|\+|\d(?=:))"
_NAME = re.compile(
    rf"(?:{_WORD}|(?:19|20)\d\d\b)"
    rf"(?:[\s:,\"“”'‘’()@&-]+(?:{_WORD}|(?:19|20)\d\d\b|['’]?\d\d\b)|\))*"
)
_GOES_ON = re.compile(
    r"^(?:and|&|co-?located|collocated|in\s+conjunction|held|at|@|part)\b|^@|^(?:19|20)\d\d$",
    re.IGNORECASE,
)
_SHOWN_AS = re.compile(
    r"[\s,:-]*(?:\((?:oral|poster|spotlight|short|long|non-archival|best)[^()]*\)|\b(?:oral|poster|spotlight|camera|short|long|full|papers?|project|page|track)\b|(?<=\d{4})\s+in\s+[A-Z]\w+|(?<=\))\s+\d{1,2})+$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:[\s,:\"“'‘(@&-]|\b(?:of|on|for|and|in|the|with|to|at|by|from|held|co-?located|conjunction))+$"
)
_LEAD = re.compile(
    r"(?:(?:the|our|proceedings(?:\s+of)?|proc\b\.?(?:\s+of)?)\b\.?\s*)*[\"“'‘\s]*", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)|['’](\d\d)\b")
_LONGEST = 200


def read_workshop(text: str) -> Venue | None:
    """Read the name of a workshop at the beginning of a text, None if there is none."""
    lead = _LEAD.match(text)
    text = text[lead.end() :] if lead else text
    read = read_name(text)
    if (
        read
        and read.is_known
        and read.venue.kind is VenueKind.WORKSHOP
        and not re.match(r"\s+\w", read.rest)
    ):
        return read.venue
    match = _NAME.match(text)
    if match is None:
        return None
    name = _balanced(_ENDS.sub("", _SHOWN_AS.sub("", _first_pieces(match[0]))))
    if not WORKSHOP.search(name) or len(name.split()) < 3 or len(name) > _LONGEST:
        return None
    if name[0].islower() or re.fullmatch(r"(?i)(?:international\s+)?workshops?(?:\s+on)?", name):
        return None
    return Venue(VenueKind.WORKSHOP, name, _year(name))


def _first_pieces(text: str) -> str:
    """Return the beginning up to the first comma after which no more of a name comes."""
    first, *others = text.split(",")
    kept = [first]
    for index, piece in enumerate(others):
        words = piece.strip(" \"”'’")
        is_list = any(re.search(r"\s(?:and|&)\s", later) for later in others[index:])
        says = WORKSHOP.search(piece) or any(venues_within(piece)) or _GOES_ON.match(words)
        if not says and not is_list:
            break
        kept.append(piece)
    return ",".join(kept)


def _balanced(name: str) -> str:
    for opening, closing in ("()", "“”"):
        if name.count(opening) > name.count(closing):
            name = name[: name.rindex(opening)] if not name.endswith(closing) else name
        elif name.count(opening) < name.count(closing):
            name = name.replace(closing, "")
    return name.replace('"', "").strip(" ,:-")


def _year(name: str) -> int | None:
    years = {int(full or f"20{short}") for full, short in _YEAR.findall(name)}
    years |= {venue.year for venue in venues_within(name) if venue.year}
    return years.pop() if len(years) == 1 else None
