"""Links, exports and the clipboard."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from readinglist.domain.errors import UserFacingError
from readinglist.domain.links import paper_links
from readinglist.domain.paper import PaperDetail
from readinglist.domain.query import Flag, Is
from readinglist.domain.reading_list import ReadingList
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.gui.export_runner import ExportRunner
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.list_pane import ListPane
from readinglist.gui.open_link import open_link
from readinglist.gui.paper_list import PaperList
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    from readinglist.gui.export_dialog import ExportChoice


class PuttingOutPart:
    """Implements the PuttingOut protocol."""

    def __init__(
        self,
        library: Library,
        gui_thread: GuiThread,
        runner: ExportRunner,
        papers: PaperList,
        desk: ReadingDesk,
        pane: ListPane,
        window: QWidget,
    ) -> None:
        self._library = library
        self._gui_thread = gui_thread
        self._runner = runner
        self._papers = papers
        self._desk = desk
        self._pane = pane
        self._window = window
        self._last_path: Path | None = None

    def open_link(self, kind: str) -> None:
        """Open a link of the paper that is shown in the browser."""
        self._desk.with_current_paper(lambda paper: self._open_link_of(paper, kind))

    def _open_link_of(self, detail: PaperDetail, kind: str) -> None:
        link = paper_links(detail.paper).get(kind)
        if link is None:
            self._pane.notices.show_done("This paper has no such link.")
        elif open_link(link):
            # The system does not say whether a browser really came up.
            clipboard = QGuiApplication.clipboard()
            self._pane.notices.show_done(
                f"Opening {link}", "Copy link", lambda: clipboard.setText(link)
            )
        else:
            self._pane.notices.show_error(
                UserFacingError("The browser could not be started.", f"The link is {link}")
            )

    def ask_for_export(self) -> None:
        """Open the export dialog: the selected papers if there are several, else the list."""
        # Exporting is imported when it is asked for: the first paint does not wait for it.
        from readinglist.gui.export_dialog import ExportDialog, ExportScope

        selected = len(self._pane.table.selected_keys())
        counts = {
            ExportScope.SHOWN: len(self._pane.model.keys),
            ExportScope.SELECTED: selected,
            ExportScope.STARRED: self._desk.counts.starred if self._desk.counts else 0,
        }
        if not any(counts.values()):
            self._pane.notices.show_done("There is nothing to export here.")
            return
        scope = ExportScope.SELECTED if selected > 1 else ExportScope.SHOWN
        if not counts[scope]:
            scope = ExportScope.STARRED
        dialog = ExportDialog(counts, scope, self._last_path, self._window)
        dialog.accepted.connect(lambda: self._export(dialog.choice))
        dialog.open()

    def copy_bibtex(self) -> None:
        """Copy the selected papers as BibTeX."""
        self._copy(self._pane.table.selected_keys(), "bibtex")

    def copy_markdown(self) -> None:
        """Copy the selected papers as Markdown."""
        self._copy(self._pane.table.selected_keys(), "markdown")

    def copy_citation_keys(self) -> None:
        """Copy the citation keys of the selected papers."""
        from readinglist.exporters.short_forms import CitationKeys

        def copied(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self._pane.notices.show_done(f"Copied {_count(text.count(',') + 1, 'citation key')}")

        if keys := self._pane.table.selected_keys():
            self._gui_thread.deliver(self._runner.to_text(keys, CitationKeys()), copied)

    def copy_links(self) -> None:
        """Copy the links to the pages of the selected papers, and tell how many have none."""
        from readinglist.exporters.short_forms import Links

        keys = self._pane.table.selected_keys()

        def copied(text: str) -> None:
            if not text:
                told = (
                    "This paper has no link." if len(keys) == 1 else "These papers have no links."
                )
                self._pane.notices.show_done(told)
                return
            links = text.count("\n") + 1
            without = len(keys) - links
            QGuiApplication.clipboard().setText(text)
            told = f"Copied {_count(links, 'link')}"
            if without:
                told += f"; {_papers(without)} {'has' if without == 1 else 'have'} none"
            self._pane.notices.show_done(told)

        if keys:
            self._gui_thread.deliver(self._runner.to_text(keys, Links()), copied)

    def _export(self, choice: "ExportChoice | None") -> None:
        from readinglist.gui.export_dialog import ExportScope

        if choice is None:
            return
        heading = None
        if choice.scope is ExportScope.SELECTED:
            self._put_out(self._pane.table.selected_keys(), choice)
            return
        if choice.scope is ExportScope.STARRED:
            found = self._library.papers.keys(Is(Flag.STARRED), NEWEST_FIRST)
        else:
            found, heading = self._papers.all_keys(), self._desk.shown_list()
        self._gui_thread.deliver(found, lambda keys: self._put_out(keys, choice, heading))

    def _put_out(
        self, keys: Sequence[int], choice: "ExportChoice", heading: ReadingList | None = None
    ) -> None:
        if choice.path is None:
            self._copy(keys, choice.exporter.name)
            return
        path, papers = choice.path, _papers(len(keys))
        self._last_path = path
        self._gui_thread.deliver(
            self._runner.to_file(keys, choice.exporter, path, heading=heading),
            lambda _size: self._pane.notices.show_done(f"Exported {papers} to {path}"),
            lambda error: self._pane.notices.show_error(
                error, lambda: self._put_out(keys, choice, heading)
            ),
        )

    def _copy(self, keys: Sequence[int], format_name: str) -> None:
        from readinglist.exporters import exporter_named

        exporter, papers = exporter_named(format_name), _papers(len(keys))

        def copied(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self._pane.notices.show_done(f"Copied {papers} as {exporter.title}")

        if keys:
            self._gui_thread.deliver(self._runner.to_text(keys, exporter), copied)


def _papers(count: int) -> str:
    return _count(count, "paper")


def _count(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count:,} {noun}s"
