"""Where a paper was published: a conference, a workshop or a journal."""

from dataclasses import dataclass
from enum import StrEnum


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
    """Tell whether a comment says that the paper was withdrawn."""
    return "withdrawn" in comment.lower()
