"""Exporting from the window, off the GUI thread."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from readinglist.domain.reading_list import ReadingList
from readinglist.library.library import Library

if TYPE_CHECKING:
    from readinglist.exporters.exporter import Exporter


class ExportRunner:
    """Runs exports one after the other on a thread of its own."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="export")

    def to_file(
        self,
        keys: Sequence[int],
        exporter: "Exporter",
        path: Path,
        heading: ReadingList | None = None,
    ) -> Future[int]:
        """Write papers to a file; the future holds its size in bytes."""

        def write() -> int:
            # What exports need is imported here: the first paint does not wait for it.
            from readinglist.library.export import export_text, write_atomically

            return write_atomically(path, export_text(self._library, keys, exporter, heading))

        return self._thread.submit(write)

    def to_text(self, keys: Sequence[int], exporter: "Exporter") -> Future[str]:
        """Put papers out as text."""

        def put_out() -> str:
            from readinglist.library.export import export_text

            return "".join(export_text(self._library, keys, exporter))

        return self._thread.submit(put_out)

    def close(self) -> None:
        """Finish what is running and end the thread."""
        self._thread.shutdown(wait=True, cancel_futures=True)
