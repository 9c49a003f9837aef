"""Syncing from the window."""

import sys
import threading
from collections.abc import Callable

import pytest

from tests.gui.driver import WindowDriver
from tests.upstream import FakeUpstream, faults

JUNE = "2025-06-02..2025-06-06"
PAPERS_OF = {
    "2025-06-02": 20,
    "2025-06-03": 29,
    "2025-06-04": 28,
    "2025-06-05": 30,
    "2025-06-06": 28,
}


def test_a_week_comes_in(new_app: WindowDriver) -> None:
    new_app.sync(JUNE)
    assert new_app.notice() == "135 new papers."
    assert new_app.places() == [
        *("Today 28", "All papers 135", "Unread 135", "Starred 0", "To read 0")
    ]
    assert new_app.title() == "Friday, 6 June 2025"
    for day, papers in PAPERS_OF.items():
        new_app.show_day(day)
        assert new_app.status() == f"{papers} papers · {papers} unread · 0 starred"
        assert len(new_app.rows()) == papers


def test_a_second_sync_adds_nothing(new_app: WindowDriver) -> None:
    new_app.sync(JUNE)
    new_app.sync(JUNE)
    assert new_app.notice() == "No new papers."
    assert new_app.places()[1] == "All papers 135"


def test_progress_is_shown_and_cancel_stops_at_once(
    new_app: WindowDriver, upstream: FakeUpstream
) -> None:
    upstream.inject(faults.hang(), day="2025-06-04")
    new_app.start_sync(JUNE)
    new_app.until(lambda: new_app.footer() == "4 Jun 2025 · 3 of 5")
    upstream.wait_for_requests(3)
    assert new_app.window.footer.cancel.isVisible()
    assert not new_app.window.list.header.sync.isEnabled()
    new_app.press("Shift+F5")
    new_app.until_synced()
    assert new_app.notice() == "Sync cancelled after 2 of 5 days. 58 papers came in."
    assert new_app.places()[1] == "All papers 58"
    assert not new_app.window.footer.cancel.isVisible()
    assert new_app.window.list.header.sync.isEnabled()


def test_papers_can_be_starred_while_a_sync_hangs(
    new_app: WindowDriver, upstream: FakeUpstream
) -> None:
    upstream.inject(faults.hang(), day="2025-06-05")
    new_app.start_sync(JUNE)
    upstream.wait_for_requests(2)
    new_app.until(lambda: new_app.status().startswith("28 papers"))
    new_app.press("j", "s")
    assert new_app.current() == "★ ● 2506.04308  RoboRefer: Towards…"
    new_app.click(new_app.window.footer.cancel)
    new_app.until_synced()


def test_a_log_in_page_is_told_in_words_and_tried_again(
    new_app: WindowDriver, upstream: FakeUpstream
) -> None:
    upstream.inject(faults.web_page(), day="2025-06-04")
    new_app.sync(JUNE)
    assert new_app.notice().startswith("1 of 5 days could not be fetched. ")
    assert "web page" in new_app.notice()
    assert "<" not in new_app.notice()
    new_app.show_day("2025-06-04")
    assert new_app.empty_title() == "Wednesday, 4 June 2025 could not be fetched"

    upstream.faults.clear()
    new_app.click_button(new_app.window.list.notices, "Try again")
    new_app.until_synced()
    assert new_app.notice() == "28 new papers."
    assert len(new_app.rows()) == 28


def test_a_busy_service_says_when_to_come_back(
    new_app: WindowDriver, upstream: FakeUpstream
) -> None:
    upstream.inject(faults.status(429, {"Retry-After": "240"}))
    new_app.sync("2025-06-03")
    assert "4 minutes" in new_app.notice()
    assert new_app.empty_title() == "No papers yet"
    assert len(upstream.requests) == 1


def test_an_error_stays_until_it_is_closed(new_app: WindowDriver, upstream: FakeUpstream) -> None:
    upstream.inject(faults.web_page())
    new_app.sync("2025-06-03")
    assert not new_app.window.list.notices._timer.isActive()
    assert new_app.notice()
    new_app.press("Escape")
    assert new_app.notice() == ""


def test_the_dialog_says_how_it_understood_the_days(new_app: WindowDriver) -> None:
    dialog = new_app.open_sync_days()
    for typed, said in {
        "2025-06-03": "Tuesday, 3 June 2025",
        JUNE: "5 days: Monday, 2 June 2025 to Friday, 6 June 2025",
        "2025-W23": "7 days: Monday, 2 June 2025 to Sunday, 8 June 2025",
        "soon": "That is no day or range of days.",
    }.items():
        dialog.range.setText(typed)
        assert dialog._summary.text() == said
    assert not dialog._sync.isEnabled()
    new_app.press("Escape")
    new_app.until_closed(dialog)
    assert not new_app.window._opened.sync_runner.is_running


@pytest.mark.parametrize("hanging", [faults.hang, faults.hang_in_body])
def test_closing_the_window_ends_a_running_sync(
    new_app: WindowDriver, upstream: FakeUpstream, hanging: Callable[[], faults.Answer]
) -> None:
    own = {thread.name for thread in threading.enumerate()}
    assert own >= {"library-writer", "library-search", "library-rows"}
    upstream.inject(hanging(), day="2025-06-04")
    new_app.start_sync(JUNE)
    upstream.wait_for_requests(3)
    new_app.close()
    left = {thread.name for thread in threading.enumerate()}
    assert not left & {"library-writer", "library-search", "library-rows"}
    assert not [name for name in left if name.startswith(("sync", "export"))]


def test_a_bug_in_a_source_does_not_end_syncing(
    new_app: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def buggy(*_arguments: object) -> None:
        raise ZeroDivisionError

    errors: list[object] = []
    with monkeypatch.context() as patch:
        patch.setattr(sys, "excepthook", lambda kind, *_rest: errors.append(kind))
        patch.setattr("readinglist.sources.daily_papers.DailyPapers.fetch_day", buggy)
        new_app.start_sync("2025-06-02")
        new_app.until(lambda: errors)
    assert not new_app.window._opened.sync_runner.is_running
    new_app.sync("2025-06-02")
    assert "All papers 20" in new_app.places()
