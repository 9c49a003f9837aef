"""The main window: lays out the panes of one library and connects them."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter
from typing_extensions import override

from readinglist.commands.catalogue import CATALOGUE
from readinglist.commands.command import Menu
from readinglist.commands.key_presets import in_force
from readinglist.domain.change import LibraryChange
from readinglist.domain.place import ALL_PAPERS, place_of_day
from readinglist.domain.progress import WorkProgress
from readinglist.domain.sorting import Sort
from readinglist.gui.closing import ClosingWhenSaved
from readinglist.gui.column_memory import ColumnMemory
from readinglist.gui.command_parts.all_parts import CommandParts, Shown
from readinglist.gui.command_parts.finding import FindingPart
from readinglist.gui.details_of_kept import DetailsOfKept
from readinglist.gui.empty_states import EmptyActions
from readinglist.gui.first_paint import AfterFirstPaint
from readinglist.gui.list_pane import ListPane
from readinglist.gui.live_sign import LiveSign
from readinglist.gui.open_library import OpenLibrary
from readinglist.gui.paper_list import PaperList
from readinglist.gui.paper_pane import PaperPane
from readinglist.gui.paper_table.model import PaperTableModel
from readinglist.gui.paper_table.view import PaperTable
from readinglist.gui.qt_actions import QtActions
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.gui.sidebar import Sidebar
from readinglist.gui.sync_footer import SyncFooter
from readinglist.gui.window_state import SaveAfterChanges, WindowState
from readinglist.library.undo_log import HistoryState

_PANE_WIDTHS = [208, 684, 508]
_LONGEST_WITHOUT_ROWS_MS = 300


class MainWindow(QMainWindow):
    """The window of one open library; ``parts`` is what commands do in it."""

    closed = Signal()

    def __init__(
        self,
        opened: OpenLibrary,
        state: WindowState,
        switch_library: Callable[[], None],
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self.setWindowTitle("readinglist — sample library" if opened.is_sample else "readinglist")
        self._opened = opened
        self._state = state
        self._today = today
        self._history = HistoryState()
        self._has_appeared = False
        library, gui_thread, icons, look = (
            *(opened.library, opened.gui_thread),
            *(opened.icons, opened.look),
        )
        self.model = PaperTableModel(library.papers.rows, gui_thread, today, self)
        self.papers = PaperList(library, gui_thread, self.model, place_of_day(today()), today)
        self.papers.sort = state.sort(self.papers.sort)
        self.table = PaperTable(self.model, look.row_painter)
        self.footer = SyncFooter(icons)
        self.sidebar = Sidebar(icons, look.tag_looks, self.footer)
        self.live_sign = LiveSign()
        self.sidebar.add_above_footer(self.live_sign)
        self.list = ListPane(icons, self.model, self.table, self.papers)
        self.pane = PaperPane(icons, look.tag_looks)
        panes = (self.sidebar, self.list, self.pane)
        self.desk = ReadingDesk(library, gui_thread, self.papers, panes, look.tag_looks, today)
        self.kept = DetailsOfKept(opened.fetch_runner, gui_thread)
        # The library is read on threads of its own while the rest is put together.
        self.desk.start()
        # With the window they end on this thread; their timers could not be ended on another.
        for part in (self.papers, self.desk, self.kept):
            part.setParent(self)
        shown = Shown(self.papers, self.desk, *panes, self.footer, self.live_sign)
        self.parts = CommandParts(opened, shown, state, switch_library, today, self)
        self.actions_by_id = QtActions(
            CATALOGUE, self.parts, self, (self.list.pages, self.pane.reading_area)
        )
        self.parts.finding = FindingPart(
            look, self.actions_by_id, self.sidebar, self.desk, self.list, self
        )
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._make_menu()
        self._connect_library()
        self._connect_list()
        self._connect_other_panes()
        self._columns = ColumnMemory(self.table, state)
        self._closing = ClosingWhenSaved(opened, self.list, self.pane, self.close)
        self._enable()
        look.on_change(self._dress)
        self._saving = SaveAfterChanges(self, self.save_state)
        self.splitter.splitterMoved.connect(lambda *_: self._saving.soon())
        self.table.columns.changed.connect(self._saving.soon)
        AfterFirstPaint(
            *(self, self.parts.filtering.get_ready, icons.load, library.edits.look),
            opened.live_runner.start,
        )
        self.list.focus()

    def appear_with_rows(self) -> None:
        """Show the window together with its first rows, or soon without them if they take long.

        Shown empty it would be laid out and painted twice, and the first time hold up the rows.
        """
        self.desk.ready.connect(self._appear)
        QTimer.singleShot(_LONGEST_WITHOUT_ROWS_MS, self, self._appear)

    def _appear(self) -> None:
        if not self._has_appeared:
            self._has_appeared = True
            self.show()

    # Putting together

    def _lay_out(self) -> None:
        for pane in (self.sidebar, self.list, self.pane):
            self.splitter.addWidget(pane)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.setCentralWidget(self.splitter)
        if not self.restoreGeometry(self._state.bytes("geometry")):
            self.resize(sum(_PANE_WIDTHS), 860)
        if not self.splitter.restoreState(self._state.bytes("panes")):
            self.splitter.setSizes(_PANE_WIDTHS)

    def _make_menu(self) -> None:
        menu = QMenu(self)
        for submenu in self.actions_by_id.menus(self):
            if submenu.title() == Menu.VIEW.value:
                submenu.addSeparator()
                submenu.aboutToShow.connect(lambda submenu=submenu: self._offer_columns(submenu))
            menu.addMenu(submenu)
            if submenu.title() == Menu.PAPER.value:
                self.table.customContextMenuRequested.connect(
                    lambda at, submenu=submenu: submenu.popup(self.table.viewport().mapToGlobal(at))
                )
        # The button would stay lit after the menu was left by a key.
        menu.aboutToHide.connect(lambda: self.list.header.menu.setDown(False))
        self.list.header.menu.setMenu(menu)
        if self._opened.is_sample:
            self.actions_by_id.by_id["library.sample"].setText("Back to your library")
            self.list.show_sample_bar(self.parts.windowing.toggle_sample)

    def _offer_columns(self, menu: QMenu) -> None:
        for action in menu.actions():
            if action.isCheckable():
                menu.removeAction(action)
        menu.addActions(list(self.table.columns.actions()))

    def _connect_library(self) -> None:
        opened, post = self._opened, self._opened.gui_thread.post
        opened.show_upgrade = self.footer.show_upgrade
        opened.library.on_change(opened.gui_thread.merge_changes(self._on_library_change))
        opened.library.edits.on_change(lambda state: post(partial(self._on_history, state)))
        for source, verb, left in (
            (opened.library.database, "Changed", "nothing was changed"),
            (opened.export_runner, "Put out", "nothing was put out"),
            (opened.fetch_runner, "Fetched", "what came is kept"),
        ):
            source.on_progress(partial(self._on_progress, verb, left))
        opened.sync_runner.started.connect(self._enable)
        opened.sync_runner.ended.connect(self._enable)
        opened.sync_runner.ended.connect(self._show_last_sync)

    def _connect_list(self) -> None:
        parts, header = self.parts, self.list.header
        header.filter.textChanged.connect(self.papers.set_filter)
        header.filter.left_downwards.connect(self._go_from_filter_to_list)
        header.day_stepped.connect(parts.navigation.step_day)
        header.day_chosen.connect(lambda day: self.desk.show_place(place_of_day(day)))
        header.sync.clicked.connect(parts.syncing.sync_recent)
        header.export.clicked.connect(parts.putting_out.ask_for_export)
        self.table.star_clicked.connect(self.actions_by_id.by_id["paper.star"].trigger)
        self.table.sort_chosen.connect(self._on_sort_chosen)
        self.table.drag_begun.connect(parts.dragging.begin)
        self.table.papers_dropped.connect(parts.dragging.drop_between)
        self.table.doubleClicked.connect(lambda _index: parts.putting_out.open_link("abs"))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.list.actions_when_empty = EmptyActions(
            sync=parts.syncing.sync_recent,
            open_sample=parts.windowing.toggle_sample,
            fetch_day=lambda day: parts.syncing.sync([day]),
            clear_filter=header.filter.clear,
            search_all=lambda: self.desk.show_place(ALL_PAPERS),
        )

    def _connect_other_panes(self) -> None:
        parts = self.parts
        self.sidebar.left.connect(self.list.focus)
        self.sidebar.menu_asked.connect(parts.places.show_menu)
        self.sidebar.view.papers_dropped.connect(parts.dragging.drop)
        self.pane.link_clicked.connect(parts.putting_out.open_link)
        self.pane.bibtex_clicked.connect(parts.putting_out.copy_bibtex)
        self.pane.add_tag_clicked.connect(parts.annotating.ask_for_tag)
        self.pane.place_clicked.connect(self.desk.show_place)
        self.pane.note.note_typed.connect(parts.annotating.save_note)
        self.desk.paper_changed.connect(self._enable)
        self.desk.counts_known.connect(self._show_last_sync)
        self.desk.counts_known.connect(
            lambda: self.actions_by_id.name_coloured_tags(parts.tags.by_digit())
        )

    # What happens

    def _on_progress(self, verb: str, left: str, progress: WorkProgress) -> None:
        """Hear, on the thread that does the work, how far it is."""
        self._opened.gui_thread.post(partial(self._show_progress, verb, left, progress))

    def _show_progress(self, verb: str, left: str, progress: WorkProgress) -> None:
        self.list.work.show_progress(verb, progress)
        if progress.was_cancelled:
            self.list.notices.show_done(f"Cancelled; {left}.")

    def _on_library_change(self, change: LibraryChange) -> None:
        self.desk.on_library_change(change)
        self.kept.on_library_change(change)

    def _on_history(self, state: HistoryState) -> None:
        self._history = state
        self._enable()

    def _on_sort_chosen(self, sort: Sort) -> None:
        self.papers.set_sort(sort)
        self._state.save_sort(self.papers.sort)

    def _go_from_filter_to_list(self) -> None:
        self.list.focus()
        if self.table.current_key() is None:
            self.table.move_by(1, extend=False)

    def _enable(self) -> None:
        self.actions_by_id.enable(
            has_paper=self.table.selectionModel().hasSelection(),
            history=self._history,
            syncing=self._opened.sync_runner.is_running,
        )
        self.list.header.sync.setEnabled(not self._opened.sync_runner.is_running)

    def _show_last_sync(self) -> None:
        if not self._opened.sync_runner.is_running and self.desk.counts is not None:
            self.footer.show_idle(self.desk.counts.last_sync, self._today())

    def _dress(self) -> None:
        look, settings = self._opened.look, self._opened.settings
        self._opened.icons.use_colours(look.colours)
        self._columns.use_look(look)
        self.sidebar.use_look(look.colours, look.fonts)
        self.sidebar.setMinimumWidth(look.fonts.sizes.px(160))
        self.list.header.use_look(look.colours, look.fonts.sizes)
        self.pane.use_look(look.fonts)
        self.desk.mark_read(settings)
        if not self._opened.is_sample:
            self.kept.use_settings(settings)
        self.actions_by_id.use_keys(in_force(CATALOGUE, settings.key_preset, settings.keys))
        for part in (self.list.header, self.pane, self.footer):
            part.use_keys(self.actions_by_id.key)

    @property
    def icons_are_loaded(self) -> bool:
        """Whether the icons have come, which they do after the first paint."""
        return self._opened.icons.are_loaded

    def save_state(self) -> None:
        """Remember geometry, panes and columns."""
        self._state.save_bytes("geometry", self.saveGeometry())
        self._state.save_bytes("panes", self.splitter.saveState())
        self._columns.save()
        self._state.sync()

    # Qt overrides

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Another program, such as the command line, may have written meanwhile.
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.desk.refresh_if_changed_elsewhere()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closing.may_close:
            event.ignore()
            self._closing.begin()
            return
        self.desk.stop()
        self.kept.stop()
        self.pane.note.save_now()
        self._saving.stop()
        self.save_state()
        self._opened.close()
        self.closed.emit()
        super().closeEvent(event)
