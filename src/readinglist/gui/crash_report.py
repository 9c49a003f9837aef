"""What happens when there is a bug: it is logged, and shown with text that can be copied."""

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from readinglist import __version__
from readinglist.gui.log_file import LogFile
from readinglist.gui.plain_text import PlainLabel

log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Logs unexpected errors from any thread and shows the first of them on the GUI thread.

    Attributes:
        dialog: what is shown just now; one at a time, so that a loop of errors is one dialog.
    """

    crashed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.dialog: QDialog | None = None
        self.crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an error and have it shown; made to be ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        log.critical("Unexpected error\n%s", text)
        self.crashed.emit(text)

    def _show(self, text: str) -> None:
        if self.dialog is None:
            self.dialog = _crash_dialog(text)
            self.dialog.finished.connect(self._forget)
            # Shown, not run: a loop of its own inside a failing slot would hold everything up.
            self.dialog.show()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def report_crashes(folder: Path) -> CrashReporter:
    """Log to a file in ``folder`` and show unexpected errors; returns who does it."""
    _log_to(folder)
    reporter = CrashReporter()
    sys.excepthook = reporter.report
    threading.excepthook = lambda args: reporter.report(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    return reporter


def _log_to(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        log.warning("There will be no log file: %s", error)
        return
    root = logging.getLogger("readinglist")
    root.addHandler(LogFile(folder / "readinglist.log"))
    root.setLevel(logging.INFO)


def _crash_dialog(text: str) -> QDialog:
    dialog = QDialog()
    dialog.setWindowTitle("readinglist made a mistake")
    details = QPlainTextEdit(f"readinglist {__version__}\n{sys.version}\n\n{text}")
    details.setReadOnly(True)
    details.setAccessibleName("Details")
    heading = PlainLabel("Something unexpected happened", object_name="placeTitle")
    explanation = PlainLabel(
        "What was saved is safe, and the program goes on. Please report this with the text below.",
    )
    explanation.setWordWrap(True)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    for widget in (heading, explanation, details, buttons):
        layout.addWidget(widget)
    dialog.resize(640, 420)
    return dialog
