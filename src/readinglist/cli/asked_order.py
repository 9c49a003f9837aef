"""The order in which papers are listed: the one that was named, or the one made by hand."""

from readinglist.cli.named_things import list_named, spelling_among
from readinglist.domain.errors import UserFacingError
from readinglist.domain.query import AllOf, AnyOf, Condition, Flag, InList, Is
from readinglist.domain.reading_list import ReadingList
from readinglist.domain.sorting import NAMED_SORTS, NEWEST_FIRST, Sort, by_hand
from readinglist.library.library import Library

BY_HAND = "hand"

_QUEUE = {Is(Flag.TO_READ), Is(Flag.READING)}
_QUEUE_STATES = {*_QUEUE, Is(Flag.DONE)}


def asked_order(library: Library, asked: Condition, name: str | None) -> Sort:
    """Return the order of what a query asks for; ``name`` is None if no order was named.

    Then a reading list, and the queue, come in the order made by hand, and all else newest first.

    Raises:
        UserFacingError: the order made by hand was named, and there is none.
    """
    if name == BY_HAND:
        return _made_by_hand(library, asked)
    if name is not None:
        return NAMED_SORTS[name]
    if isinstance(asked, InList) and not asked.prefix:
        return by_hand(asked.name)
    return by_hand() if _speaks_of_queue(asked, _QUEUE) == len(_QUEUE) else NEWEST_FIRST


def asked_list(library: Library, asked: Condition) -> ReadingList | None:
    """Return the reading list that a query asks for and nothing else; None if it is none."""
    if not isinstance(asked, InList) or asked.prefix:
        return None
    lists = {listed.name: listed for listed in library.papers.counts().result().lists}
    spelled = spelling_among(lists, asked.name)
    return lists[spelled] if spelled is not None else None


def _made_by_hand(library: Library, asked: Condition) -> Sort:
    parts = asked.conditions if isinstance(asked, AllOf) else (asked,)
    names = {part.name for part in parts if isinstance(part, InList) and not part.prefix}
    if len(names) == 1:
        return by_hand(list_named(library, names.pop()).name)
    if names:
        raise UserFacingError(
            "The query names several lists, and each has an order of its own.", "Name one of them."
        )
    if any(_speaks_of_queue(part, _QUEUE_STATES) for part in parts):
        return by_hand()
    raise UserFacingError(
        "Only a reading list and the queue have an order made by hand.",
        "Name one in the query, such as list:NAME or is:to-read, or choose another --sort.",
    )


def _speaks_of_queue(asked: Condition, states: set[Is]) -> int:
    """Return how many of the states a condition asks for; 0 if it asks for anything else."""
    parts = set(asked.conditions if isinstance(asked, AnyOf) else (asked,))
    return len(parts) if parts <= states else 0
