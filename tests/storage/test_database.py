"""One writer, two readers: who goes first, what a failure leaves, who may open a connection."""

import sqlite3
import threading
from concurrent.futures import CancelledError as FutureCancelledError
from concurrent.futures import Future
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from sqlalchemy import text

from readinglist.domain.change import LibraryChange
from readinglist.domain.errors import CancelledError, LibraryFileError
from readinglist.domain.query import Everything
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.library import Library
from readinglist.storage.database import Priority
from readinglist.storage.papers import FIRST_SCREENFUL
from readinglist.storage.write_engine import WriteSession
from tests.library_file import assert_sound, library_file, value

PROMISED_S = 30.0
"""Generous: reached only if what is waited for never comes."""

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def hold_writer(library: Library) -> Event:
    """Keep the writer busy until the returned event is set."""
    held, release = Event(), Event()

    def hold(_writing: WriteSession) -> None:
        held.set()
        assert release.wait(PROMISED_S)

    library.database.write(hold)
    assert held.wait(PROMISED_S)
    return release


def test_the_reader_goes_before_a_sync(library: Library) -> None:
    order: list[str] = []
    release = hold_writer(library)
    waiting = [
        library.database.write(lambda _writing, name=name: order.append(name), priority)  # type: ignore[misc]  # one lambda per name
        for name, priority in (
            ("chunk 1", Priority.SYNC),
            ("chunk 2", Priority.SYNC),
            ("star", Priority.READER),
            ("note", Priority.READER),
        )
    ]
    release.set()
    for future in waiting:
        future.result(PROMISED_S)
    assert order == ["star", "note", "chunk 1", "chunk 2"]


def test_a_failed_write_leaves_nothing(filled_library: Library) -> None:
    def fail(writing: WriteSession) -> None:
        writing.session.execute(text("UPDATE paper SET title = 'lost'"))
        writing.changed(LibraryChange(updated=frozenset({1})))
        raise ZeroDivisionError

    told: list[LibraryChange] = []
    filled_library.on_change(told.append)
    with pytest.raises(ZeroDivisionError):
        filled_library.database.write(fail).result()
    assert value(filled_library.folder, "SELECT count(*) FROM paper WHERE title = 'lost'") == 0
    assert told == []
    filled_library.edits.set_starred([1], starred=True).result()


def test_an_error_of_the_database_is_told_in_words(filled_library: Library) -> None:
    def fill_the_disk(writing: WriteSession) -> None:
        pages = writing.session.execute(text("PRAGMA page_count")).scalar_one()
        writing.session.execute(text(f"PRAGMA max_page_count = {pages}"))
        writing.session.execute(text("CREATE TABLE big (x BLOB)"))
        writing.session.execute(text("INSERT INTO big VALUES (zeroblob(1000000))"))

    with pytest.raises(LibraryFileError, match="disk is full") as caught:
        filled_library.database.write(fill_the_disk).result()
    assert caught.value.can_retry


