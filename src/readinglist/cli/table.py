"""Lists, rules, searches and tags in a table for people, in lines for pipes, in JSON."""

import sys
from collections.abc import Iterator, Mapping, Sequence

from readinglist.cli.json_text import json_array
from readinglist.cli.terminal import columns_of, complain, fitted, padded, printable, width_of

_NARROWEST_LAST = 20

Values = Mapping[str, object]


def print_things(
    things: Sequence[tuple[Values, Sequence[str]]], *, as_json: bool, if_none: str
) -> None:
    """Print what there is.

    Args:
        things: of each, its values in JSON, and what people see in columns.
        as_json: whether programs read it.
        if_none: what is told, on standard error, if there is nothing.
    """
    if not things:
        complain(if_none)
    if as_json:
        lines = json_array(values for values, _cells in things)
    else:
        rows = [tuple(map(printable, cells)) for _values, cells in things]
        lines = _lines(rows, width_of(sys.stdout))
    for line in lines:
        print(line)


def _lines(rows: Sequence[Sequence[str]], columns: int | None) -> Iterator[str]:
    if columns is None:
        yield from ("\t".join(row) for row in rows)
        return
    widths = [max(map(columns_of, cells)) for cells in zip(*rows, strict=True)]
    for row in rows:
        cells = [_cell(cell, width) for cell, width in zip(row[:-1], widths, strict=False)]
        begin = "  ".join([*cells, ""])
        left = max(columns - columns_of(begin), _NARROWEST_LAST)
        yield (begin + fitted(row[-1], left)).rstrip()


def _cell(text: str, width: int) -> str:
    return text.rjust(width) if text.isdigit() else padded(text, width)
