"""``readinglist undo`` and ``readinglist redo``."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from readinglist.library.library import Library
from tests.cli.conftest import Cli, Ended
from tests.library_file import library_file, users_rows

FIRST, SECOND = "2506.01939", "2506.05344"

pytestmark = pytest.mark.usefixtures("papers")


def starred(cli: Cli) -> int:
    return len(cli("list", "is:starred").out.splitlines())


def test_edits_of_earlier_runs_are_taken_back_and_done_again(cli: Cli) -> None:
    cli("star", FIRST, SECOND)
    cli("lists", "make", "Related work")
    assert cli("undo") == Ended(0, "Undone: Make list “Related work”\n", "")
    assert cli("undo") == Ended(0, "Undone: Star 2 papers\n", "")
    assert starred(cli) == 0
    assert cli("undo") == Ended(1, "", "readinglist: Nothing to undo.\n")
    assert cli("redo") == Ended(0, "Done again: Star 2 papers\n", "")
    assert starred(cli) == 2
    assert cli("redo").out == "Done again: Make list “Related work”\n"
    assert cli("redo") == Ended(1, "", "readinglist: Nothing to redo.\n")


def test_an_edit_of_the_window_while_it_is_open(cli: Cli, papers: Path) -> None:
    window = Library(papers)
    try:
        keys = list(window.papers.keys_of_ids([FIRST, SECOND]).result().values())
        window.edits.set_hidden(keys, hidden=True).result()
        assert cli("undo").out == "Undone: Hide 2 papers\n"
        assert not any(row.hidden for row in window.papers.rows(keys).result())
    finally:
        window.close()


def unstar_past_the_log(folder: Path, condition: str) -> None:
    """Take stars off as another program would, which is no step of undo."""
    with closing(sqlite3.connect(library_file(folder), isolation_level=None)) as other:
        other.execute(
            "UPDATE annotation SET starred_at = NULL"
            f" WHERE paper_id IN (SELECT id FROM paper WHERE {condition})"
        )


def test_what_changed_since_is_left_alone(cli: Cli, papers: Path) -> None:
    cli("star", FIRST, SECOND)
    unstar_past_the_log(papers, f"arxiv_id = '{FIRST}'")
    ended = cli("undo")
    assert ended == Ended(
        1,
        "Undone: Star 1 paper\n",
        "readinglist: 1 paper left alone, because it changed since.\n",
    )


def test_if_all_changed_since_nothing_is_undone(cli: Cli, papers: Path) -> None:
    cli("star", FIRST, SECOND)
    unstar_past_the_log(papers, "1")
    before = users_rows(papers)
    ended = cli("undo")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == (
        "readinglist: Nothing was undone: Star 2 papers\n"
        "readinglist: 2 papers left alone, because they changed since.\n"
    )
    assert users_rows(papers) == before
