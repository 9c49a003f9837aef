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
from readinglist.domain.place import ALL_PAPERS, PlaceKind, place_of_day
from readinglist.domain.progress import WorkProgress
from readinglist.domain.sorting import Sort
from readinglist.gui.command_parts.annotating import AnnotatingPart
from readinglist.gui.command_parts.dragging import DraggingPart
from readinglist.gui.command_parts.filtering import FilteringPart
from readinglist.gui.command_parts.finding import FindingPart
from readinglist.gui.command_parts.lists import ListsPart
from readinglist.gui.command_parts.navigation import NavigationPart
from readinglist.gui.command_parts.places import NamedPlaces, PlacesPart
from readinglist.gui.command_parts.putting_out import PuttingOutPart
from readinglist.gui.command_parts.reporting import EditReports
from readinglist.gui.command_parts.rules import RulesPart
from readinglist.gui.command_parts.searches import SearchesPart
from readinglist.gui.command_parts.session import SessionPart
from readinglist.gui.command_parts.syncing import SyncingPart
from readinglist.gui.command_parts.tags import TagsPart
from readinglist.gui.command_parts.windowing import WindowingPart
from readinglist.gui.empty_states import EmptyActions
from readinglist.gui.first_paint import AfterFirstPaint
from readinglist.gui.list_pane import ListPane
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
    """The window of one open library; it implements CommandContext with its parts."""

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
        self._history = HistoryState()
        self._has_appeared = False
        self._may_close = self._waits_to_close = self._warned_on_close = False
        self._columns_of = ""  # which columns the list shows: those of a density
        library, gui_thread, icons = opened.library, opened.gui_thread, opened.icons
        self.model = PaperTableModel(library.papers.rows, gui_thread, today, self)
        self.papers = PaperList(library, gui_thread, self.model, place_of_day(today()), today)
        self.papers.sort = state.sort(self.papers.sort)
        self.table = PaperTable(self.model, opened.look.row_painter)
        self.footer = SyncFooter(icons)
        opened.show_upgrade = self.footer.show_upgrade
        self.sidebar = Sidebar(icons, opened.look.tag_looks, self.footer)
        self.list = ListPane(icons, self.model, self.table, self.papers)
        self.pane = PaperPane(icons, opened.look.tag_looks)
        panes = (self.sidebar, self.list, self.pane)
        self.desk = ReadingDesk(
            library, gui_thread, self.papers, panes, opened.look.tag_looks, today
        )
        # The library is read on threads of its own while the rest is put together.
        self.desk.start()
        # With the window they end on this thread; their timers could not be ended on another.
        for part in (self.papers, self.desk):
            part.setParent(self)
        reports = EditReports(library.edits, gui_thread, self.list.notices)
        shown = (self.papers, self.desk, self.list)
        self.annotating = AnnotatingPart(library, reports, gui_thread, *shown, self)
        self.tags = TagsPart(library, reports, *shown, opened.look.tag_looks, self)
        self.lists = ListsPart(library, reports, gui_thread, *shown, self)
        self.searches = SearchesPart(library, reports, *shown, self)
        named: dict[PlaceKind, NamedPlaces] = {
            PlaceKind.LIST: self.lists,
            PlaceKind.TAG: self.tags,
            PlaceKind.SEARCH: self.searches,
        }
        self.places = PlacesPart(reports, self.papers, named, self)
        self.session = SessionPart(
            library, reports, gui_thread, opened.export_runner, self.list.notices, self
        )
        self.navigation = NavigationPart(
            self.desk, self.sidebar, self.list, self.pane, self.session.tell_end
        )
        self.filtering = FilteringPart(opened, self.desk, self.list, state, today, self)
        self.rules = RulesPart(opened, reports, self.searches, self.filtering, *shown, today, self)
        self.syncing = SyncingPart(
            opened.sync_runner, self.desk, self.list, self.footer, opened.latest_day, self
        )
        self.putting_out = PuttingOutPart(
            library, gui_thread, opened.export_runner, self.papers, self.desk, self.list, self
        )
        self.dragging = DraggingPart(opened, self.list, self.annotating, self.lists)
        self.windowing = WindowingPart(
            opened, self, self.list.notices, self.list.header.menu, switch_library
        )
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.actions_by_id = QtActions(
            CATALOGUE, self, self, (self.list.pages, self.pane.reading_area)
        )
        self.finding = FindingPart(
            opened.look, self.actions_by_id, self.sidebar, self.desk, self.list, self
        )
        self._make_menu()
        self._connect(today)
        opened.look.on_change(self._dress)
        self._saving = SaveAfterChanges(self, self.save_state)
        self.splitter.splitterMoved.connect(lambda *_: self._saving.soon())
        self.table.columns.changed.connect(self._saving.soon)
        AfterFirstPaint(
            self, self.filtering.get_ready, opened.icons.load, opened.library.edits.look
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

    def _offer_columns(self, menu: QMenu) -> None:
        for action in menu.actions():
            if action.isCheckable():
                menu.removeAction(action)
        menu.addActions(list(self.table.columns.actions()))

    def _connect(self, today: Callable[[], date]) -> None:
        opened, header = self._opened, self.list.header
        opened.library.on_change(opened.gui_thread.merge_changes(self._on_library_change))
        opened.library.edits.on_change(
            lambda state: opened.gui_thread.post(lambda: self._on_history(state))
        )
        for source, verb, left in (
            (opened.library.database, "Changed", "nothing was changed"),
            (opened.export_runner, "Put out", "nothing was put out"),
        ):
            source.on_progress(partial(self._on_progress, verb, left))
        header.filter.textChanged.connect(self.papers.set_filter)
        header.filter.left_downwards.connect(self._go_from_filter_to_list)
        header.day_stepped.connect(self.navigation.step_day)
        header.day_chosen.connect(lambda day: self.desk.show_place(place_of_day(day)))
        header.sync.clicked.connect(self.syncing.sync_recent)
        header.export.clicked.connect(self.putting_out.ask_for_export)
        self.table.star_clicked.connect(self.actions_by_id.by_id["paper.star"].trigger)
        self.table.sort_chosen.connect(self._on_sort_chosen)
        self.table.drag_begun.connect(self.dragging.begin)
        self.table.papers_dropped.connect(self.dragging.drop_between)
        self.sidebar.view.papers_dropped.connect(self.dragging.drop)
        self.table.doubleClicked.connect(lambda _index: self.putting_out.open_link("abs"))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.pane.link_clicked.connect(self.putting_out.open_link)
        self.pane.bibtex_clicked.connect(self.putting_out.copy_bibtex)
        self.pane.add_tag_clicked.connect(self.annotating.ask_for_tag)
        self.pane.place_clicked.connect(self.desk.show_place)
        self.pane.note.note_typed.connect(self.annotating.save_note)
        self.desk.paper_changed.connect(self._enable)
        self.desk.counts_known.connect(lambda: self._show_last_sync(today()))
        self.desk.counts_known.connect(
            lambda: self.actions_by_id.name_coloured_tags(self.tags.by_digit())
        )
        opened.sync_runner.started.connect(self._enable)
        opened.sync_runner.ended.connect(self._enable)
        opened.sync_runner.ended.connect(lambda: self._show_last_sync(today()))
        self.list.actions_when_empty = EmptyActions(
            sync=self.syncing.sync_recent,
            open_sample=self.windowing.toggle_sample,
            fetch_day=lambda day: self.syncing.sync([day]),
            clear_filter=header.filter.clear,
            search_all=lambda: self.desk.show_place(ALL_PAPERS),
        )
        self.sidebar.left.connect(self.list.focus)
        self.sidebar.menu_asked.connect(self.places.show_menu)
        if opened.is_sample:
            self.actions_by_id.by_id["library.sample"].setText("Back to your library")
            self.list.show_sample_bar(self.windowing.toggle_sample)
        self._enable()

    # What happens

    def _on_library_change(self, change: LibraryChange) -> None:
        self.desk.on_library_change(change)

    def _on_progress(self, verb: str, left: str, progress: WorkProgress) -> None:
        """Show how far work on another thread is."""

        def show() -> None:
            self.list.work.show_progress(verb, progress)
            if progress.was_cancelled:
                self.list.notices.show_done(f"Cancelled; {left}.")

        self._opened.gui_thread.post(show)

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

    def _show_last_sync(self, today: date) -> None:
        if not self._opened.sync_runner.is_running and self.desk.counts is not None:
            self.footer.show_idle(self.desk.counts.last_sync, today)

    def _dress(self) -> None:
        look = self._opened.look
        self._opened.icons.use_colours(look.colours)
        changes_density = self._columns_of != _columns_name(compact=look.compact)
        if changes_density:
            self._save_columns()
        self.table.use_look(look.row_painter, compact=look.compact)
        if changes_density:
            self._restore_columns(_columns_name(compact=look.compact))
        self.sidebar.use_look(look.colours, look.fonts)
        self.sidebar.setMinimumWidth(look.fonts.sizes.px(160))
        self.list.header.use_colours(look.colours)
        self.pane.use_look(look.fonts)
        self.desk.mark_read(self._opened.settings)
        self._use_keys()

    def _use_keys(self) -> None:
        settings = self._opened.settings
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
        self._save_columns()
        self._state.sync()

    def _save_columns(self) -> None:
        if self._columns_of:
            self._state.save_bytes(self._columns_of, self.table.columns.save())

    def _restore_columns(self, name: str) -> None:
        self._columns_of = name
        columns = self._state.bytes(name)
        if not columns.isEmpty():
            self.table.columns.restore(columns)

    # Closing

    def _close_when_saved(self) -> None:
        """Close once all the reader did is saved and put out; stay and say why if it cannot be.

        Closing again after that closes all the same.
        """
        if self._waits_to_close:
            return
        self._waits_to_close = True
        errors = self.list.notices.errors
        self.pane.note.save_now()
        self._opened.sync_runner.cancel()
        deliver = self._opened.gui_thread.deliver
        flushed = self._opened.library.database.flushed

        def once_put_out(_nothing: None) -> None:
            deliver(flushed(), lambda _: self._on_saved(errors))

        deliver(self._opened.export_runner.finished(), once_put_out)

    def _on_saved(self, errors_before: int) -> None:
        self._waits_to_close = False
        self._may_close = self._warned_on_close or self.list.notices.errors == errors_before
        self._warned_on_close = True
        if self._may_close:
            self.close()

    # Qt overrides

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Another program, such as the command line, may have written meanwhile.
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.desk.refresh_if_changed_elsewhere()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            event.ignore()
            self._close_when_saved()
            return
        self.desk.stop()
        self.pane.note.save_now()
        self._saving.stop()
        self.save_state()
        self._opened.close()
        self.closed.emit()
        super().closeEvent(event)


def _columns_name(*, compact: bool) -> str:
    """Return under which name the columns of a density are remembered."""
    return "columns-compact" if compact else "columns-comfortable"
