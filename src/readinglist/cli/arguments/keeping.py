"""``rules``, ``searches`` and ``tags``: what is kept under a name."""

import argparse

from readinglist.cli.arguments.building import AddParser, add_json, add_query, subcommands
from readinglist.cli.arguments.values import NO_COLOUR, checked, read_colour, read_limit
from readinglist.domain.tag import TagColour
from readinglist.library.sync_range import parse_day

FIRST_OF_PREVIEW = 10

_RULES_EXAMPLES = """\
A rule acts on the papers that come in after it was made; readinglist rules run NAME acts on those
that are here already.

examples:
  readinglist rules
  readinglist rules preview 'title:survey upvotes:<5'
  readinglist rules add Surveys 'title:survey upvotes:<5' --hide
  readinglist rules run Surveys
"""
_ADD_RULE_EXAMPLES = """\
examples:
  readinglist rules add Surveys 'title:survey upvotes:<5' --hide
  readinglist rules add 'Reading group' author:lecun --tag group --queue --expires 2026-12-31
  readinglist rules add Surveys title:survey --hide --replace
"""
_PREVIEW_EXAMPLES = """\
Nothing is changed.

examples:
  readinglist rules preview 'title:survey upvotes:<5' --limit 20
  readinglist rules preview --rule Surveys
"""
_RUN_EXAMPLES = """\
Also a rule that has expired can be run; readinglist undo takes back all that it did.

examples:
  readinglist rules run Surveys
"""
_DELETE_RULE_EXAMPLES = """\
examples:
  readinglist rules delete Surveys
"""
_SEARCHES_EXAMPLES = """\
examples:
  readinglist searches
  readinglist searches save 'New code' has:code since:2w
  readinglist searches rename 'New code' Code
  readinglist searches delete Code
"""
_SAVE_EXAMPLES = """\
examples:
  readinglist searches save 'New code' has:code since:2w
  readinglist searches save Agents 'agents -survey (is:unread OR is:starred)'
"""
_RENAME_SEARCH_EXAMPLES = """\
examples:
  readinglist searches rename 'New code' Code
"""
_DELETE_SEARCH_EXAMPLES = """\
examples:
  readinglist searches delete 'New code'
"""
_TAGS_EXAMPLES = """\
Renaming, deleting and colouring a tag; readinglist tag puts tags on papers.

examples:
  readinglist tags
  readinglist tags rename rl reinforcement
  readinglist tags colour reinforcement red       gives it the lowest free digit as its key
  readinglist tags colour reinforcement none
  readinglist tags delete to-read
"""
_RENAME_TAG_EXAMPLES = """\
Tags in it are renamed with it; where a new name is another tag's, one tag is made of the two.

examples:
  readinglist tags rename rl reinforcement
  readinglist tags rename to-read later           if there is a tag later: merges the two
"""
_DELETE_TAG_EXAMPLES = """\
Tags in it are taken off, too; readinglist undo brings them back.

examples:
  readinglist tags delete to-read
"""
_COLOUR_EXAMPLES = """\
A colour gives the tag the lowest free digit as its key; nine tags can have one.

examples:
  readinglist tags colour rl red
  readinglist tags colour rl none
"""


def add_rules(command: AddParser) -> None:
    """Add ``rules`` and its actions."""
    rules = command("rules", "print the rules, or change and run them", _RULES_EXAMPLES)
    add_json(rules)
    action = subcommands(rules, "action")
    _add_rule(action("add", "make a rule", _ADD_RULE_EXAMPLES))
    preview = action("preview", "print what a rule would act on", _PREVIEW_EXAMPLES)
    preview.add_argument("query", metavar="QUERY", nargs="*", help="which papers")
    preview.add_argument("--rule", metavar="NAME", help="a rule that there is, instead of a QUERY")
    preview.add_argument(
        "--limit",
        metavar="N",
        type=checked(read_limit),
        default=FIRST_OF_PREVIEW,
        help=f"list the newest N papers; {FIRST_OF_PREVIEW} if not given",
    )
    _add_name(action("run", "let a rule act on the whole library", _RUN_EXAMPLES), "rule")
    _add_name(action("delete", "delete a rule; what it did stays", _DELETE_RULE_EXAMPLES), "rule")


def _add_rule(adding: argparse.ArgumentParser) -> None:
    _add_name(adding, "rule")
    add_query(adding, needed=True)
    adding.add_argument("--tag", metavar="NAME", default="", help="tag the papers")
    adding.add_argument("--star", action="store_true", help="star them")
    adding.add_argument("--queue", action="store_true", help="put them at the end of the queue")
    adding.add_argument("--hide", action="store_true", help="hide them")
    adding.add_argument(
        "--expires",
        metavar="DATE",
        type=checked(parse_day),
        help="the last day on which it acts by itself: 2026-12-31",
    )
    adding.add_argument(
        "--replace", action="store_true", help="put it in the place of a rule of that name"
    )


def add_searches(command: AddParser) -> None:
    """Add ``searches`` and its actions."""
    searches = command("searches", "print the saved searches, or change them", _SEARCHES_EXAMPLES)
    add_json(searches)
    action = subcommands(searches, "action")
    keep = "keep a query under a name; one that has it makes room"
    save = action("save", keep, _SAVE_EXAMPLES)
    _add_name(save, "search")
    add_query(save, needed=True)
    rename = action("rename", "give a search another name", _RENAME_SEARCH_EXAMPLES)
    _add_new_name(rename, "search")
    _add_name(action("delete", "forget a search", _DELETE_SEARCH_EXAMPLES), "search")


def add_tags(command: AddParser) -> None:
    """Add ``tags`` and its actions."""
    tags = command("tags", "print the tags, or change them everywhere", _TAGS_EXAMPLES)
    add_json(tags)
    action = subcommands(tags, "action")
    rename = action("rename", "give a tag another name, or merge two", _RENAME_TAG_EXAMPLES)
    _add_new_name(rename, "tag")
    delete = action("delete", "take a tag off all papers", _DELETE_TAG_EXAMPLES)
    _add_name(delete, "tag")
    colour = action("colour", "colour a tag, or take its colour away", _COLOUR_EXAMPLES)
    _add_name(colour, "tag")
    colour.add_argument(
        "colour",
        metavar="COLOUR",
        type=checked(read_colour),
        help=f"{', '.join(TagColour)}, or {NO_COLOUR}",
    )


def _add_name(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("name", metavar="NAME", help=f"the name of the {what}")


def _add_new_name(parser: argparse.ArgumentParser, what: str) -> None:
    _add_name(parser, what)
    parser.add_argument("new", metavar="NEW", help="the new name")
