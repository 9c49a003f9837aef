"""The order that papers have of their own by what is asked for: made by hand, or newest first."""

from readinglist.domain.errors import UserFacingError
from readinglist.domain.query import AllOf, AnyOf, Condition, Flag, InList, Is
from readinglist.domain.sorting import NAMED_SORTS, NEWEST_FIRST, Sort, by_hand

BY_HAND = "hand"
"""The name of the order made by hand, beside those of ``NAMED_SORTS``."""

_QUEUE = {Is(Flag.TO_READ), Is(Flag.READING)}
_QUEUE_STATES = {*_QUEUE, Is(Flag.DONE)}


def order_named(name: str, asked: Condition) -> Sort:
    """Return an order by its name; "" is the one that the papers have of their own.

    Raises:
        UserFacingError: it is the one made by hand, and what is asked for has none.
    """
    if name == BY_HAND:
        return order_by_hand(asked)
    return NAMED_SORTS[name] if name in NAMED_SORTS else natural_order(asked)


def natural_order(asked: Condition) -> Sort:
    """Return the order made by hand of a reading list and of the queue; newest first of others."""
    if isinstance(asked, InList) and not asked.prefix:
        return by_hand(asked.name)
    return by_hand() if _speaks_of_queue(asked, _QUEUE) == len(_QUEUE) else NEWEST_FIRST


def order_by_hand(asked: Condition) -> Sort:
    """Return the order made by hand of the one list, or of the queue, that a condition names.

    Raises:
        UserFacingError: it names none, or several.
    """
    parts = asked.conditions if isinstance(asked, AllOf) else (asked,)
    names = {part.name for part in parts if isinstance(part, InList) and not part.prefix}
    if len(names) == 1:
        return by_hand(names.pop())
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
