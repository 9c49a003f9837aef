"""``readinglist list``: papers in a table for people, in lines for pipes, in JSON for programs."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence

from readinglist.cli.opened_library import asked_condition, opened_library
from readinglist.cli.paper_json import json_line, paper_values
from readinglist.cli.terminal import complain, fitted, width_of
from readinglist.domain.paper import PaperRow
from readinglist.domain.sorting import NAMED_SORTS
from readinglist.library.export import read_in_pages
from readinglist.library.library import Library

_PAGE = 200
_NARROWEST_TITLE = 20


def list_papers(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Print the papers that the query asks for."""
    with opened_library(chosen, environ) as library:
        condition = asked_condition(chosen.query)
        keys = library.papers.keys(condition, NAMED_SORTS[chosen.sort]).result()[: chosen.limit]
        if not keys:
            complain(_nothing(library))
        lines = _json_lines(library, keys) if chosen.json else _lines(library, keys)
        for line in lines:
            print(line)
    return True


def _nothing(library: Library) -> str:
    counts = library.papers.counts().result()
    if counts.papers + counts.hidden:
        return "No paper matches."
    return "The library is empty. Bring in papers with: readinglist sync"


def _json_lines(library: Library, keys: Sequence[int]) -> Iterator[str]:
    """Yield one array with a paper a line, so that it need not be held whole."""
    yield "["
    left = len(keys)
    for detail in read_in_pages(library, keys):
        left -= 1
        yield json_line(paper_values(detail, abstract=False)) + ("," if left else "")
    yield "]"


def _lines(library: Library, keys: Sequence[int]) -> Iterator[str]:
    columns = width_of(sys.stdout)
    for start in range(0, len(keys), _PAGE):
        rows = library.papers.rows(keys[start : start + _PAGE]).result()
        yield from (_tabbed(row) for row in rows) if columns is None else _table(rows, columns)


def _tabbed(row: PaperRow) -> str:
    star = "*" if row.starred else "-"
    return "\t".join((star, row.paper_id, row.listed_on, str(row.upvotes), row.title))


def _table(rows: Sequence[PaperRow], columns: int) -> Iterator[str]:
    widest_id = max(len(row.paper_id) for row in rows)
    widest_count = max(len(str(row.upvotes)) for row in rows)
    for row in rows:
        star = "*" if row.starred else " "
        begin = f"{star} {row.paper_id:<{widest_id}}  {row.listed_on}  "
        begin += f"{row.upvotes:>{widest_count}}  "
        yield begin + fitted(row.title, max(columns - len(begin), _NARROWEST_TITLE))
