"""Files that are kept up to date: tying them to what is shown, and looking after them."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from readinglist.domain.errors import UserFacingError
from readinglist.domain.live_file import LiveFile, LiveState, query_of_place
from readinglist.domain.place import Place
from readinglist.gui.command_parts.reporting import EditReports
from readinglist.gui.list_pane import ListPane
from readinglist.gui.live_sign import LiveSign
from readinglist.gui.notice_bar import NoticeBar
from readinglist.gui.open_library import OpenLibrary
from readinglist.gui.open_link import open_folder
from readinglist.gui.paper_list import PaperList
from readinglist.gui.reading_desk import ReadingDesk

if TYPE_CHECKING:
    from readinglist.domain.text_difference import TextDifference
    from readinglist.gui.live_files.files_dialog import LiveFilesDialog
    from readinglist.gui.live_files.keep_dialog import KeepChoice
    from readinglist.library.live_writing import LiveFileWriter, Overwritten

Result = TypeVar("Result")


class LiveFilesPart:
    """Implements the LiveFiles protocol."""

    def __init__(
        self,
        opened: OpenLibrary,
        reports: EditReports,
        papers: PaperList,
        desk: ReadingDesk,
        pane: ListPane,
        sign: LiveSign,
        today: Callable[[], date],
        window: QWidget,
    ) -> None:
        self._opened = opened
        self._runner = opened.live_runner
        self._reports = reports
        self._papers = papers
        self._pane = pane
        self._sign = sign
        self._today = today
        self._window = window
        self._dialog: LiveFilesDialog | None = None
        self._known: dict[int, str] | None = None  # the problem of each file, once they are known
        desk.changed_elsewhere.connect(self._runner.on_changed_elsewhere)
        self._runner.told.connect(self._on_told)
        sign.clicked.connect(lambda _checked: self.show_files())

    # Tying files

    def keep_shown(self) -> None:
        """Ask for a file that is to be kept up to date with what is shown."""
        self._ask(self._papers.place, self._papers.filter_text)

    def keep_place(self, place: Place) -> None:
        """Ask for a file that is to be kept up to date with a place."""
        self._ask(place, "")

    def _ask(self, place: Place, filter_text: str) -> None:
        from readinglist.gui.export_dialog.opening import chosen_options
        from readinglist.gui.live_files.keep_dialog import KeepDialog

        query = query_of_place(place, filter_text)
        if query is None:
            self._reports.tell(f"No filter can ask for “{place.name}” and something else.")
            return
        settings = self._opened.settings
        dialog = KeepDialog(
            query,
            place.name or place.kind.value,
            lambda exporter: chosen_options(settings, exporter),
            self._runner.files,
            self._window,
        )
        dialog.accepted.connect(lambda: self._keep(dialog.choice))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _keep(self, choice: "KeepChoice | None") -> None:
        if choice is None:
            return

        def keep(writer: "LiveFileWriter") -> LiveFile:
            added = self._opened.library.live_files.add(choice.file).result()
            return writer.bring_up_to_date(added, force=choice.replaces)

        def kept(file: LiveFile) -> None:
            name = Path(file.path).name
            if file.problem:
                self._tell_problem(file)
            else:
                told = f"{name} is kept up to date · {_papers(file.papers)}"
                self._pane.notices.show_done(told, "Live files…", self.show_files)

        self._do(keep, kept)

    # Looking after them

    def show_files(self) -> None:
        """Open the list of the files."""
        from readinglist.gui.live_files.files_dialog import LiveFilesDialog

        if self._dialog is not None:
            return
        notices = NoticeBar(self._opened.icons)
        dialog = self._dialog = LiveFilesDialog(
            notices, self._opened.look, self._today, self._window
        )
        dialog.folder_asked.connect(self._open_folder)
        dialog.write_asked.connect(self._write)
        dialog.difference_asked.connect(self._show_difference)
        dialog.overwrite_asked.connect(self._overwrite)
        dialog.beside_asked.connect(self._save_beside)
        dialog.stop_asked.connect(self._stop)
        dialog.finished.connect(lambda _result: self._on_closed(dialog))
        dialog.show_files(self._runner.files)
        dialog.open()
        # What somebody else wrote since the last change is seen only by looking.
        self._do(lambda writer: writer.bring_all_up_to_date(), lambda _nothing: None)

    def _on_closed(self, dialog: "LiveFilesDialog") -> None:
        self._dialog = None
        dialog.deleteLater()

    def _on_told(self, files: Sequence[LiveFile]) -> None:
        self._sign.show_files(files)
        if self._dialog is not None:
            self._dialog.show_files(files)
        known, self._known = self._known, {file.number: file.problem for file in files}
        if known is None or self._dialog is not None:
            return  # the sign says it, or the dialog
        for file in files:
            if file.problem and not known.get(file.number):
                self._tell_problem(file)

    def _tell_problem(self, file: LiveFile) -> None:
        name = Path(file.path).name
        if file.state is LiveState.EDITED:
            told = f"{name} was edited by somebody else and is not overwritten."
        else:
            told = f"{name} is not up to date: {file.problem}"
        self._pane.notices.show_done(told, "Live files…", self.show_files)

    def _open_folder(self, file: LiveFile) -> None:
        folder = Path(file.path).parent
        if not folder.is_dir() or not open_folder(folder):
            self._show_error(UserFacingError(f"{folder} could not be opened.", ""))

    def _write(self, file: LiveFile) -> None:
        def written(after: LiveFile) -> None:
            if not after.problem:
                self._tell(f"{Path(after.path).name} is up to date · {_papers(after.papers)}")

        self._do(lambda writer: writer.bring_up_to_date(file), written)

    def _show_difference(self, file: LiveFile) -> None:
        self._do(lambda writer: writer.difference(file), partial(self._on_difference, file))

    def _on_difference(self, file: LiveFile, difference: "TextDifference") -> None:
        from readinglist.gui.live_files.difference_dialog import DifferenceDialog

        if self._dialog is None:
            return
        dialog = DifferenceDialog(file, difference, self._opened.look, self._dialog)
        dialog.overwrite_asked.connect(lambda: self._overwrite(file))
        dialog.beside_asked.connect(lambda: self._save_beside(file))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _overwrite(self, file: LiveFile) -> None:
        def overwritten(done: "Overwritten") -> None:
            if not done.file.problem:
                self._tell(
                    f"{Path(file.path).name} was overwritten",
                    "Put theirs back",
                    lambda: self._put_back(done),
                )

        self._do(lambda writer: writer.overwrite(file), overwritten)

    def _put_back(self, overwritten: "Overwritten") -> None:
        name = Path(overwritten.file.path).name
        self._do(
            lambda writer: writer.put_back(overwritten),
            lambda _file: self._tell(f"{name} is as it was"),
        )

    def _save_beside(self, file: LiveFile) -> None:
        self._do(
            lambda writer: writer.save_beside(file),
            lambda path: self._tell(f"Saved as {path.name}"),
        )

    def _stop(self, file: LiveFile) -> None:
        live_files, name = self._opened.library.live_files, Path(file.path).name
        self._do(
            lambda _writer: live_files.remove(file.number).result(),
            lambda _removed: self._tell(
                f"{name} is kept up to date no longer", "Undo", lambda: self._keep_again(file)
            ),
        )

    def _keep_again(self, file: LiveFile) -> None:
        live_files = self._opened.library.live_files
        self._do(
            lambda writer: writer.bring_up_to_date(live_files.add(file).result()),
            lambda _file: None,
        )

    def _do(
        self, work: "Callable[[LiveFileWriter], Result]", on_done: Callable[[Result], None]
    ) -> None:
        self._opened.gui_thread.deliver(self._runner.ask(work), on_done, self._show_error)

    def _tell(
        self, text: str, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        notices = self._dialog.notices if self._dialog is not None else self._pane.notices
        notices.show_done(text, action, on_action)

    def _show_error(self, error: UserFacingError) -> None:
        notices = self._dialog.notices if self._dialog is not None else self._pane.notices
        notices.show_error(error)


def _papers(count: int) -> str:
    return "1 paper" if count == 1 else f"{count:,} papers"
