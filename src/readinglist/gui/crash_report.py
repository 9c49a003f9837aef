"""What happens when there is a bug: it is logged, and shown with text that can be copied."""

import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from readinglist import __version__
from readinglist.gui.plain_text import PlainLabel

log = logging.getLogger(__name__)

_LOG_BYTES, _LOG_FILES = 1_000_000, 5


class _CrashRelay(QObject):
    """Brings a crash on any thread to the GUI thread."""

    crashed = Signal(str)


def report_crashes(folder: Path) -> None:
    """Log to a file in ``folder`` and show every unexpected error once."""
    _log_to(folder)
    relay = _CrashRelay()
    relay.crashed.connect(_show_crash, Qt.ConnectionType.QueuedConnection)

    def on_error(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        log.critical("Unexpected error\n%s", text)
        relay.crashed.emit(text)

    sys.excepthook = on_error
    threading.excepthook = lambda args: on_error(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def _log_to(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "readinglist.log", maxBytes=_LOG_BYTES, backupCount=_LOG_FILES
        )
    except OSError as error:
        log.warning("There will be no log file: %s", error)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("readinglist")
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def _show_crash(text: str) -> None:
    dialog = QDialog()
    dialog.setWindowTitle("readinglist made a mistake")
    details = QPlainTextEdit(f"readinglist {__version__}\n{sys.version}\n\n{text}")
    details.setReadOnly(True)
    details.setAccessibleName("Details")
    heading = PlainLabel("Something unexpected happened", object_name="placeTitle")
    explanation = PlainLabel(
        "Everything that was saved is safe. Please report this with the text below;"
        " it names no papers and no notes.",
    )
    explanation.setWordWrap(True)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    for widget in (heading, explanation, details, buttons):
        layout.addWidget(widget)
    dialog.resize(640, 420)
    dialog.exec()
