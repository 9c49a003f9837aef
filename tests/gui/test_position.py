"""Where the reader stands is kept, whatever comes in."""

from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver
from tests.gui.rows import new_papers
from tests.upstream import FakeUpstream

DAY = "2025-06-06"


def add_papers(upstream: FakeUpstream, *numbers: int) -> None:
    rows = upstream.days[DAY]
    upstream.days[DAY] = [*new_papers(DAY, rows[0], *numbers), *rows]


def test_the_paper_is_kept_over_filter_and_order(app: WindowDriver) -> None:
    app.press("j", "j", "j", "j")
    kept = app.selected_ids()
    app.press("Ctrl+F")
    app.write("has:code OR " + kept[0])
    assert app.selected_ids() == kept
    app.press("Escape")
    assert app.selected_ids() == kept
    assert app.paper().paper_id == kept[0]


def test_several_selected_papers_are_kept(app: WindowDriver) -> None:
    app.press("j", "j", "Shift+J", "Shift+J")
    kept = app.selected_ids()
    app.window.papers.reload()
    app.settle()
    assert app.selected_ids() == kept
    assert app.status().endswith(" · 3 selected")


def test_new_papers_wait_until_they_are_asked_for(
    app: WindowDriver, upstream: FakeUpstream
) -> None:
    for _ in range(20):
        app.press("j")
    before, kept = app.ids(), app.selected_ids()
    add_papers(upstream, 1, 2)
    app.sync(DAY)
    assert app.notice() == "2 new papers."
    assert app.pill() == "2 new papers"
    assert app.ids() == before

    bar = app.window.table.verticalScrollBar()
    bar.setValue(bar.value() + 60)  # as a mouse wheel does
    offset = app.window.table.current_offset()
    app.click(app.window.list.pill)
    assert len(app.ids()) == len(before) + 2
    assert app.selected_ids() == kept
    assert app.window.table.current_offset() == offset
    assert app.pill() == ""


def test_new_papers_come_at_once_if_nobody_reads(app: WindowDriver, upstream: FakeUpstream) -> None:
    add_papers(upstream, 3)
    app.sync(DAY)
    assert app.pill() == ""
    assert app.status() == "29 papers · 29 unread · 0 starred"


def test_another_programs_star_shows_when_the_window_is_looked_at_again(
    app: WindowDriver, open_window: Opener
) -> None:
    app.press("j")
    paper_id = app.selected_ids()[0]
    star_from_outside(app, paper_id)
    app.come_back()
    app.until(lambda: app.current().startswith("★"))
    assert "Starred 1" in app.places()
    assert app.status().endswith("1 starred")
    assert app.selected_ids() == [paper_id]


def test_a_paper_that_was_just_read_stays_in_the_unread_place(app: WindowDriver) -> None:
    app.press("G, U", "j")
    app.until_read()
    kept = app.selected_ids()
    star_from_outside(app, app.ids()[5])
    app.come_back()
    app.until(lambda: "Starred 1" in app.places())
    assert app.selected_ids() == kept
    assert app.paper().paper_id == kept[0]


def star_from_outside(app: WindowDriver, paper_id: str) -> None:
    """Star as the command line does, from another process."""
    app.command_line("star", paper_id)


def test_a_notice_does_not_cover_the_current_paper(app: WindowDriver) -> None:
    table = app.window.table
    app.press("End")
    below = table.viewport().height() - table.rowHeight(0)
    assert table.rowViewportPosition(table.currentIndex().row()) <= below
    app.press("F2")
    assert app.notice()
    app.until(lambda: table.viewport().height() - table.rowHeight(0) < below)
    last = table.rowViewportPosition(table.currentIndex().row())
    assert last <= table.viewport().height() - table.rowHeight(0)
