"""The columns of the list: what they are called, how wide they are, what they sort by."""

from dataclasses import dataclass
from enum import IntEnum

from readinglist.domain.sorting import SortColumn


class Column(IntEnum):
    """Columns by their number in the model; the header may show them in another order."""

    STAR = 0
    TITLE = 1
    AUTHORS = 2
    DATE = 3
    UPVOTES = 4
    COMMENTS = 5
    TAGS = 6


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """How a column is presented.

    Attributes:
        title: what the header shows; the star's is empty.
        name: what the menu of columns and screen readers say.
        width: at 100 % zoom, in pixels; the title takes what is left.
        sort: what a click on the header orders by.
        descending_first: whether the first click orders from large to small.
        numeric: right-aligned, in figures of one width.
    """

    title: str
    name: str
    width: int
    sort: SortColumn
    descending_first: bool = False
    numeric: bool = False


COLUMNS: dict[Column, ColumnSpec] = {
    Column.STAR: ColumnSpec("", "Star", 40, SortColumn.STAR, descending_first=True),
    Column.TITLE: ColumnSpec("Title", "Title", 420, SortColumn.TITLE),
    Column.AUTHORS: ColumnSpec("Authors", "Authors", 170, SortColumn.AUTHORS),
    Column.DATE: ColumnSpec("Date", "Date", 96, SortColumn.LISTED, descending_first=True),
    Column.UPVOTES: ColumnSpec(
        "Upvotes", "Upvotes", 92, SortColumn.UPVOTES, descending_first=True, numeric=True
    ),
    Column.COMMENTS: ColumnSpec(
        "Comments", "Comments", 104, SortColumn.COMMENTS, descending_first=True, numeric=True
    ),
    Column.TAGS: ColumnSpec("Tags", "Tags", 110, SortColumn.TAGS),
}

IN_TITLE_WHEN_COMFORTABLE = (Column.AUTHORS, Column.TAGS)
"""Columns whose content stands on the title's second line in comfortable rows."""
