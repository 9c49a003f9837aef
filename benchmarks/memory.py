"""The memory of the whole program after a morning's work in its window."""

import resource
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from benchmarks.figures import Figure, Goal, Measure
from benchmarks.run import Run
from benchmarks.watched_window import WatchedWindow
from readinglist.domain.place import ALL_PAPERS

_SMALL = 100_000
_GOALS_MB = (150.0, 200.0)
"""Up to 100,000 papers, and beyond."""
_STATUS = Path("/proc/self/status")


def measure(run: Run) -> list[Figure]:
    """Filter, jump, select and star in a window on all papers, then look at the process."""
    folder = run.library()
    with tempfile.TemporaryDirectory() as settings, WatchedWindow(folder, Path(settings)) as window:
        at_start = _resident_mb()
        window.window.desk.show_place(ALL_PAPERS)
        window.pump(3000)
        box, table = window.window.list.header.filter, window.window.table
        for text in ("learning", "title:model", "t", "is:unread vision"):
            QTest.keyClicks(box, text)
            window.pump(3000)
            box.clear()
            window.pump(3000)
        window.window.list.focus()
        for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_S, Qt.Key.Key_S):
            QTest.keyClick(table, key)
            window.pump(700)
        goal = Goal(Measure.MEDIAN, _GOALS_MB[run.papers > _SMALL])
        return [
            Figure("memory after the start", "MB", (at_start,)),
            Figure("memory after filters, jumps and a star", "MB", (_resident_mb(),), goal),
            Figure("memory at its highest", "MB", (_highest_mb(),)),
        ]


def _resident_mb() -> float:
    """Return what the process holds in memory now (VmRSS; where there is none, the highest)."""
    if not _STATUS.exists():
        return _highest_mb()
    lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


def _highest_mb() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1024 / 1024
