"""Editing all papers of a library at once in its window, and how long the window is held up."""

import shutil
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from benchmarks.figures import Figure
from benchmarks.run import Run
from benchmarks.watched_window import WatchedWindow
from readinglist.domain.place import ALL_PAPERS

_COMMANDS = ("paper.star", "edit.undo", "paper.queue", "edit.undo")
_TIMES = 2
_TICK_MS = 8
_NS_A_MS = 1e6
_NS_A_S = 1e9


def measure(run: Run) -> list[Figure]:
    """Star all papers, queue them, and take both back, on a copy of the library."""
    wholes: list[float] = []
    stalls: list[float] = []
    with tempfile.TemporaryDirectory(dir=run.cache) as scratch:
        folder, settings = Path(scratch) / "library", Path(scratch) / "settings"
        shutil.copytree(run.library(), folder)
        with WatchedWindow(folder, settings) as window:
            window.window.desk.show_place(ALL_PAPERS)
            window.pump(2000)
            window.window.table.selectAll()
            for command in _COMMANDS * _TIMES:
                whole, longest = _run(window, command)
                wholes.append(whole)
                stalls.append(longest)
                window.pump(1500)
    return [
        Figure("an edit of all papers: until the notice", "s", tuple(wholes)),
        Figure("the longest stall of the window meanwhile", "ms", tuple(stalls)),
    ]


def _run(window: WatchedWindow, command: str) -> tuple[float, float]:
    """Return the seconds that a command took, and the longest wait between two ticks in ms."""
    notices, ticks = window.window.list.notices, [time.perf_counter_ns()]
    timer = QTimer()
    timer.setInterval(_TICK_MS)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter_ns()))
    timer.start()
    notices.dismiss()
    begin = time.perf_counter_ns()
    window.window.actions_by_id.by_id[command].trigger()
    window.until(lambda: bool(notices.text))
    end = time.perf_counter_ns()
    timer.stop()
    pairs = zip(ticks, [*ticks[1:], end], strict=True)
    return (end - begin) / _NS_A_S, max(after - before for before, after in pairs) / _NS_A_MS
