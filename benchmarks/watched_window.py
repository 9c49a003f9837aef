"""The program's own window on a library, driven by keys, watched until it has painted."""

import gc
import os
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from typing_extensions import override

from readinglist.gui.application import Windows, make_qt_application

_GIVE_UP_S = 60.0
_NS_A_MS = 1e6
SIZE = (1600, 1200)


class _Paints(QObject):
    """Counts the paints of a viewport."""

    def __init__(self, viewport: QObject) -> None:
        super().__init__(viewport)
        self.count = 0
        viewport.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.count += 1
        return False


class WatchedWindow:
    """A window on the library in ``folder``; ``settings`` is an empty folder for its settings."""

    def __init__(self, folder: Path, settings: Path) -> None:
        for kind in ("CONFIG", "STATE", "CACHE", "DATA"):
            os.environ[f"XDG_{kind}_HOME"] = str(settings / kind.lower())
        self.qt = make_qt_application()
        gc.disable()  # as the window has it; see docs/decisions/0008
        self._windows = Windows(folder, {})
        self.window = self._windows.open(sample=False)
        self.window.resize(*SIZE)
        self._paints = _Paints(self.window.table.viewport())
        self._results = 0
        self._painted_before = 0
        self._counts = 0
        self.window.papers.result_shown.connect(self._on_result)
        self.window.papers.counted.connect(self._on_counted)
        self.until(lambda: self._counts > 0)
        self.pump(500)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        closed: list[bool] = []
        self.window.closed.connect(lambda: closed.append(True))
        self._windows.close()
        self.until(lambda: bool(closed))

    def _on_result(self, _keeps: object) -> None:
        self._results += 1
        self._painted_before = self._paints.count

    def _on_counted(self, _counts: object) -> None:
        self._counts += 1

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window work until something holds."""
        end = time.monotonic() + _GIVE_UP_S
        while not holds():
            if time.monotonic() > end:
                raise TimeoutError("the window does not get there")
            # Sleeps between events: a loop that spins would keep other threads from running.
            self.qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def pump(self, milliseconds: int) -> None:
        """Let the window work for a while."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def time_to_result(self, act: Callable[[], object]) -> float:
        """Return the milliseconds from an act to the painted rows of the list it asks for."""
        results = self._results
        begin = time.perf_counter_ns()
        act()
        self.until(lambda: self._results > results and self._is_painted())
        return (time.perf_counter_ns() - begin) / _NS_A_MS

    def _is_painted(self) -> bool:
        """Whether the view has painted the result; an empty one is not painted by it."""
        return self._paints.count > self._painted_before or not self.window.model.rowCount()

    def time_to_counts(self, act: Callable[[], object]) -> float:
        """Return the milliseconds from an act to the counts of the list it asks for."""
        counts = self._counts
        begin = time.perf_counter_ns()
        act()
        self.until(lambda: self._counts > counts)
        return (time.perf_counter_ns() - begin) / _NS_A_MS

    def time_to_rows(self, act: Callable[[], object]) -> float:
        """Return the milliseconds from an act to the next paint in which all rows have text."""
        begin = time.perf_counter_ns()
        act()
        self.until(self._shows_all_rows)
        return self._time_to_paint(begin)

    def _time_to_paint(self, begin: int) -> float:
        paints = self._paints.count
        self.window.table.viewport().update()
        self.until(lambda: self._paints.count > paints)
        return (time.perf_counter_ns() - begin) / _NS_A_MS

    def _shows_all_rows(self) -> bool:
        table, model = self.window.table, self.window.model
        first = table.rowAt(0)
        last = table.rowAt(table.viewport().height() - 1)
        last = model.rowCount() - 1 if last < 0 else last
        return all(model.cached_row(position) is not None for position in range(first, last + 1))
