"""arXiv's own details: fetched by a key, by itself for what is kept, and shown beside the list."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QColor, QImage

from readinglist.gui import details_of_kept
from readinglist.library.locations import settings_file
from readinglist.settings import Settings, save_settings
from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver
from tests.library_file import end_pause
from tests.upstream import FakeUpstream, arxiv, faults


@pytest.fixture
def app(app: WindowDriver, upstream: FakeUpstream) -> WindowDriver:
    """The window with a current paper; arXiv knows all papers of the list."""
    upstream.arxiv = {one: entry(one) for one in app.ids()}
    app.press("j")
    return app


def entry(arxiv_id: str) -> str:
    return arxiv.entry(
        arxiv_id,
        title=f"{arxiv_id} on $\\Sigma$",
        authors=["Ada Lovelace", "Núñez"],
        summary="We sort in $O(N\\log N)$.",
        categories=["cs.CL", "cs.AI"],
        comment="Accepted at ACL 2025",
        doi="10.1145/3395363",
    )


def fetch(app: WindowDriver, notice: str, key: str = "f") -> None:
    app.press(key)
    app.until(lambda: app.notice() == notice)
    app.settle()


def asked_ids(upstream: FakeUpstream) -> list[int]:
    """Return how many papers were asked for by each request."""
    return [len(request.query["id_list"].split(",")) for request in upstream.asked_arxiv()]


def test_a_key_fetches_and_the_pane_shows_it(app: WindowDriver) -> None:
    pane = app.window.pane
    one = app.paper().paper_id
    assert pane.arxiv.isHidden()
    fetch(app, "Fetched arXiv's details of 1 paper")
    app.until(lambda: not pane.arxiv.isHidden())
    assert pane.title.text() == f"{one} on $\\Sigma$"
    assert pane.authors.text() == "Ada Lovelace, Núñez"
    assert pane.abstract.toPlainText() == "We sort in $O(N\\log N)$."
    assert pane.arxiv.text() == "cs.CL, cs.AI · Accepted at ACL 2025 · doi:10.1145/3395363"
    app.press("j")
    assert pane.arxiv.isHidden()
    assert not pane.title.text().endswith("$\\Sigma$")


def test_several_selected_papers_of_which_arxiv_does_not_know_all(
    app: WindowDriver, upstream: FakeUpstream
) -> None:
    app.press("Shift+J", "Shift+J")
    for one in app.selected_ids()[:2]:
        del upstream.arxiv[one]
    fetch(app, "Fetched 1 of 3; arXiv does not know 2")
    assert asked_ids(upstream) == [3]


def test_the_whole_list(app: WindowDriver, upstream: FakeUpstream) -> None:
    app.window.actions_by_id.by_id["paper.fetch_list"].trigger()
    app.until(lambda: app.notice() == "Fetched arXiv's details of 28 papers")
    assert asked_ids(upstream) == [28]
    app.window.list.notices.dismiss()
    app.window.actions_by_id.by_id["paper.fetch_list"].trigger()
    app.until(lambda: app.notice() == "Nothing is missing")
    assert asked_ids(upstream) == [28]


def test_the_key_on_papers_that_are_known_asks_again(
    app: WindowDriver, upstream: FakeUpstream
) -> None:
    fetch(app, "Fetched arXiv's details of 1 paper")
    one = app.paper().paper_id
    upstream.arxiv[one] = arxiv.entry(one, comment="Withdrawn")
    app.window.list.notices.dismiss()
    end_pause(app.folder)
    fetch(app, "Fetched arXiv's details of 1 paper")
    app.until(lambda: "Withdrawn" in app.window.pane.arxiv.text())


def test_offline_and_tried_again(app: WindowDriver, upstream: FakeUpstream) -> None:
    fault = upstream.inject(faults.status(404), path=arxiv.PATH)
    app.press("Shift+J", "f")
    app.until(app.notice)
    host = upstream.url.removeprefix("http://")
    assert app.notice() == (
        f"Fetched 0 of 2. {host} does not answer the question (status 404)."
        " Check ARXIV_ENDPOINT and the proxy."
    )
    upstream.faults.remove(fault)
    end_pause(app.folder)
    app.click_button(app.window.list.notices, "Try again")
    app.until(lambda: app.notice() == "Fetched arXiv's details of 2 papers")


def test_a_rest_is_told(app: WindowDriver, upstream: FakeUpstream) -> None:
    upstream.inject(faults.rate_exceeded(), path=arxiv.PATH)
    app.press("f")
    app.until(lambda: app.notice().startswith("Fetched 0 of 1. arXiv asked for a rest until "))
    app.click_button(app.window.list.notices, "Try again")
    app.until(lambda: app.notice().startswith("Fetched 0 of 1. arXiv asked for a rest until "))
    assert asked_ids(upstream) == [1]


def test_a_fetch_that_hangs_is_shown_and_stopped(app: WindowDriver, upstream: FakeUpstream) -> None:
    upstream.inject(faults.hang(), path=arxiv.PATH)
    app.press("Shift+J", "f")
    app.until(lambda: app.window.list.work.text == "Fetched 0 of 2 papers")
    upstream.wait_for_requests(1)
    app.press("s")  # it is not in the way
    assert "Starred 2" in app.places()
    app.click_without_settling(app.window.list.work.cancel)
    app.until(lambda: app.notice() == "Cancelled. Fetched 0 of 2.")
    app.settle()
    assert app.window.list.work.text == ""


def test_the_window_closes_while_a_fetch_hangs(app: WindowDriver, upstream: FakeUpstream) -> None:
    upstream.inject(faults.hang(), path=arxiv.PATH)
    app.press("f")
    upstream.wait_for_requests(1)
    app.close()
    assert not app.window.isVisible()


def test_what_arxiv_says_is_no_html(
    app: WindowDriver, upstream: FakeUpstream, tmp_path: Path
) -> None:
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor(255, 0, 0))
    assert red.save(str(tmp_path / "r.png"))
    evil = f'<b>x</b><img src="file://{tmp_path}/r.png">'
    one = app.paper().paper_id
    upstream.arxiv[one] = arxiv.entry(
        one, title=evil, authors=[evil], summary=evil, comment=evil, journal_ref=evil
    )
    fetch(app, "Fetched arXiv's details of 1 paper")
    pane = app.window.pane
    app.until(lambda: pane.title.text() == evil)
    assert pane.arxiv.text() == f"cs.DS, cs.LG · {evil} · {evil}"
    assert pane.abstract.toPlainText() == evil
    image = pane.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = {image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, 800, 4)}
    assert QColor(255, 0, 0).rgb() not in colours


def test_a_very_long_comment_is_cut(app: WindowDriver, upstream: FakeUpstream) -> None:
    one = app.paper().paper_id
    upstream.arxiv[one] = arxiv.entry(one, comment="word " * 200)
    fetch(app, "Fetched arXiv's details of 1 paper")
    app.until(lambda: app.window.pane.arxiv.text().endswith("word …"))
    assert len(app.window.pane.arxiv.text()) < 300


@pytest.fixture
def keeping(
    open_window: Opener,
    filled_folder: Path,
    upstream: FakeUpstream,
    monkeypatch: pytest.MonkeyPatch,
) -> WindowDriver:
    """A window that fetches the details of what is kept, at once."""
    monkeypatch.setattr(details_of_kept, "_AFTER_MS", 0)
    save_settings(settings_file(), Settings(fetch_arxiv_details=True))
    driver = open_window(filled_folder)
    upstream.arxiv = {one: entry(one) for one in driver.ids()}
    return driver


def known(app: WindowDriver) -> bool:
    return not app.window.pane.arxiv.isHidden()


@pytest.mark.parametrize("key", ["s", "q"])
def test_what_is_kept_is_fetched_by_itself(
    keeping: WindowDriver, upstream: FakeUpstream, key: str
) -> None:
    keeping.press("j", key)
    keeping.until(lambda: known(keeping))
    assert keeping.notice() == ""
    assert asked_ids(upstream) == [1]


def test_what_is_listed_is_fetched_by_itself(keeping: WindowDriver, upstream: FakeUpstream) -> None:
    keeping.press("j", "l")
    keeping.write("Related work")
    keeping.press("Return")
    keeping.until(upstream.asked_arxiv)
    keeping.until(lambda: known(keeping))


def test_nothing_is_fetched_by_itself_if_that_is_not_wanted(
    app: WindowDriver, upstream: FakeUpstream, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.window.kept._timer.setInterval(0)
    app.press("s", "q", "j")
    assert not app.window.kept._timer.isActive()
    assert upstream.asked_arxiv() == []


def test_offline_nothing_is_said_and_the_next_edit_tries_again(
    keeping: WindowDriver, upstream: FakeUpstream
) -> None:
    fault = upstream.inject(faults.status(404), path=arxiv.PATH)
    keeping.press("j", "s")
    keeping.until(upstream.asked_arxiv)
    keeping.settle()
    assert keeping.notice() == ""
    upstream.faults.remove(fault)
    end_pause(keeping.folder)
    keeping.press("q")
    keeping.until(lambda: known(keeping))


def test_it_gives_way_to_what_the_reader_asks_for(
    keeping: WindowDriver, upstream: FakeUpstream
) -> None:
    hangs = Event()

    def hang(reply: faults.Reply) -> None:
        hangs.set()
        reply.closing.wait()

    upstream.inject(hang, path=arxiv.PATH, times=1)
    keeping.press("j", "s")
    keeping.until(hangs.is_set)
    end_pause(keeping.folder)
    keeping.press("f")
    keeping.until(lambda: keeping.notice() == "Fetched arXiv's details of 1 paper")
    keeping.until(lambda: known(keeping))


def test_turned_on_it_fetches_what_was_kept_before(
    app: WindowDriver, upstream: FakeUpstream
) -> None:
    app.press("s")
    app.window.kept._timer.setInterval(0)
    app.window._opened.use_settings(Settings(fetch_arxiv_details=True))
    app.until(lambda: known(app))
    assert asked_ids(upstream) == [1]


def test_the_palette_offers_it(app: WindowDriver) -> None:
    app.press("Ctrl+K")
    app.write("fetch list")
    app.press("Return")
    app.until(lambda: app.notice() == "Fetched arXiv's details of 28 papers")
