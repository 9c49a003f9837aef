"""The first start: an empty library says what can be done about it."""

from datetime import UTC, datetime

from readinglist.sources.source import latest_day
from tests.gui.driver import WindowDriver
from tests.gui.rows import listed_on
from tests.upstream import FakeUpstream


def test_an_empty_library_explains_itself(new_app: WindowDriver) -> None:
    assert new_app.empty_title() == "No papers yet"
    assert new_app.status() == "0 papers · 0 unread · 0 starred"
    assert new_app.places() == ["Today 0", "All papers 0", "Unread 0", "Starred 0", "To read 0"]


def test_keys_do_no_harm_in_an_empty_library(new_app: WindowDriver) -> None:
    new_app.press("j", "k", "s", "t", "a", "m", "o", "n", "p", "Shift+J", "Return", "Ctrl+Z")
    new_app.press("Ctrl+E")
    assert new_app.notice() == "There is nothing to export here."
    new_app.press("G, S")
    assert new_app.empty_title() == "No papers yet"


def test_sync_now_brings_the_latest_days(new_app: WindowDriver, upstream: FakeUpstream) -> None:
    newest = latest_day(datetime.now(UTC)).isoformat()
    upstream.days[newest] = listed_on(newest, upstream.days["2025-06-03"])
    new_app.click_button(new_app.window.list.empty, "Sync now")
    new_app.until_synced()
    assert sorted(request.query["date"] for request in upstream.requests)[-1] == newest
    assert len(upstream.requests) == 14
    assert new_app.notice() == "29 new papers."
    assert new_app.status() == "29 papers · 29 unread · 0 starred"
    assert new_app.rows()[0] == "☆ ● 2506.01939  Beyond the 80/20 Rule…"
    assert new_app.footer().startswith("Synced ")


def test_the_sample_opens_without_a_network_and_goes_back(
    new_app: WindowDriver, upstream: FakeUpstream
) -> None:
    new_app.click_button(new_app.window.list.empty, "Open the sample library")
    new_app.arrive()
    new_app.until_synced()
    assert new_app.window.windowTitle() == "readinglist — sample library"
    assert new_app.places()[:2] == ["Today 28", "All papers 135"]
    assert new_app.title() == "Friday, 6 June 2025"
    assert upstream.requests == []
    new_app.press("j", "s")
    assert new_app.current().startswith("★")

    new_app.run("library.sample")
    new_app.arrive()
    assert new_app.window.windowTitle() == "readinglist"
    assert new_app.empty_title() == "No papers yet"
    assert new_app.places()[3] == "Starred 0"
