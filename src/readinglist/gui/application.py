"""The composition root of the window: makes the objects and passes them down."""

import gc
import logging
import os
import signal
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from readinglist.domain.errors import UserFacingError
from readinglist.gui.crash_report import report_crashes
from readinglist.gui.fonts import load_bundled_fonts
from readinglist.gui.garbage import GuiThreadCollector
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.main_window import MainWindow
from readinglist.gui.open_library import OpenLibrary
from readinglist.gui.window_state import WindowState
from readinglist.import_in_parts import import_in_parts
from readinglist.library.locations import (
    library_folder,
    log_folder,
    sample_folder,
    settings_file,
    window_state_file,
)
from readinglist.settings import load_settings
from readinglist.sources.source import Source

if TYPE_CHECKING:
    from readinglist.library.arxiv_records import RecordSource

log = logging.getLogger(__name__)

_SWITCH_AFTER_S = 0.001
"""How long another thread may compute in Python before the window has its turn.

With Python's own 5 ms a page of the list, which asks for its turn several times, took 62 ms to show
beside a thread that computes all the time, with 1 ms 26 (measured 2026-11; 9 ms without such a
thread). That thread loses a quarter of its speed, one that mostly waits for SQLite next to nothing.
"""

_ASK_TO_END = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


def run_window(
    folder: Path | None = None, when_open: Callable[[MainWindow], object] = lambda _window: None
) -> int:
    """Open the window on the library in ``folder`` and return the exit status.

    ``when_open`` gets the window before Qt runs; benchmarks watch it. Where there is no display
    the main job is done without one; see ``headless``.
    """
    environ = dict(os.environ)
    where = folder or library_folder(environ)
    if _has_no_display(environ):
        from readinglist.gui.headless import run_headless

        gc.enable()
        return run_headless(where, environ)
    sys.setswitchinterval(_SWITCH_AFTER_S)
    qt = make_qt_application()
    report_crashes(log_folder())
    collector = GuiThreadCollector(qt)
    windows = Windows(where, environ)
    when_open(windows.open(sample=False))
    for number in _ASK_TO_END:
        # Python looks at signals between its own steps, of which the window makes one every
        # two seconds at least.
        signal.signal(number, lambda _number, _frame: windows.close())
    try:
        return qt.exec()
    finally:
        collector.stop()


def make_qt_application() -> QApplication:
    """Return the Qt application, dressed down to a style that looks the same everywhere."""
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    qt.setApplicationName("readinglist")
    qt.setDesktopFileName("readinglist")
    qt.setWindowIcon(QIcon(str(files("readinglist.gui.style").joinpath("readinglist.svg"))))
    qt.setStyle("Fusion")
    load_bundled_fonts()
    return qt


def today() -> date:
    """Return the day on the reader's own calendar."""
    return datetime.now().astimezone().date()


class Windows:
    """Opens a window on the reader's library or on the sample, one at a time."""

    def __init__(self, folder: Path, environ: Mapping[str, str]) -> None:
        self._folder = folder
        self._environ = environ
        self.window: MainWindow | None = None

    def open(self, *, sample: bool) -> MainWindow:
        """Open a window; the one that was open is closed after it has appeared."""
        gui_thread = GuiThread(self._show_error)
        opened = OpenLibrary(
            sample_folder(self._folder) if sample else self._folder,
            gui_thread,
            _bundled_source if sample else _network_source(self._environ),
            load_settings(settings_file()),
            settings_file(),
            _arxiv_source(self._environ),
            is_sample=sample,
        )
        opened.look.dress_application()
        window = MainWindow(
            opened,
            WindowState(window_state_file()),
            lambda: self._switch(to_sample=not sample),
            today,
        )
        gui_thread.deliver(opened.library.opened, lambda _: None)
        if self.window is None:
            window.appear_with_rows()
        else:
            window.show()  # Qt ends the program when no window is left
        if sample:
            from readinglist.sources.recorded_days import sample_days

            window.parts.syncing.sync(sorted(sample_days(), reverse=True))
        previous, self.window = self.window, window
        if previous is not None:
            previous.closed.connect(previous.deleteLater)
            previous.close()
        return window

    def close(self) -> None:
        """Close the window that is open, as its own button would."""
        if self.window is not None:
            self.window.close()

    def _show_error(self, error: UserFacingError) -> None:
        if self.window is not None:
            self.window.list.notices.show_error(error)

    def _switch(self, *, to_sample: bool) -> None:
        if self.window is not None:
            self.window.save_state()
        self.open(sample=to_sample)


def _network_source(environ: Mapping[str, str]) -> Callable[[], Source]:
    def make() -> Source:
        # Loads the HTTP client, which the first paint must not wait for.
        import_in_parts("httpx")
        from readinglist.sources.daily_papers import from_environment

        return from_environment(environ)

    return make


def _arxiv_source(environ: Mapping[str, str]) -> "Callable[[], RecordSource]":
    def make() -> "RecordSource":
        import_in_parts("httpx")
        from readinglist.sources.arxiv_records import from_environment

        return from_environment(environ)

    return make


def _bundled_source() -> Source:
    from readinglist.sources.recorded_days import bundled_sample

    return bundled_sample()


def _has_no_display(environ: Mapping[str, str]) -> bool:
    """Whether this is a system with neither X nor Wayland to show a window on."""
    if not sys.platform.startswith(("linux", "freebsd", "openbsd")):
        return False
    if QGuiApplication.instance() is not None or environ.get("QT_QPA_PLATFORM"):
        return False
    return not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))
