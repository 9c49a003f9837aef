"""Exporting from the window, off the GUI thread."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from readinglist.domain.errors import CancelledError
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.progress import ProgressTeller, WorkProgress
from readinglist.domain.reading_list import ReadingList
from readinglist.library.library import Library

if TYPE_CHECKING:
    from readinglist.exporters.exporter import Exporter
    from readinglist.exporters.folder_exporter import FolderExporter
    from readinglist.library.export_folder import FolderExport


class ExportRunner:
    """Runs exports one after the other on a thread of its own."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._tell_progress: Callable[[WorkProgress], None] = lambda _progress: None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="export")

    def on_progress(self, listener: Callable[[WorkProgress], None]) -> None:
        """Call ``listener`` on the thread while an export takes long, and when it is over."""
        self._tell_progress = listener

    def to_file(
        self,
        keys: Sequence[int],
        exporter: "Exporter",
        path: Path,
        options: ExportOptions | None = None,
        heading: ReadingList | None = None,
    ) -> Future[int]:
        """Write papers to a file; the future holds its size in bytes."""

        def write() -> int:
            # What exports need is imported here: the first paint does not wait for it.
            from readinglist.library.export_file import write_export

            with self._pieces(keys, exporter, options, heading) as pieces:
                return write_export(path, pieces, exporter)

        return self._thread.submit(write)

    def to_folder(
        self,
        keys: Sequence[int],
        exporter: "FolderExporter",
        folder: Path,
        options: ExportOptions | None = None,
        *,
        force: bool = False,
    ) -> Future["FolderExport"]:
        """Write a file for each paper; the future holds what became of the files."""

        def write() -> "FolderExport":
            from readinglist.library.export_folder import export_folder

            with self._told_progress(len(keys)) as advance:
                return export_folder(
                    *(self._library, keys, exporter, folder, options, advance), force=force
                )

        return self._thread.submit(write)

    def to_text(
        self, keys: Sequence[int], exporter: "Exporter", options: ExportOptions | None = None
    ) -> Future[str]:
        """Put papers out as text."""

        def put_out() -> str:
            with self._pieces(keys, exporter, options, None) as pieces:
                return "".join(pieces)

        return self._thread.submit(put_out)

    def to_texts(
        self, keys: Sequence[int], exporters: Sequence["Exporter"]
    ) -> Future[tuple[str, ...]]:
        """Put papers out as text in several formats, one after the other."""

        def put_out(exporter: "Exporter") -> str:
            with self._pieces(keys, exporter, None, None) as pieces:
                return "".join(pieces)

        return self._thread.submit(lambda: tuple(map(put_out, exporters)))

    def finished(self) -> Future[None]:
        """Tell when all that was asked for until now is put out, or given up."""
        return self._thread.submit(lambda: None)

    def close(self) -> None:
        """Finish what is running and end the thread."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    @contextmanager
    def _pieces(
        self,
        keys: Sequence[int],
        exporter: "Exporter",
        options: ExportOptions | None,
        heading: ReadingList | None,
    ) -> Iterator[Iterator[str]]:
        """Yield the text in pieces, and tell while they are taken how far that is."""
        from readinglist.library.export import export_text

        with self._told_progress(len(keys)) as advance:
            yield export_text(self._library, keys, exporter, options, heading, advance)

    @contextmanager
    def _told_progress(self, total: int) -> Iterator[Callable[[int], None]]:
        """Yield what takes note of papers that are done; the end is told, whatever it is."""
        progress = ProgressTeller(self._tell_progress)
        try:
            yield lambda done: progress.advance(done, total)
        except BaseException as error:
            progress.end(was_cancelled=isinstance(error, CancelledError))
            raise
        progress.end(was_cancelled=False)
