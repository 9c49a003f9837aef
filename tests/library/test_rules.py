"""Rules act on what comes in, and on the library when they are asked to."""

import sqlite3
from dataclasses import replace
from datetime import date, datetime, timedelta
from threading import Event

import pytest

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import UserFacingError
from readinglist.domain.paper import PaperRow
from readinglist.domain.query import ByRule, Everything, Flag, Is
from readinglist.domain.reading_queue import QueueState
from readinglist.domain.rule import Rule
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.library import Library
from readinglist.library.rules import RuleRun
from readinglist.library.sync import Sync
from tests.library_file import assert_sound, value
from tests.papers import MONDAY, ListedDays, made_up_listing

EVERYTHING_DONE = Rule("All", "upvotes:>5", "by rule", stars=True, queues=True, hides=True)


def sync(library: Library, numbers: dict[int, int], day: date = MONDAY) -> None:
    """Bring in papers with so many upvotes each."""
    listings = [made_up_listing(number, day, upvotes=up) for number, up in numbers.items()]
    Sync(library, ListedDays({day: listings}), CancelToken()).run([day])


def row_id(number: int) -> str:
    return f"2506.{number:05d}"


def row(library: Library, number: int) -> PaperRow:
    paper_id = row_id(number)
    key = library.papers.keys_of_ids([paper_id]).result()[paper_id]
    return library.papers.rows([key]).result()[0]


def test_a_rule_acts_on_new_papers_only(library: Library) -> None:
    sync(library, {1: 9})
    library.rules.save(EVERYTHING_DONE).result()
    sync(library, {1: 10, 2: 9, 3: 5})
    acted = row(library, 2)
    assert (acted.starred, acted.hidden, acted.queue) == (True, True, QueueState.TO_READ)
    assert acted.tags == ("by rule",)
    for number in (1, 3):
        untouched = row(library, number)
        assert (untouched.starred, untouched.hidden, untouched.queue) == (False, False, None)
        assert untouched.tags == ()
    counts = library.papers.count_matching(Everything(), Is(Flag.HIDDEN)).result()
    assert (counts.hidden, counts.hidden_by_rules) == (1, 1)
    assert len(library.papers.keys(ByRule("all"), NEWEST_FIRST).result()) == 1
    assert_sound(library.folder)


def test_what_a_rule_did_to_new_papers_is_no_step_of_undo(library: Library) -> None:
    library.rules.save(EVERYTHING_DONE).result()
    sync(library, {2: 9})
    assert library.edits.undo().result().title == "Save rule “All”"
    assert row(library, 2).starred


def test_a_rule_that_has_expired_does_nothing_by_itself(library: Library) -> None:
    today = datetime.now().astimezone().date()
    library.rules.save(replace(EVERYTHING_DONE, expires_on=today - timedelta(days=1))).result()
    sync(library, {2: 9})
    assert not row(library, 2).starred
    library.rules.save(replace(EVERYTHING_DONE, expires_on=today)).result()
    sync(library, {4: 9})
    assert row(library, 4).starred


def test_a_rule_runs_over_the_library_in_one_step(library: Library) -> None:
    sync(library, {1: 9, 2: 8, 3: 1})
    library.rules.save(EVERYTHING_DONE)
    assert library.rules.run("all", MONDAY).result() == RuleRun(2, 2)
    assert row(library, 1).hidden
    undone = library.edits.undo().result()
    assert undone.title == "Run rule “All”"
    again = row(library, 1)
    assert (again.hidden, again.starred, again.tags, again.queue) == (False, False, (), None)
    library.edits.redo().result()
    assert row(library, 1).hidden
    assert_sound(library.folder)


def test_papers_that_are_done_with_do_not_come_back_to_the_queue(library: Library) -> None:
    sync(library, {1: 9})
    library.queue.finish([1])
    library.rules.save(Rule("Queue", "upvotes:>5", queues=True))
    assert library.rules.run("Queue", MONDAY).result() == RuleRun(1, 0)
    assert row(library, 1).queue is QueueState.DONE


def test_a_rule_is_changed_renamed_and_deleted(library: Library) -> None:
    library.rules.save(EVERYTHING_DONE)
    changed = replace(EVERYTHING_DONE, name="Some", expires_on=date(2026, 1, 1))
    library.rules.save(changed, replaces="All").result()
    assert library.papers.counts().result().rules == (changed,)
    library.rules.delete("some").result()
    assert library.papers.counts().result().rules == ()
    library.edits.undo().result()
    assert library.papers.counts().result().rules == (changed,)
    library.edits.undo().result()
    assert library.papers.counts().result().rules == (EVERYTHING_DONE,)


