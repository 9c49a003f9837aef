"""``readinglist cite``."""

import pytest

from tests.cli.conftest import Cli, Ended

pytestmark = pytest.mark.usefixtures("papers")

DOI = "https://doi.org/10.48550/arXiv.2506.02096"


def test_one_paper(cli: Cli) -> None:
    ended = cli("cite", "2506.02096")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.endswith(f" arXiv. {DOI}\n")
    assert ended.out.count("\n") == 1
    assert ", & " in ended.out
    assert cli("cite", "https://arxiv.org/abs/2506.02096v2", "--style", "apa") == ended


def test_several_come_as_they_were_named(cli: Cli) -> None:
    out = cli("cite", "2506.02096", "--style", "ieee", "2505.23656").out.splitlines()
    assert out[0].startswith("[1] ")
    assert "arXiv:2506.02096, 2025." in out[0]
    assert out[1].startswith("[2] ")
    assert "arXiv:2505.23656, 2025." in out[1]


def test_a_list_comes_in_its_order(cli: Cli) -> None:
    cli("lists", "make", "Related work")
    cli("lists", "add", "related work", "2505.23656", "2506.02096")
    out = cli("cite", "--query", 'list:"Related work"', "--style", "acm").out
    assert out.index("2505.23656") < out.index("2506.02096")
    assert out.count("\n") == 2


def test_other_forms(cli: Cli) -> None:
    assert "<i>" in cli("cite", "2506.02096", "--as", "html").out
    assert f"<{DOI}>\n" in cli("cite", "2506.02096", "--as", "markdown").out


def test_papers_that_are_not_there(cli: Cli) -> None:
    ended = cli("cite", "1706.03762", "2506.02096")
    assert ended.status == 1
    assert "1706.03762" in ended.err
    assert ended.out.count("\n") == 1
    assert cli("cite", "1706.03762").out == ""


def test_a_query_that_finds_nothing(cli: Cli) -> None:
    assert cli("cite", "--query", "qzxqzx") == Ended(0, "", "readinglist: No paper matches.\n")


@pytest.mark.parametrize(
    "arguments",
    [[], ["2506.02096", "--query", "x"], ["2506.02096", "--style", "mla"], ["x", "--as", "docx"]],
)
def test_wrong_usage(arguments: list[str], cli: Cli) -> None:
    ended = cli("cite", *arguments)
    assert (ended.status, ended.out) == (2, "")
