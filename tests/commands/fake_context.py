"""A command context that notes what it was asked for, for commands without a window."""

from collections.abc import Sequence
from concurrent.futures import Future

from readinglist.domain.annotation import Edit
from readinglist.domain.place import PlaceKind
from readinglist.library.edit_history import EditHistory
from readinglist.library.library import Library
from readinglist.library.reading_queue import ReadingQueue
from readinglist.library.undo_log import Undone


class Notes:
    """Part of a context: every request is one line of ``said``."""

    def __init__(self, said: list[str]) -> None:
        self.said = said


class FakeAnnotating(Notes):
    """Works on a real library, and says what became of it."""

    def __init__(self, said: list[str], library: Library, selected: Sequence[int]) -> None:
        super().__init__(said)
        self._library = library
        self._selected = selected

    @property
    def edits(self) -> EditHistory:
        return self._library.edits

    @property
    def queue(self) -> ReadingQueue:
        return self._library.queue

    def selected_keys(self) -> Sequence[int]:
        return self._selected

    def report_edit(self, edit: Future[Edit], *, goes_on: bool = False) -> None:
        self.said.append(edit.result().title() + (" and go on" if goes_on else ""))

    def report_undo(self, undone: Future[Undone], *, redo: bool) -> None:
        edit = undone.result().edit
        self.said.append(f"{'redo' if redo else 'undo'}: {edit.title() if edit else 'nothing'}")

    def mark_list_read(self, *, from_current: bool) -> None:
        self.said.append("mark the rest read" if from_current else "mark the list read")

    def ask_for_tag(self) -> None:
        self.said.append("ask for tag")


class FakeSearches(Notes):
    def save(self) -> None:
        self.said.append("save the filter")


class FakeSession(Notes):
    def show(self) -> None:
        self.said.append("session")

    def copy_starred(self) -> None:
        self.said.append("copy what was starred")


class FakePlaces(Notes):
    def rename(self) -> None:
        self.said.append("rename the place")

    def delete(self) -> None:
        self.said.append("delete the place")


class FakeTags(Notes):
    def choose_colour(self) -> None:
        self.said.append("choose a colour")

    def toggle_digit(self, digit: int) -> None:
        self.said.append(f"coloured tag {digit}")


class FakeLists(Notes):
    def ask_for_new(self) -> None:
        self.said.append("ask for a new list")

    def ask_for_lists(self) -> None:
        self.said.append("ask for lists")

    def take_out(self) -> None:
        self.said.append("take out")

    def move(self, rows: int) -> None:
        self.said.append(f"move in the list {rows:+}")

    def move_to_end(self, direction: int) -> None:
        self.said.append(f"move to the end of the list {direction:+}")

    def order_by_hand(self) -> None:
        self.said.append("order by hand")


class FakeRules(Notes):
    def ask_for_rules(self) -> None:
        self.said.append("rules")


class FakeLiveFiles(Notes):
    def keep_shown(self) -> None:
        self.said.append("keep a file")

    def show_files(self) -> None:
        self.said.append("live files")


class FakeNavigation(Notes):
    def move_by(self, rows: int, *, extend: bool) -> None:
        self.said.append(f"{'select' if extend else 'move'} {rows:+}")

    def move_to_unread(self, direction: int) -> None:
        self.said.append(f"unread {direction:+}")

    def move_to_end(self, direction: int) -> None:
        self.said.append(f"end {direction:+}")

    def scroll(self, pages: float) -> None:
        self.said.append(f"scroll {pages:+}")

    def read_on(self, direction: int) -> None:
        self.said.append(f"read on {direction:+}")

    def step_pane(self, direction: int) -> None:
        self.said.append(f"pane {direction:+}")

    def show_place(self, kind: PlaceKind) -> None:
        self.said.append(f"show {kind.value}")

    def step_day(self, direction: int) -> None:
        self.said.append(f"day {direction:+}")

    def focus_filter(self) -> None:
        self.said.append("filter")

    def focus_list(self) -> None:
        self.said.append("list")

    def focus_note(self) -> None:
        self.said.append("note")


class FakeFiltering(Notes):
    def show_history(self) -> None:
        self.said.append("filter history")

    def show_syntax(self) -> None:
        self.said.append("filter syntax")


class FakeFinding(Notes):
    def find_command(self) -> None:
        self.said.append("find a command")


class FakeSyncing(Notes):
    def sync_recent(self) -> None:
        self.said.append("sync")

    def ask_for_days(self) -> None:
        self.said.append("ask for days")

    def cancel(self) -> None:
        self.said.append("cancel")


class FakeFetching(Notes):
    def fetch_selected(self) -> None:
        self.said.append("fetch the selected papers")

    def fetch_list(self) -> None:
        self.said.append("fetch the list")


class FakeCitationKeys(Notes):
    def ask_for_key(self) -> None:
        self.said.append("ask for a citation key")

    def renew(self) -> None:
        self.said.append("new citation keys")

    def ask_for_pattern(self) -> None:
        self.said.append("pattern of citation keys")


class FakePuttingOut(Notes):
    def open_link(self, kind: str) -> None:
        self.said.append(f"open {kind}")

    def ask_for_export(self) -> None:
        self.said.append("export")

    def copy_bibtex(self) -> None:
        self.said.append("copy bibtex")

    def copy_citation_keys(self) -> None:
        self.said.append("copy citation keys")

    def copy_links(self) -> None:
        self.said.append("copy links")

    def copy_markdown(self) -> None:
        self.said.append("copy markdown")

    def copy_references(self, style: str) -> None:
        self.said.append(f"copy references {style}")


class FakeWindowing(Notes):
    def toggle_sample(self) -> None:
        self.said.append("sample")

    def ask_for_settings(self) -> None:
        self.said.append("settings")

    def ask_for_keys(self) -> None:
        self.said.append("keys")

    def toggle_full_screen(self) -> None:
        self.said.append("full screen")

    def open_menu(self) -> None:
        self.said.append("menu")

    def show_help(self) -> None:
        self.said.append("help")

    def show_about(self) -> None:
        self.said.append("about")

    def change_zoom(self, percent: int | None) -> None:
        self.said.append("zoom reset" if percent is None else f"zoom {percent:+}")

    def quit(self) -> None:
        self.said.append("quit")


class FakeContext:
    """All parts; ``said`` holds what the commands asked of them, in order."""

    def __init__(self, library: Library, selected: Sequence[int] = ()) -> None:
        self.said: list[str] = []
        self.annotating = FakeAnnotating(self.said, library, selected)
        self.searches = FakeSearches(self.said)
        self.session = FakeSession(self.said)
        self.places = FakePlaces(self.said)
        self.tags = FakeTags(self.said)
        self.lists = FakeLists(self.said)
        self.rules = FakeRules(self.said)
        self.live_files = FakeLiveFiles(self.said)
        self.navigation = FakeNavigation(self.said)
        self.filtering = FakeFiltering(self.said)
        self.finding = FakeFinding(self.said)
        self.syncing = FakeSyncing(self.said)
        self.fetching = FakeFetching(self.said)
        self.citation_keys = FakeCitationKeys(self.said)
        self.putting_out = FakePuttingOut(self.said)
        self.windowing = FakeWindowing(self.said)
