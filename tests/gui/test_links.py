"""Links: the browser gets plain https links, and nothing else."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from readinglist.gui.open_link import open_link
from readinglist.gui.paper_table.columns import Column
from tests.gui.driver import WindowDriver
from tests.gui.rows import new_papers
from tests.upstream import FakeUpstream

SCHEMES = ("https", "http", "file", "javascript", "data", "ssh", "smb", "mailto", "ftp")
HOSTILE = (
    "javascript:alert(1)",
    "file:///etc/passwd",
    "//example.org/x",
    " https://example.org",
    "https://user:secret@example.org/",
    "https://example.org/\n",
    "data:text/html,<b>x</b>",
    "smb://server/share",
    "ssh://server",
    "mailto:a@example.org",
    "ftp://example.org/",
    "https:",
    "https:///etc/passwd",
    "",
)


class Browser(QObject):
    """Stands where the system's browser would."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    browser = Browser()
    for scheme in SCHEMES:
        # The stub wants bytes, the program wants text.
        QDesktopServices.setUrlHandler(scheme, browser, "open")  # type: ignore[arg-type]
    yield browser
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def paper(app: WindowDriver) -> WindowDriver:
    """The window with a paper beside the list that has a project's page."""
    app.show_day("2025-06-03")
    app.press("j")
    app.paper()
    return app


def test_keys_open_the_paper(paper: WindowDriver, browser: Browser) -> None:
    paper.press("o", "Return", "Shift+O")
    page = "https://arxiv.org/abs/2506.01939"
    assert browser.opened == [page, page, "https://arxiv.org/pdf/2506.01939"]


def test_buttons_open_their_links(paper: WindowDriver, browser: Browser) -> None:
    for name in ("PDF", "arXiv", "Hub", "Project"):
        paper.click_button(paper.window.pane, name)
    assert browser.opened == [
        "https://arxiv.org/pdf/2506.01939",
        "https://arxiv.org/abs/2506.01939",
        "https://huggingface.co/papers/2506.01939",
        "https://shenzhi-wang.github.io/high-entropy-minority-tokens-rlvr/",
    ]


def test_a_double_click_opens_the_paper_but_not_on_its_star(
    paper: WindowDriver, browser: Browser
) -> None:
    paper.double_click_cell(0, Column.TITLE)
    assert browser.opened == ["https://arxiv.org/abs/2506.01939"]
    paper.double_click_cell(0, Column.STAR)
    assert len(browser.opened) == 1


@pytest.mark.parametrize("link", HOSTILE)
def test_other_links_are_refused(browser: Browser, link: str) -> None:
    assert not open_link(link)
    assert browser.opened == []


@pytest.mark.parametrize("link", [link for link in HOSTILE if link])
def test_a_hostile_project_page_has_no_button_and_does_not_open(
    app: WindowDriver, upstream: FakeUpstream, browser: Browser, link: str
) -> None:
    template = upstream.days["2025-06-03"][0]
    row = new_papers("2025-06-09", template, 9, projectPage=link, githubRepo=link)
    upstream.days["2025-06-09"] = row
    app.sync("2025-06-09")
    app.show_day("2025-06-09")
    app.press("j")
    app.paper()
    for kind in ("project", "code"):
        app.window.parts.putting_out.open_link(kind)
    expected = "https://example.org" if link.strip().startswith("https://example.org") else ""
    assert all(opened.rstrip("/") == expected for opened in browser.opened)
    if not expected:
        assert app.shown_links() == ["PDF", "arXiv", "Hub", "BibTeX"]
        assert app.notice() == "This paper has no such link."
