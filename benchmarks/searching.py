"""From a key to painted rows: filters typed letter by letter, sorted lists, and long jumps."""

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from benchmarks.figures import Figure, Goal, Measure
from benchmarks.run import Run
from benchmarks.watched_window import WatchedWindow
from readinglist.domain.place import ALL_PAPERS
from readinglist.domain.sorting import NEWEST_FIRST, Sort, SortColumn
from readinglist.storage.connections import LIBRARY_FILE_NAME

TYPED = {
    "a word": ("transformer", "internationalization", "kalomi", "the", "graph"),
    "two words": ("neural net", "quantum graph", "large language"),
    "a field": ("title:mod", "author:wang", "abstract:network", "title:reasoning"),
    "negation": ("model -learning", "-the", "vision -title:survey"),
    "starred, tagged, unread, dated": (
        "is:starred diffusion",
        "tag:rl policy",
        "is:unread language",
        "since:2026-06-01 agent",
        "date:2026-06 video",
    ),
    "a phrase or number": ('"deep learning"', "self-supervised", "upvotes:>20 learn"),
}
_ROUNDS = 3
_BETWEEN_KEYS_MS = 60
_FRAME = Goal(Measure.P99, 16.0)
_SORTED = Goal(Measure.P95, 50.0)
_A_THIRD = "learning is:unread"
_NS_A_MS = 1e6


def measure(run: Run) -> list[Figure]:
    """Type, sort and jump in one window; then ask SQLite alone the simplest of these questions."""
    folder = run.library()
    with tempfile.TemporaryDirectory() as settings, WatchedWindow(folder, Path(settings)) as window:
        window.window.desk.show_place(ALL_PAPERS)
        window.pump(1500)
        figures = [*_typing(window), *_sorting(window), *_jumping(window)]
    raw = _raw(folder)
    return [raw, *figures]


def _type_into(window: WatchedWindow, text: str) -> Iterator[float]:
    box = window.window.list.header.filter
    for letter in text:
        yield window.time_to_result(partial(QTest.keyClicks, box, letter))
        window.pump(_BETWEEN_KEYS_MS)


def _typing(window: WatchedWindow) -> Iterator[Figure]:
    """Type everything once, reading from the disk what is not in memory, and then again."""
    box = window.window.list.header.filter
    box.setFocus()
    first: list[float] = []
    again: dict[str, list[float]] = {name: [] for name in TYPED}
    counts: list[float] = []
    for turn in range(1 + _ROUNDS):
        for name, texts in TYPED.items():
            samples = again[name] if turn else first
            for text in texts:
                samples += _type_into(window, text)
                window.pump(300)
                counts.append(window.time_to_counts(lambda: QTest.keyClicks(box, " ")))
                box.clear()
                window.pump(300)
    yield Figure("typing any of these for the first time since the start", "ms", tuple(first))
    for name, samples in again.items():
        yield Figure(f"typing {name}: key to painted rows", "ms", tuple(samples), _FRAME)
    yield Figure("counts of the result, after the key", "ms", tuple(counts))


def _sorting(window: WatchedWindow) -> Iterator[Figure]:
    papers, box = window.window.papers, window.window.list.header.filter
    box.setText(_A_THIRD)
    window.pump(2000)
    first: list[float] = []
    again: list[float] = []
    for turn in range(1 + _ROUNDS):
        for column in SortColumn:
            for descending in (True, False):
                sort = Sort(column, descending)
                time_taken = window.time_to_result(partial(papers.set_sort, sort))
                (again if turn else first).append(time_taken)
                window.pump(300)
    name = "another order of a third of the library"
    yield Figure(f"{name}, for the first time", "ms", tuple(first))
    yield Figure(f"{name}: to painted rows", "ms", tuple(again), _SORTED)
    papers.set_sort(NEWEST_FIRST)
    box.clear()
    window.pump(3000)


def _jumping(window: WatchedWindow) -> Iterator[Figure]:
    window.window.list.focus()
    table, ends, selections = window.window.table, [], []
    for _ in range(10):
        for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
            ends.append(window.time_to_rows(partial(QTest.keyClick, table, key)))
            window.pump(100)
        selections.append(window.time_to_rows(table.selectAll))
        window.pump(100)
    yield Figure("End and Home: to painted rows", "ms", tuple(ends))
    yield Figure("select all: to painted rows", "ms", tuple(selections))


def _raw(folder: Path) -> Figure:
    """Ask SQLite for the newest sixty papers with a word, without the program around it."""
    statement = (
        "SELECT p.id, p.title, p.first_authors, p.listed_on, p.upvotes, p.comments"
        " FROM paper_terms AS q CROSS JOIN paper AS p ON p.place = q.rowid"
        " WHERE paper_terms MATCH ? ORDER BY q.rowid DESC LIMIT 60"
    )
    samples: list[float] = []
    with closing(sqlite3.connect(folder / LIBRARY_FILE_NAME)) as connection:
        for _ in range(_ROUNDS):
            for word in "transformer graph learning the vision policy agent video".split():
                for length in range(1, min(len(word), 4) + 1):
                    begin = time.perf_counter_ns()
                    connection.execute(statement, (f'"{word[:length]}" *',)).fetchall()
                    samples.append((time.perf_counter_ns() - begin) / _NS_A_MS)
    return Figure("raw SQLite: sixty rows of one word", "ms", tuple(samples))
