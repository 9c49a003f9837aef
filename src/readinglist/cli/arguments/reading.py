"""``sync``, ``list``, ``show`` and ``export``: papers coming in, being looked at, going out."""

import argparse

from readinglist.cli.arguments.building import ID_HELP, AddParser, add_json, add_query
from readinglist.cli.arguments.dashes import as_typed
from readinglist.cli.arguments.fetching import add_fetch_first
from readinglist.cli.arguments.values import (
    SOURCES,
    checked,
    read_author_count,
    read_format,
    read_limit,
    read_options,
    read_source,
)
from readinglist.domain.sorting import NAMED_SORTS
from readinglist.library.sync_range import parse_day, parse_month, parse_week

_SYNC_EXAMPLES = """\
examples:
  readinglist sync                                the latest 14 days
  readinglist sync --date 2025-06-03
  readinglist sync --since 2025-06-01 --until 2025-06-15
  readinglist sync --week 2025-W23 --json
"""
_LIST_EXAMPLES = """\
examples:
  readinglist list --limit 20
  readinglist list 'author:lecun since:2025-06' --sort upvotes
  readinglist list is:starred --json
  readinglist list 'list:"Related work"'          in the order made by hand
  readinglist list is:to-read upvotes:'>20' --sort hand
"""
_EXPORT_EXAMPLES = """\
examples:
  readinglist export is:starred --format bibtex -o refs.bib
  readinglist export tag:rl since:2025-06 --format markdown
  readinglist export is:starred --format bibtex --with abstract,tags --authors 10
  readinglist export is:starred --format bibtex --check
  readinglist export 'list:"Related work"' --format markdown --sort newest
  readinglist export is:starred --format markdown-folder -o ~/vault/papers
  readinglist export tag:thesis --format bibtex -o refs.bib --watch
"""
_CITE_EXAMPLES = """\
examples:
  readinglist cite 2506.02096
  readinglist cite 2506.02096 2506.01939 --style ieee
  readinglist cite --query 'list:"Related work"' --as markdown
"""


def add_sync(command: AddParser) -> None:
    """Add ``sync``."""
    sync = command("sync", "bring in papers from Daily Papers", _SYNC_EXAMPLES)
    days = sync.add_mutually_exclusive_group()
    days.add_argument("--date", metavar="D", type=checked(parse_day), help="one day: 2025-06-03")
    days.add_argument("--since", metavar="D", type=checked(parse_day), help="from this day on")
    days.add_argument("--week", metavar="W", type=checked(parse_week), help="an ISO week: 2025-W23")
    days.add_argument("--month", metavar="M", type=checked(parse_month), help="a month: 2025-06")
    days.add_argument("--trending", action="store_true", help="what is trending now")
    sync.add_argument(
        "--until", metavar="D", type=checked(parse_day), help="with --since: up to this day"
    )
    sync.add_argument(
        "--source",
        metavar="NAME",
        type=checked(read_source),
        default=SOURCES[0],
        help=f"only this source; there is {', '.join(SOURCES)}",
    )
    sync.add_argument(
        "--json", action="store_true", help="print one JSON object per day and source"
    )


def add_list_and_show(command: AddParser) -> None:
    """Add ``list`` and ``show``."""
    listing = command("list", "list papers", _LIST_EXAMPLES)
    add_query(listing)
    listing.add_argument("--limit", metavar="N", type=checked(read_limit), help="at most N papers")
    add_sort(listing)
    add_json(listing)
    show = command("show", "show one paper with its abstract", "")
    show.add_argument("id", metavar="ID", help=ID_HELP)
    add_json(show)


def add_export(command: AddParser) -> None:
    """Add ``export``."""
    export = command("export", "write papers in another format", _EXPORT_EXAMPLES)
    add_query(export)
    add_sort(export)
    add_format(export)
    add_fetch_first(export)
    export.add_argument(
        "--check",
        action="store_true",
        help="write nothing; say what engines would choke on or print wrong, a line for each",
    )
    export.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="where to write; standard output if not given; for markdown-folder a folder",
    )
    export.add_argument(
        "--force",
        action="store_true",
        help="with markdown-folder: write over what somebody has changed in the program's block",
    )
    export.add_argument(
        "--watch",
        action="store_true",
        help="keep FILE up to date until Ctrl+C; what somebody else writes into it is not "
        "overwritten",
    )


def add_format(parser: argparse.ArgumentParser) -> None:
    """Let a format and its options be chosen."""
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        required=True,
        type=checked(read_format),
        help="bibtex, biblatex, markdown, ris, csl-json, csv, html, ids or markdown-folder",
    )
    parser.add_argument(
        "--with",
        dest="included",
        metavar="OPTIONS",
        type=checked(read_options),
        action="extend",
        default=[],
        help="put in what the format leaves out by itself: venue, abstract, notes, tags, month, "
        "parted by commas",
    )
    parser.add_argument(
        "--without",
        dest="left_out",
        metavar="OPTIONS",
        type=checked(read_options),
        action="extend",
        default=[],
        help="leave out what the format has by itself",
    )
    parser.add_argument(
        "--authors",
        metavar="N",
        type=checked(read_author_count),
        help="name the first N authors, then “and others”; all for everybody",
    )


def add_cite(command: AddParser) -> None:
    """Add ``cite``."""
    cite = command("cite", "print references as they stand in a text", _CITE_EXAMPLES)
    cite.add_argument("ids", metavar="ID", nargs="*", help=ID_HELP)
    cite.add_argument(
        "--query", metavar="QUERY", type=as_typed, help="the papers that a query finds, instead"
    )
    cite.add_argument(
        "--style",
        choices=("apa", "ieee", "acm", "plain"),
        type=as_typed,
        default="apa",
        metavar="STYLE",
        help="apa (if not given), ieee, acm or plain",
    )
    cite.add_argument(
        "--as",
        dest="form",
        choices=("text", "html", "markdown"),
        type=as_typed,
        default="text",
        metavar="FORM",
        help="text (if not given), html or markdown, which have italics",
    )


def add_sort(parser: argparse.ArgumentParser) -> None:
    """Let an order be chosen."""
    orders = (*NAMED_SORTS, "hand")
    parser.add_argument(
        "--sort",
        choices=orders,
        type=as_typed,
        metavar="ORDER",
        help=f"one of {', '.join(orders)}; if not given, a reading list and the queue come as they "
        "were put in order by hand, and all else newest first",
    )
