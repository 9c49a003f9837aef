"""``lists`` and ``queue``: papers in an order made by hand."""

import argparse

from readinglist.cli.arguments.building import AddParser, add_ids, add_json, subcommands

_LISTS_EXAMPLES = """\
examples:
  readinglist lists
  readinglist lists make 'Related work' --description 'For section 2'
  readinglist lists add 'Related work' 2506.02096 2506.01939
  readinglist lists move 'Related work' 2506.01939 --first
  readinglist lists show 'Related work'
  readinglist export 'list:"Related work"' --format bibtex
"""
_SHOW_LIST_EXAMPLES = """\
examples:
  readinglist lists show 'Related work'
  readinglist lists show 'Related work' --json
"""
_MAKE_EXAMPLES = """\
examples:
  readinglist lists make 'Related work'
  readinglist lists make 'Related work' --description 'For section 2'
"""
_DESCRIBE_EXAMPLES = """\
examples:
  readinglist lists describe 'Related work' 'For section 2'
  readinglist lists describe 'Related work' ''    remove the description
"""
_RENAME_LIST_EXAMPLES = """\
examples:
  readinglist lists rename 'Related work' 'Prior work'
"""
_DELETE_LIST_EXAMPLES = """\
The papers stay in the library; readinglist undo brings the list back.

examples:
  readinglist lists delete 'Related work'
"""
_ADD_EXAMPLES = """\
They come to the end; those that are in it stay where they are.

examples:
  readinglist lists add 'Related work' 2506.02096 https://arxiv.org/abs/2506.01939
"""
_REMOVE_EXAMPLES = """\
examples:
  readinglist lists remove 'Related work' 2506.02096
"""
_MOVE_IN_LIST_EXAMPLES = """\
Several papers come to stand in the order in which they are named.

examples:
  readinglist lists move 'Related work' 2506.01939 --first
  readinglist lists move 'Related work' 2506.01939 2506.02096 --after 2506.03147
"""
_QUEUE_EXAMPLES = """\
examples:
  readinglist queue
  readinglist queue add 2506.02096 2506.01939
  readinglist queue begin 2506.02096
  readinglist queue done 2506.02096               marks it read, too
  readinglist queue move 2506.01939 --first
  readinglist list is:done                        what you are done with
"""
_MOVE_IN_QUEUE_EXAMPLES = """\
Several papers come to stand in the order in which they are named.

examples:
  readinglist queue move 2506.01939 --first
  readinglist queue move 2506.01939 2506.02096 --before 2506.03147
"""

_QUEUE_ACTIONS = (
    ("add", "put papers at the end of the queue, to be read"),
    ("begin", "mark papers of the queue as being read"),
    ("done", "mark papers done, and with that read"),
    ("remove", "take papers out of the queue"),
)


def add_lists(command: AddParser) -> None:
    """Add ``lists`` and its actions."""
    lists = command("lists", "print the reading lists, or change them", _LISTS_EXAMPLES)
    add_json(lists)
    action = subcommands(lists, "action")
    show = action("show", "list the papers of a list in its order", _SHOW_LIST_EXAMPLES)
    _add_name(show)
    add_json(show, of_action=True)
    make = action("make", "make a list", _MAKE_EXAMPLES)
    _add_name(make)
    make.add_argument("--description", metavar="TEXT", default="", help="what the list is for")
    describe = action("describe", "set the description of a list", _DESCRIBE_EXAMPLES)
    _add_name(describe)
    describe.add_argument("text", metavar="TEXT", help="the new description")
    rename = action("rename", "give a list another name", _RENAME_LIST_EXAMPLES)
    _add_name(rename)
    rename.add_argument("new", metavar="NEW", help="the new name")
    _add_name(action("delete", "delete a list, and none of its papers", _DELETE_LIST_EXAMPLES))
    for name, summary, examples in (
        ("add", "put papers into a list", _ADD_EXAMPLES),
        ("remove", "take papers out of a list", _REMOVE_EXAMPLES),
        ("move", "move papers to another place in a list", _MOVE_IN_LIST_EXAMPLES),
    ):
        changing = action(name, summary, examples)
        _add_name(changing)
        add_ids(changing)
        if name == "move":
            _add_spot(changing, "list")


def add_queue(command: AddParser) -> None:
    """Add ``queue`` and its actions."""
    queue = command("queue", "print what is to be read, or change it", _QUEUE_EXAMPLES)
    add_json(queue)
    action = subcommands(queue, "action")
    for name, summary in _QUEUE_ACTIONS:
        examples = f"examples:\n  readinglist queue {name} 2506.02096 2506.01939\n"
        add_ids(action(name, summary, examples))
    move = action("move", "move papers to another place in the queue", _MOVE_IN_QUEUE_EXAMPLES)
    add_ids(move)
    _add_spot(move, "queue")


def _add_name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the name of the list; capitals do not matter")


def _add_spot(move: argparse.ArgumentParser, what: str) -> None:
    spot = move.add_mutually_exclusive_group(required=True)
    spot.add_argument("--first", action="store_true", help=f"to the beginning of the {what}")
    spot.add_argument("--last", action="store_true", help=f"to the end of the {what}")
    spot.add_argument("--before", metavar="ID", help=f"before this paper of the {what}")
    spot.add_argument("--after", metavar="ID", help=f"behind this paper of the {what}")
