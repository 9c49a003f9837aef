"""Waiting until nothing is under way: by asking every thread, never by the clock."""

from concurrent.futures import Future
from itertools import count
from threading import Lock
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from readinglist.gui.open_library import OpenLibrary

LONGEST_WAIT_MS = 20_000
"""After this a test fails instead of hanging; nothing ever waits so long on purpose."""

_ROUNDS = 8
"""A key leads to a write, that to a change, that to the beginning of a list, to all of it, to its
counts and to rows: never more."""


def settle(opened: OpenLibrary) -> None:
    """Return when reads and writes asked for so far, and what follows from them, are shown."""
    for _ in range(_ROUNDS):
        _pass_through_all_threads(opened)
        QApplication.processEvents()


def _pass_through_all_threads(opened: OpenLibrary) -> None:
    """Queue behind everything that was asked of a thread, then behind all that they posted."""
    # Owned by the application: another thread may be the last to let go of it.
    loop = QEventLoop(QApplication.instance())
    done, lock = count(1), Lock()
    database = opened.library.database
    futures: list[Future[Any]] = [
        database.write(lambda _writing: None),
        database.search_reader.read(lambda _connection: None),
        database.row_reader.read(lambda _connection: None),
        database.list_reader.read(lambda _connection: None),
    ]

    def note(_future: Future[Any]) -> None:
        with lock:
            if next(done) == len(futures):
                # Over the program's own bridge: a signal made for this only would be taken down
                # while its thread is still sending it.
                opened.gui_thread.post(loop.quit)

    for future in futures:
        future.add_done_callback(note)
    limit = QTimer(loop, singleShot=True, interval=LONGEST_WAIT_MS)
    limit.timeout.connect(lambda: loop.exit(1))
    limit.start()
    answered = loop.exec() == 0
    loop.deleteLater()
    assert answered, "a thread does not answer"
