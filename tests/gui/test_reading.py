"""Reading: what the pane shows, and when a paper counts as read."""

from readinglist.library.locations import settings_file
from readinglist.settings import MarkRead, Settings, save_settings
from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver
from tests.gui.rows import new_papers
from tests.upstream import FakeUpstream


def test_a_paper_that_was_opened_is_read(app: WindowDriver) -> None:
    app.press("j")
    assert app.current() == "☆ ● 2506.04308  RoboRefer: Towards…"
    app.until_read()
    assert app.current() == "☆ ○ 2506.04308  RoboRefer: Towards…"
    assert app.status() == "28 papers · 27 unread · 0 starred"
    assert "Unread 134" in app.places()


def test_papers_passed_by_are_not_read(app: WindowDriver) -> None:
    for _ in range(8):
        app.press("j")
    app.until_read()
    assert sum("○" in row for row in app.rows()) < 8
    assert "○" in app.current()


def test_reading_can_be_left_to_the_reader(open_window: Opener, app: WindowDriver) -> None:
    app.close()
    save_settings(settings_file(), Settings(mark_read=MarkRead.BY_HAND))
    again = open_window(app.folder)
    again.press("j")
    again.paper()
    assert not again.window.desk._opened.isActive()
    again.press("j")
    # The paper before has been seen, and still is unread.
    again.until(lambda: not again.window.desk._seen.isActive())
    again.settle()
    assert "●" in again.current()
    again.press("m")
    assert "○" in again.current()


def test_a_paper_must_stay_selected_to_count_as_read(app: WindowDriver) -> None:
    desk = app.window.desk
    desk.mark_read(Settings(mark_read=MarkRead.LATER, mark_read_seconds=1))
    app.press("j")
    assert desk._opened.interval() == 1000
    app.press("j")
    app.until_read()
    assert ["○" in row for row in app.rows()[:3]] == [False, True, False]


def test_a_list_that_is_searched_anew_does_not_begin_the_wait_again(app: WindowDriver) -> None:
    app.window.desk.mark_read(Settings(mark_read=MarkRead.LATER, mark_read_seconds=1))
    app.press("j")
    app.window.papers.reload()
    app.settle()
    assert app.window.desk._opened.isActive()
    app.until_read()


def test_m_marks_read_and_unread(app: WindowDriver) -> None:
    app.press("j", "Shift+J", "Shift+J")
    app.press("m")
    assert ["○" in row for row in app.rows()[:4]] == [True, True, True, False]
    assert app.notice() == "Marked 3 papers read"
    app.press("m")
    assert not any("○" in row for row in app.rows())


def test_opening_is_no_step_of_undo(app: WindowDriver) -> None:
    app.press("j", "s", "j")
    app.until_read()
    app.press("Ctrl+Z")
    assert app.rows()[0].startswith("☆")
    assert "○" in app.rows()[1]


def test_the_pane_shows_the_paper(app: WindowDriver) -> None:
    app.show_day("2025-06-03")
    app.press("j")
    paper, pane = app.paper().paper, app.window.pane
    assert pane.title.text() == paper.title
    assert pane.title.text().startswith("Beyond the 80/20 Rule: High-Entropy Minority Tokens")
    assert pane.authors.text().startswith("Shenzhi Wang, Le Yu, Chang Gao")
    assert pane.meta.text() == (
        "arXiv 2506.01939 · 2025-06-02 · listed 3 Jun 2025 · 57 upvotes · 1 comment"
        " · key wang2025beyond"
    )
    assert pane.summary.text() == paper.ai_summary
    assert pane.abstract.toPlainText() == paper.abstract
    assert pane.keywords.text().split(" · ") == list(paper.keywords)
    assert app.shown_links() == ["PDF", "arXiv", "Hub", "Project", "BibTeX"]


def test_a_paper_with_next_to_nothing_is_shown_too(
    app: WindowDriver, upstream: FakeUpstream
) -> None:
    bare = {
        "paper": {
            "id": "2506.00007",
            "title": "Bare",
            "authors": [{"name": "Ada Lovelace"}],
            "summary": "",
            "publishedAt": "2025-06-09T00:00:00.000Z",
        }
    }
    upstream.days["2025-06-09"] = new_papers("2025-06-09", bare, 7, title="Bare")
    app.sync("2025-06-09")
    app.show_day("2025-06-09")
    app.press("j")
    app.paper()
    pane = app.window.pane
    assert pane.title.text() == "Bare"
    assert pane.authors.text() == "Ada Lovelace"
    assert pane.abstract.toPlainText() == "The feed has no abstract for this paper."
    assert not pane.summary.isVisible()
    assert not pane.keywords.isVisible()
    assert app.shown_links() == ["PDF", "arXiv", "Hub", "BibTeX"]


def test_another_paper_begins_at_its_top(app: WindowDriver) -> None:
    app.window.resize(900, 420)
    app.press("j")
    bar = app.window.pane.reading_area.verticalScrollBar()
    app.until(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    app.press("s")
    assert bar.value() > 0
    app.press("j")
    app.until(lambda: bar.value() == 0)


def test_the_pane_follows_the_list_out_of_a_place(app: WindowDriver) -> None:
    app.press("j")
    app.paper()
    app.press("G, S")
    assert app.window.pane.detail is None
    assert app.empty_title() == "No starred papers yet"
