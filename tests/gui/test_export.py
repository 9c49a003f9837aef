"""Exporting from the window, to a file and to the clipboard."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QRadioButton

from readinglist.gui.export_dialog.dialog import ExportDialog
from readinglist.gui.export_dialog.form import ExportScope
from tests.gui.driver import WindowDriver

PAPERS = {ExportScope.SHOWN: 28, ExportScope.SELECTED: 3, ExportScope.STARRED: 2}


def open_export(app: WindowDriver) -> ExportDialog:
    app.press("Ctrl+E")
    return app.dialog(ExportDialog)


def choose(dialog: ExportDialog, scope: ExportScope, format_name: str) -> None:
    for button in dialog.findChildren(QRadioButton):
        if button.text().startswith(scope.value):
            button.click()
    dialog.form.format.setCurrentIndex(dialog.form.format.findData(format_name))


def count_of(text: str, format_name: str) -> int:
    sign = "\n@" if format_name == "bibtex" else "arxiv.org/abs/"
    return ("\n" + text).count(sign)


@pytest.fixture
def app(app: WindowDriver) -> WindowDriver:
    """The window with two starred papers of another day, and three selected ones of this day."""
    app.show_day("2025-06-03")
    app.press("j", "Shift+J", "s", "G, T", "j", "Shift+J", "Shift+J")
    return app


@pytest.mark.parametrize("format_name", ["bibtex", "markdown"])
@pytest.mark.parametrize("scope", ExportScope)
def test_papers_are_written_to_a_file(
    app: WindowDriver, tmp_path: Path, scope: ExportScope, format_name: str
) -> None:
    dialog = open_export(app)
    choose(dialog, scope, format_name)
    file = tmp_path / "out" / "papers.txt"
    file.parent.mkdir()
    dialog.form.path.setText(str(file))
    app.press("Return")
    app.until_closed(dialog)
    app.until(lambda: app.notice().startswith("Exported"))
    assert app.notice() == f"Exported {PAPERS[scope]} papers to {file}"
    assert count_of(file.read_text(encoding="utf-8"), format_name) == PAPERS[scope]
    assert [left.name for left in file.parent.iterdir()] == ["papers.txt"]


def test_copy_puts_them_on_the_clipboard(app: WindowDriver) -> None:
    dialog = open_export(app)
    choose(dialog, ExportScope.STARRED, "markdown")
    app.click_button(dialog, "Copy")
    app.until_closed(dialog)
    app.until(lambda: app.notice().startswith("Copied"))
    assert app.notice() == "Copied 2 papers as Markdown"
    assert "2506.01939" in QGuiApplication.clipboard().text()


def test_bibtex_is_copied_with_one_key(app: WindowDriver) -> None:
    app.press("Ctrl+Shift+C")
    app.until(lambda: app.notice().startswith("Copied"))
    assert app.notice() == "Copied 3 papers as BibTeX"
    assert count_of(QGuiApplication.clipboard().text(), "bibtex") == 3


def test_the_ending_follows_the_format(app: WindowDriver) -> None:
    dialog = open_export(app)
    assert dialog.form.path.text().endswith(".bib")
    choose(dialog, ExportScope.SHOWN, "markdown")
    assert dialog.form.path.text().endswith(".md")
    app.press("Escape")
    app.until_closed(dialog)
    assert not app.notice().startswith("Exported")


def test_several_selected_papers_are_proposed(app: WindowDriver) -> None:
    dialog = open_export(app)
    chosen = [button.text() for button in dialog.findChildren(QRadioButton) if button.isChecked()]
    assert chosen == ["The selected papers (3)"]
    app.press("Escape")
    app.until_closed(dialog)


def test_a_path_that_cannot_be_written_is_told_and_tried_again(
    app: WindowDriver, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    dialog = open_export(app)
    dialog.form.path.setText(str(folder / "papers.bib"))
    app.press("Return")
    app.until_closed(dialog)
    app.until(app.notice)
    assert app.notice().startswith(f"{folder / 'papers.bib'} cannot be written: ")
    folder.mkdir()
    app.click_button(app.window.list.notices, "Try again")
    app.until(lambda: app.notice().startswith("Exported"))
    assert (folder / "papers.bib").stat().st_size > 0


def test_nothing_is_written_without_a_path(app: WindowDriver) -> None:
    dialog = open_export(app)
    dialog.form.path.setText("  ")
    app.press("Return")
    assert dialog.isVisible()
    app.press("Escape")
    app.until_closed(dialog)


@pytest.mark.parametrize(
    ("path", "told"),
    [("n" * 300, "File name too long"), ("~nobody-at-all/refs.bib", "no folder ~nobody-at-all")],
)
@pytest.mark.parametrize("format_name", ["bibtex", "markdown-folder"])
def test_a_path_that_cannot_be_is_told_in_the_dialog(
    app: WindowDriver, tmp_path: Path, format_name: str, path: str, told: str
) -> None:
    dialog = open_export(app)
    choose(dialog, ExportScope.STARRED, format_name)
    dialog.form.path.setText(path)
    app.press("Return")
    assert told in dialog.warning.text()
    assert dialog.choice is None
    there = tmp_path / "refs.bib"
    there.write_text("mine", encoding="utf-8")
    if format_name == "bibtex":
        dialog.form.path.setText(str(there))
        app.press("Return")
        assert dialog.warning.text() == "refs.bib is there already. Replace it?"
        assert dialog.choice is None
    app.press("Escape")
    app.until_closed(dialog)
    assert there.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("control", ["format", "path"])
def test_enter_exports_from_every_field(app: WindowDriver, tmp_path: Path, control: str) -> None:
    app.press("Ctrl+E")
    dialog = app.dialog(ExportDialog)
    dialog.form.path.setText(str(tmp_path / "refs.bib"))
    getattr(dialog.form, control).setFocus()
    app.press("Return")
    app.until_closed(dialog)
    app.until((tmp_path / "refs.bib").exists)
