"""Citation keys: typing one, new ones by the pattern, and the pattern itself."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from readinglist.domain.annotation import Edit
from readinglist.domain.citation_key import KeyTakenError
from readinglist.domain.errors import UserFacingError
from readinglist.domain.key_pattern import KeyPattern
from readinglist.domain.paper import PaperDetail
from readinglist.gui.command_parts.reporting import EditReports
from readinglist.gui.list_pane import ListPane
from readinglist.gui.open_library import OpenLibrary
from readinglist.gui.paper_list import PaperList
from readinglist.gui.reading_desk import ReadingDesk

if TYPE_CHECKING:
    from readinglist.gui.citation_key_dialog import CitationKeyDialog
    from readinglist.gui.key_pattern_dialog import KeyPatternDialog


class CitationKeysPart:
    """Implements the CitationKeys protocol."""

    def __init__(
        self,
        opened: OpenLibrary,
        reports: EditReports,
        _papers: PaperList,
        desk: ReadingDesk,
        pane: ListPane,
        window: QWidget,
    ) -> None:
        self._opened = opened
        self._library = opened.library
        self._keys = opened.library.citation_keys
        self._gui_thread = opened.gui_thread
        self._reports = reports
        self._desk = desk
        self._pane = pane
        self._window = window

    # The key of a paper

    def ask_for_key(self) -> None:
        """Ask for another key of the paper that is shown."""
        self._desk.with_current_paper(lambda paper: self.edit_key_of(paper, self._window))

    def edit_key_of(
        self, paper: PaperDetail, parent: QWidget, on_stored: Callable[[], None] = lambda: None
    ) -> None:
        """Ask over another window for a key of a paper, and tell when there is another one."""
        # Imported when it is asked for: the first paint does not wait for it.
        from readinglist.gui.citation_key_dialog import CitationKeyDialog

        dialog = CitationKeyDialog(paper, parent)
        dialog.looked_up.connect(lambda key: self._look_up(dialog, paper.key, key))
        dialog.save_asked.connect(lambda key: self._set_key(dialog, paper.key, key, on_stored))
        dialog.open()

    def _look_up(self, dialog: "CitationKeyDialog", paper_key: int, key: str) -> None:
        def on_error(error: UserFacingError) -> None:
            if isinstance(error, KeyTakenError) and dialog.isVisible():
                dialog.show_found(key, error)

        self._gui_thread.deliver(self._keys.check(paper_key, key), lambda _key: None, on_error)

    def _set_key(
        self,
        dialog: "CitationKeyDialog",
        paper_key: int,
        key: str,
        on_stored: Callable[[], None],
    ) -> None:
        def tell(edit: Edit) -> None:
            dialog.accept()
            self._reports.tell_edit(edit)
            on_stored()

        self._gui_thread.deliver(self._keys.set_key(paper_key, key), tell, dialog.on_refused)

    def renew(self) -> None:
        """Give the selected papers new keys by the pattern."""
        keys = self._pane.table.selected_keys()
        if keys:
            self._reports.make(lambda: self._keys.renew(keys), self._on_renewed)

    def _on_renewed(self, edit: Edit) -> None:
        if edit.changes:
            self._reports.tell_edit(edit)
        else:
            self._reports.tell("The keys are those of the pattern already.")

    # The pattern

    def ask_for_pattern(self) -> None:
        """Open the pattern of keys, with the current paper and others of the list as examples."""
        from readinglist.gui.key_pattern_dialog import MOST_SHOWN

        current = self._pane.table.current_key()
        shown = self._pane.model.keys[:MOST_SHOWN]
        first = [] if current is None else [current]
        examples = tuple(dict.fromkeys([*first, *shown]))[:MOST_SHOWN]

        def with_papers(pattern: KeyPattern) -> None:
            self._gui_thread.deliver(
                self._library.papers.details(examples),
                lambda papers: self._open_pattern(pattern, papers),
            )

        self._gui_thread.deliver(self._keys.pattern(), with_papers)

    def _open_pattern(self, pattern: KeyPattern, papers: Sequence[PaperDetail]) -> None:
        from readinglist.gui.key_pattern_dialog import KeyPatternDialog

        example = papers[0].paper if papers else None
        dialog = KeyPatternDialog(pattern.text, example, self._opened.look, self._window)
        keys = [paper.key for paper in papers]
        dialog.preview_asked.connect(lambda text: self._preview(dialog, text, keys))
        dialog.accepted.connect(lambda: self._set_pattern(dialog.pattern.text()))
        dialog.begin()
        dialog.open()

    def _preview(self, dialog: "KeyPatternDialog", text: str, keys: Sequence[int]) -> None:
        def show(made: Sequence[tuple[PaperDetail, str]]) -> None:
            if dialog.isVisible():
                dialog.show_preview(text, made)

        self._gui_thread.deliver(self._keys.preview(text, keys), show)

    def _set_pattern(self, text: str) -> None:
        self._gui_thread.deliver(
            self._keys.set_pattern(text),
            lambda pattern: self._reports.tell(f"New papers get their keys by {pattern.text}"),
        )
