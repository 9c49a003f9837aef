"""``readinglist list`` and ``readinglist show``."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from readinglist.domain.sorting import NAMED_SORTS
from tests.cli.conftest import Cli, Ended, listed, on_a_terminal

PAPER = "2506.02096"
IN_ORDER = ["2506.01939", "2506.05344", "2506.02096"]

pytestmark = pytest.mark.usefixtures("papers")


def parsed(ended: Ended) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(ended.out)
    return listed


def test_a_paper_in_json(cli: Cli) -> None:
    cli("star", PAPER)
    cli("tag", PAPER, "--add", "rl", "--add", "data/synthetic")
    cli("note", PAPER, "Compare.\nLater.")
    cli("queue", "begin", PAPER)
    cli("rate", "4", PAPER)
    for name in ("RLVR", "Related work"):
        cli("lists", "make", name)
        cli("lists", "add", name, PAPER)
    ended = cli("list", f"id:{PAPER}", "--json")
    assert (ended.status, ended.err) == (0, "")
    (paper,) = parsed(ended)
    assert paper == {
        "id": PAPER,
        "title": "SynthRL: Scaling Visual Reasoning with Verifiable Data Synthesis",
        "authors": [
            "Zijian Wu",
            "Jinjie Ni",
            "Xiangyan Liu",
            "Zichen Liu",
            "Hang Yan",
            "Michael Qizhe Shieh",
        ],
        "published": "2025-06-02",
        "featured_on": ["2025-06-04"],
        "upvotes": 16,
        "comments": 1,
        "starred": True,
        "read": False,
        "hidden": False,
        "queue": "reading",
        "rating": 4,
        "tags": ["data/synthetic", "rl"],
        "lists": ["Related work", "RLVR"],
        "note": "Compare.\nLater.",
        "citation_key": "wu2025synthrl",
        "arxiv": None,
        "links": {
            "abs": f"https://arxiv.org/abs/{PAPER}",
            "pdf": f"https://arxiv.org/pdf/{PAPER}",
            "hf": f"https://huggingface.co/papers/{PAPER}",
            "code": None,
            "project": None,
        },
    }
    shown = json.loads(cli("show", PAPER, "--json").out)
    assert shown.pop("abstract").startswith("Vision-language models")
    assert shown == paper
    (other,) = parsed(cli("list", "id:2506.01939", "--json"))
    assert (other["queue"], other["rating"], other["lists"]) == (None, 0, [])


def test_the_array_has_a_paper_a_line(cli: Cli) -> None:
    lines = cli("list", "--json").out.splitlines()
    assert (lines[0], lines[-1], len(lines)) == ("[", "]", 137)
    assert json.loads(lines[1].removesuffix(","))["featured_on"] == ["2025-06-06"]


def test_an_empty_array(cli: Cli) -> None:
    ended = cli("list", "qzxqzx", "--json")
    assert parsed(ended) == []
    assert (ended.status, ended.err) == (0, "readinglist: No paper matches.\n")


def test_plain_lines_for_a_pipe(cli: Cli) -> None:
    cli("star", PAPER)
    ended = cli("list", "date:2025-06-04", "--sort", "title")
    lines = [line.split("\t") for line in ended.out.splitlines()]
    assert len(lines) == 28
    assert {len(line) for line in lines} == {5}
    assert [
        "*",
        PAPER,
        "2025-06-04",
        "16",
        "SynthRL: Scaling Visual Reasoning with Verifiable Data Synthesis",
    ] in lines
    assert [line[0] for line in lines].count("-") == 27


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_a_table_fits_the_terminal(columns: int, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_terminal(columns, monkeypatch)
    lines = cli("list").out.splitlines()
    assert len(lines) == 135
    assert max(map(len, lines)) <= columns
    assert len({line.index("2025-06-0") for line in lines}) == 1


def test_words_are_joined(cli: Cli) -> None:
    apart = cli("list", "title:visual", "OR", "title:video", "--limit", "5")
    together = cli("list", "title:visual OR title:video", "--limit", "5")
    assert apart == together
    assert len(apart.out.splitlines()) == 5


def test_words_may_stand_on_either_side_of_an_option(cli: Cli) -> None:
    assert cli("list", "video", "--limit", "3", "generation") == cli(
        "list", "video generation", "--limit", "3"
    )


def test_words_that_exclude_are_no_options(cli: Cli) -> None:
    assert cli("list", "video", "-generation") == cli("list", "video NOT generation")
    assert cli("list", "-video") == cli("list", "--", "-video")
    assert cli("list", "-video").out != cli("list").out
    assert cli("list", "-optimization") == cli("list", "NOT optimization")


@pytest.mark.parametrize("name", NAMED_SORTS)
def test_every_order(name: str, cli: Cli) -> None:
    papers = parsed(cli("list", "--json", "--sort", name))
    values = {
        "newest": [paper["featured_on"][-1] for paper in papers][::-1],
        "oldest": [paper["featured_on"][-1] for paper in papers],
        "upvotes": [-paper["upvotes"] for paper in papers],
        "comments": [-paper["comments"] for paper in papers],
        "title": [paper["title"].lower() for paper in papers],
        "authors": [paper["authors"][0].lower() for paper in papers],
        "published": [paper["published"] for paper in papers][::-1],
        "starred": [not paper["starred"] for paper in papers],
    }[name]
    assert values == sorted(values)


@pytest.fixture
def in_order(papers: Path, cli: Cli) -> None:
    """Put three papers into a list and the same, turned round, into the queue."""
    assert papers.exists()
    cli("lists", "make", "Related work")
    cli("lists", "add", "Related work", *IN_ORDER)
    cli("queue", "add", *IN_ORDER[::-1])
    cli("queue", "begin", IN_ORDER[1])


@pytest.mark.usefixtures("in_order")
@pytest.mark.parametrize(
    ("arguments", "order"),
    [
        (['list:"Related work"'], IN_ORDER),
        (['list:"related WORK"'], IN_ORDER),
        (['(list:"Related work")', "--sort", "newest"], sorted(IN_ORDER, reverse=True)),
        (['list:"Related work"', "is:unread"], sorted(IN_ORDER, reverse=True)),
        (['list:"Related work"', "is:unread", "--sort", "hand"], IN_ORDER),
        (["list:Related*"], sorted(IN_ORDER, reverse=True)),
        (["is:to-read OR is:reading"], IN_ORDER[::-1]),
        (["is:reading OR is:to-read"], IN_ORDER[::-1]),
        (["is:to-read OR is:reading OR is:done"], sorted(IN_ORDER, reverse=True)),
        (["is:to-read"], [IN_ORDER[2], IN_ORDER[0]]),
        (["is:to-read", "--sort", "hand"], [IN_ORDER[2], IN_ORDER[0]]),
        (["is:unread (is:reading OR is:to-read)", "--sort", "hand"], IN_ORDER[::-1]),
    ],
)
def test_lists_and_the_queue_come_in_the_order_made_by_hand(
    arguments: list[str], order: list[str], cli: Cli
) -> None:
    assert listed(cli("list", *arguments)) == order
    exported = cli("export", *arguments, "--format", "bibtex").out
    assert sorted(order, key=exported.index) == order


@pytest.mark.usefixtures("in_order")
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "Only a reading list and the queue have an order made by hand."),
        ("video", "Only a reading list and the queue"),
        ("list:Related*", "Only a reading list and the queue"),
        ("-list:x", "Only a reading list and the queue"),
        ("is:to-read OR video", "Only a reading list and the queue"),
        ("list:nowhere", "There is no list “nowhere”. Make it with: readinglist lists make"),
        ('list:"Related work" list:x', "several lists"),
    ],
)
def test_queries_without_an_order_made_by_hand(query: str, words: str, cli: Cli) -> None:
    for command in (["list"], ["export", "--format", "bibtex"]):
        ended = cli(*command, query, "--sort", "hand")
        assert (ended.status, ended.out) == (1, "")
        assert ended.err.startswith(f"readinglist: {words}") or words in ended.err
        assert len(ended.err.splitlines()) == 1


def test_what_is_not_understood_is_searched_as_text_and_said(cli: Cli) -> None:
    ended = cli("list", "visual", "colour:red", "is:bright")
    assert ended.status == 0
    assert ended.err.splitlines()[0] == "readinglist: searched as text: colour:red, is:bright"


def test_an_empty_library(cli: Cli, tmp_path: Path) -> None:
    ended = cli("list", "--library", str(tmp_path / "new"))
    assert (ended.status, ended.out) == (0, "")
    assert ended.err == (
        "readinglist: The library is empty. Bring in papers with: readinglist sync\n"
    )


def test_the_library_may_be_named_before_and_after(cli: Cli, papers: Path, tmp_path: Path) -> None:
    os.environ["READINGLIST_HOME"] = str(tmp_path / "other")
    expected = cli("list", "--library", str(papers))
    assert len(expected.out.splitlines()) == 135
    assert cli("--library", str(papers), "list") == expected
    assert cli(f"--library={papers}", "list") == expected
    assert cli("--library", str(tmp_path), "list", "--library", str(papers)) == expected
    assert not (tmp_path / "other").exists()


def test_show_for_people(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("star", PAPER)
    cli("tag", PAPER, "--add", "rl")
    cli("note", PAPER, "Compare.\n\nLater.")
    lines = cli("show", PAPER).out.splitlines()
    assert lines[0] == "SynthRL: Scaling Visual Reasoning with Verifiable Data Synthesis"
    assert f"{PAPER}, published 2025-06-02" in lines
    assert "Daily Papers of 2025-06-04" in lines
    assert "16 upvotes, 1 comment" in lines
    assert "starred, unread, #rl" in lines
    assert not any(line.startswith("In ") for line in lines)
    assert "Cite as wu2025synthrl" in lines
    assert f"https://arxiv.org/abs/{PAPER}" in lines
    assert lines[-3:] == ["Note: Compare.", "", "Later."]
    on_a_terminal(50, monkeypatch)
    assert max(map(len, cli("show", PAPER).out.splitlines())) <= 50


def test_show_tells_of_queue_rating_and_lists(cli: Cli) -> None:
    cli("lists", "make", "Related work")
    cli("lists", "add", "Related work", PAPER)
    cli("rate", "5", PAPER)
    for action, words in (("add", "in the queue"), ("begin", "being read"), ("done", "done")):
        cli("queue", action, PAPER)
        lines = cli("show", PAPER).out.splitlines()
        read = "read" if action == "done" else "unread"
        assert f"{read}, {words}, rated 5" in lines
        assert "In “Related work”" in lines


@pytest.mark.parametrize(
    "name",
    [
        PAPER,
        f"{PAPER}v2",
        f"arXiv:{PAPER}",
        f"https://arxiv.org/abs/{PAPER}v1",
        f"https://huggingface.co/papers/{PAPER}",
    ],
)
def test_every_form_of_an_id(name: str, cli: Cli) -> None:
    assert json.loads(cli("show", name, "--json").out)["id"] == PAPER


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2506.99999", "There is no paper 2506.99999 in the library."),
        ("local:7", "There is no paper local:7 in the library."),
        ("attention", "“attention” is neither an arXiv id, nor a link to one, nor local:N."),
        ("", "“” is neither an arXiv id"),
        ("local:x", "“local:x” is neither an arXiv id"),
    ],
)
def test_ids_that_there_are_not(name: str, words: str, cli: Cli) -> None:
    ended = cli("show", name)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"readinglist: {words}")
    assert len(ended.err.splitlines()) == 1
