"""From the words typed to what they ask for."""

import argparse
from collections.abc import Sequence

from readinglist import __version__
from readinglist.cli.arguments.annotating import add_marks, add_tag_and_note, add_undo
from readinglist.cli.arguments.building import add_library, subcommands
from readinglist.cli.arguments.citing import add_citation_keys
from readinglist.cli.arguments.dashes import as_typed, with_dashes_kept
from readinglist.cli.arguments.fetching import add_fetch
from readinglist.cli.arguments.keeping import add_rules, add_searches, add_tags
from readinglist.cli.arguments.live import add_live
from readinglist.cli.arguments.ordering import add_lists, add_queue
from readinglist.cli.arguments.reading import add_cite, add_export, add_list_and_show, add_sync

_WITH_ACTIONS = ("keys", "lists", "live", "queue", "rules", "searches", "tags")
_ACTIONS_WITH_JSON = (("lists", "show"), ("keys", "pattern"), ("keys", "renew"))
_NAMING = ("cite", "star", "unstar", "read", "unread", "hide", "unhide", "rate", "tag")
_TAKES_MORE = {
    **dict.fromkeys((("list", ""), ("export", ""), ("fetch", "")), "query"),
    ("keys", "renew"): "query",
    **dict.fromkeys((("rules", "add"), ("rules", "preview"), ("searches", "save")), "query"),
    ("live", "add"): "query",
    ("live", "write"): "files",
    **dict.fromkeys(((name, "") for name in _NAMING), "ids"),
    **dict.fromkeys((("lists", name) for name in ("add", "remove", "move")), "ids"),
    **dict.fromkeys(
        (("queue", name) for name in ("add", "begin", "done", "remove", "move")), "ids"
    ),
}
"""Commands and actions that take any number of words, and what these are called."""

_EXAMPLES = """\
examples:
  readinglist                                     open the window
  readinglist sync                                bring in the latest 14 days
  readinglist list is:unread diffusion --limit 20
  readinglist star 2506.02096 https://arxiv.org/abs/2506.01939
  readinglist tag 2506.02096 --add to-read
  readinglist lists add 'Related work' 2506.02096
  readinglist queue add 2506.02096
  readinglist key 2506.02096 wu2025synth
  readinglist undo
  readinglist export is:starred --format bibtex -o refs.bib

ID is an arXiv id or a link to one, with or without version, or local:N for a paper without one.
QUERY is what the filter box takes: words, "a phrase", -word, OR, parentheses, and fields such as
title: author: tag: is:starred since:2w upvotes:>20. Put a query with brackets or > in quotes.

Exit status: 0 done, 1 failed or only partly done, 2 wrong usage.
"""


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for; ``command`` is None if no command was named.

    Raises:
        SystemExit: wrong usage (2), or help or the version was printed (0).
    """
    parser = _parser()
    chosen, extra = parser.parse_known_args(with_dashes_kept(arguments))
    takes = _TAKES_MORE.get((chosen.command or "", getattr(chosen, "action", None) or ""))
    if extra and (takes is None or any(word.startswith("-") for word in extra)):
        parser.error(f"unrecognized arguments: {' '.join(map(as_typed, extra))}")
    if takes is not None:  # words after an option belong to those before it
        setattr(chosen, takes, [*getattr(chosen, takes), *extra])
    for name, value in vars(chosen).items():
        setattr(chosen, name, _as_typed(value))
    _check(chosen, parser)
    return chosen


def _as_typed(value: object) -> object:
    if isinstance(value, list):
        return [_as_typed(part) for part in value]
    return as_typed(value) if type(value) is str else value


def _check(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Refuse what argparse cannot tell by itself."""
    if chosen.command == "tag" and not (chosen.add or chosen.remove):
        parser.error("tag needs at least one --add NAME or --remove NAME")
    if chosen.command == "cite" and bool(chosen.ids) == (chosen.query is not None):
        parser.error("cite needs an ID or --query QUERY, and not both")
    if chosen.command == "key" and chosen.new is not None and chosen.json:
        parser.error("key prints no JSON when it sets a key")
    if chosen.command == "export":
        _check_watch(chosen, parser)
    if chosen.command in _WITH_ACTIONS:
        _check_action(chosen, parser)
    if chosen.command == "sync" and chosen.until is not None:
        _check_days(chosen, parser)


def _check_days(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    if chosen.since is None:
        parser.error("--until needs --since")
    if chosen.until < chosen.since:
        parser.error(f"--until {chosen.until} lies before --since {chosen.since}")


def _check_watch(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    if chosen.watch and chosen.output in {None, "-"}:
        parser.error("--watch needs -o FILE")
    if chosen.watch and chosen.check:
        parser.error("--check writes nothing that could be watched")


def _check_action(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    action = (chosen.command, chosen.action)
    if chosen.action and chosen.json and action not in _ACTIONS_WITH_JSON:
        parser.error(f"{chosen.command} {chosen.action} prints no JSON")
    if action == ("rules", "add") and not (
        chosen.tag or chosen.star or chosen.queue or chosen.hide
    ):
        parser.error("rules add needs at least one of --tag NAME, --star, --queue, --hide")
    if action == ("live", "add") and bool(chosen.query) == (chosen.search is not None):
        parser.error("live add needs a QUERY or --search NAME, and not both")
    if action == ("rules", "preview") and bool(chosen.query) == (chosen.rule is not None):
        parser.error("rules preview needs a QUERY or --rule NAME, and not both")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="readinglist",
        description="Read Daily Papers: without a command, open the window.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"readinglist {__version__}")
    add_library(parser, default=None)
    command = subcommands(parser, "command")
    add_sync(command)
    add_list_and_show(command)
    add_marks(command)
    add_tag_and_note(command)
    add_citation_keys(command)
    add_lists(command)
    add_queue(command)
    add_searches(command)
    add_rules(command)
    add_tags(command)
    add_fetch(command)
    add_export(command)
    add_cite(command)
    add_live(command)
    add_undo(command)
    return parser
