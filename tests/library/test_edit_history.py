"""Edits, undo and redo."""

import sqlite3
from contextlib import closing

import pytest

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.errors import LibraryFileError, UserFacingError
from readinglist.domain.rule import Rule
from readinglist.domain.tag import TagInUse
from readinglist.library.library import Library
from readinglist.library.undo_log import HistoryState
from tests.library_file import library_file, rows, users_rows
from tests.papers import MONDAY


def row(library: Library, key: int) -> tuple[bool, bool, str, tuple[str, ...]]:
    detail = library.papers.details([key]).result()[0]
    return detail.starred, detail.read, detail.note, detail.tags


def from_another_program(library: Library, statement: str) -> None:
    with closing(sqlite3.connect(library_file(library.folder), isolation_level=None)) as other:
        other.execute(statement)


def test_every_kind_of_edit_is_undone_and_done_again(filled_library: Library) -> None:
    edits = filled_library.edits
    untouched = (False, False, "", ())
    steps = [
        (edits.set_starred([1], starred=True), (True, False, "", ())),
        (edits.set_read([1], read=True), (True, True, "", ())),
        (edits.set_note(1, "a note"), (True, True, "a note", ())),
        (edits.set_tagged([1], "rl", tagged=True), (True, True, "a note", ("rl",))),
        (edits.set_tagged([1], "rl", tagged=False), (True, True, "a note", ())),
        (edits.set_starred([1], starred=False), (False, True, "a note", ())),
    ]
    states = [untouched, *(state for _, state in steps)]
    for state in reversed(states[:-1]):
        edits.undo().result()
        assert row(filled_library, 1) == state
    assert edits.undo().result().edit is None
    for state in states[1:]:
        edits.redo().result()
        assert row(filled_library, 1) == state
    assert edits.redo().result().edit is None


def test_an_edit_of_many_papers_is_one_step(filled_library: Library) -> None:
    edits = filled_library.edits
    edits.set_starred([2], starred=True).result()
    edit = edits.set_starred(range(1, 136), starred=True).result()
    assert len(edit.changes) == 134
    assert edit.title() == "Star 134 papers"
    edits.undo().result()
    starred = "SELECT paper_id FROM annotation WHERE starred_at IS NOT NULL"
    assert rows(filled_library.folder, starred) == [(2,)]


def test_an_edit_that_changes_nothing_is_no_step(filled_library: Library) -> None:
    states: list[HistoryState] = []
    filled_library.edits.on_change(states.append)
    assert filled_library.edits.set_starred([1], starred=False).result() == Edit(Field.STAR, ())
    assert filled_library.edits.set_note(1, "").result().changes == ()
    assert states == []


def test_a_failed_edit_never_reaches_the_history(filled_library: Library) -> None:
    edits = filled_library.edits
    states: list[HistoryState] = []
    edits.set_starred([1], starred=True).result()
    edits.on_change(states.append)
    before = users_rows(filled_library.folder)
    with pytest.raises(LibraryFileError):
        edits.set_starred([2, 3, 99_999], starred=True).result()
    assert users_rows(filled_library.folder) == before
    assert states == []
    assert edits.undo().result().edit is not None
    assert row(filled_library, 1)[0] is False


def test_a_new_edit_forgets_what_was_undone(filled_library: Library) -> None:
    edits = filled_library.edits
    edits.set_starred([1], starred=True)
    edits.undo()
    edits.set_starred([2], starred=True)
    assert edits.redo().result().edit is None


def test_undo_right_after_an_edit_takes_back_that_edit(filled_library: Library) -> None:
    edits = filled_library.edits
    edits.set_starred([1], starred=True)
    edits.set_starred([2], starred=True)
    undone = edits.undo().result().edit
    assert undone is not None
    assert undone.paper_keys == (2,)


def test_undo_does_not_overwrite_what_another_program_did(filled_library: Library) -> None:
    edits = filled_library.edits
    edits.set_note(1, "mine").result()
    from_another_program(filled_library, "UPDATE annotation SET note = 'theirs'")
    undone = edits.undo().result()
    assert (undone.left_alone, undone.edit) == (1, Edit(Field.NOTE, ()))
    assert row(filled_library, 1)[2] == "theirs"
    assert edits.redo().result().edit is None


def test_undo_of_many_leaves_only_the_changed_ones_alone(filled_library: Library) -> None:
    edits = filled_library.edits
    edits.set_starred([1, 2, 3], starred=True).result()
    from_another_program(
        filled_library, "UPDATE annotation SET starred_at = NULL WHERE paper_id = 2"
    )
    undone = edits.undo().result()
    assert undone.left_alone == 1
    assert undone.edit is not None
    assert undone.edit.paper_keys == (1, 3)
    edits.redo().result()
    assert [row(filled_library, key)[0] for key in (1, 2, 3)] == [True, False, True]


