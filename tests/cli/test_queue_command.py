"""``readinglist queue``."""

import json

import pytest

from tests.cli.conftest import Cli, Ended, listed, on_a_terminal

FIRST, SECOND, THIRD, OTHER = "2506.01939", "2506.05344", "2506.02096", "2506.04633"

pytestmark = pytest.mark.usefixtures("papers")


def states(cli: Cli) -> list[tuple[str, str]]:
    """Return the id and the state of what is in the queue."""
    lines = (line.split("\t") for line in cli("queue").out.splitlines())
    return [(line[2], line[0]) for line in lines]


def test_an_empty_queue(cli: Cli) -> None:
    ended = cli("queue")
    assert (ended.status, ended.out) == (0, "")
    assert ended.err == (
        "readinglist: The queue is empty. Put papers into it with: readinglist queue add ID\n"
    )
    assert json.loads(cli("queue", "--json").out) == []


def test_papers_go_through_the_queue(cli: Cli) -> None:
    assert cli("queue", "add", FIRST, SECOND) == Ended(0, "2 papers put into the queue.\n", "")
    assert cli("queue", "add", FIRST, THIRD).out == (
        "1 paper put into the queue. 1 paper needed no change.\n"
    )
    assert cli("queue", "begin", SECOND).out == "1 paper begun.\n"
    assert states(cli) == [(FIRST, "to-read"), (SECOND, "reading"), (THIRD, "to-read")]
    assert cli("queue", "done", FIRST).out == "1 paper marked done.\n"
    assert states(cli) == [(SECOND, "reading"), (THIRD, "to-read")]
    shown = json.loads(cli("show", FIRST, "--json").out)
    assert (shown["queue"], shown["read"]) == ("done", True)
    assert cli("queue", "remove", THIRD, OTHER).out == (
        "1 paper taken out of the queue. 1 paper needed no change.\n"
    )
    assert states(cli) == [(SECOND, "reading")]
    assert cli("undo").out == "Undone: Unqueue 1 paper\n"
    assert cli("undo").out == "Undone: Finish 1 paper\n"
    assert json.loads(cli("show", FIRST, "--json").out)["read"] is False


def test_a_paper_that_is_not_there(cli: Cli) -> None:
    ended = cli("queue", "add", "2506.99999", FIRST)
    assert (ended.status, ended.out) == (1, "1 paper put into the queue.\n")
    assert "There is no paper 2506.99999" in ended.err
    assert cli("queue", "done", "2506.99999").out == ""


def test_in_json_and_in_a_table(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("queue", "add", FIRST, SECOND)
    cli("queue", "begin", SECOND)
    papers = json.loads(cli("queue", "--json").out)
    assert [(paper["id"], paper["queue"]) for paper in papers] == [
        (FIRST, "to-read"),
        (SECOND, "reading"),
    ]
    on_a_terminal(60, monkeypatch)
    first, second = cli("queue").out.splitlines()
    assert first.startswith(f"to-read    {FIRST}  ")
    assert second.startswith(f"reading    {SECOND}  ")
    assert max(len(first), len(second)) <= 60


def test_hidden_papers_are_left_out(cli: Cli) -> None:
    cli("queue", "add", FIRST, SECOND)
    cli("hide", FIRST)
    assert states(cli) == [(SECOND, "to-read")]


@pytest.mark.parametrize(
    ("ids", "spot", "expected"),
    [
        ([THIRD], ["--first"], [THIRD, FIRST, SECOND]),
        ([FIRST], ["--last"], [SECOND, THIRD, FIRST]),
        ([THIRD], ["--before", SECOND], [FIRST, THIRD, SECOND]),
        ([THIRD, FIRST], ["--after", SECOND], [SECOND, THIRD, FIRST]),
    ],
)
def test_papers_are_moved(ids: list[str], spot: list[str], expected: list[str], cli: Cli) -> None:
    cli("queue", "add", FIRST, SECOND, THIRD)
    ended = cli("queue", "move", *ids, *spot)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.endswith(" moved in the queue.\n")
    assert listed(cli("queue")) == expected


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([OTHER, "--first"], f"{OTHER} is not in the queue."),
        ([FIRST, "--before", OTHER], f"{OTHER} is not in the queue. Name a paper that is."),
        ([FIRST, "--before", THIRD], f"{THIRD} is not in the queue. Name a paper that is."),
        ([FIRST, SECOND, "--before", FIRST], f"{FIRST} cannot be moved beside itself."),
        (["nonsense", "--last"], "“nonsense” is neither"),
    ],
)
def test_what_cannot_be_moved(arguments: list[str], words: str, cli: Cli) -> None:
    cli("queue", "add", FIRST, SECOND, THIRD)
    cli("queue", "done", THIRD)
    ended = cli("queue", "move", *arguments)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"readinglist: {words}")
    assert listed(cli("queue")) == [FIRST, SECOND]
