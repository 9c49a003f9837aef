"""Edits of very many papers: told how far they are, and given up without a trace."""

from collections.abc import Callable
from pathlib import Path

import pytest

from readinglist.domain import progress
from readinglist.domain.errors import CancelledError
from readinglist.domain.progress import WorkProgress
from readinglist.library.library import Library
from readinglist.storage import paper_edits
from tests.library_file import assert_sound

EVERY = range(1, 136)
EDITS: list[Callable[[Library], object]] = [
    lambda library: library.edits.set_starred(EVERY, starred=True).result(),
    lambda library: library.edits.toggle_tagged(EVERY, "rl").result(),
    lambda library: library.edits.set_hidden(EVERY, hidden=True).result(),
    lambda library: library.edits.set_rating(EVERY, 3).result(),
    lambda library: library.queue.finish(EVERY).result(),
    lambda library: library.lists.make("All of them", keys=EVERY).result(),
]
each_edit = pytest.mark.parametrize("edit", EDITS)


@pytest.fixture(autouse=True)
def everything_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "SILENT_S", 0.0)
    monkeypatch.setattr(progress, "PACE_S", 0.0)
    monkeypatch.setattr(paper_edits, "PIECE", 10)


def state(library: Library) -> object:
    return library.papers.counts().result(), library.papers.details(EVERY).result()


@each_edit
def test_an_edit_tells_how_far_it_is(
    edit: Callable[[Library], object], filled_library: Library
) -> None:
    told: list[WorkProgress] = []
    filled_library.database.on_progress(told.append)
    edit(filled_library)
    assert {(one.done, one.total) for one in told} >= {(0, 135), (60, 135), (130, 135)}
    assert [one.is_over for one in told] == [False] * (len(told) - 1) + [True]
    assert not told[-1].was_cancelled


@each_edit
@pytest.mark.parametrize("after", [0, 60, 120])
def test_an_edit_is_given_up_without_a_trace(
    edit: Callable[[Library], object], after: int, filled_library: Library, filled_folder: Path
) -> None:
    before = state(filled_library)
    told: list[WorkProgress] = []

    def cancel(one: WorkProgress) -> None:
        told.append(one)
        if one.done == after:
            one.cancel.cancel()

    filled_library.database.on_progress(cancel)
    with pytest.raises(CancelledError):
        edit(filled_library)
    assert told[-1].was_cancelled
    assert state(filled_library) == before
    assert filled_library.edits.undo().result().edit is None
    filled_library.database.on_progress(told.append)
    edit(filled_library)  # the next one is not given up too
    assert state(filled_library) != before
    filled_library.close()
    assert_sound(filled_folder)


def test_an_undo_is_given_up_and_can_be_done_again(filled_library: Library) -> None:
    filled_library.edits.set_starred(EVERY, starred=True).result()
    starred = state(filled_library)
    filled_library.database.on_progress(lambda one: one.cancel.cancel())
    with pytest.raises(CancelledError):
        filled_library.edits.undo().result()
    assert state(filled_library) == starred
    filled_library.database.on_progress(lambda _one: None)
    assert filled_library.edits.undo().result().title == "Star 135 papers"


def test_short_work_is_not_told_of(
    filled_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "SILENT_S", 60.0)
    told: list[WorkProgress] = []
    filled_library.database.on_progress(told.append)
    filled_library.edits.set_starred(EVERY, starred=True).result()
    assert told == []
