"""Links, exports and the clipboard."""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from readinglist.domain.errors import UserFacingError
from readinglist.domain.key_list import KeyList
from readinglist.domain.links import paper_links
from readinglist.domain.paper import PaperDetail
from readinglist.domain.query import Flag, Is
from readinglist.domain.reading_list import ReadingList
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.gui.list_pane import ListPane
from readinglist.gui.open_library import OpenLibrary
from readinglist.gui.open_link import open_link
from readinglist.gui.paper_list import PaperList
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.gui.two_forms import copy_in_two_forms

if TYPE_CHECKING:
    from readinglist.gui.export_dialog.desk import EditKey
    from readinglist.gui.export_dialog.form import ExportChoice, ExportScope, LastExport

log = logging.getLogger(__name__)


class PuttingOutPart:
    """Implements the PuttingOut protocol."""

    def __init__(
        self,
        opened: OpenLibrary,
        papers: PaperList,
        desk: ReadingDesk,
        pane: ListPane,
        window: QWidget,
        edit_key: "EditKey",
    ) -> None:
        self._opened = opened
        self._library = opened.library
        self._gui_thread = opened.gui_thread
        self._runner = opened.export_runner
        self._papers = papers
        self._desk = desk
        self._pane = pane
        self._window = window
        self._edit_key = edit_key
        self._last: LastExport | None = None

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
        from readinglist.gui.export_dialog.form import ExportScope
        from readinglist.gui.export_dialog.opening import open_export_dialog

        selected = KeyList.of(self._pane.table.selected_keys())
        counts = {
            ExportScope.SHOWN: len(self._pane.model.keys),
            ExportScope.SELECTED: len(selected),
            ExportScope.STARRED: self._desk.counts.starred if self._desk.counts else 0,
        }
        if not any(counts.values()):
            self._pane.notices.show_done("There is nothing to export here.")
            return

        def keys_of(scope: ExportScope) -> Future[KeyList]:
            return self._keys_of(scope, selected)

        dialog = open_export_dialog(
            *(self._opened, counts, keys_of, self._last, self._window, self._edit_key)
        )
        dialog.accepted.connect(lambda: self._export(dialog.choice, keys_of))

    def copy_bibtex(self) -> None:
        """Copy the selected papers as BibTeX."""
        self._copy(self._pane.table.selected_keys(), "bibtex")

    def copy_markdown(self) -> None:
        """Copy the selected papers as Markdown."""
        self._copy(self._pane.table.selected_keys(), "markdown")

    def copy_references(self, style: str) -> None:
        """Copy references of the selected papers, as plain text and with their italics."""
        from readinglist.exporters.references import STYLES, Form, ReferenceExporter

        chosen, keys = STYLES[style], self._pane.table.selected_keys()
        exporters = [ReferenceExporter(chosen, form) for form in (Form.TEXT, Form.HTML)]

        def copied(texts: tuple[str, ...]) -> None:
            copy_in_two_forms(texts[0], texts[1])
            count = _count(len(keys), "reference")
            self._pane.notices.show_done(f"Copied {count} ({chosen.title})")

        if keys:
            self._gui_thread.deliver(self._runner.to_texts(keys, exporters), copied)

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

    def _keys_of(self, scope: "ExportScope", selected: KeyList) -> Future[KeyList]:
        from readinglist.gui.export_dialog.form import ExportScope

        if scope is ExportScope.STARRED:
            return self._library.papers.keys(Is(Flag.STARRED), NEWEST_FIRST)
        if scope is ExportScope.SHOWN:
            return self._papers.all_keys()
        found: Future[KeyList] = Future()
        found.set_result(selected)
        return found

    def _export(
        self, choice: "ExportChoice | None", keys_of: "Callable[[ExportScope], Future[KeyList]]"
    ) -> None:
        from readinglist.gui.export_dialog.form import ExportScope

        if choice is None:
            return
        self._remember(choice)
        heading = self._desk.shown_list() if choice.scope is ExportScope.SHOWN else None

        def put_out(keys: KeyList) -> None:
            left = [key for key in keys if key not in choice.left_out] if choice.left_out else keys
            self._put_out(left, choice, heading)

        self._gui_thread.deliver(keys_of(choice.scope), put_out)

    def _remember(self, choice: "ExportChoice") -> None:
        """Keep the options of this format for the next time."""
        stored = {name: getattr(choice.options, name) for name in choice.exporter.choices}
        settings = self._opened.settings
        exports = {**settings.exports, choice.exporter.name: stored}
        if exports != settings.exports:
            try:
                self._opened.keep_settings(replace(settings, exports=exports))
            except OSError as error:
                log.warning("The options of exports could not be kept: %s", error)

    def _put_out(
        self, keys: Sequence[int], choice: "ExportChoice", heading: ReadingList | None = None
    ) -> None:
        if choice.path is None:
            self._copy(keys, choice.exporter.name)
            return
        from readinglist.exporters import writes_folder
        from readinglist.gui.export_dialog.form import LastExport

        path, papers = choice.path, _papers(len(keys))
        self._last = LastExport(path, choice.exporter.name)
        if writes_folder(choice.exporter):
            from readinglist.gui.folder_report import FolderReport

            report = FolderReport(self._opened, self._pane.notices)
            report.put_out(keys, choice.exporter, path, choice.options)
            return
        self._gui_thread.deliver(
            self._runner.to_file(keys, choice.exporter, path, choice.options, heading),
            lambda _size: self._pane.notices.show_done(f"Exported {papers} to {path}"),
            lambda error: self._pane.notices.show_error(
                error, lambda: self._put_out(keys, choice, heading)
            ),
        )

    def _copy(self, keys: Sequence[int], format_name: str) -> None:
        from readinglist.exporters import exporter_named
        from readinglist.gui.export_dialog.opening import chosen_options

        exporter, papers = exporter_named(format_name), _papers(len(keys))
        options = chosen_options(self._opened.settings, exporter)

        def copied(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self._pane.notices.show_done(f"Copied {papers} as {exporter.title}")

        if keys:
            self._gui_thread.deliver(self._runner.to_text(keys, exporter, options), copied)


def _papers(count: int) -> str:
    return _count(count, "paper")


def _count(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count:,} {noun}s"
