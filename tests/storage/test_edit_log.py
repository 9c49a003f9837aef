"""The log of edits: what can be undone, also by another program, and how far back."""

import pytest

from readinglist.domain.annotation import Edit, Field, FieldChange
from readinglist.library.library import Library
from readinglist.library.undo_log import HistoryState
from readinglist.storage import edit_log
from readinglist.storage.write_engine import WriteSession
from tests.library_file import value


def state(library: Library) -> HistoryState:
    """Return what undo and redo would do, as somebody who has just opened the library is told."""
    told: list[HistoryState] = []
    library.edits.on_change(told.append)
    library.edits.look()
    library.papers.rows([]).result()  # after it on the same thread
    return told[-1]


def changed_keys(edit: Edit | None) -> list[int]:
    return list(edit.paper_keys) if edit else []


def test_another_library_object_undoes_and_does_again(filled_library: Library) -> None:
    filled_library.edits.set_starred([1, 2], starred=True).result()
    filled_library.edits.set_hidden([3], hidden=True).result()
    other = Library(filled_library.folder)
    try:
        assert state(other) == HistoryState("Hide 1 paper", "")
        assert changed_keys(other.edits.undo().result().edit) == [3]
        assert state(filled_library) == HistoryState("Star 2 papers", "Hide 1 paper")
        assert changed_keys(filled_library.edits.redo().result().edit) == [3]
        assert changed_keys(other.edits.undo().result().edit) == [3]
        assert changed_keys(other.edits.undo().result().edit) == [1, 2]
        assert other.edits.undo().result().edit is None
    finally:
        other.close()


def test_a_new_edit_ends_what_could_be_done_again(filled_library: Library) -> None:
    edits = filled_library.edits
    edits.set_starred([1], starred=True)
    edits.undo()
    edits.set_read([2], read=True).result()
    assert edits.redo().result().edit is None
    assert value(filled_library.folder, "SELECT count(*) FROM edit_log") == 1


def test_what_was_changed_since_is_left_alone_and_not_done_again(filled_library: Library) -> None:
    edits = filled_library.edits
    edits.set_starred([1, 2, 3], starred=True)
    edits.set_starred([2], starred=False)
    # As another program would have done that keeps no log
    filled_library.database.write(
        lambda writing: writing.sqlite.execute("DELETE FROM edit_log WHERE id = 2")
    )
    undone = edits.undo().result()
    assert (changed_keys(undone.edit), undone.left_alone) == ([1, 3], 1)
    assert changed_keys(edits.redo().result().edit) == [1, 3]


def test_an_undo_that_changes_nothing_leaves_nothing_behind(filled_library: Library) -> None:
    edits = filled_library.edits
    edits.set_starred([1], starred=True)
    edits.mark_opened(1)
    filled_library.database.write(
        lambda writing: writing.sqlite.execute("UPDATE annotation SET starred_at = NULL")
    )
    undone = edits.undo().result()
    assert (changed_keys(undone.edit), undone.left_alone) == ([], 1)
    assert edits.undo().result().edit is None
    assert edits.redo().result().edit is None


def test_old_edits_are_forgotten(filled_library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edit_log, "MOST_STEPS", 5)
    for number in range(1, 9):
        filled_library.edits.toggle_starred([number])
    undone = [changed_keys(filled_library.edits.undo().result().edit) for _ in range(6)]
    assert undone == [[8], [7], [6], [5], [4], []]


def test_an_edit_that_was_not_written_is_not_logged(filled_library: Library) -> None:
    with pytest.raises(Exception, match=r"FOREIGN KEY|10000"):
        filled_library.edits.set_starred([10_000], starred=True).result()
    assert value(filled_library.folder, "SELECT count(*) FROM edit_log") == 0


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_changes_are_kept_in_pieces_and_come_back_whole(
    count: int, filled_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edit_log, "_PIECE", 2)
    texts = ['],["', "Schrödinger\n", "", "[[", '"x"]']
    changes = (FieldChange(key, text, text[::-1] + "!") for key, text in enumerate(texts[:count]))
    edit = Edit(Field.NOTE, tuple(changes))

    def log_and_read(writing: WriteSession) -> Edit:
        edit_log.log_step(writing.sqlite, [edit], "Note")
        return edit_log.next_to_undo(writing.sqlite).edits[0].edit

    assert filled_library.database.write(log_and_read).result() == edit
