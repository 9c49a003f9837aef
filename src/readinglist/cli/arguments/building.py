"""Adding commands, and actions of commands, to a parser."""

import argparse
from collections.abc import Callable

AddParser = Callable[[str, str, str], argparse.ArgumentParser]
"""Adds a command or an action by its name, what it does in a few words, and examples or ""."""

ID_HELP = "an arXiv id, a link to one, or local:N"


def subcommands(parser: argparse.ArgumentParser, dest: str) -> AddParser:
    """Give a parser commands, or a command actions; return what adds one.

    ``dest`` is the attribute that holds which was named, None if none was.
    """
    group = parser.add_subparsers(dest=dest, metavar=dest.upper(), title=f"{dest}s")

    def add(name: str, summary: str, examples: str) -> argparse.ArgumentParser:
        added = group.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=examples,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        # SUPPRESS, or the default here would hide what was given before the command.
        add_library(added, default=argparse.SUPPRESS)
        return added

    return add


def add_library(parser: argparse.ArgumentParser, default: str | None) -> None:
    """Let a library be chosen."""
    parser.add_argument(
        "--library",
        metavar="DIR",
        default=default,
        help="the library folder, instead of READINGLIST_HOME",
    )


def add_json(parser: argparse.ArgumentParser, *, of_action: bool = False) -> None:
    """Let JSON be asked for, of a command or of one of its actions."""
    parser.add_argument(
        "--json",
        action="store_true",
        # As above: the action's default would hide what was given before it.
        default=argparse.SUPPRESS if of_action else False,
        help="print JSON for programs",
    )


def add_ids(parser: argparse.ArgumentParser) -> None:
    """Let papers be named, one or more."""
    parser.add_argument("ids", metavar="ID", nargs="+", help=ID_HELP)


def add_query(parser: argparse.ArgumentParser, *, needed: bool = False) -> None:
    """Let papers be asked for in the filter language."""
    parser.add_argument(
        "query",
        metavar="QUERY",
        nargs="+" if needed else "*",
        help="which papers" if needed else "which papers; all if not given",
    )
