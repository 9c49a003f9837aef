"""Cyclic garbage dies on the GUI thread, whoever made it."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from readinglist.gui.garbage import GuiThreadCollector


class Cycle:
    """Garbage that only a collector finds; says on which thread it ended."""

    def __init__(self, ends: list[str]) -> None:
        self._itself = self
        self._ends = ends

    def __del__(self) -> None:
        self._ends.append(threading.current_thread().name)


@pytest.fixture
def collector() -> Iterator[GuiThreadCollector]:
    was_enabled = gc.isenabled()
    parent = QObject()
    collector = GuiThreadCollector(parent)
    yield collector
    collector.stop()
    gc.unfreeze()
    if not was_enabled:
        gc.disable()


def test_garbage_of_another_thread_ends_on_the_gui_thread(
    qtbot: QtBot, collector: GuiThreadCollector
) -> None:
    ends: list[str] = []

    def litter() -> None:
        for _ in range(2000):  # more than Python's own collector would wait for
            Cycle(ends)

    thread = threading.Thread(target=litter, name="litterer")
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(ends) == 2000, timeout=20_000)
    assert set(ends) == {threading.main_thread().name}


def test_python_collects_again_afterwards(collector: GuiThreadCollector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
