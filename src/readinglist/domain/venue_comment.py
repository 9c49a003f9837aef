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
from readinglist.domain.venue_grammar import (
    ReadName,
    as_findings,
    known_venue,
    read_name,
    venues_within,
)
from readinglist.domain.venue_workshops import WORKSHOP, read_workshop

_MOST_READ = 1_000
"""Characters of a comment that are read; arXiv's longest has a few hundred more."""

_MAY_NAME_ONE = re.compile(
    r"(?:19|20)\d\d|['’‘A-Z]\s?\d\d\b|[Aa]c+ep|[Pp]ubli|[Aa]ppear|[Pp]resent|[Pp]ress\b|[Pp]roc|@|[Ff]orthc"
)
"""Said of all that name a venue; half of the comments have pages and figures only."""

_MARKUP = re.compile(r"<[^<>]{0,300}>|\\(?:href|url)\b|[{}$~]|``|''")
_LINK = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b(?:arXiv:)?\d{4}\.\d{4,5}(?:v\d+)?\b")
_ABBREVIATION = re.compile(
    r"\b(?:Proc|Conf|Int|Intl|Int'l|Eur|Symp|Trans|Assoc|Comput|Vis|Vol|No|pp|Dr|vs|al|etc|Inc)\.$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|[;|•]\s*|\s+[-–—]{1,2}\s+")
NOT_YET = re.compile(
    r"submit|submiss|submision|submited|\bunder\b[\w\s-]{0,20}\brev[ie]+w|\bin\s+(?:peer[\s-])?review\b"
    r"|reviewing|\bunder\s+(?:major\s+|minor\s+)?(?:revision|consideration|submission)"
    r"|\breject|\bif\s+accepted|\bprepar(?:ed|ing|ation)\b|\bintended\b|\banonym"
    r"|\bnot\s+(?:yet\s+)?(?:been\s+)?(?:accepted|published)|\bconditional|\bprovisional|\btentative"
    r"|\brecommended\s+for|\bin\s+principle|\bminor\s+revision|\bmajor\s+revision"
    r"|\b(?:template|formatted)\b|\bplan(?:ned|ning)?\s+to\b|\btarget(?:ing|ed)?\b|\bARR\b",
    re.IGNORECASE,
)
_OTHER_PAPER = re.compile(
    r"\b(?:extend(?:s|ed|ing)?|expan(?:ds|ded|sion)|extensions?|follow-?up|builds?\s+(?:up)?on|based\s+on"
    r"|derived|preliminary|earlier|previous(?:ly)?|prior|short(?:er)?\s+version|long(?:er)?\s+(?:version|form)"
    r"|(?:conference|journal|full|original|abridged|condensed|workshop)\s+version|originally|supersede[sd]?|companion"
    r"|portions?\s+of|parts?\s+of|supplement(?:ary)?\s+(?:material\s+)?(?:to|for|of)|appendix\s+(?:to|of|for)"
    r"|\brelated\s+to|generali[sz]ation\s+of|chapter|thesis|dissertation|translat(?:ed|ion))\b",
    re.IGNORECASE,
)
_LESS_THAN_A_PAPER = re.compile(
    r"\b(?:challenges?|competitions?|shared[\s-]tasks?|winn(?:er|ing)|solutions?|\d(?:st|nd|rd|th)[\s-]place"
    r"|tutorials?|doctoral|consortium|late[\s-]breaking|LBW|LBR|extended\s+abstracts?|abstracts?|student\s+(?:abstract|poster)s?"
    r"|tiny|blog\s?posts?|non[\s-]archival|companion|adjunct|satellite|special\s+session|keynote|panel|undergraduate"
    r"|bridge|symposia|summer\s+school|talks?|exhibition|emerging\s+technologies|reproducibility)\b",
    re.IGNORECASE,
)
_ACCEPTED = re.compile(
    r"\b(?:(?:accept(?:ed|ance|s)?|acceped|accepeted|published|(?:to|will)\s+(?:be\s+)?(?:appear|published|presented)"
    r"|appear(?:s|ed|ing)?|presented|forthcoming|in\s+press|camera[\s-]ready(?:\s+version)?)\b)"
    r"(?P<filler>(?:[\s,:(]+(?:for|as|and|to|be|been|is|was|it|will|has|have|the|appear|published|presented|publication"
    r"|presentation|inclusion|oral|spotlight|highlight|poster|an?|full|short|long|regular|main|(?-i:conference|journal|research"
    r"|industry|demo|position|technical|article|annual|track)|workshop(?=\s+papers?)|paper|papers|in|at|by|into|on|with|of|@|from|proceedings|proc\.|accepted"
    r"|upcoming|prestigious|main|session|edition|version)(?![\w-]))*)[\s,:\"'“‘(\[]*",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\b(?:in|at|by|to|into|for|of|on)\b|[@:]", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:upon|on|after|if|once|when|until|before|pending|not)\s*$", re.IGNORECASE
)
_IN_PROCEEDINGS = re.compile(r"^\W*(?:in\s+)?proc(?:eedings|\.)", re.IGNORECASE)


