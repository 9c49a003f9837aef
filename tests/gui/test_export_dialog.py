"""The export dialog's options, previews and findings."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QGuiApplication

from readinglist.gui.citation_key_dialog import CitationKeyDialog
from readinglist.gui.export_dialog.dialog import ExportDialog
from readinglist.gui.export_dialog.form import ExportScope
from tests.gui.driver import WindowDriver
from tests.gui.test_export import choose, open_export
from tests.library_file import library_file
from tests.upstream import FakeUpstream, arxiv


@pytest.fixture
def dialog(app: WindowDriver) -> ExportDialog:
    """The dialog over the 28 papers of a day."""
    app.show_day("2025-06-06")
    opened = open_export(app)
    until_checked(app, opened)
    return opened


def until_checked(app: WindowDriver, dialog: ExportDialog) -> None:
    app.until(lambda: bool(dialog.findings.sentence.text()))
    app.until(lambda: not dialog.findings.sentence.text().startswith("Looking"))


def until_written(app: WindowDriver, dialog: ExportDialog, what: str) -> None:
    app.until(lambda: what in dialog.preview.text.toPlainText())


def messages(dialog: ExportDialog) -> list[str]:
    return [row.title for row in dialog.findings.list.rows]


def test_the_entry_shows_what_is_chosen(app: WindowDriver, dialog: ExportDialog) -> None:
    until_written(app, dialog, "@article{")
    assert "abstract" not in dialog.preview.text.toPlainText()
    app.click(dialog.form.boxes.switches["abstract"])
    until_written(app, dialog, "  abstract      = {")
    dialog.form.boxes.authors.setValue(1)
    until_written(app, dialog, " and others},")
    choose(dialog, ExportScope.SHOWN, "ris")
    until_written(app, dialog, "TY  - JOUR")
    choose(dialog, ExportScope.SHOWN, "bibtex")
    until_written(app, dialog, " and others},")
    app.press("Escape")


def test_one_goes_through_the_papers(app: WindowDriver, dialog: ExportDialog) -> None:
    until_written(app, dialog, "@article{")
    first = dialog.preview.text.toPlainText()
    assert dialog.preview.position.text() == "1 of 28"
    assert not dialog.preview.before.isEnabled()
    app.click(dialog.preview.after)
    app.until(lambda: dialog.preview.position.text() == "2 of 28")
    assert dialog.preview.text.toPlainText() != first
    app.click(dialog.preview.before)
    app.until(lambda: dialog.preview.text.toPlainText() == first)
    app.press("Escape")


def test_formats_have_options_of_their_own(app: WindowDriver, dialog: ExportDialog) -> None:
    def shown() -> list[str]:
        return [name for name, box in dialog.form.boxes.switches.items() if not box.isHidden()]

    assert "month" in shown()
    choose(dialog, ExportScope.SHOWN, "ids")
    assert shown() == []
    choose(dialog, ExportScope.SHOWN, "markdown")
    assert "month" not in shown()
    assert dialog.form.boxes.authors.value() == 3
    app.press("Escape")


def test_options_are_remembered_for_each_format(
    app: WindowDriver, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.form.boxes.authors.setValue(2)
    dialog.form.path.setText(str(tmp_path / "refs.bib"))
    app.press("Return")
    app.until_closed(dialog)
    app.until(lambda: app.notice().startswith("Exported"))
    assert " and others}" in (tmp_path / "refs.bib").read_text()
    app.press("j", "Ctrl+Shift+C")
    app.until(lambda: app.notice().startswith("Copied"))
    assert " and others}" in QGuiApplication.clipboard().text()
    again = open_export(app)
    assert again.form.boxes.authors.value() == 2
    choose(again, ExportScope.SHOWN, "ris")
    assert again.form.boxes.authors.value() == 0
    app.press("Escape")


def test_a_cancelled_dialog_remembers_nothing(app: WindowDriver, dialog: ExportDialog) -> None:
    dialog.form.boxes.authors.setValue(2)
    app.press("Escape")
    app.until_closed(dialog)
    again = open_export(app)
    assert again.form.boxes.authors.value() == 0
    app.press("Escape")


def test_good_papers_are_said_to_be_good(app: WindowDriver, dialog: ExportDialog) -> None:
    assert dialog.findings.sentence.text().startswith("Nothing to mend: engines read all 28 papers")
    assert dialog.findings.list.isHidden()
    app.press("Escape")


@pytest.fixture
def crowded(open_window: Callable[[Path], WindowDriver], filled_folder: Path) -> WindowDriver:
    """A day on which one paper has sixty authors and another a formula that was lost."""
    many = "\n".join(f"Ada Lovelace{'x' * number}" for number in range(60))
    with closing(sqlite3.connect(library_file(filled_folder))) as connection, connection:
        connection.execute(
            "UPDATE paper_text SET authors = ? WHERE paper_id ="
            " (SELECT id FROM paper WHERE listed_on = '2025-06-06'"
            " AND arxiv_id <> '2506.04308' LIMIT 1)",
            (many,),
        )
        connection.execute("UPDATE paper SET title = 'R^3-VQA' WHERE arxiv_id = '2506.04308'")
    app = open_window(filled_folder)
    app.show_day("2025-06-06")
    return app


def test_findings_come_with_what_helps(crowded: WindowDriver, tmp_path: Path) -> None:
    dialog = open_export(crowded)
    until_checked(crowded, dialog)
    assert dialog.findings.sentence.text().startswith("2 of 28 papers want a look")
    (many,) = [number for number, said in enumerate(messages(dialog)) if "60 authors" in said]
    dialog.findings.list.choose(many)
    until_written(crowded, dialog, "Lovelacexxx")
    crowded.click(dialog.findings.fix)
    assert dialog.form.boxes.authors.value() == 10
    crowded.until(lambda: len(messages(dialog)) == 1)
    dialog.findings.list.choose(0)
    until_written(crowded, dialog, "2506.04308")
    crowded.click(dialog.findings.leave_out)
    assert dialog.findings.list.rows[0].beside == "left out"
    dialog.form.path.setText(str(tmp_path / "refs.bib"))
    crowded.click_button(dialog, "Export")
    crowded.until_closed(dialog)
    crowded.until(lambda: crowded.notice().startswith("Exported"))
    assert crowded.notice().startswith("Exported 27 papers")
    assert "2506.04308" not in (tmp_path / "refs.bib").read_text()


def test_a_paper_that_was_left_out_is_put_in_again(crowded: WindowDriver) -> None:
    dialog = open_export(crowded)
    until_checked(crowded, dialog)
    dialog.findings.list.choose(0)
    crowded.click(dialog.findings.leave_out)
    assert len(dialog.left_out) == 1
    crowded.click(dialog.findings.leave_out)
    assert dialog.left_out == frozenset()
    crowded.press("Escape")


def test_arxiv_is_asked_from_the_dialog(app: WindowDriver, upstream: FakeUpstream) -> None:
    app.show_day("2025-06-06")
    upstream.arxiv = {
        one: arxiv.entry(one, title="Better $x^2$", comment="Accepted at ACL 2025")
        for one in app.ids()
    }
    dialog = open_export(app)
    until_checked(app, dialog)
    assert dialog.findings.fetch.text() == "Fetch arXiv's details of 28 papers"
    app.click(dialog.findings.fetch)
    app.until(lambda: dialog.findings.told.text() == "Fetched arXiv's details of 28 papers.")
    until_written(app, dialog, "{Better {$x^2$}}")
    until_written(app, dialog, "booktitle     = {")
    app.until(dialog.findings.fetch.isHidden)
    app.press("Escape")


def test_without_a_network_the_dialog_says_so_and_exports(
    app: WindowDriver, upstream: FakeUpstream, tmp_path: Path
) -> None:
    app.show_day("2025-06-06")
    upstream.close()
    dialog = open_export(app)
    until_checked(app, dialog)
    app.click(dialog.findings.fetch)
    app.until(lambda: dialog.findings.told.text().startswith("Fetched 0 of 28. "))
    assert dialog.findings.fetch.isEnabled()
    dialog.form.path.setText(str(tmp_path / "refs.bib"))
    app.click_button(dialog, "Export")
    app.until(lambda: app.notice().startswith("Exported 28 papers"))


def test_the_format_of_the_last_export_is_proposed_again(
    app: WindowDriver, dialog: ExportDialog, tmp_path: Path
) -> None:
    choose(dialog, ExportScope.SHOWN, "biblatex")
    dialog.form.path.setText(str(tmp_path / "refs.bib"))
    app.press("Return")
    app.until(lambda: app.notice().startswith("Exported"))
    again = open_export(app)
    assert again.form.exporter.name == "biblatex"
    assert again.form.path.text() == str(tmp_path / "refs.bib")
    app.press("Escape")


def test_what_engines_print_is_shown(app: WindowDriver, dialog: ExportDialog) -> None:
    until_written(app, dialog, "@article{")
    printed = dialog.preview.printed()
    assert [engine for engine, _text in printed] == [
        *("natbib (plainnat)", "biblatex (numeric)", "pandoc (Chicago)")
    ]
    assert all("2506.04308" in text for _engine, text in printed)
    choose(dialog, ExportScope.SHOWN, "ids")
    app.until(lambda: dialog.preview.printed() == [])
    app.press("Escape")


def test_a_folder_gets_a_file_for_each_paper(
    app: WindowDriver, dialog: ExportDialog, tmp_path: Path
) -> None:
    assert dialog.form.path.text().endswith(".bib")
    choose(dialog, ExportScope.SHOWN, "markdown-folder")
    assert dialog.form.path_heading.text() == "Folder"
    assert not Path(dialog.form.path.text()).suffix
    assert dialog.copy.isHidden()
    until_written(app, dialog, "---\ntitle: ")
    until_written(app, dialog, "\n---\n\n")
    dialog.form.path.setText(str(tmp_path / "vault"))
    app.press("Return")
    app.until(lambda: "written" in app.notice())
    assert app.notice() == f"28 files written, 0 unchanged in {tmp_path / 'vault'}"
    written = sorted((tmp_path / "vault").iterdir())
    assert len(written) == 28
    again = open_export(app)
    assert again.form.exporter.name == "markdown-folder"
    app.press("Return")
    app.until(lambda: app.notice().startswith("0 files written, 28 unchanged"))


def test_what_somebody_wrote_in_a_file_stays_until_it_may_go(
    app: WindowDriver, dialog: ExportDialog, tmp_path: Path
) -> None:
    choose(dialog, ExportScope.SHOWN, "markdown-folder")
    dialog.form.path.setText(str(tmp_path))
    app.press("Return")
    app.until(lambda: app.notice().startswith("28 files written"))
    first = next(iter(tmp_path.iterdir()))
    edited = first.read_text().replace("<!-- readinglist:end", "Mine.\n<!-- readinglist:end")
    first.write_text(edited)
    open_export(app)
    app.press("Return")
    app.until(lambda: "Somebody edited" in app.notice())
    assert first.name in app.notice()
    assert first.read_text() == edited
    app.click_button(app.window.list.notices, "Write over it")
    app.until(lambda: app.notice().startswith("1 file written, 27 unchanged"))
    assert "Mine." not in first.read_text()


def test_a_key_that_engines_do_not_read_is_edited_from_the_dialog(
    open_window: Callable[[Path], WindowDriver], filled_folder: Path
) -> None:
    with closing(sqlite3.connect(library_file(filled_folder))) as connection, connection:
        connection.execute(
            "UPDATE citation_key SET key = 'a b' WHERE paper_id ="
            " (SELECT id FROM paper WHERE arxiv_id = '2506.04308')"
        )
    app = open_window(filled_folder)
    app.show_day("2025-06-06")
    dialog = open_export(app)
    until_checked(app, dialog)
    assert messages(dialog)[0].startswith("The key “a b” is not read by every engine")
    dialog.findings.list.choose(0)
    app.click(dialog.findings.fix)
    key_dialog = app.dialog(CitationKeyDialog)
    key_dialog.key.setText("roborefer")
    app.press("Return")
    app.until_closed(key_dialog)
    until_written(app, dialog, "@article{roborefer,")
    app.until(dialog.findings.list.isHidden)
    app.press("Escape")


def test_the_dialog_closes_without_waiting_for_an_entry(
    app: WindowDriver, dialog: ExportDialog
) -> None:
    """An entry of thousands of authors takes long; here the thread that reads papers is held."""
    release = Event()
    readers = (app.library.database.row_reader, app.library.database.list_reader)
    held = [reader.read(lambda _connection: release.wait(10)) for reader in readers]
    app.click_without_settling(dialog.preview.after)
    dialog.reject()
    assert not dialog.isVisible()
    assert not any(one.done() for one in held)
    release.set()
    app.settle()
    again = open_export(app)
    until_written(app, again, "@article{")
    until_checked(app, again)
    app.press("Escape")
