"""How days end: in chunks, without papers, in failure, or stopped half-way."""

from datetime import date, timedelta

import pytest

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.change import LibraryChange
from readinglist.domain.errors import (
    CancelledError,
    LibraryFileError,
    SourceUnavailableError,
    UnexpectedAnswerError,
)
from readinglist.domain.paper import SkippedRow
from readinglist.domain.synced_day import DayStatus
from readinglist.library.library import Library
from readinglist.library.sync import DayReport, Sync, SyncProgress
from readinglist.storage.database import Priority
from tests.library.syncing import detail, listed, run
from tests.library_file import rows, value
from tests.papers import MONDAY, TUESDAY, ListedDays, made_up_listing


def test_a_long_day_is_written_in_chunks_and_the_ledger_with_the_last(library: Library) -> None:
    told: list[tuple[LibraryChange, int]] = []

    def listen(change: LibraryChange) -> None:
        told.append((change, value(library.folder, "SELECT count(*) FROM sync_log")))

    library.on_change(listen)
    report = listed(library, *(made_up_listing(number) for number in range(60)))
    assert report.added == 60
    assert told == [
        (LibraryChange(added=25), 0),
        (LibraryChange(added=25), 0),
        (LibraryChange(added=10, days=True), 1),
    ]


@pytest.mark.parametrize(("papers", "chunks"), [(0, [0]), (1, [1]), (25, [25]), (26, [25, 1])])
def test_chunks(papers: int, chunks: list[int], library: Library) -> None:
    told: list[LibraryChange] = []
    library.on_change(told.append)
    listed(library, *(made_up_listing(number) for number in range(papers)))
    assert [change.added for change in told] == chunks
    assert [change.days for change in told] == [False] * (len(chunks) - 1) + [True]


def test_a_sync_writes_after_the_reader(library: Library) -> None:
    seen: list[Priority] = []
    write = library.database.write

    def noting(work: object, priority: Priority = Priority.READER) -> object:
        seen.append(priority)
        return write(work, priority)  # type: ignore[arg-type]  # handed on as it came

    library.database.write = noting  # type: ignore[method-assign, assignment]
    listed(library, made_up_listing(1))
    assert seen == [Priority.SYNC]


def test_a_day_without_papers(library: Library) -> None:
    report = run(library, ListedDays({}))
    assert report.days[0].status is DayStatus.EMPTY
    assert report.is_whole
    assert rows(library.folder, "SELECT status, listed FROM sync_log") == [("empty", 0)]


def test_skipped_rows_are_counted_and_named(library: Library) -> None:
    skipped = [SkippedRow("row 1", "no title"), SkippedRow("row 3", "no title")]
    source = ListedDays({MONDAY: [made_up_listing(1)]}, {MONDAY: skipped})
    report = run(library, source)
    assert report.days[0] == DayReport(
        "daily-papers",
        "2025-06-02",
        DayStatus.PARTIAL,
        added=1,
        skipped=2,
        message="2 rows were skipped: no title.",
    )
    assert not report.is_whole
    assert value(library.folder, "SELECT status FROM sync_log") == "partial"


def test_a_failed_day_does_not_stop_the_others(library: Library) -> None:
    error = UnexpectedAnswerError("The answer makes no sense.", "Try later.")
    source = ListedDays({MONDAY: error, TUESDAY: [made_up_listing(1, TUESDAY)]})
    report = run(library, source, MONDAY, TUESDAY)
    assert [day.status for day in report.days] == [DayStatus.FAILED, DayStatus.COMPLETE]
    assert report.days[0].message == "The answer makes no sense. Try later."
    assert not report.is_whole
    assert report.added == 1


def test_a_failed_look_does_not_hide_that_the_day_is_here(library: Library) -> None:
    listed(library, made_up_listing(1))
    report = run(library, ListedDays({MONDAY: SourceUnavailableError("No network.")}))
    assert report.days[0].status is DayStatus.FAILED
    assert rows(library.folder, "SELECT status, message FROM sync_log") == [("complete", "")]


def test_a_failed_first_look_is_noted(library: Library) -> None:
    run(library, ListedDays({MONDAY: SourceUnavailableError("No network.")}))
    assert rows(library.folder, "SELECT status, message FROM sync_log") == [
        ("failed", "No network.")
    ]


