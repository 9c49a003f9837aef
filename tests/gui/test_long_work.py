"""Work on very many papers shows how far it is below the list, and can be stopped there."""

from pathlib import Path
from threading import Event

import pytest

from readinglist.domain import progress
from readinglist.domain.progress import WorkProgress
from readinglist.gui.export_dialog.dialog import ExportDialog
from readinglist.library import export
from readinglist.storage import paper_edits
from tests.gui.driver import WindowDriver


@pytest.fixture
def slow(app: WindowDriver, monkeypatch: pytest.MonkeyPatch) -> WindowDriver:
    """A window on all papers, in which everything counts as taking long."""
    monkeypatch.setattr(progress, "SILENT_S", 0.0)
    monkeypatch.setattr(progress, "PACE_S", 0.0)
    monkeypatch.setattr(paper_edits, "PIECE", 10)
    monkeypatch.setattr(export, "_PAGE", 50)
    app.press("G, A", "Ctrl+A")
    return app


def held(app: WindowDriver, source: object) -> Event:
    """Let work go on only until it has told for the first time; return what releases it."""
    release = Event()
    tell = source._tell_progress  # type: ignore[attr-defined]

    def hold(one: WorkProgress) -> None:
        tell(one)
        if not one.is_over:
            release.wait(20)

    source.on_progress(hold)  # type: ignore[attr-defined]
    return release


def test_an_edit_shows_how_far_it_is_and_is_stopped(slow: WindowDriver) -> None:
    release = held(slow, slow.library.database)
    slow.window.actions_by_id.by_id["paper.star"].trigger()
    slow.until(lambda: slow.window.list.work.text == "Changed 0 of 135 papers")
    slow.click_without_settling(slow.window.list.work.cancel)
    assert slow.window.list.work.text == "Stopping …"
    release.set()
    slow.until(lambda: slow.notice() == "Cancelled; nothing was changed.")
    slow.settle()
    assert slow.window.list.work.text == ""
    assert "Starred 0" in slow.places()


def test_an_edit_that_is_let_be_is_done(slow: WindowDriver) -> None:
    slow.press("s")
    assert slow.window.list.work.text == ""
    assert slow.notice() == "Starred 135 papers"
    assert "Starred 135" in slow.places()


def test_an_export_is_stopped_and_leaves_no_file(slow: WindowDriver, tmp_path: Path) -> None:
    release = held(slow, slow.window._opened.export_runner)
    file = tmp_path / "refs.bib"
    slow.press("Ctrl+E")
    dialog = slow.dialog(ExportDialog)
    dialog.form.path.setText(str(file))
    slow.click_button(dialog, "Export")
    slow.until(lambda: slow.window.list.work.text == "Put out 50 of 135 papers")
    slow.click_without_settling(slow.window.list.work.cancel)
    release.set()
    slow.until(lambda: slow.notice() == "Cancelled; nothing was put out.")
    assert slow.window.list.work.text == ""
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []
