"""``readinglist searches`` and ``readinglist tags``."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Cli, Ended

FIRST, SECOND = "2506.01939", "2506.05344"

pytestmark = pytest.mark.usefixtures("papers")


def all_of(command: str, cli: Cli) -> list[dict[str, Any]]:
    things: list[dict[str, Any]] = json.loads(cli(command, "--json").out)
    return things


def test_searches(cli: Cli) -> None:
    assert "There is no saved search." in cli("searches").err
    ended = cli("searches", "save", "New code", "has:code", "-survey", "since:2w")
    assert ended == Ended(0, "Search “New code” saved.\n", "")
    assert all_of("searches", cli) == [{"name": "New code", "query": "has:code -survey since:2w"}]
    assert cli("searches").out == "New code\thas:code -survey since:2w\n"
    assert cli("searches", "save", "new CODE", "has:code").out == (
        "Search “New code” saved in place of: has:code -survey since:2w\n"
    )
    assert cli("searches", "save", "New code", "has:code").out == (
        "Search “New code” is as it was.\n"
    )
    assert cli("searches", "rename", "new code", "-Code").out == (
        "Search “New code” renamed to “-Code”.\n"
    )
    assert all_of("searches", cli) == [{"name": "-Code", "query": "has:code"}]
    assert cli("searches", "delete", "-code").out == "Search “-Code” deleted.\n"
    assert all_of("searches", cli) == []
    assert cli("undo").out == "Undone: Delete search “-Code”\n"
    ended = cli("searches", "save", "a", "colour:red")
    assert ended.err == "readinglist: searched as text: colour:red\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["searches", "save", "", "x"], "A search needs a name."),
        (["searches", "save", "a", " "], "There is nothing to save."),
        (["searches", "rename", "a", "b"], "There is no search “a”. Those that there are:"),
        (["searches", "rename", "Taken", ""], "A search needs a name."),
        (["searches", "rename", "Other", "TAKEN"], "There is a search “Taken” already."),
        (["searches", "delete", "a"], "There is no search “a”."),
        (["tags", "rename", "a", "b"], "There is no tag “a”. Those that there are:"),
        (["tags", "rename", "rl", "#"], "A tag needs a name."),
        (["tags", "rename", "rl", "rl/offline"], "A tag cannot be moved into itself."),
        (["tags", "delete", "r"], "There is no tag “r”."),
        (["tags", "colour", "a", "red"], "There is no tag “a”."),
    ],
)
def test_what_cannot_be_done(arguments: list[str], words: str, cli: Cli) -> None:
    cli("searches", "save", "Taken", "x")
    cli("searches", "save", "Other", "y")
    cli("tag", FIRST, "--add", "rl")
    before = all_of("searches", cli), all_of("tags", cli)
    ended = cli(*arguments)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"readinglist: {words}")
    assert len(ended.err.splitlines()) == 1
    assert (all_of("searches", cli), all_of("tags", cli)) == before


def test_tags_and_their_colours(cli: Cli) -> None:
    assert "There is no tag." in cli("tags").err
    cli("tag", FIRST, SECOND, "--add", "rl")
    cli("tag", FIRST, "--add", "agents")
    assert cli("tags", "colour", "RL", "Red").out == "Tag “rl” is red and has the digit 1.\n"
    assert all_of("tags", cli) == [
        {"name": "agents", "papers": 1, "colour": None, "digit": None},
        {"name": "rl", "papers": 2, "colour": "red", "digit": 1},
    ]
    assert cli("tags").out == "agents\t1\t\t\nrl\t2\tred\t1\n"
    assert cli("tags", "colour", "rl", "red").out == "Tag “rl” needed no change.\n"
    assert cli("tags", "colour", "rl", "none").out == "Tag “rl” has no colour any more.\n"
    assert all_of("tags", cli)[1]["colour"] is None


def test_a_tenth_colour(cli: Cli) -> None:
    for number in range(10):
        cli("tag", FIRST, "--add", f"t{number}")
        ended = cli("tags", "colour", f"t{number}", "grey")
    assert (ended.status, ended.out) == (1, "")
    assert "9 tags have a colour already" in ended.err


def test_renaming_and_merging_tags(cli: Cli) -> None:
    cli("tag", FIRST, "--add", "rl", "--add", "Agents")
    cli("tag", SECOND, "--add", "rl/offline")
    assert cli("tags", "rename", "RL", "reinforcement").out == (
        "Tag “rl” renamed to “reinforcement”.\n"
    )
    assert [tag["name"] for tag in all_of("tags", cli)] == [
        *("Agents", "reinforcement", "reinforcement/offline"),
    ]
    assert cli("tags", "rename", "reinforcement", "agents").out == (
        "Tag “reinforcement” merged into “Agents”, which there was already.\n"
    )
    assert [tag["papers"] for tag in all_of("tags", cli) if tag["name"] == "Agents"] == [2]
    assert cli("tags", "rename", "agents", "AGENTS").out == "Tag “Agents” renamed to “AGENTS”.\n"
    assert cli("undo").out == "Undone: Rename tag “Agents” to “AGENTS”\n"
    assert cli("undo").out == "Undone: Merge tag “reinforcement” into “Agents”\n"


def test_a_tag_that_only_holds_others(cli: Cli) -> None:
    cli("tag", FIRST, "--add", "rl/offline")
    assert cli("tags", "rename", "rl", "x").out == "Tag “rl” renamed to “x”.\n"
    assert [tag["name"] for tag in all_of("tags", cli)] == ["x/offline"]
    assert cli("tags", "delete", "x").out == "Tag “x” taken off 1 paper.\n"


def test_a_tag_of_hidden_papers_alone(cli: Cli) -> None:
    cli("tag", FIRST, "--add", "dull")
    cli("hide", FIRST)
    assert all_of("tags", cli) == []
    assert cli("tags", "rename", "dull", "boring").out == "Tag “dull” renamed to “boring”.\n"
    assert cli("tags", "delete", "boring").out == "Tag “boring” taken off 1 paper.\n"
