"""Papers in a table for people, in lines for pipes, in JSON for programs."""

import sys
from collections.abc import Iterator, Sequence

from readinglist.cli.json_text import json_array
from readinglist.cli.paper_json import paper_values
from readinglist.cli.terminal import fitted, width_of
from readinglist.domain.paper import PaperRow
from readinglist.library.export import read_in_pages
from readinglist.library.library import Library

_PAGE = 200
_NARROWEST_TITLE = 20
_WIDEST_STATE = len("to-read")


def print_papers(
    library: Library, keys: Sequence[int], *, as_json: bool, with_state: bool = False
) -> None:
    """Print papers in the order of their keys.

    Args:
        library: where they are.
        keys: which papers.
        as_json: whether programs read them.
        with_state: whether a line for people begins with where the paper stands in the queue.
    """
    if as_json:
        details = read_in_pages(library, keys)
        lines = json_array(paper_values(detail, abstract=False) for detail in details)
    else:
        lines = _lines(library, keys, with_state=with_state)
    for line in lines:
        print(line)


def _lines(library: Library, keys: Sequence[int], *, with_state: bool) -> Iterator[str]:
    columns = width_of(sys.stdout)
    for start in range(0, len(keys), _PAGE):
        rows = library.papers.rows(keys[start : start + _PAGE]).result()
        if columns is None:
            yield from (_tabbed(row, with_state=with_state) for row in rows)
        else:
            yield from _table(rows, columns, with_state=with_state)


def _tabbed(row: PaperRow, *, with_state: bool) -> str:
    star = "*" if row.starred else "-"
    state = [row.queue or "-"] if with_state else []
    return "\t".join((*state, star, row.paper_id, row.listed_on, str(row.upvotes), row.title))


def _table(rows: Sequence[PaperRow], columns: int, *, with_state: bool) -> Iterator[str]:
    widest_id = max(len(row.paper_id) for row in rows)
    widest_count = max(len(str(row.upvotes)) for row in rows)
    for row in rows:
        star = "*" if row.starred else " "
        begin = f"{row.queue or '':<{_WIDEST_STATE}}  " if with_state else ""
        begin += f"{star} {row.paper_id:<{widest_id}}  {row.listed_on}  "
        begin += f"{row.upvotes:>{widest_count}}  "
        yield begin + fitted(row.title, max(columns - len(begin), _NARROWEST_TITLE))
