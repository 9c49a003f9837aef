"""What may be typed on the command line. Only argparse is imported until a command runs."""

import argparse
import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from readinglist import __version__
from readinglist.domain.errors import UserFacingError
from readinglist.domain.sorting import NAMED_SORTS
from readinglist.library.sync_range import parse_day, parse_month, parse_week

Value = TypeVar("Value")

SOURCES = ("daily-papers",)

_TAKES_WORDS = {"list": "query", "export": "query"}
_TAKES_IDS = dict.fromkeys(("star", "unstar", "read", "unread", "hide", "unhide", "tag"), "ids")

_MARK = "\0"
"""Put before words that begin with a dash and are no options; no argument has it in it."""

_EXAMPLES = """\
examples:
  readinglist                                     open the window
  readinglist sync                                bring in the latest 14 days
  readinglist list is:unread diffusion --limit 20
  readinglist star 2506.02096 https://arxiv.org/abs/2506.01939
  readinglist tag 2506.02096 --add to-read
  readinglist export is:starred --format bibtex -o refs.bib

ID is an arXiv id or a link to one, with or without version, or local:N for a paper without one.
QUERY is what the filter box takes: words, "a phrase", -word, OR, parentheses, and fields such as
title: author: tag: is:starred since:2w upvotes:>20. Put a query with brackets or > in quotes.

Exit status: 0 done, 1 failed or only partly done, 2 wrong usage.
"""
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
"""
_EXPORT_EXAMPLES = """\
examples:
  readinglist export is:starred --format bibtex -o refs.bib
  readinglist export tag:rl since:2025-06 --format markdown
"""
_TAG_EXAMPLES = """\
examples:
  readinglist tag 2506.02096 2506.01939 --add rl/offline
  readinglist tag 2506.02096 --add done --remove to-read
"""
_NOTE_EXAMPLES = """\
examples:
  readinglist note 2506.02096                     print the note
  readinglist note 2506.02096 'Compare with section 3'
  readinglist note 2506.02096 - < note.txt        read it from standard input
  readinglist note 2506.02096 ''                  remove it
"""


_ID_HELP = "an arXiv id, a link to one, or local:N"


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for; ``command`` is None if no command was named.

    Raises:
        SystemExit: wrong usage (2), or help or the version was printed (0).
    """
    parser = _parser()
    chosen, extra = parser.parse_known_args(_with_dashes_kept(arguments))
    takes = (_TAKES_WORDS | _TAKES_IDS).get(chosen.command or "")
    if extra and (takes is None or any(word.startswith("-") for word in extra)):
        parser.error(f"unrecognized arguments: {' '.join(extra)}")
    if takes is not None:  # words after an option belong to those before it
        setattr(chosen, takes, [_as_typed(word) for word in (*getattr(chosen, takes), *extra)])
    _check(chosen, parser)
    return chosen


