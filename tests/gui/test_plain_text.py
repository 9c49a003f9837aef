"""What the feed and the reader say is shown as text: no widget takes it for HTML."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QTextEdit, QToolTip, QWidget

from readinglist.domain.errors import UserFacingError
from readinglist.gui.export_dialog.dialog import ExportDialog
from readinglist.gui.help_sheet import HelpSheet
from readinglist.gui.name_box import NameBox
from readinglist.gui.paper_table.columns import COLUMNS, Column
from readinglist.gui.plain_text import set_tooltip, show_message
from readinglist.library.locations import settings_file
from readinglist.settings import Density, Settings, save_settings
from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver
from tests.gui.rows import new_papers
from tests.upstream import FakeUpstream

RED = QColor(255, 0, 0)
DAY = "2025-06-09"


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    """Text that a widget which guesses HTML would show as a red square."""
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(RED)
    assert picture.save(str(tmp_path / "r.png"))
    return f'<b>x</b><img src="file://{tmp_path}/r.png">'


def has_red(widget: QWidget) -> bool:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    red = RED.rgb()
    return any(
        image.pixel(x, y) == red
        for y in range(0, image.height(), 4)
        for x in range(0, image.width(), 4)
    )


def test_the_red_square_would_be_seen(qapp: QApplication, hostile: str) -> None:
    label = QLabel(hostile)
    label.resize(200, 100)
    assert has_red(label)


@pytest.fixture
def app(open_window: Opener, filled_folder: Path) -> WindowDriver:
    """The window with all columns."""
    save_settings(settings_file(), Settings(density=Density.COMPACT))
    driver = open_window(filled_folder)
    driver.window.resize(1900, 900)
    driver.settle()
    return driver


@pytest.fixture
def with_hostile_paper(app: WindowDriver, upstream: FakeUpstream, hostile: str) -> WindowDriver:
    """The window showing a paper whose every field is hostile."""
    template = upstream.days["2025-06-03"][0]
    rows = new_papers(
        DAY,
        template,
        8,
        title=hostile,
        summary=hostile,
        authors=[{"name": hostile}],
        ai_summary=hostile + " summed up",
        ai_keywords=[hostile],
        organization={"fullname": hostile, "name": hostile},
    )
    upstream.days[DAY] = rows
    app.sync(DAY)
    app.show_day(DAY)
    app.press("j")
    paper = app.paper().paper
    assert {paper.title, paper.abstract, paper.authors[0], paper.keywords[0]} == {hostile}
    assert paper.organization == hostile
    return app


def check(app: WindowDriver) -> None:
    assert not has_red(app.window)
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLabel) and widget.text():
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget.text()


def test_every_column_and_the_pane(with_hostile_paper: WindowDriver, hostile: str) -> None:
    app = with_hostile_paper
    assert set(app.shown_columns()) == {spec.name for spec in COLUMNS.values()}
    check(app)
    pane = app.window.pane
    for label in (pane.title, pane.authors, pane.keywords):
        assert label.text() == hostile
    assert hostile in pane.meta.text()
    assert pane.abstract.toPlainText() == hostile


def test_comfortable_rows(with_hostile_paper: WindowDriver) -> None:
    app = with_hostile_paper
    opened = app.window._opened
    opened.use_settings(Settings(density=Density.COMFORTABLE))
    app.settle()
    check(app)


def test_tags_notes_sidebar_and_notices(with_hostile_paper: WindowDriver, hostile: str) -> None:
    app = with_hostile_paper
    key = app.window.table.selected_keys()
    tag = hostile.replace("/", "")[:80]  # a slash would nest it
    app.library.edits.set_tagged(key, tag, tagged=True).result()
    app.library.edits.set_note(key[0], hostile).result()
    app.settle()
    assert any(place.startswith("<b>") for place in app.places())
    assert app.note_text() == hostile
    app.press("Ctrl+Z", "Ctrl+Z")
    assert "<b>" in app.notice()
    check(app)
    app.window.list.notices.show_error(UserFacingError(hostile), lambda: None)
    app.type_filter(f"colour:{hostile} ")
    assert "<" in app.hint()
    check(app)


def test_dialogs(with_hostile_paper: WindowDriver, hostile: str) -> None:
    app = with_hostile_paper
    app.tag("<b>t<b>")
    box = app.open_tag_box()
    app.write(hostile)
    assert not has_red(box)
    check(app)
    app.press("Escape")
    app.until_closed(box)
    for keys, kind in (("Ctrl+E", ExportDialog), ("F1", HelpSheet), ("t", NameBox)):
        app.press(keys)
        dialog = app.dialog(kind)
        assert not has_red(dialog)
        check(app)
        dialog.close()
        app.until_closed(dialog)


@pytest.fixture
def no_tooltip_left() -> Iterator[None]:
    yield
    QToolTip.hideText()


def shown_tooltip() -> QLabel:
    (tip,) = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QLabel) and widget.isVisible() and widget.inherits("QTipLabel")
    ]
    return tip


@pytest.mark.usefixtures("no_tooltip_left")
def test_tooltips(with_hostile_paper: WindowDriver, hostile: str) -> None:
    app = with_hostile_paper
    tip = app.window.model.index(0, Column.TITLE).data(Qt.ItemDataRole.ToolTipRole)
    widget = QWidget(app.window)
    set_tooltip(widget, hostile)
    for text in (tip, widget.toolTip()):
        QToolTip.showText(QPoint(10, 10), text, app.window)
        app.until(shown_tooltip)
        assert not has_red(shown_tooltip())
        assert "&lt;b&gt;x" in shown_tooltip().text()
    others = [
        app.window.model.index(0, column).data(Qt.ItemDataRole.ToolTipRole)
        for column in Column
        if column is not Column.TITLE
    ]
    assert others == [None] * len(others)


def test_message_boxes(app: WindowDriver, hostile: str) -> None:
    shown: list[tuple[Qt.TextFormat, bool]] = []

    def look() -> None:
        box = app.dialog(QMessageBox)
        shown.append((box.textFormat(), has_red(box)))
        box.close()

    app.window._opened.gui_thread.post(look)
    show_message(app.window, "About", hostile)
    assert shown == [(Qt.TextFormat.PlainText, False)]


def test_the_abstract_takes_no_rich_text(app: WindowDriver, hostile: str) -> None:
    app.press("j")
    app.paper()
    for editor in app.window.findChildren(QTextEdit):
        assert not editor.acceptRichText()
        assert editor.isReadOnly()
        assert editor.loadResource(2, "file:///etc/hostname") is None