def test_a_note_saved_as_it_is_typed_is_one_step(filled_library: Library) -> None:
    edits = filled_library.edits
    edits.set_note(1, "before")
    edits.set_note(1, "before a", continues=False)
    edits.set_note(1, "before ab", continues=True)
    edits.set_note(1, "before abc", continues=True)
    edits.undo().result()
    assert row(filled_library, 1)[2] == "before"
    edits.redo().result()
    assert row(filled_library, 1)[2] == "before abc"


def test_a_note_continues_only_the_same_paper(filled_library: Library) -> None:
    edits = filled_library.edits
    edits.set_note(1, "one")
    edits.set_note(2, "two", continues=True)
    edits.undo().result()
    assert (row(filled_library, 1)[2], row(filled_library, 2)[2]) == ("one", "")


def test_what_was_typed_and_taken_away_is_no_step(filled_library: Library) -> None:
    edits = filled_library.edits
    edits.set_starred([1], starred=True)
    edits.set_note(1, "a")
    edits.set_note(1, "", continues=True)
    undone = edits.undo().result().edit
    assert undone is not None
    assert undone.field is Field.STAR


def test_the_history_says_what_it_would_do(filled_library: Library) -> None:
    edits = filled_library.edits
    states: list[HistoryState] = []
    edits.on_change(states.append)
    edits.set_starred([1], starred=True)
    edits.set_tagged([1, 2], "rl", tagged=True)
    edits.undo()
    edits.undo().result()
    assert states == [
        HistoryState("Star 1 paper", ""),
        HistoryState("Tag 2 papers “rl”", ""),
        HistoryState("Star 1 paper", "Tag 2 papers “rl”"),
        HistoryState("", "Star 1 paper"),
    ]


def test_a_tag_keeps_its_first_spelling(filled_library: Library) -> None:
    edits = filled_library.edits
    edits.set_tagged([1], "  Deep   RL / offline ", tagged=True)
    assert edits.set_tagged([2], "#deep rl/OFFLINE", tagged=True).result().tag == "Deep RL/offline"
    assert row(filled_library, 2)[3] == ("Deep RL/offline",)
    edits.set_tagged([1, 2], "DEEP RL/offline", tagged=False).result()
    assert filled_library.papers.counts().result().tags == ()


@pytest.mark.parametrize(
    ("tag", "words"), [("", "needs a name"), (" / # ", "needs a name"), ("x" * 81, "80 characters")]
)
def test_tags_that_are_refused(tag: str, words: str, filled_library: Library) -> None:
    with pytest.raises(UserFacingError, match=words):
        filled_library.edits.set_tagged([1], tag, tagged=True)


def test_any_text_can_be_a_note(filled_library: Library) -> None:
    filled_library.edits.set_note(1, "ein\r\nzwei\x00\ud800\ttab \N{PILE OF POO}").result()
    assert row(filled_library, 1)[2] == "ein\nzwei\ttab \N{PILE OF POO}"


def test_many_papers_at_once(filled_library: Library) -> None:
    keys = [*range(1, 136)] * 300  # more than one batch, each paper many times
    assert len(filled_library.edits.set_tagged(keys, "all", tagged=True).result().changes) == 135
    assert filled_library.papers.counts().result().tags == (TagInUse("all", 135),)


def test_an_undo_of_several_parts_tells_what_it_took_back(filled_library: Library) -> None:
    library = filled_library
    library.queue.finish([1, 2]).result()
    from_another_program(library, "DELETE FROM queued_paper")
    undone = library.edits.undo().result()
    assert undone.edit is not None
    assert (undone.edit.field, len(undone.edit.changes)) == (Field.READ, 2)
    assert (undone.left_alone, undone.title) == (2, "Finish 2 papers")


def test_a_paper_that_changed_in_two_ways_is_left_alone_once(filled_library: Library) -> None:
    library = filled_library
    library.queue.finish([1, 2]).result()
    from_another_program(library, "DELETE FROM queued_paper WHERE paper_id = 1")
    from_another_program(library, "UPDATE annotation SET read_at = NULL WHERE paper_id = 1")
    assert library.edits.undo().result().left_alone == 1


def test_a_step_of_one_edit_keeps_a_title_of_its_own(filled_library: Library) -> None:
    library = filled_library
    library.rules.save(Rule("Visual", "title:visual", stars=True))
    library.rules.run("Visual", MONDAY).result()
    for _ in range(2):
        assert library.edits.undo().result().title == "Run rule “Visual”"
        assert library.edits.redo().result().title == "Run rule “Visual”"
