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


@dataclass(frozen=True, slots=True)
class Sort:
    """An order; papers that are equal in it follow newest first, so that it is always total."""

    column: SortColumn
    descending: bool


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
