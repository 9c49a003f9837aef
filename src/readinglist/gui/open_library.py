"""A library that is open in a window, with the threads and helpers that belong to it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from readinglist.gui.drag_contents import DragContents
from readinglist.gui.export_runner import ExportRunner
from readinglist.gui.fetch_runner import FetchRunner
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.icons import IconSet
from readinglist.gui.live_runner import LiveRunner
from readinglist.gui.look import Look
from readinglist.gui.sync_runner import SyncRunner
from readinglist.library.library import Library
from readinglist.settings import Settings, save_settings
from readinglist.sources.source import Source, latest_day

if TYPE_CHECKING:
    from readinglist.gui.export_dialog.checker import ExportChecker
    from readinglist.library.arxiv_records import RecordSource


class OpenLibrary:
    """What a window needs for one library; closing it ends every thread.

    Attributes:
        is_sample: whether it is the sample library.
        settings: the reader's choices, kept for all windows.
        show_upgrade: shows how many papers of an older library are done, of how many.
    """

    def __init__(
        self,
        folder: Path,
        gui_thread: GuiThread,
        make_source: Callable[[], Source],
        settings: Settings,
        settings_file: Path,
        make_arxiv: "Callable[[], RecordSource]",
        *,
        is_sample: bool = False,
    ) -> None:
        self.is_sample = is_sample
        self.settings = settings
        self._settings_file = settings_file
        self.gui_thread = gui_thread
        self.look = Look(settings)
        self.icons = IconSet()
        self.show_upgrade: Callable[[int, int], None] = lambda _done, _total: None
        self.library = Library(folder, self._tell_upgrade)
        self.sync_runner = SyncRunner(self.library, make_source, gui_thread)
        self.export_runner = ExportRunner(self.library)
        self.fetch_runner = FetchRunner(self.library, make_arxiv)
        self.drag_contents = DragContents(self.library)
        self.live_runner = LiveRunner(self.library, gui_thread)
        self._export_checker: ExportChecker | None = None

    def _tell_upgrade(self, done: int, total: int) -> None:
        self.gui_thread.post(lambda: self.show_upgrade(done, total))

    def export_checker(self) -> "ExportChecker":
        """Return what looks at papers for the export dialog."""
        if self._export_checker is None:
            # What exports need is imported here: the first paint does not wait for it.
            from readinglist.gui.export_dialog.checker import ExportChecker

            self._export_checker = ExportChecker(self.library)
        return self._export_checker

    def latest_day(self) -> date:
        """Return the newest day that the source may have."""
        return latest_day(datetime.now(UTC))

    def use_settings(self, settings: Settings) -> None:
        """Take over settings and keep them.

        Raises:
            OSError: they could not be written; they hold until the window is closed.
        """
        self.settings = settings
        self.look.use(settings)
        save_settings(self._settings_file, settings)

    def keep_settings(self, settings: Settings) -> None:
        """Keep settings that change nothing about the look.

        Raises:
            OSError: as ``use_settings``.
        """
        self.settings = settings
        save_settings(self._settings_file, settings)

    def close(self) -> None:
        """Stop what runs, finish what waits to be written, close the file."""
        self.look.forget_listeners()
        self.sync_runner.close()
        self.export_runner.close()
        if self._export_checker is not None:
            self._export_checker.close()
        self.fetch_runner.close()
        self.drag_contents.close()
        self.live_runner.close()
        self.library.close()
        self.gui_thread.close()