def test_an_outage_ends_the_sync(library: Library) -> None:
    days = [MONDAY + timedelta(days=number) for number in range(6)]
    source = ListedDays(dict.fromkeys(days, SourceUnavailableError("No network.")))
    report = run(library, source, *days)
    assert source.asked == days[:3]
    assert [day.status for day in report.days] == [DayStatus.FAILED] * 6
    assert [day.message for day in report.days[2:4]] == ["No network.", "Not tried: No network."]


def test_outages_between_good_days_do_not_end_it(library: Library) -> None:
    days = [MONDAY + timedelta(days=number) for number in range(8)]
    outage = SourceUnavailableError("No network.")
    source = ListedDays({day: outage for day in days if day.day % 3})
    run(library, source, *days)
    assert source.asked == days


def test_cancelling_between_days_keeps_what_is_done(library: Library) -> None:
    cancel = CancelToken()

    def cancel_on_tuesday(day: date) -> None:
        if day == TUESDAY:
            cancel.cancel()
            raise CancelledError

    source = ListedDays({MONDAY: [made_up_listing(1)]}, before_answer=cancel_on_tuesday)
    report = Sync(library, source, cancel).run([MONDAY, TUESDAY, TUESDAY + timedelta(1)])
    assert report.cancelled
    assert not report.is_whole
    assert [day.date for day in report.days] == ["2025-06-02"]
    assert report.asked == 3


def test_a_day_that_was_read_is_stored_whole_whenever_cancel_comes(library: Library) -> None:
    cancel = CancelToken()
    library.on_change(lambda _change: cancel.cancel())
    source = ListedDays({MONDAY: [made_up_listing(number) for number in range(60)]})
    report = Sync(library, source, cancel).run([MONDAY, TUESDAY])
    assert report.cancelled
    assert [(day.date, day.added) for day in report.days] == [("2025-06-02", 60)]
    assert value(library.folder, "SELECT count(*) FROM paper") == 60
    assert value(library.folder, "SELECT group_concat(day) FROM sync_log") == "2025-06-02"


def test_a_library_that_is_closed_meanwhile_cancels_the_sync(library: Library) -> None:
    source = ListedDays({MONDAY: [made_up_listing(1)]}, before_answer=lambda _day: library.close())
    report = run(library, source)
    assert report.days == ()


def test_a_library_that_cannot_be_written_ends_the_sync(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise LibraryFileError("The disk is full.")

    monkeypatch.setattr("readinglist.storage.listings.store_listings", refuse)
    source = ListedDays({MONDAY: [made_up_listing(1)]})
    with pytest.raises(LibraryFileError, match="disk is full"):
        run(library, source, MONDAY, TUESDAY)
    assert source.asked == [MONDAY]


def test_progress_and_days_are_told_as_they_come(library: Library) -> None:
    progress: list[SyncProgress] = []
    ended: list[DayReport] = []
    source = ListedDays({MONDAY: [made_up_listing(1), made_up_listing(2)]})
    sync = Sync(library, source, CancelToken(), progress.append, ended.append)
    report = sync.run([MONDAY, TUESDAY])
    assert progress == [
        SyncProgress("2025-06-02", 0, 2, 0),
        SyncProgress("2025-06-03", 1, 2, 2),
    ]
    assert tuple(ended) == report.days


def test_trending_papers_keep_the_day_they_were_listed_on(library: Library) -> None:
    source = ListedDays({}, trending=[made_up_listing(1, MONDAY), made_up_listing(2, TUESDAY)])
    report = Sync(library, source, CancelToken()).run_trending()
    assert report.days[0] == DayReport("daily-papers", "trending", DayStatus.COMPLETE, added=2)
    assert detail(library, "2506.00002").featured_on == ("2025-06-03",)
    assert value(library.folder, "SELECT count(*) FROM sync_log") == 0


def test_a_trending_list_that_fails(library: Library) -> None:
    source = ListedDays({}, trending=SourceUnavailableError("No network."))
    report = Sync(library, source, CancelToken()).run_trending()
    assert report.days[0].status is DayStatus.FAILED
    assert not report.is_whole
