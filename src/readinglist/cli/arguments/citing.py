"""``key`` and ``keys``: what papers are cited by."""

from readinglist.cli.arguments.building import (
    ID_HELP,
    AddParser,
    add_json,
    add_query,
    subcommands,
)
from readinglist.cli.arguments.values import checked
from readinglist.domain.key_pattern import DEFAULT_PATTERN, KEY_FIELDS, parse_key_pattern

_KEY_EXAMPLES = """\
A key is letters from a to z and digits, with single signs : . + / - _ between them. No two papers
have the same, whatever its capitals.

examples:
  readinglist key 2506.02096                      print the key
  readinglist key 2506.02096 wu2025synth
"""
_KEYS_EXAMPLES = """\
The pattern is the library's, for papers that come in from now on; no sync changes a key.

examples:
  readinglist keys
  readinglist keys pattern '{author}{year}{words2}'
  readinglist keys renew tag:thesis
"""
_FIELDS = "\n".join(f"  {{{field.name}}}".ljust(14) + field.help for field in KEY_FIELDS.values())
_PATTERN_EXAMPLES = f"""\
Keys that are there stay; keys renew gives papers new ones. A pattern is of these fields, and of
letters and digits:
{_FIELDS}

examples:
  readinglist keys pattern
  readinglist keys pattern '{DEFAULT_PATTERN}'    the default: vaswani2017attention
  readinglist keys pattern '{{authors}}{{yy}}'           vas17
"""
_RENEW_EXAMPLES = """\
Texts that cite the old keys have to be changed with them; readinglist undo brings them back.

examples:
  readinglist keys renew tag:thesis
"""


def add_citation_keys(command: AddParser) -> None:
    """Add ``key``, and ``keys`` with its actions."""
    key = command("key", "print or set the citation key of a paper", _KEY_EXAMPLES)
    key.add_argument("id", metavar="ID", help=ID_HELP)
    key.add_argument("new", metavar="NEW", nargs="?", help="the new key")
    add_json(key)
    keys = command("keys", "print the pattern of citation keys, or give new ones", _KEYS_EXAMPLES)
    add_json(keys)
    action = subcommands(keys, "action")
    pattern = action("pattern", "print or set the pattern, with a preview", _PATTERN_EXAMPLES)
    pattern.add_argument(
        "pattern",
        metavar="PATTERN",
        nargs="?",
        type=checked(parse_key_pattern),
        help="the new pattern",
    )
    add_json(pattern, of_action=True)
    renew = action("renew", "give papers new keys by the pattern", _RENEW_EXAMPLES)
    add_query(renew, needed=True)
    add_json(renew, of_action=True)
