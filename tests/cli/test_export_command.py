"""``readinglist export``."""

import sys
from pathlib import Path

import pytest

from readinglist.exporters import exporters
from tests.cli.conftest import Cli, Ended

pytestmark = pytest.mark.usefixtures("papers")


@pytest.mark.parametrize("name", exporters())
def test_to_standard_output_and_to_a_file(name: str, cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "list.txt"
    printed = cli("export", "date:2025-06-03", "--format", name)
    assert (printed.status, printed.err) == (0, "")
    ended = cli("export", "date:2025-06-03", "--format", name, "-o", str(target))
    assert ended == Ended(0, f"29 papers exported to {target}.\n", "")
    assert target.read_text(encoding="utf-8") == printed.out
    assert cli("export", "date:2025-06-03", "--format", name, "-o", "-") == printed


def test_starred_papers_newest_first(cli: Cli) -> None:
    cli("star", "2506.02096", "2505.23656")
    out = cli("export", "is:starred", "--format", "bibtex").out
    assert out.count("@article{") == 2
    assert out.index("2505.23656") < out.index("2506.02096")


def test_no_paper_is_an_empty_file(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "refs.bib"
    ended = cli("export", "qzxqzx", "--format", "bibtex", "-o", str(target))
    assert (ended.status, ended.err) == (0, "readinglist: No paper matches.\n")
    assert target.read_text() == ""


def test_a_query_without_a_match_does_not_empty_a_file(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "refs.bib"
    target.write_text("@article{precious}")
    ended = cli("export", "tag:tpyo", "--format", "bibtex", "-o", str(target))
    assert ended.status == 1
    assert f"{target} was left as it is." in ended.err
    assert target.read_text() == "@article{precious}"


@pytest.mark.parametrize("name", ["endnote", "bib tex", "docx", ""])
def test_formats_that_there_are_not(name: str, cli: Cli) -> None:
    ended = cli("export", "--format", name)
    assert (ended.status, ended.out) == (2, "")
    assert f"There is no format “{name}”." in ended.err
    assert "The formats are bibtex, " in ended.err


def test_the_format_has_to_be_named(cli: Cli) -> None:
    ended = cli("export")
    assert ended.status == 2
    assert "--format" in ended.err


def test_a_folder_that_is_not_there(cli: Cli, tmp_path: Path) -> None:
    ended = cli("export", "--format", "bibtex", "-o", str(tmp_path / "missing" / "refs.bib"))
    assert (ended.status, ended.out) == (1, "")
    assert "cannot be written: No such file or directory." in ended.err
    assert len(ended.err.splitlines()) == 1


def test_the_options_of_a_format(cli: Cli) -> None:
    cli("tag", "2506.02096", "--add", "rl")
    cli("note", "2506.02096", "A remark.")
    asked = ("export", "id:2506.02096", "--format")
    usual = cli(*asked, "bibtex").out
    assert not any(name in usual for name in ("abstract", "keywords", "annote", " month "))
    filled = cli(
        *asked, "bibtex", "--with", "Abstract,tags", "--with", "notes,month", "--authors=1"
    )
    assert (filled.status, filled.err) == (0, "")
    filled_out = filled.out
    assert "  month         = jun,\n" in filled_out
    assert "  abstract      = {" in filled_out
    assert "  keywords      = {rl},\n" in filled_out
    assert "  annote        = {A remark.}\n" in filled_out
    assert " and others},\n" in filled_out
    assert "A remark." in cli(*asked, "markdown").out
    assert "A remark." not in cli(*asked, "markdown", "--without", "notes").out
    assert " et al." in cli(*asked, "markdown").out
    assert " et al." not in cli(*asked, "markdown", "--authors", "all").out


def test_an_option_that_a_format_has_no_use_for_is_said(cli: Cli) -> None:
    ended = cli("export", "--format", "ids", "--with", "abstract", "--authors", "3")
    assert ended.status == 0
    assert ended.err == "readinglist: Plain ids has no use for: abstract, authors.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--with", "colour"), "There is no option “colour”. The options are venue, abstract"),
        (("--authors", "none"), "“none” is not a number of authors."),
    ],
)
def test_options_that_there_are_not(words: tuple[str, ...], said: str, cli: Cli) -> None:
    ended = cli("export", "--format", "bibtex", *words)
    assert (ended.status, ended.out) == (2, "")
    assert said in " ".join(ended.err.split())


def test_a_check_writes_nothing_and_says_what_is_wrong(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "refs.bib"
    asked = ("export", "date:2025-06-03", "--format", "bibtex", "-o", str(target), "--check")
    good = cli(*asked)
    assert (good.status, good.out) == (0, "Nothing to mend in 29 papers.\n")
    assert "are not known for 29 papers" in good.err
    lost = cli("export", "--format", "bibtex", "--check")
    assert lost.status == 1
    assert "\tThe source seems to have lost LaTeX of the title.\n" in lost.out
    assert not target.exists()


def test_progress_is_shown_on_a_terminal_only(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("readinglist.library.export._PAGE", 50)
    asked = ("export", "--format", "bibtex", "-o", str(tmp_path / "refs.bib"))
    assert cli(*asked).err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    err = cli(*asked).err
    assert "\r\x1b[K100 of 135 papers" in err
    assert err.endswith("\r\x1b[K")


@pytest.mark.parametrize("watch", [(), ("--watch",)])
def test_notes_around_a_block_outlive_exports(
    watch: tuple[str, ...], cli: Cli, tmp_path: Path
) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("my chapter\n")
    cli("star", "2506.02096")
    cli("live", "add", "is:starred", "--format", "markdown", "-o", str(notes))
    cli("star", "2506.02387")
    export = ("export", "is:starred", "-o", str(notes), "--format")
    refused = cli(*export, "bibtex", *watch)
    assert refused.status == 1
    assert "Name another file" in refused.err
    if not watch:
        assert cli(*export, "markdown").status == 0
        assert notes.read_text().count("\\[@") == 2
    assert notes.read_text().startswith("my chapter\n")


@pytest.mark.parametrize("format_name", ["bibtex", "markdown-folder"])
@pytest.mark.parametrize("query", ["date:2025-06-03", "nothing-like-this-anywhere"])
@pytest.mark.parametrize(
    ("output", "told"),
    [("n" * 300, "File name too long"), ("~nobody-at-all/x", "There is no folder ~nobody-at-all")],
)
def test_an_output_that_no_system_has_is_told(
    cli: Cli, format_name: str, query: str, output: str, told: str
) -> None:
    ended = cli("export", query, "--format", format_name, "-o", output)
    assert (ended.status, ended.out) == (1, "")
    assert told in ended.err.splitlines()[-1]
