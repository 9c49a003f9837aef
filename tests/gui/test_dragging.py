"""Dragging papers out of the list, and onto places of the sidebar."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from readinglist.gui.command_parts import dragging
from readinglist.gui.dragged_papers import PAPERS_TYPE, papers_only
from readinglist.gui.paper_table.columns import Column
from readinglist.library.locations import settings_file
from readinglist.settings import MarkRead, Settings, save_settings
from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver

NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def only_the_reader_marks_papers_read() -> None:
    save_settings(settings_file(), Settings(mark_read=MarkRead.BY_HAND))


class Mouse:
    """A mouse over the list; what it takes along is kept, for here is no pointer to hang it on."""

    def __init__(self, app: WindowDriver) -> None:
        self.app = app
        self.carried: list[QMimeData] = []
        app.window.parts.dragging.carry = self._carry
        self._at = QPoint()

    def _carry(self, mime: QMimeData, picture: QPixmap) -> None:
        assert picture.width() > 20
        self.carried.append(mime)

    def press(self, row: int, key: Qt.KeyboardModifier = NO_KEY) -> None:
        table = self.app.window.table
        self._at = table.visualRect(self.app.window.model.index(row, Column.TITLE)).center()
        QTest.mousePress(table.viewport(), LEFT, key, self._at)

    def move(self, right: int, down: int) -> None:
        self._at += QPoint(right, down)
        QTest.mouseMove(self.app.window.table.viewport(), self._at)

    def release(self, key: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.mouseRelease(self.app.window.table.viewport(), LEFT, key, self._at)
        self.app.settle()

    def drag(self, row: int, key: Qt.KeyboardModifier = NO_KEY) -> QMimeData:
        """Drag from a row, and return what is carried."""
        self.press(row, key)
        self.move(4, 0)
        assert not self.carried
        self.move(30, 60)
        self.move(30, 60)
        self.app.until(lambda: self.carried)
        self.release(key)
        return self.carried.pop()


@pytest.fixture
def mouse(app: WindowDriver) -> Mouse:
    """The mouse, with the first three papers selected."""
    app.press("j", "Shift+J", "Shift+J")
    return Mouse(app)


def urls(mime: QMimeData) -> list[str]:
    return [url.toString() for url in mime.urls()]


# Out of the list


def test_selected_papers_are_carried_as_text_and_links(app: WindowDriver, mouse: Mouse) -> None:
    selected = app.selected_ids()
    mime = mouse.drag(1)
    assert app.selected_ids() == selected
    assert urls(mime) == [f"https://arxiv.org/abs/{name}" for name in selected]
    assert mime.text().count("\n- **[") == 2
    assert all(f"]({url})**" in mime.text() for url in urls(mime))
    papers = json.loads(bytes(mime.data(PAPERS_TYPE).data()))
    assert papers == {"library": str(app.folder), "papers": list(app.window.table.selected_keys())}


def test_with_ctrl_they_are_carried_as_a_file(app: WindowDriver, mouse: Mouse) -> None:
    selected = app.selected_ids()
    mime = mouse.drag(1, CTRL)
    assert app.selected_ids() == selected
    (url,) = mime.urls()
    file = Path(url.toLocalFile())
    assert file.name == "readinglist.bib"
    assert file.read_text(encoding="utf-8") == mime.text()
    assert mime.text().count("@article{") == 3


def test_the_file_of_one_paper_has_its_citation_key(app: WindowDriver, mouse: Mouse) -> None:
    app.press("j")
    (url,) = mouse.drag(3, CTRL).urls()
    assert url.fileName() == f"{app.paper().citation_key}.bib"


def test_a_typed_key_names_a_file_that_can_be(app: WindowDriver, mouse: Mouse) -> None:
    app.press("j")
    app.library.citation_keys.set_key(app.paper().key, "DBLP:conf/nips/X17").result()
    (url,) = mouse.drag(app.window.table.currentIndex().row(), CTRL).urls()
    assert url.fileName() == "DBLP-conf-nips-X17.bib"


def test_files_are_gone_with_the_window(open_window: Opener, filled_folder: Path) -> None:
    app = open_window(filled_folder)
    app.press("j")
    mouse = Mouse(app)
    files = [Path(mouse.drag(0, CTRL).urls()[0].toLocalFile()) for _ in range(2)]
    assert files[0] != files[1]
    assert all(file.exists() for file in files)
    app.close()
    assert not any(file.parent.parent.exists() for file in files)


def test_very_many_papers_go_to_places_only(
    app: WindowDriver, mouse: Mouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dragging, "MOST_CARRIED_OUT", 2)
    mime = mouse.drag(1)
    assert mime.formats() == [PAPERS_TYPE]
    assert app.notice().startswith(
        "More than 2 papers can be dragged to places of the sidebar only."
    )


def test_a_button_let_go_early_drags_nothing(app: WindowDriver, mouse: Mouse) -> None:
    selected = app.selected_ids()
    mouse.press(1)
    mouse.move(60, 0)
    mouse.release()
    app.window._opened.drag_contents.words([]).result()  # the thread is through with the other
    app.settle()
    assert mouse.carried == []
    assert app.selected_ids() == selected


# What the mouse did before it still does


def test_a_click_on_a_selected_row_selects_it_alone(app: WindowDriver, mouse: Mouse) -> None:
    mouse.press(1)
    assert len(app.selected_ids()) == 3
    mouse.release()
    assert app.selected_ids() == [app.ids()[1]]


def test_a_click_with_ctrl_takes_a_row_out_and_in_again(app: WindowDriver, mouse: Mouse) -> None:
    mouse.press(1, CTRL)
    mouse.release(CTRL)
    assert app.selected_ids() == [app.ids()[0], app.ids()[2]]
    mouse.press(1, CTRL)
    mouse.release(CTRL)
    assert app.selected_ids() == app.ids()[:3]


def test_from_another_row_the_mouse_selects(app: WindowDriver, mouse: Mouse) -> None:
    mouse.press(4)
    mouse.move(30, 60)
    mouse.move(0, 50)
    mouse.release()
    assert app.selected_ids() == app.ids()[4:7]
    assert mouse.carried == []


def test_after_a_drag_the_mouse_selects_again(app: WindowDriver, mouse: Mouse) -> None:
    mouse.drag(1)
    app.click_cell(5, Column.TITLE)
    assert app.selected_ids() == [app.ids()[5]]


def test_a_star_is_clicked_and_not_dragged(app: WindowDriver, mouse: Mouse) -> None:
    app.click_cell(1, Column.STAR)
    assert [row[0] for row in app.rows()[:4]] == ["★", "★", "★", "☆"]


# Onto the sidebar


class Dropped:
    """Papers over an entry of the sidebar."""

    def __init__(self, app: WindowDriver, label: str, mime: QMimeData) -> None:
        self.app, self.mime = app, mime
        self.view, places = app.window.sidebar.view, app.window.sidebar._places
        (self.line,) = [n for n in range(places.rowCount()) if places.entry(n).label == label]
        self.at = self.view.visualRect(places.index(self.line)).center()
        self.action = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(self.at, self.action, mime, LEFT, NO_KEY)
        self._send(enter)

    def _send(self, event: QEvent) -> None:
        QApplication.sendEvent(self.view.viewport(), event)

    def is_welcome(self) -> bool:
        move = QDragMoveEvent(self.at, self.action, self.mime, LEFT, NO_KEY)
        self._send(move)
        assert move.isAccepted() == (self.view.drop_line == self.line)
        return move.isAccepted()

    def drop(self) -> None:
        self._send(QDropEvent(QPointF(self.at), self.action, self.mime, LEFT, NO_KEY))
        self.app.settle()
        assert self.view.drop_line == -1

    def leave(self) -> None:
        self._send(QDragLeaveEvent())


def test_papers_dropped_on_starred_are_starred(app: WindowDriver, mouse: Mouse) -> None:
    over = Dropped(app, "Starred", mouse.drag(0))
    assert over.is_welcome()
    over.drop()
    assert [row[0] for row in app.rows()[:4]] == ["★", "★", "★", "☆"]
    assert app.notice() == "Starred 3 papers"
    app.click_button(app.window.list.notices, "Undo")
    assert app.places()[3] == "Starred 0"


def test_papers_dropped_on_a_tag_get_it(app: WindowDriver, mouse: Mouse) -> None:
    app.press("j")
    app.tag("rl")
    app.press("Shift+J")
    over = Dropped(app, "rl", mouse.drag(4))
    assert over.is_welcome()
    over.drop()
    assert app.places()[-1] == "rl 2"
    app.press("Ctrl+Z")
    assert app.places()[-1] == "rl 1"


@pytest.mark.parametrize("label", ["Today", "All papers", "Unread"])
def test_other_places_take_no_papers(app: WindowDriver, mouse: Mouse, label: str) -> None:
    over = Dropped(app, label, mouse.drag(0))
    assert not over.is_welcome()
    over.leave()
    assert not app.window.sidebar.view.is_carried_over


def test_papers_of_another_library_are_told_from_these(app: WindowDriver, tmp_path: Path) -> None:
    over = Dropped(app, "Starred", papers_only(tmp_path / "other", [1, 2]))
    over.drop()
    assert app.notice().startswith("These papers are of another library.")
    assert app.places()[3] == "Starred 0"


@pytest.mark.parametrize(
    "data", [b"", b"7", b"[" * 100_000, b"[1]", b"\xff", b'{"papers": [1]}', b'{"library": 1}']
)
def test_what_cannot_be_read_changes_nothing(app: WindowDriver, data: bytes) -> None:
    mime = QMimeData()
    mime.setData(PAPERS_TYPE, data)
    Dropped(app, "Starred", mime).drop()
    assert app.places()[3] == "Starred 0"


def test_other_things_are_not_taken(app: WindowDriver) -> None:
    mime = QMimeData()
    mime.setText("text")
    assert not Dropped(app, "Starred", mime).is_welcome()


@pytest.mark.parametrize(
    ("label", "seen"), [("To read", "To read 3"), ("Related work", "Related work 3")]
)
def test_papers_are_dropped_on_the_queue_and_on_lists(
    app: WindowDriver, mouse: Mouse, label: str, seen: str
) -> None:
    app.library.lists.make("Related work").result()
    app.settle()
    over = Dropped(app, label, mouse.drag(0))
    assert over.is_welcome()
    over.drop()
    assert seen in app.places()
    app.press("Ctrl+Z")
    assert f"{label} 0" in app.places()


# Within a list


class DroppedBetween:
    """Papers over a row of the list, in the upper or the lower half of it."""

    def __init__(self, app: WindowDriver, row: int, half: float, mime: QMimeData) -> None:
        self.table, self.app, self.mime = app.window.table, app, mime
        area = self.table.visualRect(app.window.model.index(row, Column.TITLE))
        self.at = QPoint(area.center().x(), area.top() + round(area.height() * half))
        self.action = Qt.DropAction.CopyAction

    def _send(self, event: QEvent) -> None:
        QApplication.sendEvent(self.table.viewport(), event)

    def is_welcome(self) -> bool:
        enter = QDragEnterEvent(self.at, self.action, self.mime, LEFT, NO_KEY)
        enter.ignore()
        self._send(enter)
        return enter.isAccepted()

    def drop(self) -> None:
        self._send(QDragMoveEvent(self.at, self.action, self.mime, LEFT, NO_KEY))
        assert self.table._dropping.spot is not None
        self._send(QDropEvent(QPointF(self.at), self.action, self.mime, LEFT, NO_KEY))
        self.app.settle()
        assert self.table._dropping.spot is None


@pytest.fixture
def listed(app: WindowDriver) -> WindowDriver:
    """A window that shows a list of four papers."""
    keys = list(app.window.model.keys[:4])
    app.library.lists.make("Related work", keys=keys).result()
    app.settle()
    app.go_to_place("Related work")
    return app


@pytest.mark.parametrize(
    ("row", "half", "order"),
    [
        (2, 0.2, [1, 0, 2, 3]),
        (2, 0.8, [1, 2, 0, 3]),
        (3, 0.9, [1, 2, 3, 0]),
        (0, 0.1, [0, 1, 2, 3]),
    ],
)
def test_a_paper_is_dragged_to_another_place_in_its_list(
    listed: WindowDriver, row: int, half: float, order: list[int]
) -> None:
    before = listed.ids()
    listed.press("j")
    over = DroppedBetween(listed, row, half, Mouse(listed).drag(0))
    assert over.is_welcome()
    over.drop()
    assert listed.ids() == [before[number] for number in order]
    assert listed.selected_ids() == [before[0]]


def test_below_the_last_row_is_the_end(listed: WindowDriver) -> None:
    before = listed.ids()
    listed.press("j", "Shift+J")
    over = DroppedBetween(listed, 3, 3.0, Mouse(listed).drag(0))
    assert over.is_welcome()
    over.drop()
    assert listed.ids() == [before[number] for number in (2, 3, 0, 1)]


def test_in_another_order_there_is_no_room_between_papers(
    listed: WindowDriver, app: WindowDriver
) -> None:
    listed.press("j")
    mime = Mouse(listed).drag(0)
    listed.click_header(Column.TITLE)
    assert not DroppedBetween(listed, 1, 0.2, mime).is_welcome()
    app.press("G, A")
    assert not DroppedBetween(app, 1, 0.2, mime).is_welcome()
