"""Running the command line within the test, and as a program of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from readinglist.cli.main import run


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended."""

    status: int
    out: str
    err: str


Cli = Callable[..., Ended]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run the command line in this process."""

    def call(*arguments: str) -> Ended:
        capsys.readouterr()
        status = run(arguments, os.environ)
        captured = capsys.readouterr()
        return Ended(status, captured.out, captured.err)

    return call


@pytest.fixture
def program() -> Cli:
    """Run ``python -m readinglist`` as a program of its own."""

    def call(*arguments: str, text: str = "") -> Ended:
        ended = subprocess.run(
            [sys.executable, "-m", "readinglist", *arguments],
            input=text.encode(),
            capture_output=True,
            check=False,
        )
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return call


def listed(ended: Ended) -> list[str]:
    """Return the ids of the papers that were printed, in order."""
    return [
        next(cell for cell in line.split("\t") if re.fullmatch(r"\d{4}\.\d{5}", cell))
        for line in ended.out.splitlines()
    ]


def on_a_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the output go to a terminal of that width."""
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)


@pytest.fixture
def papers(filled_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the library with the five recorded days the one in use; return its folder."""
    monkeypatch.setenv("READINGLIST_HOME", str(filled_folder))
    return filled_folder
