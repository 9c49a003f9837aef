"""Where a paper was published, by the comment that its authors gave to arXiv.

Of 10,504 comments of 2025 four in ten name a venue, in any words. A false venue in a bibliography
is worse than none, so a name counts only where every word around it is understood: after a verb
such as "accepted", or in a piece that holds nothing but the name and the year.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from readinglist.domain.clean_text import one_line
from readinglist.domain.venue import Venue, VenueKind
from readinglist.domain.venue_grammar import ReadName, as_findings, read_name
from readinglist.domain.venue_letters import known_venue, venues_within
from readinglist.domain.venue_patterns import YEAR, plain_marks
from readinglist.domain.venue_words import (
    ACCEPTED,
    AFTER_A_NAME,
    CONDITION,
    DEMONSTRATION,
    FINDINGS,
    GRAPHICS,
    HELD_AT,
    IN_PROCEEDINGS,
    INDUSTRY,
    LESS_THAN_A_PAPER,
    LONE_LETTERS,
    MAY_NAME_ONE,
    NO_TITLE,
    NOT_YET,
    OTHER_PAPER,
    PLACES,
    POSTER,
    PREPOSITION,
    WORKSHOP,
)
from readinglist.domain.venue_workshops import read_workshop

_MOST_READ = 1_000
"""Characters of a comment that are read; arXiv's longest has a few hundred more."""

_MARKUP = re.compile(r"<[^<>]{0,300}>|\\(?:href|url)\b|[{}$~]|``|''")
_LINK = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b(?:arXiv:)?\d{4}\.\d{4,5}(?:v\d+)?\b")
_ABBREVIATION = re.compile(
    r"\b(?:Proc|Conf|Int|Intl|Int'l|Eur|Symp|Trans|Assoc|Comput|Vis|Vol|No|pp|Dr|vs|al|etc|Inc)\.$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|[;|•]\s*|\s+-{1,2}\s+")
_NO_BEGINNING = re.compile(
    r"\d+\+? ?(?:[a-z]{3}|\(|(?i:pages|figures|tables))|(?![^,]*[Pp]roc)\D*$"
)
"""Pieces such as "10 pages", and those without any digit, which have no year."""

_OPENERS = " ,\"'([:"
_CLOSERS = "\"')]} "
_YEAR_AGAIN = re.compile(rf"^[\s,(]*{YEAR}\b")
_JOURNALS_OF_CONFERENCES = (("TOG", {"SIGGRAPH", "SIGGRAPH Asia"}), ("RA-L", {"ICRA", "IROS"}))
"""Journals in which papers of a conference appear."""


@lru_cache(maxsize=2048)
def venue_of_comment(comment: str) -> Venue | None:
    """Return the one venue that a comment names, None if there is none or more than one."""
    if not MAY_NAME_ONE.search(comment):
        return None
    plain = plain_marks(one_line(comment[:_MOST_READ])).replace("\\&", "&")
    text = " ".join(_LINK.sub(" | ", _MARKUP.sub(" ", plain)).split())
    found: list[Venue] = []
    about = _About(text)
    for sentence in filter(MAY_NAME_ONE.search, _sentences(text)):
        found.extend(_venues_of(sentence, about))
    return _only(found)


class _About:
    """What a whole comment speaks of; most speak of none of it.

    Attributes:
        workshop: no conference counts then.
        other_paper: a name counts only after a verb then.
    """

    __slots__ = ("less", "not_yet", "other_paper", "workshop")

    def __init__(self, text: str) -> None:
        self.workshop = WORKSHOP.is_in(text)
        self.not_yet = NOT_YET.is_in(text)
        self.less = LESS_THAN_A_PAPER.is_in(text)
        self.other_paper = self.not_yet or OTHER_PAPER.is_in(text)


def _sentences(text: str) -> Iterator[str]:
    """Yield sentences and what else stands for itself, with no end after "Proc." or "Int."."""
    begin = 0
    for end in _SENTENCE_END.finditer(text):
        sentence = text[begin : end.start()]
        if not _ABBREVIATION.search(sentence):
            yield sentence
            begin = end.end()
    yield text[begin:]


def _venues_of(sentence: str, about: _About) -> Iterator[Venue]:
    if about.not_yet and NOT_YET.is_in(sentence):
        return
    if about.less and LESS_THAN_A_PAPER.is_in(sentence):
        return
    if about.workshop:
        if WORKSHOP.is_in(sentence):
            yield from _workshops_of(sentence)
        return
    reads = list(_after_verbs(sentence))
    if not about.other_paper:
        # "TACL 2025, presented at ACL 2025": what stands before the verb counts, too.
        verb = ACCEPTED.search(sentence) if reads else None
        reads.extend(_standing_alone(sentence[: verb.start()] if verb else sentence))
    for read in reads:
        yield from _checked(read)


