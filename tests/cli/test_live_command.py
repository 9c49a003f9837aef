"""``readinglist live`` and ``readinglist export --watch``."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, Queue

import pytest

from readinglist.cli import watching as watching_module
from readinglist.library.library import Library
from tests.cli.conftest import Cli, Ended

pytestmark = pytest.mark.usefixtures("papers")

LONGEST_S = 60.0


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "thesis"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder / "refs.bib"


def add(cli: Cli, *more: str, query: str = "is:starred") -> Ended:
    return cli("live", "add", query, "--format", "bibtex", "-o", "refs.bib", *more)


def exported(cli: Cli, query: str = "is:starred") -> str:
    return cli("export", query, "--format", "bibtex").out


def test_a_file_is_kept_from_its_first_writing_on(cli: Cli, target: Path) -> None:
    cli("star", "2506.02096")
    assert add(cli) == Ended(0, f"1 paper written to {target}.\n", "")
    assert target.read_text() == exported(cli)
    assert cli("live", "write") == Ended(0, "", "")
    cli("star", "2506.02387")
    assert cli("live").out.endswith("\thas changed since it was written\n")
    assert cli("live", "write") == Ended(0, f"2 papers written to {target}.\n", "")
    assert target.read_text() == exported(cli)


def test_the_list_tells_how_files_stand(cli: Cli, target: Path) -> None:
    ended = cli("live")
    assert (ended.status, ended.out) == (0, "")
    assert "No file is kept up to date." in ended.err
    assert json.loads(cli("live", "--json").out) == []
    cli("star", "2506.02096")
    add(cli, "--with", "abstract")
    (file,) = json.loads(cli("live", "--json").out)
    assert file.pop("written_at")
    assert file.pop("options")["abstract"] is True
    assert file == {
        "path": str(target),
        "query": "is:starred",
        "named": None,
        "format": "bibtex",
        "sort": None,
        "state": "up to date",
        "problem": None,
        "papers": 1,
    }
    assert "1 paper\tbibtex\tis:starred\tup to date · written " in cli("live").out


def test_what_somebody_else_wrote_stays_and_is_shown(cli: Cli, target: Path) -> None:
    cli("star", "2506.02096")
    add(cli)
    theirs = target.read_text() + "mine\n"
    target.write_text(theirs)
    cli("star", "2506.02387")
    ended = cli("live", "write")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == (
        f"readinglist: {target}: edited elsewhere; readinglist live diff shows how.\n"
    )
    assert target.read_text() == theirs
    lines = cli("live", "diff", "refs.bib").out.splitlines()
    assert "-mine" in lines
    assert any(line.startswith("+  eprint") and "2506.02387" in line for line in lines)
    assert cli("live", "write", "--force", "refs.bib").status == 0
    assert target.read_text() == exported(cli)
    assert cli("live", "diff", "refs.bib").out == ""


def test_a_file_that_is_there_is_not_taken_without_being_told_to(cli: Cli, target: Path) -> None:
    target.write_text("mine")
    ended = add(cli)
    assert (ended.status, ended.out) == (1, "")
    assert "refs.bib is there already. Add --force to replace it" in ended.err
    assert target.read_text() == "mine"
    assert json.loads(cli("live", "--json").out) == []
    assert add(cli, "--force").status == 0
    assert target.read_text() == exported(cli)
    assert "is kept up to date with is:starred already" in add(cli).err
    assert add(cli, "--force", query="is:unread").status == 0
    (file,) = json.loads(cli("live", "--json").out)
    assert file["query"] == "is:unread"


def test_one_file_that_fails_does_not_keep_others_from_being_written(
    cli: Cli, target: Path
) -> None:
    target.with_name("gone").mkdir()
    cli("live", "add", "is:starred", "--format", "ids", "-o", "gone/ids.txt")
    add(cli)
    target.with_name("gone").joinpath("ids.txt").unlink()
    target.with_name("gone").rmdir()
    cli("star", "2506.02096")
    ended = cli("live", "write")
    assert (ended.status, ended.out) == (1, f"1 paper written to {target}.\n")
    assert "There is no folder" in ended.err


def test_lists_and_searches_are_kept_by_name(cli: Cli, target: Path) -> None:
    cli("lists", "make", "Related work")
    cli("lists", "add", "Related work", "2506.02096", "2506.02387")
    assert add(cli, query='list:"related work"').status == 0
    assert target.read_text() == exported(cli, 'list:"Related work"')
    cli("lists", "rename", "Related work", "Background")
    assert cli("live", "write").status == 0
    assert target.read_text() == exported(cli, "list:Background")
    cli("searches", "save", "Video", "video")
    ended = cli("live", "add", "--search", "video", "--format", "markdown", "-o", "video.md")
    assert ended.status == 0
    (_, file) = json.loads(cli("live", "--json").out)
    assert (file["query"], file["named"]) == ("Video", "search")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["add", "list:nothing", "--format", "ids", "-o", "a"], "There is no list “nothing”"),
        (["add", "x", "--format", "ids", "-o", "gone/a"], "There is no folder"),
        (["add", "x", "--format", "ids", "-o", "."], "is a folder"),
        (["add", "x", "--sort", "hand", "--format", "ids", "-o", "a"], "Only a reading list"),
        (["add", "--search", "none", "--format", "ids", "-o", "a"], "There is no search “none”"),
        (["write", "other.bib"], "other.bib is not kept up to date."),
        (["diff", "other.bib"], "other.bib is not kept up to date."),
        (["remove", "other.bib"], "other.bib is not kept up to date."),
    ],
)
@pytest.mark.usefixtures("target")
def test_what_is_not_there_is_told(arguments: list[str], told: str, cli: Cli) -> None:
    ended = cli("live", *arguments)
    assert (ended.status, ended.out) == (1, "")
    assert told in ended.err
    assert json.loads(cli("live", "--json").out) == []


@pytest.mark.usefixtures("target")
def test_a_folder_is_not_kept(cli: Cli) -> None:
    ended = cli("live", "add", "is:starred", "--format", "markdown-folder", "-o", "vault")
    assert (ended.status, ended.out) == (2, "")
    assert "Markdown folder is not kept up to date" in ended.err


def test_a_file_is_kept_no_longer(cli: Cli, target: Path) -> None:
    add(cli)
    ended = cli("live", "remove", "refs.bib")
    assert ended.out == f"{target} is kept up to date no longer; it was left as it is.\n"
    cli("star", "2506.02096")
    cli("live", "write")
    assert target.read_text() == ""


def test_an_export_that_changes_nothing_does_not_touch_the_file(cli: Cli, target: Path) -> None:
    def export() -> None:
        cli("export", "is:starred", "--format", "bibtex", "-o", "refs.bib")

    cli("star", "2506.02096")
    export()
    os.utime(target, (1, 1))
    export()
    assert target.stat().st_mtime == 1
    cli("star", "2506.02387")
    export()
    assert target.stat().st_mtime != 1


# Watching


class Watching:
    """``export --watch`` as a program of its own."""

    def __init__(self, *arguments: str) -> None:
        self._program = subprocess.Popen(
            [sys.executable, "-m", "readinglist", "export", *arguments, "--watch"],
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._told: Queue[str] = Queue()
        self._reading = threading.Thread(target=self._read)
        self._reading.start()

    def _read(self) -> None:
        assert self._program.stderr is not None
        for line in self._program.stderr:
            self._told.put(line.rstrip("\n"))

    def next_told(self) -> str:
        return self._told.get(timeout=LONGEST_S)

    def end(self, number: signal.Signals) -> int:
        """End the program, and return its status; negative if the signal killed it."""
        self._program.send_signal(number)
        status = self._program.wait(timeout=LONGEST_S)
        self._reading.join()
        return status

    def rest(self) -> list[str]:
        told = []
        try:
            while True:
                told.append(self._told.get_nowait())
        except Empty:
            return told

    def kill(self) -> None:
        self._program.kill()
        self._program.wait()
        self._reading.join()
        if self._program.stderr is not None:
            self._program.stderr.close()


@pytest.fixture
def watching(cli: Cli, target: Path) -> Iterator[Watching]:
    cli("star", "2506.02096")
    target.write_text("an older export")
    program = Watching("is:starred", "--format", "bibtex", "-o", "refs.bib")
    yield program
    program.kill()


def test_watching_follows_changes_until_it_is_interrupted(
    cli: Cli, target: Path, watching: Watching
) -> None:
    assert watching.next_told() == f"readinglist: 1 paper written to {target}."
    assert watching.next_told() == "readinglist: Keeping it up to date until Ctrl+C."
    cli("star", "2506.02387")
    assert watching.next_told() == f"readinglist: 2 papers written to {target}."
    assert target.read_text() == exported(cli)
    theirs = f"{target.read_text()}mine\n"
    target.write_text(theirs)
    cli("star", "2506.04308")
    assert watching.next_told() == f"readinglist: {target}: edited elsewhere"
    assert target.read_text() == theirs
    target.unlink()
    cli("unstar", "2506.02096")
    assert watching.next_told() == f"readinglist: 2 papers written to {target}."
    assert target.read_text() == exported(cli)
    assert watching.end(signal.SIGINT) == 0
    assert watching.rest() == []
    assert [file.name for file in target.parent.iterdir()] == ["refs.bib"]


def test_watching_begins_with_papers_or_with_a_new_file(cli: Cli, target: Path) -> None:
    target.write_text("precious")
    ended = cli("export", "qzxqzx", "--format", "bibtex", "-o", "refs.bib", "--watch")
    assert ended.status == 1
    assert "refs.bib was left as it is." in ended.err
    assert target.read_text() == "precious"


def test_watching_is_ended_by_termination_too(watching: Watching) -> None:
    while "until Ctrl+C" not in watching.next_told():
        pass
    assert watching.end(signal.SIGTERM) == 0


def test_two_programs_that_keep_one_file_leave_each_other_in_peace(
    cli: Cli, target: Path, watching: Watching
) -> None:
    while "until Ctrl+C" not in watching.next_told():
        pass
    assert add(cli).status == 0
    cli("star", "2506.02387")
    assert "2 papers" in watching.next_told()
    assert cli("live", "write").status == 0
    cli("star", "2506.04308")
    assert cli("live", "write").status == 0
    assert target.read_text() == exported(cli)
    written = target.stat().st_mtime_ns
    cli("read", "2506.02096")
    assert cli("live", "write") == Ended(0, "", "")
    assert watching.end(signal.SIGINT) == 0
    assert target.stat().st_mtime_ns == written


@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_watching_needs_a_file(output: list[str], cli: Cli) -> None:
    ended = cli("export", "--format", "bibtex", "--watch", *output)
    assert ended.status == 2
    assert "--watch needs -o FILE" in ended.err


def test_watching_goes_on_while_the_library_changes_all_the_time(
    filled_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching_module, "_LOOK_EVERY_S", 0.2)
    looking, changing = Library(filled_folder), Library(filled_folder)
    noticed = threading.Event()

    def change() -> bool:
        """Change something in every moment; tell whether that was noticed before the end."""
        end = time.monotonic() + LONGEST_S
        while not noticed.is_set() and time.monotonic() < end:
            changing.edits.set_starred([1], starred=True).result()
            changing.edits.set_starred([1], starred=False).result()
        return noticed.is_set()

    with ThreadPoolExecutor() as pool:
        changed = pool.submit(change)
        next(watching_module._changes(looking, looking.database.version_seen().result()))
        noticed.set()
        assert changed.result()
    looking.close()
    changing.close()


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        (b"\x1b]0;PWNED\x07\x1b[2J", r"\x1b]0;PWNED\x07\x1b[2J"),
        ("\u202egnp.exe".encode(), r"\u202egnp.exe"),
        (b"caf\xe9", r"caf\udce9"),
        ("a\tb \N{PILE OF POO}".encode(), "a\tb \N{PILE OF POO}"),
    ],
)
def test_what_others_wrote_does_nothing_to_the_terminal(
    cli: Cli, target: Path, foreign: bytes, shown: str
) -> None:
    cli("star", "2506.02096")
    add(cli)
    target.write_bytes(target.read_bytes() + foreign + b"\n")
    ended = cli("live", "diff", "refs.bib")
    assert f"-{shown}\n" in ended.out


def test_names_of_files_do_nothing_to_the_terminal(cli: Cli, target: Path) -> None:
    name = "a\x1b[2J\u202eb.bib"
    cli("star", "2506.02096")
    for ended in (
        cli("live", "add", "is:starred", "--format", "bibtex", "-o", name),
        cli("live"),
        cli("live", "remove", name),
        cli("export", "--format", "bibtex", "-o", name),
        cli("export", "no:such", "--format", "bibtex", "-o", name),
    ):
        told = ended.out + ended.err
        assert r"a\x1b[2J\u202eb.bib" in told
        assert not {"\x1b", "\u202e"} & set(told)
