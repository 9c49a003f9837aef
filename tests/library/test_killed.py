"""A program killed at any moment loses nothing that it said was saved, and leaves no half day."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.library.busy_reader import PAPERS_A_DAY
from tests.library_file import assert_sound, rows, value

KILLS = 15


def run_until_killed(folder: Path, lines: int, seconds: float) -> list[str]:
    """Return what it said before it was killed, some time after so many lines."""
    program = [sys.executable, "-m", "tests.library.busy_reader", str(folder)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True, env=os.environ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(lines)]
        time.sleep(seconds)  # not waiting for anything: the moment has to be any moment
        process.send_signal(signal.SIGKILL)
        said += process.stdout.readlines()
    assert process.returncode == -signal.SIGKILL
    return [line.rstrip("\n") for line in said if line.endswith("\n")]


def check(folder: Path, said: list[str]) -> None:
    assert_sound(folder)
    for line in said:
        if line.startswith("day "):
            log = rows(folder, "SELECT status, listed FROM sync_log WHERE day = ?", line[4:])
            assert log == [("complete", PAPERS_A_DAY)], f"{line} was said to be here"
    notes = {}
    for line in said:
        if line.startswith("note "):
            _, key, note = line.split(" ")
            notes[int(key)] = note
    stored = dict(rows(folder, "SELECT paper_id, note FROM annotation"))
    unsaid = {key for key in notes if stored[key] != notes[key]}
    assert len(unsaid) <= 1, "only the write during which it was killed may not have been told of"
    assert all(stored[key] for key in unsaid), "a later note may stand there, but never none"
    for day, listed in rows(folder, "SELECT day, listed FROM sync_log WHERE status = 'complete'"):
        papers = value(folder, "SELECT count(*) FROM appearance WHERE listed_on = ?", day)
        assert papers == listed, f"{day} is marked complete"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_again_and_again(tmp_path: Path) -> None:
    chance = random.Random(20250602)
    days = 0
    for _ in range(KILLS):
        lines = run_until_killed(tmp_path, chance.randrange(1, 12), chance.uniform(0, 0.06))
        check(tmp_path, lines)
        days += sum(line.startswith("day ") for line in lines)
    assert days, "it was killed each time before a day was complete"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_while_the_library_is_created(tmp_path: Path) -> None:
    chance = random.Random(20250603)
    program = (
        "import sys; from pathlib import Path; from readinglist.library.library import Library\n"
        "print('ready', flush=True)\n"
        "for number in range(100000): Library(Path(sys.argv[1], str(number))).close()"
    )
    for attempt in range(4):
        folder = tmp_path / str(attempt)
        with subprocess.Popen(
            [sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0.05, 0.2))  # any moment
            process.send_signal(signal.SIGKILL)
        reopen_all(folder)


def reopen_all(folder: Path) -> None:
    from readinglist.library.library import Library

    for created in folder.iterdir():
        library = Library(created)
        library.opened.result()
        library.close()
        assert_sound(created)
