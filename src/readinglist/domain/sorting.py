"""The orders in which a list of papers can be shown."""

from dataclasses import dataclass
from enum import StrEnum


class SortColumn(StrEnum):
    """What a list can be ordered by."""

    LISTED = "listed"
    STAR = "star"
    TITLE = "title"
    AUTHORS = "authors"
    UPVOTES = "upvotes"
    COMMENTS = "comments"
    TAGS = "tags"
    PUBLISHED = "published"
    HAND = "hand"
    """The order that a reader gave to a list, or to the queue."""


@dataclass(frozen=True, slots=True)
class Sort:
    """An order; papers that are equal in it follow newest first, so that it is always total.

    ``list_name`` names the list whose order HAND is; "" stands for the queue's.
    """

    column: SortColumn
    descending: bool
    list_name: str = ""


NEWEST_FIRST = Sort(SortColumn.LISTED, descending=True)

NAMED_SORTS: dict[str, Sort] = {
    "newest": NEWEST_FIRST,
    "oldest": Sort(SortColumn.LISTED, descending=False),
    "upvotes": Sort(SortColumn.UPVOTES, descending=True),
    "comments": Sort(SortColumn.COMMENTS, descending=True),
    "title": Sort(SortColumn.TITLE, descending=False),
    "authors": Sort(SortColumn.AUTHORS, descending=False),
    "published": Sort(SortColumn.PUBLISHED, descending=True),
    "starred": Sort(SortColumn.STAR, descending=True),
}
"""The orders by the names that the command line takes."""


def by_hand(list_name: str = "") -> Sort:
    """Return the order that was given by hand to a list, or to the queue."""
    return Sort(SortColumn.HAND, descending=False, list_name=list_name)
