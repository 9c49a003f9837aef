"""``star``, ``read``, ``hide`` and their opposites, ``rate``, ``tag``, ``note``, ``undo``."""

from readinglist.cli.arguments.building import ID_HELP, AddParser, add_ids
from readinglist.cli.arguments.values import checked, read_rating

_RATE_EXAMPLES = """\
examples:
  readinglist rate 4 2506.02096 2506.01939
  readinglist rate 0 2506.02096                   take the rating away
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
_UNDO_EXAMPLES = """\
It may have been made in the window, on the command line or in an earlier session. What changed
since is left alone.

examples:
  readinglist undo                                prints: Undone: Star 2 papers
  readinglist redo
"""


def add_marks(command: AddParser) -> None:
    """Add what marks papers."""
    for name, summary in (
        ("star", "star papers"),
        ("unstar", "take the star off papers"),
        ("read", "mark papers read"),
        ("unread", "mark papers unread"),
        ("hide", "hide papers from all lists"),
        ("unhide", "show hidden papers again"),
    ):
        add_ids(command(name, summary, ""))
    rate = command("rate", "rate papers from 1 to 5", _RATE_EXAMPLES)
    rate.add_argument(
        "rating", metavar="N", type=checked(read_rating), help="1 to 5; 0 takes the rating away"
    )
    add_ids(rate)


def add_tag_and_note(command: AddParser) -> None:
    """Add ``tag`` and ``note``."""
    tag = command("tag", "put tags on papers or take them off", _TAG_EXAMPLES)
    add_ids(tag)
    for option, what in (("--add", "put this tag on"), ("--remove", "take this tag off")):
        tag.add_argument(
            option, metavar="NAME", action="append", default=[], help=f"{what}; may be repeated"
        )
    note = command("note", "print or set the note of a paper", _NOTE_EXAMPLES)
    note.add_argument("id", metavar="ID", help=ID_HELP)
    note.add_argument("text", metavar="TEXT", nargs="?", help="the new note; - reads it from input")


def add_undo(command: AddParser) -> None:
    """Add ``undo`` and ``redo``."""
    command("undo", "take back the last edit", _UNDO_EXAMPLES)
    command("redo", "do again what was taken back last", "")
