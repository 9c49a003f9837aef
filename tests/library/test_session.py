"""A session tells what was done in it, and takes back each kind of it."""

from datetime import UTC, datetime, timedelta

import pytest

from readinglist.domain.annotation import Edit, Field, FieldChange
from readinglist.domain.reading_queue import QueueState
from readinglist.library.library import Library
from readinglist.library.session import Session, summed_up


def told(session: Session) -> list[str]:
    return [edit.done_title() for edit in session.summary().result().done]


@pytest.fixture
def library(filled_library: Library) -> Library:
    return filled_library


def test_what_was_done_is_told_once_for_each_kind(library: Library) -> None:
    library.edits.set_starred([1, 2], starred=True)
    library.edits.set_starred([3], starred=True)
    library.edits.set_hidden([4, 5, 6], hidden=True)
    library.queue.set_state([1], QueueState.TO_READ)
    library.edits.set_tagged([1, 2], "rl", tagged=True)
    library.edits.set_rating([1], 5)
    library.lists.make("Related work", keys=[2, 3])
    library.edits.set_note(7, "A note").result()
    assert told(library.session) == [
        "Starred 3 papers",
        "Hid 3 papers",
        "Queued 1 paper",
        "Tagged 2 papers “rl”",
        "Rated 1 paper 5",
        "Made list “Related work”",
        "Added 2 papers to “Related work”",
        "Note",
    ]
    assert library.session.summary().result().keys(Field.STAR) == (1, 2, 3)


def test_what_was_undone_or_done_back_by_hand_is_not_told(library: Library) -> None:
    library.edits.set_starred([1, 2], starred=True)
    library.edits.set_starred([2], starred=False)
    library.edits.set_hidden([3], hidden=True)
    library.edits.undo().result()
    assert told(library.session) == ["Starred 1 paper"]


def test_one_kind_is_taken_back_and_that_is_one_step_of_undo(library: Library) -> None:
    library.edits.set_starred([1, 2], starred=True)
    library.edits.set_hidden([3], hidden=True)
    library.edits.set_starred([4], starred=True)
    stars = library.session.summary().result().done[0]
    assert len(library.session.take_back(stars).result().changes) == 3
    assert told(library.session) == ["Hid 1 paper"]
    assert library.edits.undo().result().title == "Unstar 3 papers"
    assert told(library.session) == ["Starred 3 papers", "Hid 1 paper"]


def test_what_changed_since_is_left_alone(library: Library) -> None:
    library.edits.set_starred([1, 2], starred=True)
    stars = library.session.summary().result().done[0]
    library.edits.set_starred([2], starred=False)
    assert library.session.take_back(stars).result().paper_keys == (1,)


def test_papers_that_were_seen_are_counted_and_those_marked_read_known(library: Library) -> None:
    for key in (5, 6, 5):
        library.session.saw(key)
    library.session.opened(library.edits.mark_opened(5).result())
    summary = library.session.summary().result()
    assert summary.seen == (5, 6)
    assert summary.opened == (5,)
    assert library.session.mark_unread().result().title() == "Mark 1 paper unread"
    assert library.session.summary().result().opened == ()
    assert library.edits.undo().result().title == "Mark 1 paper unread"


def test_after_a_long_pause_another_session_begins(library: Library) -> None:
    times = [datetime(2026, 11, 25, 8, tzinfo=UTC)]
    session = Session(library.edits, lambda: times[-1])
    session.saw(1)
    times.append(times[0] + timedelta(hours=2))
    session.saw(2)
    assert session.summary().result().seen == (1, 2)
    times.append(times[1] + timedelta(hours=9))
    session.saw(3)
    summary = session.summary().result()
    assert summary.seen == (3,)
    assert summary.since == times[-1]


def test_edits_of_an_earlier_session_are_not_told(library: Library) -> None:
    library.edits.set_starred([1], starred=True).result()
    later = datetime.now(UTC) + timedelta(minutes=1)
    assert told(Session(library.edits, lambda: later)) == []


def test_edits_of_one_field_are_told_apart_by_what_became_of_them() -> None:
    edits = [
        Edit(Field.RATING, (FieldChange(1, "", "5"), FieldChange(2, "", "5"))),
        Edit(Field.RATING, (FieldChange(2, "5", "3"), FieldChange(3, "4", ""))),
    ]
    assert [edit.title() for edit in summed_up(edits)] == [
        "Rate 1 paper 5",
        "Rate 1 paper 3",
        "Unrate 1 paper",
    ]
