"""What is right and wrong usage, and what the help says."""

import pytest

from readinglist import __version__
from readinglist.domain.sorting import NAMED_SORTS
from readinglist.exporters import formats
from tests.cli.conftest import Cli

COMMANDS = (
    *("sync", "list", "show", "star", "unstar", "read", "unread", "hide", "unhide", "rate"),
    *("tag", "note", "key", "keys", "lists", "queue", "searches", "rules", "tags", "fetch"),
    *("export", "cite", "live", "undo", "redo"),
)
ACTIONS = {
    "keys": ("pattern", "renew"),
    "live": ("add", "write", "diff", "remove"),
    "lists": ("show", "make", "describe", "rename", "delete", "add", "remove", "move"),
    "queue": ("add", "begin", "done", "remove", "move"),
    "rules": ("add", "preview", "run", "delete"),
    "searches": ("save", "rename", "delete"),
    "tags": ("rename", "delete", "colour"),
}


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["--frobnicate"],
        ["list", "--frobnicate"],
        ["list", "--js"],
        ["list", "-x"],
        ["list", "--limit", "0"],
        ["list", "--limit", "-3"],
        ["list", "--limit", "many"],
        ["list", "--limit", "٣"],
        ["list", "--sort", "shoesize"],
        ["show"],
        ["show", "2506.02096", "2506.01939"],
        ["star"],
        ["tag", "2506.02096"],
        ["tag", "--add", "rl"],
        ["note"],
        ["sync", "2025-06-03"],
        ["sync", "--date", "2025-6-3"],
        ["sync", "--date", "2025-02-30"],
        ["sync", "--since", "yesterday"],
        ["sync", "--week", "2025-W60"],
        ["sync", "--week", "23"],
        ["sync", "--month", "2025-13"],
        ["sync", "--until", "2025-06-03"],
        ["sync", "--since", "2025-06-03", "--until", "2025-06-02"],
        ["sync", "--date", "2025-06-03", "--since", "2025-06-03"],
        ["sync", "--week", "2025-W23", "--month", "2025-06"],
        ["sync", "--trending", "--date", "2025-06-03"],
        ["sync", "--source", "arxiv"],
        ["export", "--format", "docx"],
        ["key"],
        ["key", "2506.02096", "a", "b"],
        ["key", "2506.02096", "a", "--json"],
        ["keys", "tag:rl"],
        ["keys", "renew"],
        ["keys", "pattern", "{venue}"],
        ["keys", "pattern", "{author}", "{year}"],
        ["rate", "4"],
        ["rate", "2506.02096", "4"],
        ["lists", "frobnicate"],
        ["lists", "-x"],
        ["lists", "show"],
        ["lists", "make"],
        ["lists", "make", "a", "b"],
        ["lists", "make", "a", "-b"],
        ["lists", "make", "a", "--json"],
        ["lists", "--json", "make", "a"],
        ["lists", "describe", "a"],
        ["lists", "rename", "a"],
        ["lists", "add", "a"],
        ["lists", "move", "a", "2506.02096"],
        ["lists", "move", "a", "2506.02096", "--first", "--last"],
        ["lists", "move", "a", "--first"],
        ["lists", "move", "a", "2506.02096", "--before"],
        ["queue", "2506.02096"],
        ["queue", "add"],
        ["queue", "add", "-x"],
        ["queue", "move", "2506.02096"],
        ["queue", "--json", "add", "2506.02096"],
        ["rules", "add", "a"],
        ["rules", "add", "a", "video"],
        ["rules", "add", "a", "video", "-x", "--star"],
        ["rules", "add", "a", "--star"],
        ["rules", "add", "a", "video", "--star", "--expires", "soon"],
        ["rules", "preview"],
        ["rules", "preview", "video", "--rule", "a"],
        ["rules", "preview", "video", "--limit", "0"],
        ["rules", "run"],
        ["searches", "save", "a"],
        ["searches", "rename", "a"],
        ["tags", "rename", "a"],
        ["tags", "delete"],
        ["tags", "colour", "a"],
        ["tags", "colour", "a", "pinkish"],
        ["undo", "2"],
        ["redo", "--json"],
        ["import", "refs.bib"],
        ["check"],
        ["backup", "library.bak"],
        ["restore", "library.bak"],
        [],
        ["--library", "/nowhere"],
        ["--library"],
    ],
)
def test_wrong_usage(arguments: list[str], cli: Cli) -> None:
    ended = cli(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.splitlines()[-1].startswith("readinglist")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["sync", "--source", "arxiv"], "Sources: daily-papers."),
        (["sync", "--date", "3 June"], "“3 June” is not a date. Write it as 2025-06-03."),
        (["sync", "--until", "2025-06-03"], "--until needs --since"),
        (["tag", "2506.02096"], "at least one --add NAME or --remove NAME"),
        (["list", "--frobnicate"], "unrecognized arguments: --frobnicate"),
        (["tags", "colour", "a", "-pink"], "There is no colour “-pink”. Colours: red, orange,"),
        (["list", "--limit", "-300"], "“-300” is not a number of papers."),
        (["lists", "make", "a", "-b"], "unrecognized arguments: -b"),
        (["rules", "add", "a", "video"], "at least one of --tag NAME, --star, --queue, --hide"),
        (["rules", "preview"], "needs a QUERY or --rule NAME, and not both"),
        (["lists", "--json", "make", "a"], "lists make prints no JSON"),
        (["keys", "pattern", "{author}_"], "A pattern cannot have “_” in it. Letters from a"),
        (["list", "--limit", "0"], "“0” is not a number of papers."),
    ],
)
def test_wrong_usage_says_what_is_right(arguments: list[str], words: str, cli: Cli) -> None:
    assert words in cli(*arguments).err


def test_version(cli: Cli) -> None:
    ended = cli("--version")
    assert (ended.status, ended.out, ended.err) == (0, f"readinglist {__version__}\n", "")


def test_help_names_every_command(cli: Cli) -> None:
    ended = cli("--help")
    assert (ended.status, ended.err) == (0, "")
    for command in COMMANDS:
        assert f"\n    {command} " in ended.out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command(command: str, cli: Cli) -> None:
    ended = cli(command, "--help")
    assert (ended.status, ended.err) == (0, "")
    assert "--library DIR" in ended.out
    assert max(map(len, ended.out.splitlines())) <= 100


@pytest.mark.parametrize(
    ("command", "action"), [(command, action) for command in ACTIONS for action in ACTIONS[command]]
)
def test_help_of_every_action(command: str, action: str, cli: Cli) -> None:
    ended = cli(command, action, "--help")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(f"usage: readinglist {command} {action} ")
    assert f"readinglist {command} {action} " in ended.out.partition("examples:")[2]
    assert max(map(len, ended.out.splitlines())) <= 100
    assert f"\n    {action} " in cli(command, "--help").out


@pytest.mark.parametrize("command", ["list", *ACTIONS, "export", "tag", "note", "rate", "undo"])
def test_help_has_examples(command: str, cli: Cli) -> None:
    assert f"readinglist {command}" in cli(command, "--help").out.partition("examples:")[2]


def test_help_names_every_order_and_format(cli: Cli) -> None:
    listing, export = cli("list", "--help").out, cli("export", "--help").out
    assert all(name in listing for name in (*NAMED_SORTS, "hand"))
    assert all(name in export for name in formats())
