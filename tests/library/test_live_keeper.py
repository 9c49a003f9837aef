"""Live files are brought up to date by themselves, and only as far as something changed."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import pytest

from readinglist.domain.change import LibraryChange
from readinglist.domain.errors import UserFacingError
from readinglist.domain.live_file import LiveFile, LiveQuery, LiveState
from readinglist.domain.place import PlaceKind
from readinglist.library.library import Library
from readinglist.library.live_keeper import LiveKeeper, Moment
from readinglist.storage.listings import store_listings
from tests.library.live import all_keys, exported_text, keep
from tests.papers import made_up_listing

LONGEST_S = 60.0
STARRED = LiveQuery("is:starred")


@pytest.mark.parametrize(
    ("changes", "due"),
    [((), None), ((10.0,), 11.0), ((10.0, 10.9), 11.9), ((10, 11, 12, 13, 14, 14.8), 15.0)],
)
def test_it_is_time_when_changes_pause_or_have_waited_long(
    changes: tuple[float, ...], due: float | None
) -> None:
    moment = Moment(quiet_s=1.0, longest_s=5.0)
    for change in changes:
        moment.note(change)
    assert moment.due_at == due
    moment.clear()
    assert moment.due_at is None


class Keeping:
    """A keeper of which each look at the files can be waited for."""

    def __init__(self, library: Library, moment: Moment) -> None:
        self.looks: Queue[list[LiveFile]] = Queue()
        self.keeper = LiveKeeper(library, lambda files: self.looks.put(list(files)), moment)

    def next_look(self) -> list[LiveFile]:
        return self.looks.get(timeout=LONGEST_S)

    def look_until(self, is_so: Callable[[list[LiveFile]], bool]) -> list[LiveFile]:
        while not is_so(files := self.next_look()):
            pass
        return files


@pytest.fixture
def keeping(filled_library: Library) -> Iterator[Keeping]:
    keeping = Keeping(filled_library, Moment(0, 0))
    yield keeping
    keeping.keeper.close()


def test_files_are_looked_at_once_at_the_beginning_and_after_changes(
    filled_library: Library, keeping: Keeping, tmp_path: Path
) -> None:
    keys = all_keys(filled_library)
    target = tmp_path / "refs.bib"
    keep(filled_library, target, STARRED)
    keeping.keeper.start()
    keeping.look_until(lambda files: files[0].state is LiveState.UP_TO_DATE)
    assert target.read_text() == ""
    filled_library.edits.set_starred(keys[:2], starred=True).result()
    keeping.look_until(lambda files: files[0].papers == 2)
    assert target.read_text() == exported_text(filled_library, keys[:2])


def test_a_file_that_is_added_is_written(
    filled_library: Library, keeping: Keeping, tmp_path: Path
) -> None:
    keeping.keeper.start()
    assert keeping.next_look() == []
    keep(filled_library, tmp_path / "refs.bib", STARRED)
    keeping.look_until(lambda files: bool(files) and files[0].state is LiveState.UP_TO_DATE)
    assert (tmp_path / "refs.bib").exists()


def test_changes_wait_for_their_moment_but_not_for_the_end(
    filled_library: Library, tmp_path: Path
) -> None:
    keeping = Keeping(filled_library, Moment(3600, 3600))
    keys = all_keys(filled_library)
    target = tmp_path / "refs.bib"
    keep(filled_library, target, STARRED)
    keeping.keeper.start()
    keeping.look_until(lambda files: files[0].state is LiveState.UP_TO_DATE)
    filled_library.edits.set_starred(keys[:2], starred=True).result()
    assert keeping.keeper.ask(lambda _writer: target.read_text()).result() == ""
    keeping.keeper.finished().result()
    assert target.read_text() == exported_text(filled_library, keys[:2])
    keeping.keeper.close()


def test_a_keeper_that_was_not_started_has_nothing_to_finish(keeping: Keeping) -> None:
    keeping.keeper.finished().result(timeout=0)


def test_what_another_program_changed_is_followed(
    filled_library: Library, filled_folder: Path, keeping: Keeping, tmp_path: Path
) -> None:
    keys = all_keys(filled_library)
    filled_library.edits.set_starred(keys[:2], starred=True).result()
    target = tmp_path / "refs.bib"
    keep(filled_library, target, STARRED, options='{"notes":true}')
    keeping.keeper.start()
    keeping.look_until(lambda files: files[0].papers == 2)
    other = Library(filled_folder)
    other.edits.set_note(keys[0], "Read this again").result()
    other.close()
    keeping.keeper.on_changes_elsewhere()
    keeping.keeper.finished().result()
    assert "Read this again" in target.read_text()


def test_synced_days_alone_are_no_change(filled_library: Library, keeping: Keeping) -> None:
    keeping.keeper.start()
    keeping.next_look()
    keeping.keeper.on_change(LibraryChange(days=True))
    keeping.keeper.finished().result()
    keeping.next_look()  # of what finished() asked
    assert keeping.looks.empty()


class DetailsRead:
    """Counts which papers are read in full."""

    def __init__(self, library: Library) -> None:
        self._statements: list[str] = []
        trace = self._statements.append

        def begin(connection: sqlite3.Connection) -> None:
            connection.set_trace_callback(trace)

        library.database.row_reader.read(begin).result()

    def take(self) -> list[int]:
        """Return the keys of the papers that were read since this was asked last."""
        of_details = [text for text in self._statements if "abstract" in text]
        self._statements.clear()
        asked = re.findall(r"json_each\('\[([\d, ]*)\]'\)", "".join(of_details))
        return [int(key) for keys in asked for key in keys.split(",") if key.strip()]


def test_of_ten_thousand_papers_only_the_one_that_changed_is_read_again(
    library: Library, tmp_path: Path
) -> None:
    listings = [
        made_up_listing(number, title=f"Title{number:05d} on Learning")
        for number in range(1, 10_001)
    ]
    library.database.write(
        lambda writing: store_listings(writing, "daily-papers", listings, datetime.now(UTC))
    ).result()
    keys = all_keys(library)
    library.lists.make("All of them", keys=keys).result()
    target = tmp_path / "refs.bib"
    keep(library, target, LiveQuery("All of them", PlaceKind.LIST), options='{"tags":true}')
    keeping = Keeping(library, Moment(0, 0))
    read = DetailsRead(library)
    keeping.keeper.start()
    keeping.look_until(lambda files: files[0].papers == 10_000)
    assert sorted(read.take()) == sorted(keys)
    before = target.stat().st_mtime_ns
    library.edits.set_starred([keys[5000]], starred=True).result()
    keeping.keeper.finished().result()
    assert read.take() == [keys[5000]]
    assert target.stat().st_mtime_ns == before  # the format does not speak of stars
    library.edits.set_tagged([keys[5000]], "rl", tagged=True).result()
    keeping.keeper.finished().result()
    assert read.take() == [keys[5000]]
    assert "keywords" in target.read_text()
    library.lists.remove("All of them", [keys[0]]).result()
    keeping.keeper.finished().result()
    assert set(read.take()) <= {keys[0]}
    keeping.keeper.close()


def test_whoever_asks_is_answered_though_telling_fails(filled_library: Library) -> None:
    def fail(_files: object) -> None:
        raise UserFacingError("The disk is full.")

    keeper = LiveKeeper(filled_library, fail, Moment(0, 0))
    keeper.start()
    assert keeper.ask(lambda _writer: 1).result(LONGEST_S) == 1
    assert keeper.ask(lambda _writer: 2).result(LONGEST_S) == 2
    keeper.close()


def test_what_is_not_begun_at_the_end_is_cancelled(filled_library: Library) -> None:
    keeper = LiveKeeper(filled_library, moment=Moment(0, 0))
    unstarted = keeper.ask(lambda _writer: 0)
    keeper.start()
    begun, may_end = Event(), Event()

    def work(_writer: object) -> bool:
        begun.set()
        return may_end.wait(LONGEST_S)

    asked = keeper.ask(work)
    left = keeper.ask(lambda _writer: 1)
    assert begun.wait(LONGEST_S)
    closing = Thread(target=keeper.close)
    closing.start()
    while not keeper.ask(lambda _writer: 2).cancelled():  # until it is closed
        pass
    may_end.set()
    closing.join()
    assert unstarted.result() == 0
    assert asked.result()
    assert left.cancelled()


def test_a_keeper_that_never_started_cancels_what_it_was_asked(filled_library: Library) -> None:
    keeper = LiveKeeper(filled_library)
    asked = keeper.ask(lambda _writer: 1)
    keeper.close()
    assert asked.cancelled()
