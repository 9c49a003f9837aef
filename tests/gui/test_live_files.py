"""Files that are kept up to date: tied, followed, edited by others, looked after."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton
from shiboken6 import isValid

from readinglist.domain.live_file import LiveFile, LiveQuery, LiveState
from readinglist.domain.place import PlaceKind
from readinglist.exporters import exporter_named
from readinglist.gui.live_files.difference_dialog import DifferenceDialog
from readinglist.gui.live_files.files_dialog import LiveFilesDialog
from readinglist.gui.live_files.keep_dialog import KeepDialog
from readinglist.library.export import export_text
from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "thesis"
    folder.mkdir()
    return folder / "refs.bib"


def kept(app: WindowDriver) -> list[LiveFile]:
    return app.library.live_files.all().result()


def shown_export(app: WindowDriver, format_name: str = "bibtex") -> str:
    keys = app.window.papers.all_keys().result()
    return "".join(export_text(app.library, keys, exporter_named(format_name)))


def until_gone(app: WindowDriver, dialog: QDialog) -> None:
    """Wait until a dialog is closed; it is deleted then."""
    app.until(lambda: not isValid(dialog) or not dialog.isVisible())
    app.settle()


def fill_in(app: WindowDriver, dialog: KeepDialog, target: Path, format_name: str) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData(format_name))
    dialog.path.setText(str(target))
    app.press("Return")


def keep_shown(app: WindowDriver, target: Path, format_name: str = "bibtex") -> None:
    """Tie a file to what is shown, by keys."""
    app.press("Ctrl+Alt+E")
    dialog = app.dialog(KeepDialog)
    fill_in(app, dialog, target, format_name)
    until_gone(app, dialog)
    app.until(lambda: app.notice().startswith(f"{target.name} is kept up to date"))


def star_two(app: WindowDriver) -> None:
    app.show_day("2025-06-03")
    app.press("j", "Shift+J", "s")
    app.press("G, S")


def open_files(app: WindowDriver) -> LiveFilesDialog:
    app.press("Ctrl+Shift+E")
    return app.dialog(LiveFilesDialog)


def close(app: WindowDriver, dialog: QDialog) -> None:
    (button,) = (b for b in dialog.findChildren(QPushButton) if b.text() in {"&Close", "Cancel"})
    app.click(button)
    until_gone(app, dialog)


def sign(app: WindowDriver) -> str:
    button = app.window.live_sign
    return button.text() if button.isVisible() else ""


def choose_in_menu_of(app: WindowDriver, label: str, choice: str) -> None:
    """Right-click an entry of the sidebar and choose from its menu."""
    view, places = app.window.sidebar.view, app.window.sidebar._places
    (position,) = [n for n in range(places.rowCount()) if places.entry(n).label == label]
    at = view.visualRect(places.index(position)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    app.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = [action for action in menu.actions() if action.text() == choice]
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    app.settle()


# Tying


def test_starred_papers_are_written_and_followed(app: WindowDriver, target: Path) -> None:
    star_two(app)
    keep_shown(app, target)
    assert app.notice() == "refs.bib is kept up to date · 2 papers"
    assert target.read_text() == shown_export(app)
    (file,) = kept(app)
    assert file.query == LiveQuery("is:starred")
    app.show_day("2025-06-04")
    app.press("j", "s")
    app.until(lambda: target.read_text().count("@article") == 3)
    assert sign(app) == ""


def test_a_filter_is_tied_with_its_place(app: WindowDriver, target: Path) -> None:
    star_two(app)
    app.type_filter("upvotes:>5")
    keep_shown(app, target, "markdown")
    assert kept(app)[0].query == LiveQuery("(is:starred) (upvotes:>5)")
    assert target.read_text().startswith("<!-- readinglist:begin")


@pytest.mark.parametrize(
    ("label", "query"),
    [
        ("Starred", LiveQuery("is:starred")),
        ("To read", LiveQuery("is:to-read OR is:reading")),
        ("rl", LiveQuery("rl", PlaceKind.TAG)),
        ("Related work", LiveQuery("Related work", PlaceKind.LIST)),
        ("Best", LiveQuery("Best", PlaceKind.SEARCH)),
    ],
)
def test_places_are_tied_from_the_sidebar(
    app: WindowDriver, target: Path, label: str, query: LiveQuery
) -> None:
    app.library.lists.make("Related work", keys=[1, 2]).result()
    app.library.edits.set_tagged([1], "rl", tagged=True).result()
    app.library.searches.save("Best", "upvotes:>50").result()
    app.settle()
    choose_in_menu_of(app, label, "Keep a file up to date…")
    dialog = app.dialog(KeepDialog)
    fill_in(app, dialog, target, "bibtex")
    until_gone(app, dialog)
    app.until(lambda: [file.state for file in kept(app)] == [LiveState.UP_TO_DATE])
    assert kept(app)[0].query == query


def test_the_file_that_is_offered_is_called_like_the_list(app: WindowDriver) -> None:
    app.library.lists.make("Related / work: 1").result()
    app.settle()
    choose_in_menu_of(app, "Related / work: 1", "Keep a file up to date…")
    dialog = app.dialog(KeepDialog)
    assert Path(dialog.path.text()).name == "Related-work-1.bib"
    dialog.format.setCurrentIndex(dialog.format.findData("markdown"))
    assert Path(dialog.path.text()).name == "Related-work-1.md"
    close(app, dialog)
    assert kept(app) == []


def test_a_file_that_is_there_is_replaced_only_when_asked_twice(
    app: WindowDriver, target: Path
) -> None:
    target.write_text("mine")
    star_two(app)
    app.press("Ctrl+Alt+E")
    dialog = app.dialog(KeepDialog)
    fill_in(app, dialog, target, "bibtex")
    assert dialog.warning.text() == "refs.bib is there already. Replace it?"
    assert target.read_text() == "mine"
    app.press("Return")
    until_gone(app, dialog)
    app.until(lambda: target.read_text() == shown_export(app))


@pytest.mark.parametrize(("path", "told"), [("", "needs a name"), ("/gone/a", "no folder /gone")])
def test_a_path_that_cannot_be_is_told_in_the_dialog(
    app: WindowDriver, path: str, told: str
) -> None:
    app.press("Ctrl+Alt+E")
    dialog = app.dialog(KeepDialog)
    dialog.path.setText(path)
    app.press("Return")
    assert told in dialog.warning.text()
    close(app, dialog)


def test_options_belong_to_the_file(app: WindowDriver, target: Path) -> None:
    star_two(app)
    app.press("Ctrl+Alt+E")
    dialog = app.dialog(KeepDialog)
    assert not dialog.options.switches["abstract"].isChecked()
    dialog.options.switches["abstract"].click()
    fill_in(app, dialog, target, "bibtex")
    until_gone(app, dialog)
    app.until(target.exists)
    assert target.read_text().count("\n  abstract") == 2


# Edited by somebody else


@pytest.fixture
def edited(app: WindowDriver, target: Path) -> WindowDriver:
    """A window with a file that somebody else has edited, which was noticed."""
    star_two(app)
    keep_shown(app, target)
    target.write_text(target.read_text() + "% mine\n")
    app.press("u")
    app.press("j", "s")
    app.until(lambda: sign(app))
    return app


def test_an_edit_of_somebody_else_is_noticed_once_and_shown(
    edited: WindowDriver, target: Path
) -> None:
    app = edited
    assert target.read_text().endswith("% mine\n")
    assert sign(app) == "1 file needs a look"
    assert app.notice() == "refs.bib was edited by somebody else and is not overwritten."
    app.click_button(app.window.list.notices, "Live files…")
    dialog = app.dialog(LiveFilesDialog)
    (row,) = dialog.list.rows
    assert (row.title, row.beside) == ("refs.bib", "edited elsewhere")
    assert not dialog.write.isEnabled()
    app.click_button(dialog, "Show difference")
    difference = app.dialog(DifferenceDialog)
    assert "-% mine" in difference.text.toPlainText().split("\n")
    app.click_button(difference, "Close")
    until_gone(app, difference)
    close(app, dialog)


def test_what_they_wrote_can_be_overwritten_and_put_back(
    edited: WindowDriver, target: Path
) -> None:
    app, theirs = edited, target.read_text()
    dialog = open_files(app)
    app.click_button(dialog, "Show difference")
    difference = app.dialog(DifferenceDialog)
    app.click_button(difference, "Overwrite theirs")
    app.until(lambda: dialog.notices.text == "refs.bib was overwritten")
    assert "% mine" not in target.read_text()
    assert sign(app) == ""
    app.click_button(dialog.notices, "Put theirs back")
    app.until(lambda: dialog.notices.text == "refs.bib is as it was")
    assert target.read_text() == theirs
    app.until(lambda: sign(app) == "1 file needs a look")
    close(app, dialog)


def test_ours_is_saved_beside_theirs(edited: WindowDriver, target: Path) -> None:
    app = edited
    dialog = open_files(app)
    app.click_button(dialog, "Save ours beside it")
    app.until(lambda: dialog.notices.text == "Saved as refs-2.bib")
    assert "% mine" not in target.with_name("refs-2.bib").read_text()
    assert target.read_text().endswith("% mine\n")
    close(app, dialog)


def test_a_file_is_kept_no_longer_and_again_by_undo(edited: WindowDriver, target: Path) -> None:
    app = edited
    dialog = open_files(app)
    app.click_button(dialog, "Stop keeping it")
    app.until(lambda: dialog.notices.text == "refs.bib is kept up to date no longer")
    assert kept(app) == []
    assert list(dialog.list.rows) == []
    assert "No file is kept up to date yet." in dialog.about.text()
    assert target.read_text().endswith("% mine\n")
    app.click_button(dialog.notices, "Undo")
    app.until(lambda: [row.beside for row in dialog.list.rows] == ["edited elsewhere"])
    close(app, dialog)


def test_the_sign_leads_to_the_files(edited: WindowDriver) -> None:
    edited.click(edited.window.live_sign)
    dialog = edited.dialog(LiveFilesDialog)
    close(edited, dialog)


def test_a_file_that_somebody_puts_right_is_kept_again(edited: WindowDriver, target: Path) -> None:
    app = edited
    target.unlink()
    dialog = open_files(app)  # which looks at the files
    app.until(lambda: sign(app) == "")
    starred = app.library.papers.counts().result().starred
    assert target.read_text().count("@article") == starred
    close(app, dialog)


def test_a_missing_folder_is_told_and_mended(app: WindowDriver, target: Path) -> None:
    star_two(app)
    keep_shown(app, target)
    target.unlink()
    target.parent.rmdir()
    dialog = open_files(app)
    app.until(lambda: [row.beside for row in dialog.list.rows] == ["not up to date"])
    assert dialog.state.text().startswith(f"There is no folder {target.parent} any more.")
    target.parent.mkdir()
    app.click_button(dialog, "Write now")
    app.until(lambda: dialog.notices.text == "refs.bib is up to date · 2 papers")
    assert target.exists()
    close(app, dialog)


def test_the_folder_is_opened(
    app: WindowDriver, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    star_two(app)
    keep_shown(app, target)
    opened: list[str] = []

    def open_url(url: object) -> bool:
        opened.append(str(url.toLocalFile()))  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    dialog = open_files(app)
    app.until(lambda: dialog.list.rows)
    app.click_button(dialog, "Open folder")
    assert opened == [str(target.parent)]
    close(app, dialog)


# Windows that close and open


def test_a_window_that_closes_writes_what_is_waiting(app: WindowDriver, target: Path) -> None:
    star_two(app)
    keep_shown(app, target)
    app.press("j", "s")
    app.close()
    assert target.read_text().count("@article") == 1


def test_a_window_closes_though_its_files_cannot_be_written(
    app: WindowDriver, target: Path
) -> None:
    star_two(app)
    keep_shown(app, target)
    app.window._opened.live_runner.close()
    app.close()
    assert not app.window.isVisible()


def test_a_window_that_opens_looks_at_its_files_quietly(
    open_window: Opener, filled_folder: Path, target: Path
) -> None:
    first = open_window(filled_folder)
    star_two(first)
    keep_shown(first, target)
    first.close()
    first.command_line("unstar", "2506.02096")
    target.write_text("theirs")
    second = open_window(filled_folder)
    second.until(lambda: sign(second) == "1 file needs a look")
    assert second.notice() == ""
    assert target.read_text() == "theirs"


def test_what_another_program_changes_is_followed(app: WindowDriver, target: Path) -> None:
    star_two(app)
    keep_shown(app, target)
    app.command_line("star", "2506.04308")
    app.until(lambda: target.read_text().count("@article") == 3)


def test_a_rename_is_followed(app: WindowDriver, target: Path) -> None:
    app.library.lists.make("Related work", keys=[1, 2]).result()
    app.settle()
    app.go_to_place("Related work")
    keep_shown(app, target, "markdown")
    app.library.lists.describe("Related work", "Background", "").result()
    app.until(lambda: "# Background" in target.read_text())
    assert kept(app)[0].query.text == "Background"
