"""After skimming: what was seen, starred and hidden, each taken back, the stars copied."""

from PySide6.QtGui import QGuiApplication

from readinglist.gui.session_dialog import SessionDialog
from readinglist.settings import MarkRead, Settings
from tests.gui.driver import WindowDriver


def skim(app: WindowDriver) -> None:
    """Look at three papers, star two and hide one."""
    app.press("j")
    app.until_read()
    app.press("s", "j")
    app.until_read()
    app.press("s", "j")
    app.until_read()
    app.window.desk.mark_read(Settings(mark_read=MarkRead.BY_HAND))
    app.press("x")


def test_a_session_is_told_and_its_parts_taken_back(app: WindowDriver) -> None:
    skim(app)
    app.press("Shift+S")
    dialog = app.dialog(SessionDialog)
    assert dialog.texts()[0] in {"Saw 3 papers", "Saw 4 papers"}
    assert dialog.texts()[1:] == ["Starred 2 papers", "Hid 1 paper"]
    app.click_button(dialog, "Mark unread")
    assert "Unread 134" in app.places()
    undo = [b for b in dialog.findChildren(type(dialog.copy_starred)) if b.text() == "Undo"]
    app.click(undo[1])
    assert dialog.texts()[1:] == ["Starred 2 papers", "Marked 3 papers unread"]
    assert "Unread 135" in app.places()
    app.press("Escape")
    app.until_closed(dialog)
    assert app.notice() == "Unhid 1 paper"
    app.press("Ctrl+Z")
    assert "Hidden 1" in app.places()


def test_the_stars_of_a_session_are_copied_by_one_key(app: WindowDriver) -> None:
    app.press("Shift+Y")
    assert app.notice() == "Nothing was starred in this session yet."
    app.press("j", "s", "j", "s")
    titles = [row.title for row in app.table_rows()[:2]]
    app.press("Shift+Y")
    app.until(lambda: app.notice() == "Copied 2 papers, starred in this session, as Markdown")
    text = QGuiApplication.clipboard().text()
    assert [title.split(":")[0] in text for title in titles] == [True, True]
    assert text.count("\n") == 2
    app.press("Shift+S")
    dialog = app.dialog(SessionDialog)
    QGuiApplication.clipboard().clear()
    app.press("c")
    app.until(lambda: QGuiApplication.clipboard().text() == text)
    app.press("Escape")
    app.until_closed(dialog)


def test_at_the_end_of_what_is_unread_the_session_is_told(app: WindowDriver) -> None:
    app.press("j", "s", "Shift+A", "n")
    app.until(lambda: app.notice().startswith("Nothing unread below. You saw "))
    assert app.notice().endswith("starred 1 in this session.")
    app.click_button(app.window.list.notices, "This session…")
    dialog = app.dialog(SessionDialog)
    assert "Starred 1 paper" in dialog.texts()
    app.press("Escape")
    app.until_closed(dialog)


def test_a_list_with_papers_is_not_taken_back_and_that_is_said(app: WindowDriver) -> None:
    app.press("j")
    app.library.lists.make("Related work", keys=[app.paper().key]).result()
    app.settle()
    app.press("Shift+S")
    dialog = app.dialog(SessionDialog)
    undo = [b for b in dialog.findChildren(type(dialog.copy_starred)) if b.text() == "Undo"]
    app.click(undo[dialog.texts().index("Made list “Related work”") - 1])
    assert dialog._told.text().startswith("Nothing was taken back")
    undo = [b for b in dialog.findChildren(type(dialog.copy_starred)) if b.text() == "Undo"]
    app.click(undo[dialog.texts().index("Added 1 paper to “Related work”") - 1])
    assert dialog._told.isHidden()
    app.press("Escape")
    app.until_closed(dialog)
    assert "Related work 0" in app.places()