def test_a_new_rule_is_not_taken_for_a_deleted_one(library: Library) -> None:
    library.rules.save(EVERYTHING_DONE).result()
    sync(library, {1: 9})
    library.rules.delete("All")
    library.rules.save(Rule("Other", "x", stars=True)).result()
    assert len(library.papers.keys(ByRule("Other"), NEWEST_FIRST).result()) == 0
    assert value(library.folder, "SELECT count(*) FROM rule_paper") == 1


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule("", "x", stars=True), "needs a name"),
        (Rule("a", " ", stars=True), "needs a query"),
        (Rule("a", "x"), "does nothing"),
        (Rule("a", "x", tag="#"), "needs a name"),
    ],
)
def test_rules_that_are_refused(rule: Rule, words: str, library: Library) -> None:
    with pytest.raises(UserFacingError, match=words):
        library.rules.save(rule)


def test_names_are_unique(library: Library) -> None:
    library.rules.save(EVERYTHING_DONE)
    library.rules.save(replace(EVERYTHING_DONE, name="Other"))
    with pytest.raises(UserFacingError, match="already"):
        library.rules.save(replace(EVERYTHING_DONE, name="ALL"), replaces="Other").result()
    for failing in (library.rules.delete("None"), library.rules.run("None", MONDAY)):
        with pytest.raises(UserFacingError, match="no rule"):
            failing.result()


def test_a_new_rule_does_not_take_the_place_of_another(library: Library) -> None:
    library.rules.save(EVERYTHING_DONE).result()
    with pytest.raises(UserFacingError, match="already"):
        library.rules.save(Rule("all", "x", stars=True), replaces="").result()
    assert library.papers.counts().result().rules == (EVERYTHING_DONE,)


def test_a_preview_tells_what_a_rule_would_have_done(library: Library) -> None:
    sync(library, {1: 9, 2: 8, 3: 1})
    sync(library, {4: 7}, MONDAY - timedelta(days=14))
    library.edits.set_hidden([1], hidden=True).result()
    found = library.rules.preview("upvotes:>5 colour:red", MONDAY).result()
    assert found.as_text == ("colour:red",)
    assert found.papers == 0
    found = library.rules.preview("upvotes:>5", MONDAY).result()
    assert (found.papers, found.recent, found.hidden) == (3, 2, 1)
    assert [row.paper_id for row in found.rows][-1] == row_id(4)
    assert {row.paper_id for row in found.rows if row.hidden} == {row_id(1)}
    assert library.rules.preview("upvotes:>5", MONDAY).result() == found
    assert value(library.folder, "SELECT count(*) FROM rule_paper") == 0


@pytest.mark.parametrize("query", ["", " ", "()", '""', "-", "*"])
def test_a_query_for_every_paper_is_for_none(query: str, library: Library) -> None:
    sync(library, {1: 9})
    assert library.rules.preview(query, MONDAY).result().papers == 0
    with pytest.raises(UserFacingError, match="needs a query"):
        library.rules.save(replace(EVERYTHING_DONE, query=query))


def test_a_newer_preview_gives_up_an_older_one_and_nothing_else(library: Library) -> None:
    sync(library, {1: 9, 2: 8})
    held, go_on = Event(), Event()

    def hold(_connection: sqlite3.Connection) -> None:
        held.set()
        go_on.wait()

    library.database.row_reader.read(hold)
    held.wait()
    older = library.rules.preview("upvotes:>5", MONDAY)
    rows = library.papers.rows([1])
    search = library.papers.search(Everything(), NEWEST_FIRST)
    newer = library.rules.preview("upvotes:>8", MONDAY)
    go_on.set()
    assert newer.result().papers == 1
    assert older.cancelled()
    assert len(rows.result()) == 1
    assert len(search.result().rows) == 2


def test_a_run_keeps_its_title_when_it_was_undone(library: Library) -> None:
    sync(library, {1: 9})
    library.rules.save(Rule("Good", "upvotes:>5", stars=True))
    library.rules.run("Good", MONDAY).result()
    for moved in (library.edits.undo(), library.edits.redo(), library.edits.undo()):
        assert moved.result().title == "Run rule “Good”"