def _after_verbs(sentence: str) -> Iterator[ReadName]:
    for verb in _verbs(sentence):
        read = read_name(sentence[verb.end() :])
        if read is None or not (PREPOSITION.search(verb["filler"]) or read.is_known):
            continue
        is_talk = verb[0].lower().startswith("presented")
        if not is_talk or (read.is_known and read.venue.kind is not VenueKind.JOURNAL):
            yield read


def _verbs(sentence: str) -> Iterator[re.Match[str]]:
    """Yield the verbs that speak of this paper and of what has happened."""
    for verb in ACCEPTED.finditer(sentence):
        before = sentence[: verb.start()]
        if not CONDITION.search(before) and not OTHER_PAPER.is_in(before):
            yield verb


def _standing_alone(sentence: str) -> Iterator[ReadName]:
    """Yield names that no verb stands before; unknown ones only after "8 pages, 3 figures"."""
    for said in _from_each_comma(sentence):
        if _NO_BEGINNING.match(said):
            continue
        read = read_name(said)
        if read and (read.venue.year or IN_PROCEEDINGS.match(said)):
            before = sentence[: len(sentence) - len(said)]
            if read.is_known or all(map(NO_TITLE.match, before.split(","))):
                yield read


def _workshops_of(sentence: str) -> Iterator[Venue]:
    """Yield a workshop after a verb, or else one that stands alone."""
    verbs = list(_verbs(sentence))
    if not verbs and ACCEPTED.search(sentence):
        return
    for verb in verbs:
        if venue := read_workshop(sentence[verb.end() :]):
            yield venue
            return
    for said in _from_each_comma(sentence):
        venue = read_workshop(said)
        if venue and venue.year:
            yield venue
            return


def _checked(read: ReadName) -> Iterator[Venue]:
    """Yield the venue if what follows its name leaves no doubt."""
    if read.rest.startswith("]"):
        read = replace(read, rest="")  # "[NAACL 2025] The first four authors"
    rest = _YEAR_AGAIN.sub("", read.rest).lstrip(_CLOSERS)
    if read.venue.letters.startswith("SIGGRAPH") and GRAPHICS.search(rest):
        yield known_venue("TOG", read.venue.year)
        return
    held_at = HELD_AT.match(rest)
    if held_at and (host := read_name(rest[held_at.end() :])) and host.is_known:
        name = " ".join(f"{read.venue.name} at {host.venue.short_name}".split())
        yield Venue(VenueKind.WORKSHOP, name, host.venue.year or read.venue.year)
    elif AFTER_A_NAME.match(rest):
        pieces = [piece.strip() for piece in _pieces(rest) if not OTHER_PAPER.is_in(piece)]
        if any(LONE_LETTERS.fullmatch(piece) and piece not in PLACES for piece in pieces):
            return  # a workshop or a track
        if others := _others_within(pieces, read.venue):
            yield from (read.venue, *others)  # which of them it is nobody can say
        else:
            yield from _with_track(read, rest)


def _others_within(pieces: list[str], venue: Venue) -> list[Venue]:
    named = (other for piece in pieces for other in venues_within(piece))
    return [other for other in named if other.letters != venue.letters]


def _with_track(read: ReadName, rest: str) -> Iterator[Venue]:
    """Yield the venue with the part of it that its proceedings print apart."""
    venue = read.venue
    if venue.letters.startswith("SIGGRAPH") and POSTER.search(rest):
        return  # two pages; elsewhere a poster is how a paper is shown
    if FINDINGS.search(rest) and not venue.name.startswith("Findings"):
        if findings := as_findings(read):
            yield findings.venue
        return
    if venue.kind is VenueKind.CONFERENCE and DEMONSTRATION.search(rest):
        venue = replace(venue, name=f"{venue.name}, System Demonstrations")
    elif venue.kind is VenueKind.CONFERENCE and INDUSTRY.search(rest):
        venue = replace(venue, name=f"{venue.name}, Industry Track")
    yield venue


def _from_each_comma(sentence: str) -> Iterator[str]:
    """Yield the sentence from its beginning and from every comma on."""
    position = 0
    for piece in _pieces(sentence):
        yield sentence[position:].lstrip(_OPENERS)
        position += len(piece) + 1


def _pieces(sentence: str) -> Iterator[str]:
    """Yield what stands between commas, but for commas within brackets."""
    depth, begin = 0, 0
    for index, character in enumerate(sentence):
        depth += (character in "([") - (character in ")]")
        if character == "," and depth <= 0:
            yield sentence[begin:index]
            begin = index + 1
    yield sentence[begin:]


def _only(found: list[Venue]) -> Venue | None:
    """Return the venue that is meant, if all that were found are one."""
    by_name: dict[str, Venue] = {}
    for venue in sorted(found, key=lambda venue: venue.year is None):
        by_name.setdefault(venue.letters or venue.name, venue)
    for journal, conferences in _JOURNALS_OF_CONFERENCES:
        if journal in by_name and by_name.keys() <= {journal, *conferences}:
            return by_name[journal]
    return next(iter(by_name.values())) if len(by_name) == 1 else None