def test_a_locked_library_is_told_in_words(
    filled_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def do_not_wait(writing: WriteSession) -> None:
        writing.session.execute(text("PRAGMA busy_timeout = 0"))

    filled_library.database.write(do_not_wait).result()
    other = sqlite3.connect(library_file(filled_library.folder), isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryFileError, match="Another program is writing") as caught:
            filled_library.edits.set_starred([1], starred=True).result()
        assert caught.value.can_retry
        other.execute("ROLLBACK")
        assert filled_library.edits.set_starred([1], starred=True).result().changes
    finally:
        other.close()


def test_listeners_hear_of_every_change_and_of_nothing_else(filled_library: Library) -> None:
    told: list[LibraryChange] = []
    filled_library.on_change(told.append)
    filled_library.edits.set_starred([1, 2], starred=True).result()
    filled_library.edits.set_starred([1, 2], starred=True).result()  # as it is already
    filled_library.edits.set_tagged([3], "rl", tagged=True).result()
    assert told == [
        LibraryChange(annotated=frozenset({1, 2})),
        LibraryChange(annotated=frozenset({3})),
    ]


def test_a_listener_hears_after_the_commit_and_before_the_caller(filled_library: Library) -> None:
    heard: list[object] = []

    def listen(_change: LibraryChange) -> None:
        starred = "SELECT count(*) FROM annotation WHERE starred_at IS NOT NULL"
        heard.append(value(filled_library.folder, starred))
        heard.append(threading.current_thread().name)

    filled_library.on_change(listen)
    filled_library.edits.set_starred([1], starred=True).result()
    assert heard == [1, "library-writer"]


def test_a_failing_listener_spoils_nothing(
    filled_library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[LibraryChange] = []

    def fail(_change: LibraryChange) -> None:
        raise ZeroDivisionError

    filled_library.on_change(fail)
    filled_library.on_change(told.append)
    assert filled_library.edits.set_starred([1], starred=True).result().changes
    assert len(told) == 1
    assert "A listener failed" in caplog.text


def begin_endless_search(library: Library) -> Future[Any]:
    """Begin a search that never ends by itself, and return once it runs."""
    running = Event()

    def search(connection: sqlite3.Connection) -> Any:
        def say_so() -> int:
            running.set()
            return 0

        connection.set_progress_handler(say_so, 1000)
        try:
            return connection.execute(ENDLESS).fetchall()
        finally:
            connection.set_progress_handler(None, 0)

    future = library.database.search_reader.read_newest(search)
    assert running.wait(PROMISED_S)
    return future


def test_the_newest_search_stops_the_running_one(filled_library: Library) -> None:
    endless = begin_endless_search(filled_library)
    newest = filled_library.papers.search(Everything(), NEWEST_FIRST)
    assert len(newest.result(PROMISED_S).rows) == FIRST_SCREENFUL
    with pytest.raises(CancelledError):
        endless.result(PROMISED_S)


def test_the_newest_search_drops_the_waiting_ones(filled_library: Library) -> None:
    endless = begin_endless_search(filled_library)
    searches = [filled_library.papers.search(Everything(), NEWEST_FIRST) for _ in range(50)]
    assert len(searches[-1].result(PROMISED_S).rows) == FIRST_SCREENFUL
    assert endless.done()
    for search in searches[:-1]:
        # One of them may have been quick enough.
        if not search.cancelled() and search.exception() is None:
            assert len(search.result().rows) == FIRST_SCREENFUL


def test_another_read_is_not_stopped_by_a_search(filled_library: Library) -> None:
    endless = begin_endless_search(filled_library)
    assert len(filled_library.papers.keys(Everything(), NEWEST_FIRST).result(PROMISED_S)) == 135
    assert not endless.done()


def test_closing_stops_a_running_search(filled_library: Library) -> None:
    endless = begin_endless_search(filled_library)
    waiting = filled_library.database.search_reader.read(lambda _connection: 1)
    filled_library.close()
    with pytest.raises(CancelledError):
        endless.result(0)
    assert waiting.cancelled()


def test_closing_finishes_the_writes_that_wait(filled_library: Library) -> None:
    release = hold_writer(filled_library)
    writes = [
        filled_library.edits.set_note(1, "first"),
        filled_library.edits.set_starred([1], starred=True),
    ]
    closer = threading.Thread(target=filled_library.close)
    closer.start()
    release.set()
    closer.join()
    assert all(write.result(0).changes for write in writes)
    assert value(filled_library.folder, "SELECT note FROM annotation WHERE paper_id = 1") == "first"


def test_nobody_waits_for_a_closed_library(filled_library: Library) -> None:
    filled_library.close()
    filled_library.close()
    with pytest.raises(CancelledError):
        filled_library.edits.set_starred([1], starred=True).result(PROMISED_S)
    with pytest.raises(FutureCancelledError):
        filled_library.papers.counts().result(PROMISED_S)
    with pytest.raises(FutureCancelledError):
        filled_library.papers.search(Everything(), NEWEST_FIRST).result(PROMISED_S)


def test_whoever_is_told_of_a_dropped_read_may_read_again(filled_library: Library) -> None:
    asked_again: list[Future[Any]] = []
    begin_endless_search(filled_library)
    waiting = filled_library.papers.search(Everything(), NEWEST_FIRST)
    waiting.add_done_callback(
        lambda _future: asked_again.append(
            filled_library.database.search_reader.read(lambda _connection: "again")
        )
    )
    filled_library.papers.search(Everything(), NEWEST_FIRST)
    assert waiting.cancelled()
    assert asked_again[0].result(PROMISED_S) == "again"


def test_readers_cannot_write(filled_library: Library) -> None:
    def write(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM annotation")

    with pytest.raises(LibraryFileError, match="cannot be opened for writing"):
        filled_library.database.row_reader.read(write).result()


def test_no_connection_is_opened_on_the_calling_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_on: list[str] = []
    connect = sqlite3.connect

    def noting(*arguments: Any, **named: Any) -> sqlite3.Connection:
        opened_on.append(threading.current_thread().name)
        connection: sqlite3.Connection = connect(*arguments, **named)
        return connection

    monkeypatch.setattr(sqlite3, "connect", noting)
    library = Library(tmp_path)
    library.papers.search(Everything(), NEWEST_FIRST).result()
    library.papers.counts().result()
    library.papers.rows([1]).result()
    library.edits.set_starred([1], starred=True)
    library.edits.undo().result()
    library.close()
    assert set(opened_on) == {
        "library-writer",
        "library-search",
        "library-rows",
        "library-lists",
    }


def test_two_processes_write_side_by_side(filled_folder: Path) -> None:
    """Two libraries on one file stand for two processes: SQLite locks between connections."""
    count = 60
    libraries = [Library(filled_folder), Library(filled_folder)]
    try:
        edits = [
            library.edits.set_note(number % 5 + start, f"{number}")
            for number in range(count)
            for start, library in zip((1, 50), libraries, strict=True)
        ]
        assert all(edit.result(PROMISED_S).changes for edit in edits)
    finally:
        for library in libraries:
            library.close()
    last = [str(number) for number in range(count - 5, count)]
    statement = "SELECT group_concat(note) FROM (SELECT note FROM annotation ORDER BY paper_id)"
    assert value(filled_folder, statement) == ",".join(last + last)
    assert_sound(filled_folder)
