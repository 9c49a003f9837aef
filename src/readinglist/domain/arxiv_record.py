"""What arXiv itself says about a paper, where another source has told of it first."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ArxivRecord:
    """arXiv's own words, which hold the LaTeX that other sources have lost.

    Attributes:
        title: with its formulas; "" if arXiv was asked and does not have the paper.
        authors: names in order.
        abstract: with its formulas.
        categories: the first is the primary one, such as ``cs.CL``.
        comment: what the authors say about the paper: pages, venue, withdrawal.
        doi: of the published version, without a resolver before it.
        journal_ref: where it was published.
        version: the newest version, 0 if it was not told.
        fetched_on: the day of the answer.
    """

    title: str
    authors: tuple[str, ...]
    abstract: str
    categories: tuple[str, ...]
    comment: str
    doi: str
    journal_ref: str
    version: int
    fetched_on: date

    @property
    def is_known(self) -> bool:
        """Whether arXiv has the paper at all."""
        return bool(self.title)


def unknown_record(asked_on: date) -> ArxivRecord:
    """Return what stands for a paper that arXiv does not have."""
    return ArxivRecord("", (), "", (), "", "", "", 0, asked_on)
