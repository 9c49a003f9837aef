"""Putting papers into a folder, and telling what became of the files."""

from collections.abc import Sequence
from pathlib import Path

from readinglist.domain.errors import UserFacingError
from readinglist.domain.export_options import ExportOptions
from readinglist.exporters import FolderExporter
from readinglist.gui.notice_bar import NoticeBar
from readinglist.gui.open_library import OpenLibrary
from readinglist.library.export_folder import FolderExport

_MOST_NAMES = 3


class FolderReport:
    """Writes the files of one export."""

    def __init__(self, opened: OpenLibrary, notices: NoticeBar) -> None:
        self._opened = opened
        self._notices = notices

    def put_out(
        self,
        keys: Sequence[int],
        exporter: FolderExporter,
        folder: Path,
        options: ExportOptions,
        *,
        force: bool = False,
    ) -> None:
        """Write a file for each paper; what somebody has edited is written over by ``force``."""

        def again(*, force: bool) -> None:
            self.put_out(keys, exporter, folder, options, force=force)

        def tell(done: FolderExport) -> None:
            if done.left:
                error = UserFacingError(f"{_told(done)} in {folder}. {_told_left(done)}")
                self._notices.show_error(error, lambda: again(force=force))
            elif done.edited:
                self._notices.show_done(
                    f"{_told(done)} in {folder}. {_told_edited(done)}",
                    "Write over it",
                    lambda: again(force=True),
                )
            else:
                self._notices.show_done(f"{_told(done)} in {folder}")

        self._opened.gui_thread.deliver(
            self._opened.export_runner.to_folder(keys, exporter, folder, options, force=force),
            tell,
            lambda error: self._notices.show_error(error, lambda: again(force=force)),
        )


def _told(done: FolderExport) -> str:
    return f"{_files(done.written)} written, {done.unchanged:,} unchanged"


def _told_edited(done: FolderExport) -> str:
    names = ", ".join(done.edited[:_MOST_NAMES])
    more = " and others" if len(done.edited) > _MOST_NAMES else ""
    return f"Somebody edited the program's part of {names}{more}, which stayed as it is."


def _told_left(done: FolderExport) -> str:
    first = done.left[0]
    more = f" So were {len(done.left) - 1:,} others." if len(done.left) > 1 else ""
    return f"{first.name} was left as it is. {first.reason}{more}"


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"
