"""The GUI thread: reads and writes nothing itself, starts lightly, and tells of bugs."""

import logging
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit

from readinglist.gui.crash_report import report_crashes
from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver

OPENERS = {"library-writer", "library-search", "library-rows"}


@pytest.fixture
def threads_with_sql(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of all threads that opened a database or ran a statement."""
    names: set[str] = set()
    connect = sqlite3.connect

    class Watched(sqlite3.Connection):
        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            names.add(threading.current_thread().name)
            return super().execute(*arguments)

        def cursor(self, *arguments: Any) -> Any:
            names.add(threading.current_thread().name)
            return super().cursor(*arguments)

    def watched_connect(*arguments: Any, **named: Any) -> sqlite3.Connection:
        names.add(threading.current_thread().name)
        opened: sqlite3.Connection = connect(*arguments, **{"factory": Watched, **named})
        return opened

    monkeypatch.setattr(sqlite3, "connect", watched_connect)
    return names


def test_the_gui_thread_never_touches_a_database(
    threads_with_sql: set[str], open_window: Opener, filled_folder: Path
) -> None:
    app = open_window(filled_folder)
    app.press("j", "s", "Shift+J", "m", "Ctrl+Z", "[", "G, A", "j")
    app.tag("rl")
    app.type_filter("video is:unread")
    app.press("Escape", "j", "a")
    app.write("a note")
    app.press("Escape", "Ctrl+Shift+C")
    app.sync("2025-06-03")
    app.press("Ctrl+E", "Escape", "Ctrl++", "F1", "Escape")
    app.close()
    assert threads_with_sql >= OPENERS
    assert threading.main_thread().name not in threads_with_sql


_START = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from readinglist.__main__ import load_window

load_window()
print("PySide6.QtCore" in sys.modules, "readinglist.cli.main" in sys.modules)

from readinglist.gui.application import Windows, make_qt_application

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            print(*sorted(set(sys.modules) & set(sys.argv[2:])))
            watched.removeEventFilter(self)
            QTimer.singleShot(0, window.close)
        return False

qt = make_qt_application()
window = Windows(Path(sys.argv[1]), dict(os.environ)).open(sample=False)
painted = Painted()
window.installEventFilter(painted)
qt.exec()
"""


LATER = [
    *("qtawesome", "sqlmodel", "sqlalchemy", "pydantic", "httpx", "pylatexenc", "tomllib"),
    *("logging.handlers", "readinglist.exporters", "readinglist.library.export"),
    *("readinglist.library.sync", "readinglist.library.sync_range"),
    *("readinglist.sources.daily_papers", "readinglist.domain.query_completion"),
    *("readinglist.gui.export_dialog", "readinglist.gui.help_sheet"),
    "readinglist.gui.dragged_papers",
    *("readinglist.gui.settings_dialog", "readinglist.gui.sync_days_dialog"),
    "readinglist.gui.name_dialog",
    *("readinglist.gui.name_box", "readinglist.gui.filter_box.popup"),
    *("readinglist.gui.command_palette", "readinglist.commands.fuzzy"),
    "readinglist.gui.keys_dialog",
    *("readinglist.gui.filter_box.offers", "readinglist.gui.filter_box.syntax_sheet"),
]
"""What is imported when it is wanted; ``platformdirs`` shows that the question finds modules."""


def test_the_first_paint_waits_for_nothing_that_has_time(filled_folder: Path) -> None:
    started = subprocess.run(
        [sys.executable, "-c", _START, str(filled_folder), *LATER, "platformdirs"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert started.stdout.splitlines() == ["True False", "platformdirs"]


def test_what_has_time_is_named_as_it_is_called() -> None:
    assert [name for name in LATER if find_spec(name) is None] == []


@pytest.fixture
def crash_reports(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """The folder of the log; how crashes are reported is put back afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    root = logging.getLogger("readinglist")
    level, handlers = root.level, list(root.handlers)
    yield tmp_path / "log"
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.mark.parametrize("on_gui_thread", [True, False])
def test_a_bug_is_shown_and_logged(
    app: WindowDriver, crash_reports: Path, on_gui_thread: bool
) -> None:
    def bug() -> None:
        raise ZeroDivisionError("a bug")

    reporter = report_crashes(crash_reports)
    if on_gui_thread:
        QTimer.singleShot(0, bug)
    else:
        threading.Thread(target=bug, name="buggy").start()
    app.until(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    assert reporter.dialog.windowTitle() == "readinglist made a mistake"
    details = reporter.dialog.findChild(QPlainTextEdit)
    assert isinstance(details, QPlainTextEdit)
    assert "ZeroDivisionError: a bug" in details.toPlainText()
    assert "in bug" in details.toPlainText()
    reporter.dialog.close()
    log = (crash_reports / "readinglist.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError: a bug" in log
    app.settle()
    app.press("j", "s")
    assert app.current().startswith("★")