def _check(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Refuse what argparse cannot tell by itself."""
    if chosen.command == "note" and chosen.text is not None:
        chosen.text = _as_typed(chosen.text)
    if chosen.command == "tag" and not (chosen.add or chosen.remove):
        parser.error("tag needs at least one --add NAME or --remove NAME")
    if chosen.command == "sync" and chosen.until is not None:
        if chosen.since is None:
            parser.error("--until needs --since")
        if chosen.until < chosen.since:
            parser.error(f"--until {chosen.until} lies before --since {chosen.since}")


def _with_dashes_kept(arguments: Sequence[str]) -> list[str]:
    """Mark words such as ``-survey``, which argparse would take for options."""
    kept: list[str] = []
    command = ""
    for word in arguments:
        kept.append(_MARK + word if _is_text(word, command) else word)
        if not command and word in {*_TAKES_WORDS, "note"}:
            command = word
    return kept


def _is_text(word: str, command: str) -> bool:
    if not re.fullmatch("-[^-].*", word, re.DOTALL) or word == "-h":
        return False
    if command == "note":
        return True
    # A single letter is more likely a mistaken option than a word to exclude.
    return command in _TAKES_WORDS and len(word) > 2 and not word.startswith("-o")


def _as_typed(word: str) -> str:
    return word.removeprefix(_MARK)


def _checked(read: Callable[[str], Value]) -> Callable[[str], Value]:
    """Make a reader of values tell argparse what is wrong with one."""

    def convert(text: str) -> Value:
        try:
            return read(text)
        except UserFacingError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return convert


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:10]) > 0):
        raise UserFacingError(f"“{text}” is not a number of papers.", "Write it as 20.")
    return int(text[:10])


def _format(text: str) -> str:
    # The exporters are read when one is asked for.
    from readinglist.exporters import EXPORTERS

    if text.lower() not in EXPORTERS:
        raise UserFacingError(
            f"There is no format “{text}”.", f"The formats are {' and '.join(EXPORTERS)}."
        )
    return text.lower()


def _source(text: str) -> str:
    if text not in SOURCES:
        raise UserFacingError(f"There is no source “{text}”.", f"Sources: {', '.join(SOURCES)}.")
    return text


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="readinglist",
        description="Read Daily Papers: without a command, open the window.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"readinglist {__version__}")
    _add_library(parser, default=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    def command(name: str, summary: str, examples: str = "") -> argparse.ArgumentParser:
        added = commands.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=examples,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        # SUPPRESS, or the default here would hide what was given before the command.
        _add_library(added, default=argparse.SUPPRESS)
        return added

    _add_sync(command("sync", "bring in papers from Daily Papers", _SYNC_EXAMPLES))
    _add_list(command("list", "list papers", _LIST_EXAMPLES))
    show = command("show", "show one paper with its abstract")
    show.add_argument("id", metavar="ID", help=_ID_HELP)
    _add_json(show)
    for name, summary in (
        ("star", "star papers"),
        ("unstar", "take the star off papers"),
        ("read", "mark papers read"),
        ("unread", "mark papers unread"),
        ("hide", "hide papers from all lists"),
        ("unhide", "show hidden papers again"),
    ):
        command(name, summary).add_argument("ids", metavar="ID", nargs="+", help=_ID_HELP)
    _add_tag(command("tag", "put tags on papers or take them off", _TAG_EXAMPLES))
    note = command("note", "print or set the note of a paper", _NOTE_EXAMPLES)
    note.add_argument("id", metavar="ID", help=_ID_HELP)
    note.add_argument("text", metavar="TEXT", nargs="?", help="the new note; - reads it from input")
    _add_export(command("export", "write papers in another format", _EXPORT_EXAMPLES))
    return parser


def _add_library(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--library",
        metavar="DIR",
        default=default,
        help="the library folder, instead of READINGLIST_HOME",
    )


def _add_sync(sync: argparse.ArgumentParser) -> None:
    days = sync.add_mutually_exclusive_group()
    days.add_argument("--date", metavar="D", type=_checked(parse_day), help="one day: 2025-06-03")
    days.add_argument("--since", metavar="D", type=_checked(parse_day), help="from this day on")
    days.add_argument(
        "--week", metavar="W", type=_checked(parse_week), help="an ISO week: 2025-W23"
    )
    days.add_argument("--month", metavar="M", type=_checked(parse_month), help="a month: 2025-06")
    days.add_argument("--trending", action="store_true", help="what is trending now")
    sync.add_argument(
        "--until", metavar="D", type=_checked(parse_day), help="with --since: up to this day"
    )
    sync.add_argument(
        "--source",
        metavar="NAME",
        type=_checked(_source),
        default=SOURCES[0],
        help=f"only this source; there is {', '.join(SOURCES)}",
    )
    sync.add_argument(
        "--json", action="store_true", help="print one JSON object per day and source"
    )


def _add_list(listing: argparse.ArgumentParser) -> None:
    _add_query(listing)
    listing.add_argument("--limit", metavar="N", type=_checked(_limit), help="at most N papers")
    listing.add_argument(
        "--sort",
        choices=tuple(NAMED_SORTS),
        default="newest",
        metavar="ORDER",
        help=f"one of {', '.join(NAMED_SORTS)}; newest if not given",
    )
    _add_json(listing)


def _add_tag(tag: argparse.ArgumentParser) -> None:
    tag.add_argument("ids", metavar="ID", nargs="+", help=_ID_HELP)
    for option, what in (("--add", "put this tag on"), ("--remove", "take this tag off")):
        tag.add_argument(
            option, metavar="NAME", action="append", default=[], help=f"{what}; may be repeated"
        )


def _add_export(export: argparse.ArgumentParser) -> None:
    _add_query(export)
    export.add_argument(
        "--format",
        metavar="FORMAT",
        required=True,
        type=_checked(_format),
        help="bibtex or markdown",
    )
    export.add_argument(
        "-o", "--output", metavar="FILE", help="where to write; standard output if not given"
    )


def _add_query(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="*", help="which papers; all if not given")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
