"""Exporting from the window, off the GUI thread."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from readinglist.exporters.exporter import Exporter
from readinglist.library.export import export_text, write_atomically
from readinglist.library.library import Library


class ExportRunner:
    """Runs exports one after the other on a thread of its own."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="export")

    def to_file(self, keys: Sequence[int], exporter: Exporter, path: Path) -> Future[int]:
        """Write papers to a file; the future holds its size in bytes."""
        return self._thread.submit(
            lambda: write_atomically(path, export_text(self._library, keys, exporter))
        )

    def to_text(self, keys: Sequence[int], exporter: Exporter) -> Future[str]:
        """Put papers out as text."""
        return self._thread.submit(lambda: "".join(export_text(self._library, keys, exporter)))

    def close(self) -> None:
        """Finish what is running and end the thread."""
        self._thread.shutdown(wait=True, cancel_futures=True)
