"""What came of one engine that read one file."""

from collections.abc import Collection as Several
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """The counts of one check. None is a count that makes no sense for the engine.

    Attributes:
        writer: who wrote what was read.
        file: its format, such as ``BibTeX``.
        engine: what read it, such as ``bibtex, plain``.
        papers: which ones, such as ``arXiv``.
        written: entries in the file.
        read: entries that the engine says it has read.
        errors: its own.
        warnings: its own.
        lost: entries written that it gave nothing out for.
        latex_errors: errors of LaTeX over the whole bibliography, and characters without a glyph.
        without_id: printed references in which their own arXiv id is missing.
        changed: entries whose title, names or key came back otherwise.
        parts: into how many files the papers were cut.
        complaints: what it said, the first few.
    """

    writer: str
    file: str
    engine: str
    papers: str
    written: int
    read: int
    errors: int = 0
    warnings: int = 0
    lost: int = 0
    latex_errors: int | None = None
    without_id: int | None = None
    changed: int | None = None
    parts: int = 1
    complaints: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost, said or changed."""
        wrong = (self.errors, self.warnings, self.lost, self.latex_errors or 0)
        return self.read == self.written and not any(
            (*wrong, self.without_id or 0, self.changed or 0)
        )

    def saying(self, complaints: Sequence[str]) -> "Outcome":
        """Return the outcome with the first few complaints."""
        return replace(self, complaints=tuple(dict.fromkeys(complaints))[:_MOST_SHOWN])


def summed(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the counts of several parts as one."""
    first = outcomes[0]
    return replace(
        first,
        written=sum(each.written for each in outcomes),
        read=sum(each.read for each in outcomes),
        errors=sum(each.errors for each in outcomes),
        warnings=sum(each.warnings for each in outcomes),
        lost=sum(each.lost for each in outcomes),
        latex_errors=_sum(each.latex_errors for each in outcomes),
        without_id=_sum(each.without_id for each in outcomes),
        changed=_sum(each.changed for each in outcomes),
        parts=len(outcomes),
    ).saying([complaint for each in outcomes for complaint in each.complaints])


def _sum(counts: Iterable[int | None]) -> int | None:
    numbers = [count for count in counts if count is not None]
    return sum(numbers) if numbers else None


def count_lost(written: Sequence[str], found: Several[str]) -> int:
    """Count the entries of a file that are not among those found.

    Of entries that share a key an engine can give out one only, so the others are lost.
    """
    return len(written) - len(set(written) & set(found))
