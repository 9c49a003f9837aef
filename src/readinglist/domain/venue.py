"""Where a paper was published: a conference, a workshop or a journal."""

import re
from dataclasses import dataclass
from enum import StrEnum

_WITHDRAWN = re.compile(r"\bwithdrawn\b")
_ARTICLE = re.compile(
    r"\b(?:(?:an?|the|our|my|their|its|of)(?:\s+(?:previous(?:ly)?|earlier|now|since))?)\W*$"
)
_NOUN = re.compile(
    r"\W*(?:papers?|submissions?|versions?|articles?|preprints?|manuscripts?|works?|arxiv:?)\b"
)
_ANOTHER_BEFORE = re.compile(
    r"""
    \bnot\s(?:been\s)?$
    # "2401.00001 (withdrawn)", "replaces 2401.00001, which was withdrawn"
    |\d{4}\.\d{4,5}(?:v\d+)?\s?(?:[(\[]|,?\s?\b(?:which|that)\b)(?:\s?\b(?:has|was|is|been|now))*\s?$
    |\b(?:supersed|replac|correct)[^.;]*\b(?:which|that)(?:\s(?:has|was|is|been|now))*\s$
    """,
    re.VERBOSE,
)


class VenueKind(StrEnum):
    """What a venue is."""

    CONFERENCE = "conference"
    WORKSHOP = "workshop"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Venue:
    """Where a paper was published.

    Attributes:
        kind: conference, workshop or journal.
        name: in full if it is known, such as "International Conference on Learning
            Representations (ICLR)", otherwise as the authors write it; one line.
        year: of the publication, None if it was not told.
        letters: the usual short form, such as "ICLR"; "" if there is none.
        volume: of a journal, as are ``number`` and ``pages``; "" if it was not told.
    """

    kind: VenueKind
    name: str
    year: int | None = None
    letters: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""

    @property
    def short_name(self) -> str:
        """How people call it in passing: "ICLR 2025"."""
        name = self.letters or self.name
        year = str(self.year or "")
        return name if not year or year in name else f"{name} {year}"


def find_venue(comment: str, journal_ref: str = "") -> Venue | None:
    """Return where a paper was published by arXiv's journal reference or else by its comment.

    None if neither says it for sure: what is submitted, under review or withdrawn was not
    published, and a workshop is not the conference that it is held at.
    """
    from readinglist.domain.venue_comment import venue_of_comment  # only exports need it
    from readinglist.domain.venue_reference import venue_of_reference

    if is_withdrawn(comment):
        return None
    told = venue_of_reference(journal_ref) if journal_ref else None
    return told or (venue_of_comment(comment) if comment else None)


def is_withdrawn(comment: str) -> bool:
    """Tell whether a comment says that the paper was withdrawn, and not that another one was."""
    small = comment.lower()
    if "withdrawn" not in small:  # nearly always, and sooner known than by a pattern
        return False
    small = " ".join(small.split())
    return any(
        not _is_of_another(small[: said.start()], small[said.end() :])
        for said in _WITHDRAWN.finditer(small)
    )


def _is_of_another(before: str, after: str) -> bool:
    """Tell "the withdrawn paper arXiv:…" from "this paper has been withdrawn"."""
    return bool(_ANOTHER_BEFORE.search(before) or (_ARTICLE.search(before) and _NOUN.match(after)))
