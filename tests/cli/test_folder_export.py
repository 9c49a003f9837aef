"""``readinglist export --format markdown-folder``."""

from pathlib import Path

import pytest

from tests.cli.conftest import Cli, Ended

pytestmark = pytest.mark.usefixtures("papers")

FORMAT = ("export", "date:2025-06-03", "--format", "markdown-folder")


def test_files_are_written_once(cli: Cli, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    ended = cli(*FORMAT, "-o", str(vault))
    assert ended == Ended(0, f"29 files written, 0 unchanged in {vault}\n", "")
    assert len(list(vault.glob("*.md"))) == 29
    ended = cli(*FORMAT, "-o", str(vault))
    assert ended == Ended(0, f"0 files written, 29 unchanged in {vault}\n", "")
    cli("star", "2506.02096")
    ended = cli("export", "is:starred", "--format", "Markdown-Folder", "-o", str(vault))
    assert ended.status == 0


@pytest.mark.parametrize("output", [(), ("-o", "-")])
def test_a_folder_has_to_be_named(output: tuple[str, ...], cli: Cli) -> None:
    ended = cli(*FORMAT, *output)
    assert (ended.status, ended.out) == (2, "")
    assert "name a folder with -o DIR" in ended.err


def test_force_is_for_folders(cli: Cli) -> None:
    ended = cli("export", "--format", "bibtex", "--force")
    assert (ended.status, ended.out) == (2, "")
    assert "--force is for markdown-folder" in ended.err


def test_a_block_that_was_edited_is_told_by_name(cli: Cli, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    cli(*FORMAT, "-o", str(vault))
    file, broken = sorted(vault.glob("*.md"))[:2]
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("## Abstract", "## Mine"), encoding="utf-8")
    broken.write_bytes(b"\xff")
    ended = cli(*FORMAT, "-o", str(vault))
    assert (ended.status, ended.out) == (1, f"0 files written, 27 unchanged in {vault}\n")
    edited, left = ended.err.splitlines()
    assert edited == (
        "readinglist: 1 file was edited inside the block and left as it is; --force writes over "
        f"that: {file.name}"
    )
    assert left == f"readinglist: {broken.name} was left as it is. It is not text in UTF-8."
    broken.unlink()
    ended = cli(*FORMAT, "-o", str(vault), "--force")
    assert ended == Ended(0, f"2 files written, 27 unchanged in {vault}\n", "")


def test_no_paper_makes_no_folder(cli: Cli, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    ended = cli("export", "qzxqzx", "--format", "markdown-folder", "-o", str(vault))
    assert (ended.status, ended.err) == (0, "readinglist: No paper matches.\n")
    assert not vault.exists()


def test_options_and_checks(cli: Cli, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    cli(*FORMAT, "--without", "abstract", "--authors", "1", "-o", str(vault))
    texts = [file.read_text(encoding="utf-8") for file in vault.glob("*.md")]
    assert not any("## Abstract" in text for text in texts)
    assert any("et al." in text for text in texts)
    assert cli(*FORMAT, "--check").status in {0, 1}


def test_names_of_files_do_nothing_to_the_terminal(cli: Cli, tmp_path: Path) -> None:
    vault = tmp_path / "vault\x1b[2J"
    cli(*FORMAT, "-o", str(vault))
    file, broken = sorted(vault.glob("*.md"))[:2]
    text = file.read_text(encoding="utf-8").replace("## Abstract", "## Mine")
    file.unlink()
    (vault / "a\x1b]0;x\x07.md").write_text(text, encoding="utf-8")
    text = broken.read_text(encoding="utf-8").replace("<!-- readinglist:end -->", "")
    broken.unlink()
    (vault / "\u202eb.md").write_text(text, encoding="utf-8")
    ended = cli(*FORMAT, "-o", str(vault))
    assert ended.out.endswith(r"vault\x1b[2J" + "\n")
    edited, left = ended.err.splitlines()
    assert edited.endswith(r" a\x1b]0;x\x07.md")
    assert left.startswith(r"readinglist: \u202eb.md was left as it is.")
