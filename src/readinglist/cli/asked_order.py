"""The order in which papers are listed: the one that was named, or the one made by hand."""

from readinglist.cli.named_things import list_named, spelling_among
from readinglist.domain.natural_order import BY_HAND, order_named
from readinglist.domain.query import Condition, InList
from readinglist.domain.reading_list import ReadingList
from readinglist.domain.sorting import Sort, by_hand
from readinglist.library.library import Library


def asked_order(library: Library, asked: Condition, name: str | None) -> Sort:
    """Return the order of what a query asks for; ``name`` is None if no order was named.

    Then a reading list, and the queue, come in the order made by hand, and all else newest first.

    Raises:
        UserFacingError: the order made by hand was named, and there is none.
    """
    order = order_named(name or "", asked)
    if name == BY_HAND and order.list_name:
        return by_hand(list_named(library, order.list_name).name)
    return order


def asked_list(library: Library, asked: Condition) -> ReadingList | None:
    """Return the reading list that a query asks for and nothing else; None if it is none."""
    if not isinstance(asked, InList) or asked.prefix:
        return None
    lists = {listed.name: listed for listed in library.papers.counts().result().lists}
    spelled = spelling_among(lists, asked.name)
    return lists[spelled] if spelled is not None else None