_TRACK_WORDS = (
    r"main|orals?|posters?|spotlights?|highlights?|highlighted|long|short|full|regular|research|conference|conf|papers?"
    r"|tracks?|proceedings|camera|version|findings|industry|industrial|system|demos?|demonstrations?|accepted|accept|acceptance"
    r"|special|surveys?|position|datasets?|benchmarks?|applied|applications?|ADS|resource|technical|top|best|awards?"
    r"|outstanding|honou?rable|nominat\w*|candidate|runner|notable|final|preprint|early|rating|score|project|code|page"
    r"|website|homepage|webpage|link|\d+\s*pages|human|social|in[- ]person|lecture|presentations?|session|area|chairs?|selected|distinguished"
    r"|publication|articles?|edition|meeting|data|ai\s+(?:for|and)|interactive|creative|new|archival|PMLR|LNCS|IEEE|ACM|Springer|perspectives?|series|volume|vol"
)
_COMPLETE = re.compile(
    rf"(?i:$|[.,;:!?|&/-]|[–—]|(?:as|in|for|with|held|to|which|that|where|on|by|will|is|was|this|our|we|under|via|from|\d+\s*pages?|\d+\s*figures?)\b"
    rf"|[(\[]?\s*(?:the\s+)?(?:{_TRACK_WORDS})\b|and\s+(?-i:[a-z])|\((?-i:[A-Z])[a-z]+(?:\s[A-Z]\w+)*,\s[^()]+\))",
)
_YEAR_AGAIN = re.compile(r"^[\s,(]*(?:19|20)\d\d\b")
_GRAPHICS = re.compile(r"\bTOG\b|Transactions on Graphics")
_CLOSERS = "\"'”’)]} "
_HELD_AT = re.compile(
    r"\s*[,(]?\s*(?:@|at|co-?\s?located\s+(?:with|at)|collocated\s+(?:with|at)|in\s+conjunction\s+with|part\s+of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_LONE_LETTERS = re.compile(
    r"(?:the\s+)?[A-Za-z0-9]*[A-Z][a-z0-9]*[A-Z][\w&/-]*(?:\s+['’]?(?:20)?\d\d)?"
)
_PLACES = frozenset("USA UK UAE TN CA NY U.S.A. U.S. MD MA WA TX FL GA HI PA BC ON NSW LA".split())
_INDUSTRY = re.compile(r"\bindustr(?:y|ial)\b", re.IGNORECASE)
_DEMO = re.compile(
    r"\b(?:system\s+demo(?:nstration)?s?|demo(?:nstration)?s?(?:\s+(?:track|papers?|session))?)\b(?!\s*[:|])",
    re.IGNORECASE,
)


def venue_of_comment(comment: str) -> Venue | None:
    """Return the one venue that a comment names, None if there is none or more than one."""
    text = _LINK.sub(" | ", _MARKUP.sub(" ", one_line(comment[:_MOST_READ])))
    sentences = list(_sentences(" ".join(text.split())))
    telling = [sentence for sentence in sentences if _MAY_NAME_ONE.search(sentence)]
    if not telling:
        return None
    has_workshop = any(map(WORKSHOP.search, sentences))
    needs_verb = any(map(_is_of_another_kind, sentences))
    found: list[Venue] = []
    for sentence in telling:
        found.extend(_venues_of(sentence, has_workshop=has_workshop, needs_verb=needs_verb))
    return _only(found)


@lru_cache(maxsize=1024)
def _is_of_another_kind(sentence: str) -> bool:
    """Tell whether a sentence speaks of what is not published yet, or of another paper."""
    return bool(NOT_YET.search(sentence) or _OTHER_PAPER.search(sentence))


@lru_cache(maxsize=1024)
def _venues_of(sentence: str, *, has_workshop: bool, needs_verb: bool) -> tuple[Venue, ...]:
    """Return the venues of a sentence, which many papers share word by word."""
    if NOT_YET.search(sentence) or _LESS_THAN_A_PAPER.search(sentence):
        return ()
    if has_workshop:
        return tuple(_workshops_of(sentence)) if WORKSHOP.search(sentence) else ()
    return tuple(_of_sentence(sentence, needs_verb=needs_verb))


