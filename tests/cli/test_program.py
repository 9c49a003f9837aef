"""The program as it is started: what it imports, what it prints where, how it ends."""

import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

from readinglist import __main__ as start
from readinglist.library.locations import library_folder
from tests.cli.conftest import Cli

COMMANDS = [
    ["--version"],
    ["list", "--json"],
    ["show", "2506.02096"],
    ["star", "2506.02096"],
    ["tag", "2506.02096", "--add", "rl"],
    ["note", "2506.02096", "text"],
    ["rate", "4", "2506.02096"],
    ["lists", "make", "Related work"],
    ["queue", "add", "2506.02096"],
    ["rules", "preview", "video"],
    ["searches", "save", "Video", "video"],
    ["tags", "--json"],
    ["live", "--json"],
    ["undo"],
    ["redo"],
    ["export", "--format", "bibtex"],
    ["sync", "--date", "2020-01-01"],
]


def imported_by(arguments: list[str]) -> set[str]:
    """Return the modules that a command has imported when it ends."""
    script = (
        "import os, sys\n"
        "from readinglist.cli.main import run\n"
        "run(sys.argv[1:], os.environ)\n"
        "print('\\n' + '\\n'.join(sys.modules))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    )
    return set(ended.stdout.splitlines())


@pytest.mark.usefixtures("papers")
@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
def test_the_command_line_never_imports_qt(arguments: list[str]) -> None:
    imported = imported_by(arguments)
    assert "readinglist.cli.main" in imported
    assert not {name for name in imported if name.startswith(("PySide6", "shiboken6", "qtawesome"))}
    assert not {name for name in imported if name.startswith("readinglist.gui")}


@pytest.mark.usefixtures("papers")
def test_reading_imports_nothing_heavy() -> None:
    assert not imported_by(["list"]) & {"sqlmodel", "sqlalchemy", "pydantic", "httpx", "pylatexenc"}
    assert not imported_by(["lists"]) & {"sqlmodel", "sqlalchemy", "httpx", "pylatexenc"}
    assert not imported_by(["--help"]) & {"sqlmodel", "httpx", "readinglist.exporters"}


@pytest.mark.usefixtures("papers")
def test_output_is_utf8_in_any_locale(program: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    program("note", "2506.02096", "-", text="naïve \N{GREEK SMALL LETTER ALPHA}\n")
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    ended = program("list", "has:note", "--json")
    assert (ended.status, ended.err) == (0, "")
    assert "naïve \N{GREEK SMALL LETTER ALPHA}" in ended.out


@pytest.mark.usefixtures("papers")
@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["export", "--format=bibtex"]])
def test_a_reader_that_has_enough(arguments: list[str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "readinglist", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.usefixtures("papers")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [["list"], ["export", "--format", "markdown"]])
def test_a_full_disk(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "readinglist", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )
    assert ended.returncode == 1
    assert ended.stderr == ("readinglist: The output cannot be written: No space left on device.\n")


def test_a_library_that_cannot_be_opened(program: Cli, tmp_path: Path) -> None:
    (tmp_path / "library").write_text("a file, not a folder")
    ended = program("--library", str(tmp_path / "library"), "list")
    assert (ended.status, ended.out) == (1, "")
    assert "cannot be used" in ended.err
    assert len(ended.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "folder"),
    [
        ([], None),
        (["--library", "chosen"], "chosen"),
        (["--library=chosen"], "chosen"),
    ],
)
def test_without_a_command_the_window_opens(
    arguments: list[str], folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def run_window(library: Path) -> int:
        opened.append(library)
        return 7

    application = types.ModuleType("readinglist.gui.application")
    application.run_window = run_window  # type: ignore[attr-defined]  # stands in for the window
    monkeypatch.setitem(sys.modules, "readinglist.gui.application", application)
    monkeypatch.setattr(sys, "argv", ["readinglist", *arguments])
    assert start.main() == 7
    assert opened == [library_folder(os.environ, folder)]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have text for names")
def test_a_folder_whose_name_is_no_text(program: Cli, tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9 #1?%41")
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this file system has text for names")
    ended = program("--library", str(folder), "list")
    assert (ended.status, ended.out) == (0, "")
    assert "The library is empty" in ended.err
    target = folder / "refs.bib"
    ended = program("--library", str(folder), "export", "--format", "bibtex", "-o", str(target))
    assert ended.status == 0
    assert "0 papers exported to" in ended.out
    assert sorted(file.name for file in folder.iterdir()) == ["library.sqlite3", "refs.bib"]
