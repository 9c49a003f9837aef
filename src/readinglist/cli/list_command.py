"""``readinglist list``: the papers that a query asks for."""

import argparse
from collections.abc import Mapping

from readinglist.cli.asked_order import asked_order
from readinglist.cli.opened_library import asked_condition, opened_library
from readinglist.cli.paper_lines import print_papers
from readinglist.cli.terminal import complain
from readinglist.domain.query import without_hidden
from readinglist.library.library import Library


def list_papers(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Print the papers that the query asks for."""
    with opened_library(chosen, environ) as library:
        asked = asked_condition(chosen.query)
        order = asked_order(library, asked, chosen.sort)
        keys = library.papers.keys(without_hidden(asked), order).result()[: chosen.limit]
        if not keys:
            complain(_nothing(library))
        print_papers(library, keys, as_json=chosen.json)
    return True


def _nothing(library: Library) -> str:
    counts = library.papers.counts().result()
    if counts.papers + counts.hidden:
        return "No paper matches."
    return "The library is empty. Bring in papers with: readinglist sync"