def _sentences(text: str) -> Iterator[str]:
    """Yield sentences and what else stands for itself, with no end after "Proc." or "Int."."""
    begin = 0
    for end in _SENTENCE_END.finditer(text):
        sentence = text[begin : end.start()]
        if not _ABBREVIATION.search(sentence):
            yield sentence
            begin = end.end()
    yield text[begin:]


def _of_sentence(sentence: str, *, needs_verb: bool) -> Iterator[Venue]:
    """Yield the venues of a sentence; those without a verb only if it has none with one."""
    has_verb = False
    for verb in _ACCEPTED.finditer(sentence):
        before = sentence[: verb.start()]
        if _CONDITION.search(before) or _OTHER_PAPER.search(before):
            continue
        said = sentence[verb.end() :]
        read = read_name(said)
        if read is None or not (_PREPOSITION.search(verb["filler"]) or read.is_known):
            continue
        if verb[0].lower().startswith("presented") and not read.is_known:
            continue
        has_verb = True
        yield from _checked(read)
    if has_verb or needs_verb:
        return
    for said in _ends(sentence):
        read = read_name(said)
        if read is None or (read.venue.year is None and not _IN_PROCEEDINGS.match(said)):
            continue
        yield from _checked(read)


def _ends(sentence: str) -> Iterator[str]:
    """Yield the sentence from its beginning and from every comma on."""
    position = 0
    for piece in _pieces(sentence):
        yield sentence[position:].lstrip(" ,\"'“‘([:")
        position += len(piece) + 1


def _workshops_of(sentence: str) -> Iterator[Venue]:
    """Yield the workshops of a sentence: one after a verb, or else one that it begins with."""
    for verb in _ACCEPTED.finditer(sentence):
        before = sentence[: verb.start()]
        if _CONDITION.search(before) or _OTHER_PAPER.search(before):
            return
        if venue := read_workshop(sentence[verb.end() :]):
            yield venue
            return
    for said in _ends(sentence):
        venue = read_workshop(said)
        if venue and venue.year:
            yield venue
            return


def _checked(read: ReadName) -> Iterator[Venue]:
    """Yield the venue if what follows its name leaves no doubt."""
    rest = _YEAR_AGAIN.sub("", read.rest).lstrip(_CLOSERS)
    if read.rest.startswith("]"):
        rest = ""
    if read.venue.letters.startswith("SIGGRAPH") and _GRAPHICS.search(rest):
        read = replace(read, venue=known_venue("TOG", read.venue.year))
        rest = ""
    held_at = _HELD_AT.match(rest)
    if held_at and (host := read_name(rest[held_at.end() :])) and host.is_known:
        name = " ".join(f"{read.venue.name} at {host.venue.short_name}".split())
        yield Venue(VenueKind.WORKSHOP, name, host.venue.year or read.venue.year)
        return
    if not _COMPLETE.match(rest):
        return
    following = [piece.strip() for piece in _pieces(rest) if not _OTHER_PAPER.search(piece)]
    if any(_LONE_LETTERS.fullmatch(piece) and piece not in _PLACES for piece in following):
        return
    others = {v.letters for piece in following for v in venues_within(piece)} - {read.venue.letters}
    if others:
        return
    yield from _with_track(read, rest)


def _with_track(read: ReadName, rest: str) -> Iterator[Venue]:
    venue = read.venue
    if venue.letters.startswith("SIGGRAPH") and re.search(r"\bposters?\b", rest, re.IGNORECASE):
        return  # two pages; elsewhere a poster is how a paper is shown
    if re.search(r"\bfindings\b", rest, re.IGNORECASE) and not venue.name.startswith("Findings"):
        found = as_findings(read)
        if found:
            yield found.venue
        return
    if venue.kind is VenueKind.CONFERENCE and _DEMO.search(rest):
        venue = replace(venue, name=f"{venue.name}, System Demonstrations")
    elif venue.kind is VenueKind.CONFERENCE and _INDUSTRY.search(rest):
        venue = replace(venue, name=f"{venue.name}, Industry Track")
    yield venue


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
    by_name = {venue.letters or venue.name: venue for venue in found if venue.year is None}
    by_name |= {venue.letters or venue.name: venue for venue in found if venue.year}
    if len(by_name) == 2:
        for journal, conferences in _JOURNALS_OF_CONFERENCES.items():
            if journal in by_name and by_name.keys() & conferences:
                return by_name[journal]
    return next(iter(by_name.values())) if len(by_name) == 1 else None


_JOURNALS_OF_CONFERENCES = {
    "TOG": frozenset(("SIGGRAPH", "SIGGRAPH Asia")),
    "RA-L": frozenset(("ICRA", "IROS")),
}
"""Journals in which papers of a conference appear."""
