"""Copying papers in a form that goes on in a text: keys, links, Markdown."""

import pytest
from PySide6.QtGui import QGuiApplication

from readinglist.domain.links import page_link
from tests.gui.driver import WindowDriver


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


@pytest.fixture
def app(app: WindowDriver) -> WindowDriver:
    """The window with its first paper selected, and nothing on the clipboard."""
    QGuiApplication.clipboard().clear()
    app.press("j")
    return app


def until_copied(app: WindowDriver) -> str:
    app.until(lambda: app.notice().startswith("Copied"))
    return app.notice()


def test_one_paper(app: WindowDriver) -> None:
    paper = app.paper()
    app.press("y")
    assert until_copied(app) == "Copied 1 link"
    assert clipboard() == page_link(paper.paper) == f"https://arxiv.org/abs/{paper.paper_id}"
    app.press("Ctrl+Shift+K")
    app.until(lambda: app.notice() == "Copied 1 citation key")
    assert clipboard() == paper.citation_key
    app.press("Ctrl+Alt+C")
    app.until(lambda: app.notice() == "Copied 1 paper as Markdown")
    assert clipboard().startswith("- **[RoboRefer: Towards")
    assert clipboard().count("\n") == 1


def test_three_papers(app: WindowDriver) -> None:
    app.press("Shift+J", "Shift+J")
    ids = app.selected_ids()
    app.press("y")
    assert until_copied(app) == "Copied 3 links"
    assert clipboard().split("\n") == [f"https://arxiv.org/abs/{name}" for name in ids]
    app.press("Ctrl+Shift+K")
    app.until(lambda: app.notice() == "Copied 3 citation keys")
    papers = app.library.papers.details(app.window.table.selected_keys()).result()
    assert clipboard() == ",".join(paper.citation_key for paper in papers)
    app.press("Ctrl+Alt+C")
    app.until(lambda: app.notice() == "Copied 3 papers as Markdown")
    assert clipboard().count("arxiv.org/abs/") == 3


def test_the_letter_for_links_is_a_letter_in_the_note(app: WindowDriver) -> None:
    app.press("a")
    app.write("Yy")
    assert app.note_text() == "Yy"
    assert clipboard() == ""
    app.press("Ctrl+Shift+C")
    app.until(lambda: clipboard().startswith("@article{"))


def test_references(app: WindowDriver) -> None:
    paper = app.paper()
    app.press("c", "a")
    app.until(lambda: app.notice() == "Copied 1 reference (APA)")
    doi = f"https://doi.org/10.48550/arXiv.{paper.paper_id}"
    assert clipboard().endswith(f" (2025). {paper.title}. arXiv. {doi}")
    copied = QGuiApplication.clipboard().mimeData()
    assert copied is not None
    assert f"<i>{paper.title}</i>. arXiv. <a href" in copied.html()
    app.press("Shift+J", "Shift+J", "c", "i")
    app.until(lambda: app.notice() == "Copied 3 references (IEEE)")
    assert [line[:4] for line in clipboard().split("\n")] == ["[1] ", "[2] ", "[3] "]
    app.press("c", "m")
    app.until(lambda: app.notice() == "Copied 3 references (ACM)")
    app.press("c", "p")
    app.until(lambda: app.notice() == "Copied 3 references (plain)")
    assert clipboard().count("https://doi.org/") == 3


@pytest.mark.parametrize("key", ["y", "Ctrl+Shift+K", "Ctrl+Alt+C"])
def test_without_a_paper_nothing_is_copied(app: WindowDriver, key: str) -> None:
    app.type_filter("nosuchword")
    app.press(key)
    assert app.notice() == ""
    assert clipboard() == ""
