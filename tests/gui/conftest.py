"""Windows for tests: on an empty library, and on one with the five recorded days."""

import gc
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from readinglist.gui.application import make_qt_application
from tests.gui.driver import WindowDriver
from tests.upstream import FakeUpstream

_OF_THE_OFFSCREEN_PLATFORM = (
    r"This plugin does not support (propagateSizeHints\(\)|raise\(\)|grabbing the keyboard)"
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass what the platform without a screen warns of; it says nothing about the program."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            mark = pytest.mark.qt_log_ignore(_OF_THE_OFFSCREEN_PLATFORM, extend=True)
            item.add_marker(mark)


Opener = Callable[[Path], WindowDriver]


@pytest.fixture(scope="session", autouse=True)
def garbage_is_not_collected_meanwhile() -> Iterator[None]:
    """Keep garbage from being collected on whichever thread allocates next.

    pytest-qt makes timers and event loops in reference cycles for every wait; to destroy those on
    another thread than their own ends the process now and then.
    """
    gc.disable()
    gc.freeze()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def collect_garbage() -> Iterator[None]:
    """Collect it on the GUI thread, between tests."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def dressed_application(qapp: QApplication) -> QApplication:
    """The program's own application object; the end of a window is not the end of the tests."""
    assert make_qt_application() is qapp
    qapp.setQuitOnLastWindowClosed(False)
    return qapp


@pytest.fixture
def environ(upstream: FakeUpstream) -> Mapping[str, str]:
    """What the program is told by its environment: where the feed and arXiv are."""
    return {"HF_ENDPOINT": upstream.url, "ARXIV_ENDPOINT": upstream.url}


@pytest.fixture
def open_window(
    qtbot: QtBot, dressed_application: QApplication, environ: Mapping[str, str]
) -> Iterator[Opener]:
    """Open windows on library folders; all are closed at the end."""
    opened: list[WindowDriver] = []

    def open_one(folder: Path) -> WindowDriver:
        driver = WindowDriver(qtbot, folder, environ)
        opened.append(driver)
        return driver

    yield open_one
    for driver in opened:
        driver.close()
        driver.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dressed_application.processEvents()


@pytest.fixture
def new_app(open_window: Opener, tmp_path: Path) -> WindowDriver:
    """The window on its first start."""
    return open_window(tmp_path / "library")


@pytest.fixture
def app(open_window: Opener, filled_folder: Path) -> WindowDriver:
    """The window on a library with the five recorded days, which are 135 papers."""
    return open_window(filled_folder)
