"""Where papers are to be moved in an order made by hand."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from readinglist.cli.opened_library import named_papers
from readinglist.cli.terminal import complain
from readinglist.domain.errors import UserFacingError
from readinglist.domain.hand_order import AT_THE_BEGINNING, AT_THE_END, Spot
from readinglist.library.library import Library


@dataclass(frozen=True, slots=True)
class Move:
    """The papers that can be moved, in the order in which they were named, and where to.

    ``spot`` is None if the paper beside it is not in the library. ``all_found`` tells whether
    every paper that was named can be moved.
    """

    keys: tuple[int, ...]
    spot: Spot | None
    all_found: bool


def asked_move(
    library: Library, chosen: argparse.Namespace, there: Sequence[int], where: str
) -> Move:
    """Find what is to be moved; complain of papers that are not ``there``.

    Raises:
        UserFacingError: the paper beside the spot is not there, or is itself to be moved.
    """
    named = named_papers(library, chosen.ids)
    present = set(there)
    keys = tuple(key for key in named.keys if key in present)
    for row in library.papers.rows([key for key in named.keys if key not in present]).result():
        complain(f"{row.paper_id} is not in {where}.")
    neighbour = chosen.before if chosen.before is not None else chosen.after
    if neighbour is None:
        spot: Spot | None = AT_THE_BEGINNING if chosen.first else AT_THE_END
    else:
        beside = named_papers(library, [neighbour]).keys
        if not present.issuperset(beside):
            raise UserFacingError(f"{neighbour} is not in {where}.", "Name a paper that is.")
        if not set(keys).isdisjoint(beside):
            raise UserFacingError(
                f"{neighbour} cannot be moved beside itself.", "Name another paper."
            )
        spot = Spot(beside[0], after=chosen.after is not None) if beside else None
    return Move(keys, spot, named.all_found and len(keys) == len(named.keys))
