"""Citation keys in the window: typed, made anew by the pattern, and the pattern itself."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from readinglist.gui.citation_key_dialog import CitationKeyDialog
from readinglist.gui.key_pattern_dialog import KeyPatternDialog
from readinglist.gui.session_dialog import SessionDialog
from tests.gui.driver import WindowDriver


@pytest.fixture
def reading(app: WindowDriver) -> WindowDriver:
    """A window with the first paper of the list beside it."""
    app.press("j")
    app.paper()
    return app


def key_of(app: WindowDriver) -> str:
    app.settle()
    return app.paper().citation_key


def open_key(app: WindowDriver) -> CitationKeyDialog:
    app.press("Shift+F2")
    return app.dialog(CitationKeyDialog)


def open_pattern(app: WindowDriver) -> KeyPatternDialog:
    app.run("library.citation_keys")
    return app.dialog(KeyPatternDialog)


def shown(app: WindowDriver) -> str:
    return app.window.pane.meta.text()


def test_a_key_is_typed_shown_copied_and_undone(reading: WindowDriver) -> None:
    before = key_of(reading)
    assert shown(reading).endswith(f"key {before}")
    dialog = open_key(reading)
    assert dialog.key.text() == dialog.key.selectedText() == before
    assert not dialog.save.isEnabled()
    reading.write("Mine-2025")
    assert "no longer find it" in dialog.summary.text()
    reading.press("Return")
    reading.until_closed(dialog)
    assert key_of(reading) == "Mine-2025"
    assert shown(reading).endswith("key Mine-2025")
    assert reading.notice() == f"Changed citation key “{before}” to “Mine-2025”"
    reading.click_button(reading.window.list.notices, "Undo")
    assert key_of(reading) == before
    assert reading.notice() == f"Undone: Change citation key “{before}” to “Mine-2025”"
    reading.press("Ctrl+Shift+Z")
    assert key_of(reading) == "Mine-2025"
    reading.press("Ctrl+Shift+K")
    assert QGuiApplication.clipboard().text() == "Mine-2025"


def test_a_key_that_is_taken_is_told_in_place_with_one_that_is_free(reading: WindowDriver) -> None:
    taken, of_paper = key_of(reading), reading.paper().paper_id
    reading.press("j")
    reading.until(lambda: reading.paper().paper_id != of_paper)
    dialog = open_key(reading)
    reading.write(taken.upper())
    reading.until(dialog.free.isVisible)
    assert dialog.summary.text().startswith(f"“{taken.upper()}” is the key of {of_paper}, “")
    assert not dialog.save.isEnabled()
    reading.click(dialog.free)
    assert dialog.key.text() == f"{taken.upper()}a"
    assert not dialog.free.isVisible()
    reading.press("Return")
    reading.until_closed(dialog)
    assert key_of(reading) == f"{taken.upper()}a"


def test_a_key_that_others_take_meanwhile_is_told_in_place(reading: WindowDriver) -> None:
    dialog = open_key(reading)
    reading.write("mine")
    reading.settle()
    other = next(row.key for row in reading.table_rows() if row.key != reading.paper().key)
    reading.library.citation_keys.set_key(other, "MINE").result()
    reading.press("Return")
    reading.until(dialog.free.isVisible)
    assert dialog.isVisible()
    assert dialog.free.text() == "Use “minea”"
    reading.press("Escape")
    reading.until_closed(dialog)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "needs a letter"),
        ("a b", "“ab” would do"),
        ("a#b", "cannot be a citation key"),
        ("<b>x</b>", "“<b>x</b>” cannot be"),
    ],
)
def test_what_cannot_be_a_key(typed: str, words: str, reading: WindowDriver) -> None:
    before = key_of(reading)
    dialog = open_key(reading)
    dialog.key.setText(typed)
    assert words in dialog.summary.text()
    assert not dialog.save.isEnabled()
    reading.press("Escape")
    reading.until_closed(dialog)
    assert key_of(reading) == before


def test_new_keys_by_the_pattern_for_the_selected(reading: WindowDriver) -> None:
    before = key_of(reading)
    reading.run("paper.renew_keys")
    assert reading.notice() == "The keys are those of the pattern already."
    dialog = open_pattern(reading)
    dialog.pattern.setText("x{id}")
    reading.press("Return")
    reading.until_closed(dialog)
    assert reading.notice() == "New papers get their keys by x{id}"
    assert key_of(reading) == before
    reading.press("Shift+J")
    reading.run("paper.renew_keys")
    assert reading.notice() == "Changed 2 citation keys"
    reading.until(lambda: key_of(reading) == f"x{reading.paper().paper_id.replace('.', '')}")
    reading.press("Ctrl+Z")
    assert reading.notice() == "Undone: Change 2 citation keys"


def test_the_pattern_shows_what_it_makes(reading: WindowDriver) -> None:
    reading.press("j")
    paper = reading.paper()
    dialog = open_pattern(reading)
    reading.until(lambda: len(dialog.papers.rows) == 4)
    first = dialog.papers.rows[0]
    assert (first.title, first.below, first.beside) == (
        paper.citation_key,
        paper.title,
        "as now",
    )
    assert not dialog.save.isEnabled()
    dialog.pattern.setText("")
    assert dialog.trouble.text().startswith("A pattern needs a field that tells papers apart.")
    dialog.pattern.setText("k")
    click_field(reading, dialog, "{id}")
    assert dialog.pattern.text() == "k{id}"
    assert dialog.trouble.text() == ""
    made = f"k{paper.paper_id.replace('.', '')}"
    reading.until(lambda: dialog.papers.rows[0].title == made)
    assert dialog.papers.rows[0].beside == f"now {paper.citation_key}"
    dialog.pattern.setText("k{venue}")
    assert dialog.trouble.text().startswith("There is no field “{venue}”.")
    assert not dialog.save.isEnabled()
    assert dialog.papers.rows[0].title == made
    reading.click_button(dialog, "Default")
    assert dialog.pattern.text() == "{author}{year}{word}"
    reading.until(lambda: dialog.papers.rows[0].title == paper.citation_key)
    reading.press("Escape")
    reading.until_closed(dialog)


def click_field(app: WindowDriver, dialog: KeyPatternDialog, field: str) -> None:
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == field]
    app.click(button)


def test_the_pattern_of_an_empty_library(new_app: WindowDriver) -> None:
    dialog = open_pattern(new_app)
    dialog.pattern.setText("{authors}{yy}")
    new_app.settle()
    assert not dialog.papers.isVisible()
    new_app.press("Return")
    new_app.until_closed(dialog)
    assert new_app.notice() == "New papers get their keys by {authors}{yy}"


def test_without_a_paper_there_is_no_key_to_edit(app: WindowDriver) -> None:
    assert not app.window.actions_by_id.by_id["paper.edit_key"].isEnabled()


def test_the_session_tells_and_takes_back_changed_keys(reading: WindowDriver) -> None:
    before = key_of(reading)
    dialog = open_key(reading)
    reading.write("mine")
    reading.press("Return")
    reading.until_closed(dialog)
    reading.run("session.show")
    session = reading.dialog(SessionDialog)
    assert f"Changed citation key “{before}” to “mine”" in session.texts()
    reading.click_button(session, "Undo")
    reading.until(lambda: key_of(reading) == before)
    reading.press("Escape")
    reading.until_closed(session)
