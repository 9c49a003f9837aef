"""Tells when the rows of a table have been painted for the first time, then ends the program.

Imports nothing that the bare window does not need.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QTableView
from typing_extensions import override


class FirstRows(QObject):
    """Watches a table. A paint counts once the table has rows and their texts are there.

    Prints the monotonic clock, which all processes share, and the CPU time of this one, both in
    nanoseconds, when Qt has painted the table, its window and whatever else was due with it.
    """

    def __init__(self, table: QTableView, leave: Callable[[], object]) -> None:
        super().__init__(table)
        self._table = table
        self._leave = leave
        table.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._has_rows():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _has_rows(self) -> bool:
        model = self._table.model()
        return model.rowCount() > 0 and bool(model.index(0, 1).data())

    def _tell(self) -> None:
        print(time.monotonic_ns(), time.process_time_ns(), flush=True)
        self._leave()
