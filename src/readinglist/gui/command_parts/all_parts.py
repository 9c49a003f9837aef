"""All that commands can do in one window: the command context, made of a part for each concern."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QMainWindow

from readinglist.domain.place import PlaceKind
from readinglist.gui.command_parts.annotating import AnnotatingPart
from readinglist.gui.command_parts.citation_keys import CitationKeysPart
from readinglist.gui.command_parts.dragging import DraggingPart
from readinglist.gui.command_parts.fetching import FetchingPart
from readinglist.gui.command_parts.filtering import FilteringPart
from readinglist.gui.command_parts.finding import FindingPart
from readinglist.gui.command_parts.lists import ListsPart
from readinglist.gui.command_parts.live_files import LiveFilesPart
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
from readinglist.gui.list_pane import ListPane
from readinglist.gui.live_sign import LiveSign
from readinglist.gui.open_library import OpenLibrary
from readinglist.gui.paper_list import PaperList
from readinglist.gui.paper_pane import PaperPane
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.gui.sidebar import Sidebar
from readinglist.gui.sync_footer import SyncFooter
from readinglist.gui.window_state import WindowState


@dataclass(frozen=True, slots=True)
class Shown:
    """The panes of a window, and what keeps them in step."""

    papers: PaperList
    desk: ReadingDesk
    sidebar: Sidebar
    list: ListPane
    pane: PaperPane
    footer: SyncFooter
    live_sign: LiveSign


class CommandParts:
    """Implements CommandContext for one window.

    ``finding`` knows the window's actions, which run in this context, so it is set after them.
    """

    finding: FindingPart

    def __init__(
        self,
        opened: OpenLibrary,
        shown: Shown,
        state: WindowState,
        switch_library: Callable[[], None],
        today: Callable[[], date],
        window: QMainWindow,
    ) -> None:
        library, gui_thread, runner = opened.library, opened.gui_thread, opened.export_runner
        reports = EditReports(library.edits, gui_thread, shown.list.notices)
        papers = (shown.papers, shown.desk, shown.list)
        self.annotating = AnnotatingPart(library, reports, gui_thread, *papers, window)
        self.tags = TagsPart(library, reports, *papers, opened.look.tag_looks, window)
        self.lists = ListsPart(library, reports, gui_thread, *papers, window)
        self.searches = SearchesPart(library, reports, *papers, window)
        named: dict[PlaceKind, NamedPlaces] = {
            PlaceKind.LIST: self.lists,
            PlaceKind.TAG: self.tags,
            PlaceKind.SEARCH: self.searches,
        }
        self.live_files = LiveFilesPart(opened, reports, *papers, shown.live_sign, today, window)
        self.places = PlacesPart(reports, shown.papers, named, self.live_files.keep_place, window)
        self.session = SessionPart(library, reports, gui_thread, runner, shown.list.notices, window)
        self.navigation = NavigationPart(
            shown.desk, shown.sidebar, shown.list, shown.pane, self.session.tell_end
        )
        self.filtering = FilteringPart(opened, shown.desk, shown.list, state, today, window)
        self.rules = RulesPart(
            opened, reports, self.searches, self.filtering, *papers, today, window
        )
        self.syncing = SyncingPart(
            *(opened.sync_runner, shown.desk, shown.list, shown.footer),
            *(opened.latest_day, window),
        )
        self.fetching = FetchingPart(opened.fetch_runner, gui_thread, shown.papers, shown.list)
        self.citation_keys = CitationKeysPart(opened, reports, *papers, window)
        self.putting_out = PuttingOutPart(opened, *papers, window, self.citation_keys.edit_key_of)
        self.dragging = DraggingPart(opened, shown.list, self.annotating, self.lists)
        self.windowing = WindowingPart(
            opened, window, shown.list.notices, shown.list.header.menu, switch_library
        )
