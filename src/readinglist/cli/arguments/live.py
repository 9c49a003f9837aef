"""``live``: files that are kept up to date."""

import argparse

from readinglist.cli.arguments.building import AddParser, add_json, add_query, subcommands
from readinglist.cli.arguments.reading import add_format, add_sort

_LIVE_EXAMPLES = """\
The window keeps these files up to date while it is open; readinglist live write does it from cron.
In a Markdown file only the text between two comments is the program's.

examples:
  readinglist live
  readinglist live add 'list:"Related work"' --format bibtex -o thesis/refs.bib
  readinglist live write
  readinglist live diff thesis/refs.bib
"""
_ADD_EXAMPLES = """\
A file for a whole list, tag or saved search follows it when it is renamed.

examples:
  readinglist live add tag:thesis --format bibtex -o thesis/refs.bib
  readinglist live add 'list:"Related work"' --format markdown -o notes.md --sort newest
  readinglist live add --search 'New code' --format markdown -o notes.md --with abstract
"""
_WRITE_EXAMPLES = """\
Only what has changed is written. What somebody else wrote into a file is not overwritten.

examples:
  readinglist live write
  readinglist live write refs.bib --force         replace what somebody else wrote
  */5 * * * *  readinglist live write             a line for cron
"""
_DIFF_EXAMPLES = """\
Lines with - are in the file, those with + are what it would hold.

examples:
  readinglist live diff refs.bib
"""
_REMOVE_EXAMPLES = """\
examples:
  readinglist live remove refs.bib
"""


def add_live(command: AddParser) -> None:
    """Add ``live`` and its actions."""
    live = command("live", "print the files that are kept up to date, or change", _LIVE_EXAMPLES)
    add_json(live)
    action = subcommands(live, "action")
    _add_adding(action("add", "keep a file up to date from now on", _ADD_EXAMPLES))
    write = action("write", "write the files of which the contents have changed", _WRITE_EXAMPLES)
    write.add_argument("files", metavar="FILE", nargs="*", help="which; all if not given")
    _add_force(write, "write over what somebody else wrote")
    diff = action("diff", "print what somebody else has changed in a file", _DIFF_EXAMPLES)
    remove = action("remove", "keep a file no longer, and leave it as it is", _REMOVE_EXAMPLES)
    for parser in (diff, remove):
        parser.add_argument("file", metavar="FILE", help="its path")


def _add_adding(adding: argparse.ArgumentParser) -> None:
    add_query(adding)
    adding.add_argument("--search", metavar="NAME", help="a saved search, instead of a QUERY")
    add_sort(adding)
    add_format(adding)
    adding.add_argument("-o", "--output", metavar="FILE", required=True, help="which file")
    _add_force(adding, "replace a file that is there")


def _add_force(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("--force", action="store_true", help=what)
