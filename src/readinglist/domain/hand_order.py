"""Putting papers between others in an order made by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from readinglist.domain.rank import ranks_between


@dataclass(frozen=True, slots=True)
class Spot:
    """Where papers are to stand: before or after a paper, or at the beginning or the end.

    Attributes:
        neighbour: the key of the paper beside them; None stands for the whole of the list.
        after: whether they go behind it.
    """

    neighbour: int | None = None
    after: bool = True

    def position_in(self, others: Sequence[int]) -> int:
        """Return before which of the papers that stay, counted from 0, the spot lies."""
        if self.neighbour in others:
            return others.index(self.neighbour) + self.after
        return len(others) if self.after else 0

    def bring(self, order: Sequence[int], keys: Sequence[int]) -> list[int]:
        """Return the keys of ``order`` with some of them, in their own order, at this spot."""
        moved = set(keys)
        others = [key for key in order if key not in moved]
        position = self.position_in(others)
        return [*others[:position], *keys, *others[position:]]


AT_THE_END = Spot()
AT_THE_BEGINNING = Spot(after=False)


def new_ranks(ranked: Sequence[tuple[str, int]], keys: Sequence[int], spot: Spot) -> dict[int, str]:
    """Return the ranks that bring ``keys``, in their order, to a spot.

    Args:
        ranked: rank and key of all that is in the order already, sorted.
        keys: what is to be put there; may be among them.
        spot: a neighbour that is not there, or is itself moved, stands for the beginning or end.

    Returns:
        New ranks by key, none if all are there already; for others than ``keys`` only where two
        had the same rank, as an undo may leave them.
    """
    moved = set(keys)
    others = [(rank, key) for rank, key in ranked if key not in moved]
    position = spot.position_in([key for _rank, key in others])
    if [key for _rank, key in ranked[position : position + len(keys)]] == list(keys):
        return {}
    below = others[position - 1][0] if position else ""
    pushed: list[int] = []
    while position < len(others) and below and others[position][0] <= below:
        pushed.append(others[position][1])
        position += 1
    above = others[position][0] if position < len(others) else ""
    wanted = [*keys, *pushed]
    return dict(zip(wanted, ranks_between(below, above, len(wanted)), strict=True))
