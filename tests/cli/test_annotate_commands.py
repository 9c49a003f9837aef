"""``star``, ``read``, ``hide`` and their opposites, ``rate``, ``tag`` and ``note``."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli
from tests.library_file import rows

PAPER, OTHER = "2506.02096", "2506.01939"

pytestmark = pytest.mark.usefixtures("papers")


def shown(cli: Cli, paper_id: str = PAPER) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(cli("show", paper_id, "--json").out)
    return values


@pytest.mark.parametrize(
    ("on", "off", "name", "words"),
    [
        ("star", "unstar", "starred", ("starred", "unstarred")),
        ("read", "unread", "read", ("marked read", "marked unread")),
        ("hide", "unhide", "hidden", ("hidden", "shown again")),
    ],
)
def test_marks(on: str, off: str, name: str, words: tuple[str, str], cli: Cli) -> None:
    ended = cli(on, PAPER, f"https://arxiv.org/pdf/{OTHER}v1")
    assert (ended.status, ended.out, ended.err) == (0, f"2 papers {words[0]}.\n", "")
    assert shown(cli)[name] is True
    assert shown(cli, OTHER)[name] is True
    again = cli(on, PAPER, PAPER)
    assert (again.status, again.out) == (0, f"0 papers {words[0]}. 1 paper needed no change.\n")
    assert cli(off, PAPER).out == f"1 paper {words[1]}.\n"
    assert shown(cli)[name] is False
    assert shown(cli, OTHER)[name] is True


@pytest.mark.parametrize("command", ["star", "unstar", "read", "unread"])
def test_unknown_papers_do_not_stop_the_others(command: str, cli: Cli) -> None:
    cli("star", OTHER)
    cli("read", OTHER)
    ended = cli(command, "2506.99999", PAPER, "nonsense", OTHER)
    assert ended.status == 1
    assert "1 paper" in ended.out
    assert [line.split()[:4] for line in ended.err.splitlines()] == [
        ["readinglist:", "There", "is", "no"],
        ["readinglist:", "“nonsense”", "is", "neither"],
    ]


def test_only_unknown_papers(cli: Cli, papers: Path) -> None:
    ended = cli("star", "2506.99999")
    assert (ended.status, ended.out) == (1, "")
    assert rows(papers, "SELECT * FROM annotation") == []


def test_ratings(cli: Cli) -> None:
    assert cli("rate", "4", PAPER, OTHER).out == "2 papers rated 4.\n"
    assert cli("rate", "5", PAPER).out == "1 paper rated 5.\n"
    assert (shown(cli)["rating"], shown(cli, OTHER)["rating"]) == (5, 4)
    again = cli("rate", "5", PAPER, OTHER, "2506.99999")
    assert (again.status, again.out) == (1, "1 paper rated 5. 1 paper needed no change.\n")
    assert cli("rate", "0", OTHER).out == "1 paper unrated.\n"
    assert shown(cli, OTHER)["rating"] == 0
    assert len(cli("list", "rating:5").out.splitlines()) == 1


@pytest.mark.parametrize("rating", ["6", "-1", "", "4.5", "٣", "05", PAPER])
def test_ratings_that_there_are_not(rating: str, cli: Cli) -> None:
    ended = cli("rate", rating, PAPER)
    assert (ended.status, ended.out) == (2, "")
    assert "is not a rating from 0 to 5. It comes first: readinglist rate 4" in ended.err


def test_tags(cli: Cli) -> None:
    ended = cli("tag", PAPER, OTHER, "--add", "rl/offline", "--add", "to read")
    assert ended.status == 0
    assert ended.out == "2 papers tagged “rl/offline”.\n2 papers tagged “to read”.\n"
    ended = cli("tag", PAPER, "--add", "RL", "--remove", "To Read")
    assert ended.out == "1 paper tagged “RL”.\n1 paper untagged “to read”.\n"
    assert shown(cli)["tags"] == ["RL", "rl/offline"]
    assert shown(cli, OTHER)["tags"] == ["rl/offline", "to read"]


def test_ids_may_follow_the_tags(cli: Cli) -> None:
    assert cli("tag", PAPER, "--add", "rl", OTHER).out == "2 papers tagged “rl”.\n"


def test_a_tag_that_is_refused_writes_none(cli: Cli, papers: Path) -> None:
    ended = cli("tag", PAPER, "--add", "fine", "--add", "x" * 81)
    assert (ended.status, ended.out) == (1, "")
    assert "up to 80 characters" in ended.err
    assert rows(papers, "SELECT * FROM tag") == []


def test_notes(cli: Cli) -> None:
    assert cli("note", PAPER).out == ""
    assert cli("note", PAPER, "Compare with\nsection 3").out == "Note saved.\n"
    assert cli("note", PAPER).out == "Compare with\nsection 3\n"
    assert cli("note", PAPER, "Compare with\nsection 3").out == "The note is as it was.\n"
    assert cli("note", PAPER, "").out == "Note removed.\n"
    assert shown(cli)["note"] == ""


@pytest.mark.parametrize("text", ["- a list", "-x", "-é", " -indented", "-1", "-only-"])
def test_notes_that_look_like_options(text: str, cli: Cli) -> None:
    ended = cli("note", PAPER, text)
    assert ended.status == 0
    assert shown(cli)["note"] == text


def test_a_note_from_standard_input(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Erste Zeile\n\nÜbrige\n"))
    assert cli("note", PAPER, "-").out == "Note saved.\n"
    assert shown(cli)["note"] == "Erste Zeile\n\nÜbrige"


def test_a_printed_note_read_back_is_the_same(program: Cli) -> None:
    program("note", PAPER, "-", text="Zeile\nZeile \N{PILE OF POO}\n\n")
    printed = program("note", PAPER).out
    ended = program("note", PAPER, "-", text=printed)
    assert (ended.status, ended.out) == (0, "The note is as it was.\n")
    assert printed == "Zeile\nZeile \N{PILE OF POO}\n\n"


def test_input_that_is_no_text(papers: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"caf\xe9"), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
    ended = cli("note", PAPER, "-")
    assert (ended.status, ended.err) == (1, "readinglist: Standard input is not text in UTF-8.\n")
    assert rows(papers, "SELECT * FROM annotation") == []


def test_the_note_of_an_unknown_paper(cli: Cli) -> None:
    ended = cli("note", "2506.99999", "text")
    assert (ended.status, ended.out) == (1, "")
    assert "There is no paper 2506.99999" in ended.err
