"""Bringing in papers again and again: what is added, what is updated, what is never touched."""

import json
import zlib
from collections.abc import Sequence

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.change import LibraryChange
from readinglist.domain.query import Text, TextField
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.domain.synced_day import DayCount, DayStatus
from readinglist.library.library import Library
from readinglist.library.sync import Sync
from readinglist.sources.recorded_days import bundled_sample, sample_days
from tests.library.syncing import detail, listed, run
from tests.library_file import assert_sound, rows, users_rows, value
from tests.papers import MONDAY, TUESDAY, ListedDays, made_up_listing


def found(library: Library, text: str, field: TextField = TextField.ANY) -> list[int]:
    return list(library.papers.keys(Text(text, field), NEWEST_FIRST).result())


def annotate_everything(library: Library, keys: Sequence[int]) -> None:
    library.edits.set_starred(keys[::2], starred=True)
    library.edits.set_read(keys[::3], read=True)
    library.edits.set_tagged(keys[:5], "rl/offline", tagged=True)
    library.edits.set_note(keys[0], "My own words").result()


def test_the_recorded_days(library: Library) -> None:
    report = Sync(library, bundled_sample(), CancelToken()).run(sample_days())
    assert [(day.added, day.updated, day.unchanged) for day in report.days] == [
        (20, 0, 0),
        (29, 0, 0),
        (28, 0, 0),
        (30, 0, 0),
        (28, 0, 0),
    ]
    assert report.is_whole
    assert (report.added, report.updated, report.asked) == (135, 0, 5)
    assert_sound(library.folder)


def test_a_second_sync_changes_nothing_and_nothing_of_the_reader(filled_library: Library) -> None:
    annotate_everything(filled_library, range(1, 136))
    before = users_rows(filled_library.folder)
    papers = rows(filled_library.folder, "SELECT * FROM paper ORDER BY id")
    told: list[LibraryChange] = []
    filled_library.on_change(told.append)
    report = Sync(filled_library, bundled_sample(), CancelToken()).run(sample_days())
    assert [(day.added, day.updated, day.unchanged) for day in report.days] == [
        (0, 0, 20),
        (0, 0, 29),
        (0, 0, 28),
        (0, 0, 30),
        (0, 0, 28),
    ]
    assert users_rows(filled_library.folder) == before
    assert rows(filled_library.folder, "SELECT * FROM paper ORDER BY id") == papers
    assert told == [LibraryChange(days=True)] * 5


def test_everything_upstream_changes_and_the_readers_stays(library: Library) -> None:
    first = [made_up_listing(number) for number in range(10)]
    listed(library, *first)
    annotate_everything(library, range(1, 11))
    before = users_rows(library.folder)
    changed = [
        made_up_listing(
            number,
            title=f"Renamed {number}",
            authors=("Grace Hopper",),
            abstract="Rewritten.",
            upvotes=500 + number,
            comments=77,
            organization="Navy",
            ai_summary="Compiled.",
            keywords=("compilers",),
            code_url="https://github.com/hopper/a-0",
            project_url="https://example.org/a-0",
        )
        for number in range(10)
    ]
    report = listed(library, *changed)
    assert (report.added, report.updated, report.unchanged) == (0, 10, 0)
    assert users_rows(library.folder) == before
    after = detail(library)
    assert after.paper == changed[1].paper
    assert after.citation_key == "lovelace2025paper" + "a"
    assert_sound(library.folder)


def test_upvotes_follow_upstream_up_and_down(library: Library) -> None:
    listed(library, made_up_listing(1, upvotes=10))
    for upvotes in (25, 24, 0):
        assert listed(library, made_up_listing(1, upvotes=upvotes)).updated == 1
        assert detail(library).paper.upvotes == upvotes


def test_what_upstream_no_longer_says_is_kept(library: Library) -> None:
    listed(library, made_up_listing(1))
    silent = made_up_listing(
        1,
        abstract="",
        organization="",
        ai_summary="",
        keywords=(),
        code_url="",
        project_url="",
    )
    assert listed(library, silent).unchanged == 1
    assert detail(library).paper == made_up_listing(1).paper


def test_a_summary_that_comes_later_is_an_update(library: Library) -> None:
    listed(library, made_up_listing(1, ai_summary="", keywords=()))
    assert listed(library, made_up_listing(1)).updated == 1
    assert detail(library).paper.keywords == ("measuring", "things")


def test_the_index_follows_the_text(library: Library) -> None:
    listed(library, made_up_listing(1, title="Old words", organization="Engines"))
    assert found(library, "engines", TextField.ORGANIZATION) == [1]
    listed(library, made_up_listing(1, title="New words", organization="Navy"))
    assert found(library, "old") == []
    assert found(library, "new") == [1]
    assert found(library, "engines", TextField.ORGANIZATION) == []
    assert found(library, "navy", TextField.ORGANIZATION) == [1]
    assert_sound(library.folder)


def test_a_paper_on_two_days(library: Library) -> None:
    source = ListedDays({MONDAY: [made_up_listing(1)], TUESDAY: [made_up_listing(1, TUESDAY)]})
    report = run(library, source, TUESDAY, MONDAY)
    assert [(day.added, day.updated) for day in report.days] == [(1, 0), (0, 1)]
    assert detail(library).featured_on == ("2025-06-02", "2025-06-03")
    assert value(library.folder, "SELECT listed_on FROM paper") == "2025-06-03"
    assert library.papers.days("2025-06-01", "2025-06-30").result() == [
        DayCount("2025-06-02", 1, DayStatus.COMPLETE),
        DayCount("2025-06-03", 1, DayStatus.COMPLETE),
    ]


def test_the_newest_record_of_the_source_is_kept(library: Library) -> None:
    listed(library, made_up_listing(1, upvotes=3))
    listed(library, made_up_listing(1, upvotes=4))
    ((body,),) = rows(library.folder, "SELECT body FROM upstream_record")
    assert json.loads(zlib.decompress(body))["upvotes"] == 4


def test_citation_keys_are_unique_whatever_their_case(library: Library) -> None:
    listed(
        library,
        made_up_listing(1, title="Attention"),
        made_up_listing(2, title="attention again"),
        made_up_listing(3, title="Attentional"),
        made_up_listing(4, title="Attention!"),
    )
    keys = [key for (key,) in rows(library.folder, "SELECT key FROM citation_key ORDER BY 1")]
    assert keys == [
        "lovelace2025attention",
        "lovelace2025attentiona",
        "lovelace2025attentional",
        "lovelace2025attentionb",
    ]
