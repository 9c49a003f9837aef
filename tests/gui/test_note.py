"""The note: saved as it is typed, never lost, undone as one step."""

import sqlite3
from contextlib import closing

from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest

from readinglist.gui.paper_table.columns import Column
from tests import library_file
from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver


def stored_notes(app: WindowDriver) -> list[str]:
    statement = "SELECT note FROM annotation WHERE note <> '' ORDER BY note"
    return [note for (note,) in library_file.rows(app.folder, statement)]


def test_a_note_is_saved_without_any_key(app: WindowDriver) -> None:
    app.press("j", "a")
    assert app.focus() is app.window.pane.note
    app.write("read section 4 again")
    app.until(lambda: stored_notes(app) == ["read section 4 again"])
    app.settle()
    assert app.focus() is app.window.pane.note
    assert app.note_text() == "read section 4 again"
    assert app.current().endswith("✎")


def test_typing_goes_on_while_it_is_saved(app: WindowDriver) -> None:
    app.press("j", "a")
    app.write("one")
    app.until(lambda: stored_notes(app) == ["one"])
    app.write(" two")
    assert app.note_text() == "one two"
    app.press("Escape")
    assert stored_notes(app) == ["one two"]


def test_escape_saves_and_goes_back_to_the_list(app: WindowDriver) -> None:
    app.press("j", "a")
    app.write("s and j are letters here\n- [ ] x")
    app.press("Escape")
    assert app.focus() is app.window.table
    assert stored_notes(app) == ["s and j are letters here\n- [ ] x"]
    assert app.selected_ids() == [app.ids()[0]]


def test_a_note_survives_a_quick_change_of_paper(app: WindowDriver) -> None:
    app.press("j", "a")
    app.write("kept")
    app.click_cell(3, Column.TITLE)
    assert stored_notes(app) == ["kept"]
    assert app.note_text() == ""
    app.click_cell(0, Column.TITLE)
    assert app.note_text() == "kept"


def test_a_note_survives_going_to_another_place(app: WindowDriver) -> None:
    app.press("j", "a")
    app.write("kept")
    app.go_to_place("All papers")
    assert stored_notes(app) == ["kept"]


def test_a_note_survives_the_end_of_the_window(app: WindowDriver, open_window: Opener) -> None:
    app.press("j", "a")
    app.write("the last words")
    app.close()
    again = open_window(app.folder)
    assert stored_notes(again) == ["the last words"]
    again.press("j")
    assert again.note_text() == "the last words"


def test_a_note_is_one_step_of_undo(app: WindowDriver) -> None:
    app.press("j", "s", "a")
    app.write("one")
    app.until(lambda: stored_notes(app) == ["one"])
    app.write(" two")
    app.until(lambda: stored_notes(app) == ["one two"])
    app.press("Escape", "Ctrl+Z")
    assert stored_notes(app) == []
    assert app.note_text() == ""
    assert app.current().startswith("★")
    app.press("Ctrl+Shift+Z")
    assert app.note_text() == "one two"


def test_ctrl_z_in_the_note_edits_its_text_only(app: WindowDriver) -> None:
    app.press("j", "s", "a")
    app.write("abc")
    app.press("Ctrl+Z")
    assert app.note_text() != "abc"
    assert app.current().startswith("★")
    app.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert app.note_text() == ""
    assert app.current().startswith("★")


def test_markup_in_a_note_stays_as_it_was_typed(app: WindowDriver) -> None:
    text = "<b>x</b> & <img src=x> **y** \\cite{z}"
    app.press("j", "a")
    app.write(text)
    app.press("Escape", "j", "k")
    assert app.note_text() == text
    assert stored_notes(app) == [text]


def test_a_note_that_cannot_be_saved_is_kept_and_tried_again(app: WindowDriver) -> None:
    app.press("j")
    refuse_notes(app)
    app.press("a")
    app.write("precious")
    app.click_cell(3, Column.TITLE)  # the reader has gone on before it is known
    assert app.notice()
    assert stored_notes(app) == []
    allow_notes(app)
    app.click_button(app.window.list.notices, "Try again")
    assert stored_notes(app) == ["precious"]
    assert app.note_text() == ""
    app.click_cell(0, Column.TITLE)
    assert app.note_text() == "precious"


def refuse_notes(app: WindowDriver) -> None:
    """Make the library file refuse notes, as a full disk would."""
    change_schema(
        app,
        "CREATE TRIGGER refuse BEFORE UPDATE OF note ON annotation"
        " BEGIN SELECT RAISE(ABORT, 'no room'); END",
        "CREATE TRIGGER refuse_too BEFORE INSERT ON annotation WHEN NEW.note <> ''"
        " BEGIN SELECT RAISE(ABORT, 'no room'); END",
    )


def allow_notes(app: WindowDriver) -> None:
    change_schema(app, "DROP TRIGGER refuse", "DROP TRIGGER refuse_too")


def change_schema(app: WindowDriver, *statements: str) -> None:
    file = library_file.library_file(app.folder)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_what_cannot_be_stored_is_left_out_and_nothing_is_doubled(app: WindowDriver) -> None:
    app.press("j", "a")
    app.window.pane.note.insertPlainText("a\u202eb")
    app.until(lambda: stored_notes(app) == ["ab"])
    app.write("c")
    app.press("Escape")
    app.until(lambda: stored_notes(app) == ["abc"])
    assert app.note_text() == "abc"


def test_a_note_typed_without_a_pause_is_saved_meanwhile(app: WindowDriver) -> None:
    app.press("j", "a")
    editor = app.window.pane.note
    until_saved = QElapsedTimer()
    until_saved.start()
    while not stored_notes(app):
        assert not until_saved.hasExpired(20_000)
        editor.insertPlainText("x")  # a key now and then, more often than the pause before a save
        QTest.qWait(20)


def test_a_window_with_a_note_that_cannot_be_saved_stays_open(app: WindowDriver) -> None:
    app.press("j")
    refuse_notes(app)
    app.press("a")
    app.window.pane.note.insertPlainText("precious")
    app.window.close()
    app.until(lambda: "A note is not saved." in app.notice())
    app.until(lambda: not app.window._closing._waits)
    assert app.window.isVisible()
    allow_notes(app)
    app.click_button(app.window.list.notices, "Try again")
    assert stored_notes(app) == ["precious"]
    assert app.notice() == ""


def test_notes_that_cannot_be_saved_are_all_kept(app: WindowDriver) -> None:
    refuse_notes(app)
    for row, text in ((0, "one"), (1, "two")):
        app.click_cell(row, Column.TITLE)
        app.press("a")
        app.write(text)
        app.press("Escape")
    app.until(lambda: "2 notes are not saved." in app.notice())
    app.click_cell(0, Column.TITLE)
    assert app.note_text() == "one"
    app.run("paper.star")  # another notice may come and go
    allow_notes(app)
    app.click_button(app.window.list.notices, "Try again")
    app.until(lambda: sorted(stored_notes(app)) == ["one", "two"])


def test_a_note_goes_to_the_paper_that_is_current_and_not_to_the_one_before(
    app: WindowDriver,
) -> None:
    app.press("j")
    app.window.parts.navigation.move_by(1, extend=False)
    app.window.parts.navigation.focus_note()  # before the second paper has come
    second = app.window.table.current_key()
    app.settle()
    app.write("for the second")
    app.press("Escape")
    assert stored_notes(app) == ["for the second"]
    assert app.paper().key == second
    assert app.paper().note == "for the second"
