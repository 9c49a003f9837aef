"""Another program writes to the library, or a file is there already: nothing is lost."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from readinglist.gui.export_dialog.dialog import ExportDialog
from tests.gui.driver import WindowDriver


def write_elsewhere(app: WindowDriver, note: str) -> None:
    app.command_line("note", app.paper().paper_id, note)


def stored_note(app: WindowDriver) -> str:
    (paper,) = app.library.papers.details([app.paper().key]).result()
    return paper.note


def test_a_note_written_elsewhere_meanwhile_is_kept_beside_ours(app: WindowDriver) -> None:
    app.press("j", "a")
    app.write("mine")
    app.until(lambda: stored_note(app) == "mine")
    write_elsewhere(app, "theirs")
    app.write(" and more")
    app.until(lambda: "and more" in stored_note(app))
    app.settle()
    assert stored_note(app) == "theirs\n\nmine and more"
    assert app.note_text() == "theirs\n\nmine and more"
    assert "both are kept" in app.notice()
    app.write("!")
    app.until(lambda: stored_note(app) == "theirs\n\nmine and more!")


def test_a_note_written_elsewhere_appears_by_itself(app: WindowDriver) -> None:
    app.press("j")
    write_elsewhere(app, "from the command line")
    app.until(lambda: app.note_text() == "from the command line")


def test_a_star_given_elsewhere_appears_by_itself(app: WindowDriver) -> None:
    app.press("j")
    app.command_line("star", app.paper().paper_id)
    app.until(lambda: app.current().startswith("★"))
    app.until(lambda: "Starred 1" in app.places())


def test_export_asks_before_it_replaces_a_file(app: WindowDriver, tmp_path: Path) -> None:
    precious = tmp_path / "refs.bib"
    precious.write_text("PRECIOUS")
    app.press("Ctrl+E")
    dialog = app.dialog(ExportDialog)
    dialog.form.path.setText(str(precious))
    app.press("Return")
    assert dialog.isVisible()
    assert dialog.warning.text() == "refs.bib is there already. Replace it?"
    assert precious.read_text() == "PRECIOUS"
    app.click_button(dialog, "Replace")
    app.until_closed(dialog)
    app.until(lambda: app.notice().startswith("Exported"))
    assert precious.read_text().startswith("@article")


def test_another_path_takes_the_question_back(app: WindowDriver, tmp_path: Path) -> None:
    precious = tmp_path / "refs.bib"
    precious.write_text("PRECIOUS")
    app.press("Ctrl+E")
    dialog = app.dialog(ExportDialog)
    dialog.form.path.setText(str(precious))
    app.press("Return")
    dialog.form.path.setText(str(tmp_path / "new.bib"))
    assert dialog.warning.text() == ""
    app.click_button(dialog, "Export")
    app.until((tmp_path / "new.bib").exists)
    assert precious.read_text() == "PRECIOUS"


def test_the_suggested_file_is_a_new_one(app: WindowDriver) -> None:
    (Path.home() / "readinglist.bib").write_text("PRECIOUS")
    app.press("Ctrl+E")
    assert Path(app.dialog(ExportDialog).form.path.text()).name == "readinglist-2.bib"


def test_after_a_click_on_a_place_letters_are_commands_of_the_list(app: WindowDriver) -> None:
    app.go_to_place("All papers")
    assert app.focus() is app.window.table
    app.press("j", "s")
    assert app.title() == "All papers"
    assert app.current().startswith("★")


def test_the_sample_has_a_way_back(app: WindowDriver) -> None:
    app.run("library.sample")
    app.arrive()
    app.until(lambda: not app.window._opened.sync_runner.is_running)
    app.click_button(app.window.list, "Back to your library")
    app.arrive()
    assert app.window.windowTitle() == "readinglist"


def test_a_right_click_offers_the_commands_for_papers(app: WindowDriver) -> None:
    app.press("j")
    app.window.table.customContextMenuRequested.emit(app.window.table.rect().center())
    app.until(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert "Star" in [action.text() for action in menu.actions()]
    menu.close()
