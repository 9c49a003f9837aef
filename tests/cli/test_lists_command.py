"""``readinglist lists``."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli, Ended, listed, on_a_terminal
from tests.library_file import users_rows

FIRST, SECOND, THIRD, OTHER = "2506.01939", "2506.05344", "2506.02096", "2506.04633"
NAME = "Related work"

pytestmark = pytest.mark.usefixtures("papers")


@pytest.fixture
def made(papers: Path, cli: Cli) -> None:
    """Make a list of three papers in a library that has them."""
    assert papers.exists()
    cli("lists", "make", NAME, "--description", "For section 2")
    cli("lists", "add", NAME, FIRST, SECOND, THIRD)


def order(cli: Cli) -> list[str]:
    return listed(cli("lists", "show", NAME))


def all_lists(cli: Cli) -> list[dict[str, Any]]:
    lists: list[dict[str, Any]] = json.loads(cli("lists", "--json").out)
    return lists


def test_making_lists(cli: Cli) -> None:
    ended = cli("lists")
    assert ended == Ended(
        0, "", "readinglist: There is no list. Make one with: readinglist lists make NAME\n"
    )
    assert cli("lists", "--json").out == "[\n]\n"
    ended = cli("lists", "make", " Related\nwork ", "--description", "For\nsection 2")
    assert ended == Ended(0, "List “Related work” made.\n", "")
    cli("lists", "make", "-dashed", "--description", "-also")
    assert all_lists(cli) == [
        {"name": "-dashed", "papers": 0, "description": "-also"},
        {"name": NAME, "papers": 0, "description": "For\nsection 2"},
    ]
    assert cli("lists").out == "-dashed\t0\t-also\nRelated work\t0\tFor section 2\n"


@pytest.mark.usefixtures("made")
def test_a_table_for_people(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("lists", "make", "論文", "--description", "word " * 40)
    on_a_terminal(60, monkeypatch)
    assert cli("lists").out.splitlines() == [
        "Related work  3  For section 2",
        "論文          0  word word word word word word word word wo…",
    ]


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["make", "related WORK"], "There is a list “related WORK” already. Choose another name."),
        (["make", " "], "A list needs a name."),
        (["make", "x" * 81], "A name may have up to 80 characters."),
        (["add", "Elsewhere", FIRST], "There is no list “Elsewhere”. Make it with: readinglist"),
        (["add", "Else where", FIRST], "readinglist lists make 'Else where'"),
        (["show", "Elsewhere"], "There is no list “Elsewhere”."),
        (["describe", "Elsewhere", "text"], "There is no list “Elsewhere”."),
        (["rename", "Elsewhere", "Here"], "There is no list “Elsewhere”."),
        (["rename", NAME, ""], "A list needs a name."),
        (["delete", "Elsewhere"], "There is no list “Elsewhere”."),
        (["remove", "Elsewhere", FIRST], "There is no list “Elsewhere”."),
        (["move", "Elsewhere", FIRST, "--first"], "There is no list “Elsewhere”."),
        (["move", NAME, OTHER, "--first"], f"{OTHER} is not in “{NAME}”."),
        (["move", NAME, FIRST, "--before", OTHER], f"{OTHER} is not in “{NAME}”."),
        (["move", NAME, FIRST, "--after", FIRST], f"{FIRST} cannot be moved beside itself."),
        (["move", NAME, FIRST, "--after", "2506.99999"], "There is no paper 2506.99999"),
        (["add", NAME, "nonsense"], "“nonsense” is neither an arXiv id"),
    ],
)
def test_what_cannot_be_done(arguments: list[str], words: str, cli: Cli, papers: Path) -> None:
    before = users_rows(papers)
    ended = cli("lists", *arguments)
    assert (ended.status, ended.out) == (1, "")
    assert words in ended.err
    assert len(ended.err.splitlines()) == 1
    assert users_rows(papers) == before


def test_papers_come_and_go(cli: Cli) -> None:
    cli("lists", "make", NAME)
    ended = cli("lists", "add", "related work", FIRST, f"https://arxiv.org/abs/{SECOND}v1")
    assert ended == Ended(0, f"2 papers added to “{NAME}”.\n", "")
    ended = cli("lists", "add", NAME, FIRST, THIRD, "2506.99999")
    assert ended.status == 1
    assert ended.out == f"1 paper added to “{NAME}”. 1 paper needed no change.\n"
    assert "There is no paper 2506.99999" in ended.err
    assert order(cli) == [FIRST, SECOND, THIRD]
    ended = cli("lists", "remove", NAME, SECOND, OTHER)
    assert ended.out == f"1 paper removed from “{NAME}”. 1 paper needed no change.\n"
    assert order(cli) == [FIRST, THIRD]
    assert all_lists(cli)[0]["papers"] == 2


@pytest.mark.usefixtures("made")
def test_a_list_is_shown_as_papers_are_listed(cli: Cli) -> None:
    shown = cli("lists", "show", "RELATED work")
    assert shown.out == cli("list", f'list:"{NAME}"').out
    papers = json.loads(cli("lists", "show", NAME, "--json").out)
    assert [paper["id"] for paper in papers] == [FIRST, SECOND, THIRD]
    assert cli("lists", "--json", "show", NAME).out == cli("lists", "show", NAME, "--json").out
    cli("hide", SECOND)
    assert order(cli) == [FIRST, THIRD]
    cli("hide", FIRST, THIRD)
    assert cli("lists", "show", NAME) == Ended(0, "", f"readinglist: No paper is in “{NAME}”.\n")


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("ids", "spot", "expected"),
    [
        ([THIRD], ["--first"], [THIRD, FIRST, SECOND]),
        ([FIRST], ["--last"], [SECOND, THIRD, FIRST]),
        ([THIRD], ["--before", SECOND], [FIRST, THIRD, SECOND]),
        ([FIRST], ["--after", f"{SECOND}v2"], [SECOND, FIRST, THIRD]),
        ([THIRD, SECOND], ["--first"], [THIRD, SECOND, FIRST]),
    ],
)
def test_papers_are_moved(ids: list[str], spot: list[str], expected: list[str], cli: Cli) -> None:
    ended = cli("lists", "move", NAME, *ids, *spot)
    count = "1 paper" if len(ids) == 1 else "2 papers"
    assert ended == Ended(0, f"{count} moved in “{NAME}”.\n", "")
    assert order(cli) == expected
    cli("undo")
    assert order(cli) == [FIRST, SECOND, THIRD]


@pytest.mark.usefixtures("made")
def test_what_can_be_moved_is(cli: Cli) -> None:
    ended = cli("lists", "move", NAME, THIRD, "--before", FIRST, OTHER, "2506.99999")
    assert (ended.status, ended.out) == (1, f"1 paper moved in “{NAME}”.\n")
    assert len(ended.err.splitlines()) == 2
    assert order(cli) == [THIRD, FIRST, SECOND]


@pytest.mark.usefixtures("made")
def test_names_and_descriptions(cli: Cli) -> None:
    assert cli("lists", "rename", "related work", "Prior work").out == (
        "List “Related work” renamed to “Prior work”.\n"
    )
    assert all_lists(cli) == [{"name": "Prior work", "papers": 3, "description": "For section 2"}]
    assert cli("lists", "describe", "prior work", "- for 3").out == "Description saved.\n"
    assert all_lists(cli)[0] == {"name": "Prior work", "papers": 3, "description": "- for 3"}
    assert cli("lists", "describe", "Prior work", "- for 3").out == (
        "The description is as it was.\n"
    )
    assert cli("lists", "describe", "Prior work", "").out == "Description removed.\n"
    cli("lists", "make", "Other")
    ended = cli("lists", "rename", "Other", "PRIOR work")
    assert (ended.status, ended.out) == (1, "")
    assert "already" in ended.err


@pytest.mark.usefixtures("made")
def test_a_deleted_list_leaves_its_papers(cli: Cli) -> None:
    ended = cli("lists", "delete", "related work")
    assert ended.out == f"List “{NAME}” deleted; what was in it (3 papers) stays in the library.\n"
    assert all_lists(cli) == []
    assert len(cli("list").out.splitlines()) == 135
    assert cli("undo").out == f"Undone: Delete list “{NAME}”\n"
    assert order(cli) == [FIRST, SECOND, THIRD]


@pytest.mark.usefixtures("made")
def test_an_exported_list_begins_with_its_name_and_description(cli: Cli) -> None:
    for query in (f'list:"{NAME}"', 'list:"related work"'):
        text = cli("export", query, "--format", "markdown").out
        assert text.startswith(f"# {NAME}\n\nFor section 2\n\n- **[")
        assert text.count("\n- **") == 3
    text = cli("export", f'list:"{NAME}"', "--sort", "title", "--format", "bibtex").out
    assert text.startswith(f"% {NAME}\n% For section 2\n\n@article{{")
    part = cli("export", f'list:"{NAME}" is:unread', "--format", "markdown").out
    assert part.startswith("- **[")
