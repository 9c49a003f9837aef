"""``fetch``, and fetching before an export."""

import argparse

from readinglist.cli.arguments.building import AddParser, add_json

_FETCH_EXAMPLES = """\
examples:
  readinglist fetch                               what is missing of starred papers
  readinglist fetch 'list:"Related work"'
  readinglist fetch tag:thesis --again            also what was fetched before
"""


def add_fetch(command: AddParser) -> None:
    """Add ``fetch``."""
    fetch = command(
        "fetch",
        "fetch arXiv's own titles, authors, categories, comments, DOIs and journal references",
        _FETCH_EXAMPLES,
    )
    fetch.add_argument(
        "query", metavar="QUERY", nargs="*", help="which papers; starred ones if not given"
    )
    fetch.add_argument(
        "--again", action="store_true", help="ask also for papers of which arXiv has told before"
    )
    add_json(fetch)


def add_fetch_first(export: argparse.ArgumentParser) -> None:
    """Let what is missing be fetched before an export."""
    export.add_argument(
        "--fetch",
        action="store_true",
        help="ask arXiv first for its own titles, authors, categories, comments, DOIs and journal "
        "references where they are missing; papers are exported all the same if it cannot be asked",
    )
