"""The log file of the window: opened with the first thing that is logged, if there ever is one."""

import logging
import sys
from pathlib import Path

from typing_extensions import override

_LOG_BYTES, _LOG_FILES = 1_000_000, 5


class LogFile(logging.Handler):
    """Hands records on to a file that rotates.

    What rotates it is imported only with the first record: it brings sockets, queues and pickles
    along, which the first paint would wait for.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    @override
    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            self._file = self._open()
        self._file.emit(record)

    @override
    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()

    def _open(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            file = RotatingFileHandler(self._path, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES)
        except OSError as error:
            # The log cannot say it: it is what could not be opened.
            print(f"There is no log file: {error}", file=sys.stderr)  # noqa: T201
            return logging.NullHandler()
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        return file
