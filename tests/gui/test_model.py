"""The model of the list: sound, lazy, and quick with 100,000 papers."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from readinglist.domain.key_list import KeyList
from readinglist.domain.paper import PaperRow
from readinglist.gui.fonts import Fonts
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.paper_table.columns import COLUMNS
from readinglist.gui.paper_table.model import PaperTableModel
from readinglist.gui.paper_table.row_painter import RowPainter
from readinglist.gui.paper_table.view import PaperTable
from readinglist.gui.tag_looks import TagLooks
from readinglist.gui.theme import LIGHT, TextSizes
from tests.gui.driver import WindowDriver

MANY = 100_000


def row(key: int, title: str = "") -> PaperRow:
    return PaperRow(
        key=key,
        paper_id=f"2506.{key:05d}",
        title=title or f"Paper {key}",
        authors="Ada Lovelace",
        author_count=1,
        listed_on="2025-06-03",
        upvotes=key,
        comments=0,
        starred=False,
        read=False,
        has_note=False,
        tags=(),
    )


def show(model: PaperTableModel, keys: Iterable[int], first_rows: Sequence[PaperRow]) -> None:
    """Show a list as a search does: first its beginning, then all of it."""
    model.show_beginning(first_rows, is_whole=False)
    model.show_whole(KeyList.of(keys))


class Shelf:
    """Gives rows on request, when it is told to, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self._waiting: list[tuple[Sequence[int], Future[list[PaperRow]]]] = []

    def fetch(self, keys: Sequence[int]) -> Future[list[PaperRow]]:
        self.asked.append(list(keys))
        future: Future[list[PaperRow]] = Future()
        self._waiting.append((keys, future))
        return future

    def deliver(self) -> None:
        waiting, self._waiting = self._waiting, []
        for keys, future in waiting:
            future.set_result([row(key) for key in keys])
        QApplication.processEvents()


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def model(qapp: QApplication, shelf: Shelf) -> Iterator[PaperTableModel]:
    def fail(error: Exception) -> None:
        raise error

    bridge = GuiThread(fail)
    yield PaperTableModel(shelf.fetch, bridge, lambda: date(2025, 6, 6))
    bridge.close()


@pytest.fixture
def table(model: PaperTableModel) -> Iterator[PaperTable]:
    fonts = Fonts(TextSizes(100), system_fonts=True)
    table = PaperTable(model, RowPainter(LIGHT, fonts, TagLooks()))
    yield table
    table.deleteLater()


def test_qt_finds_no_fault_with_the_model(model: PaperTableModel, shelf: Shelf) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Warning  # a warning fails the test
    tester = QAbstractItemModelTester(model, mode)
    show(model, range(250), [row(key) for key in range(100)])
    for position in range(250):
        model.row_at(position)
    shelf.deliver()
    model.refresh([3, 200])
    model.refresh()
    shelf.deliver()
    show(model, [5, 3], [row(5), row(3)])
    show(model, [], [])
    model.refresh()
    assert tester.model() is model


def test_qt_finds_no_fault_with_the_model_of_a_window(app: WindowDriver) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    testers = [
        QAbstractItemModelTester(model, mode)
        for model in app.window.findChildren(QAbstractItemModel)
        if model.parent() in {app.window, app.window.sidebar}
    ]
    assert len(testers) == 2
    app.press("j", "s", "G, A", "End", "[", "G, S")
    app.sync("2025-06-03")
    app.type_filter("nothing at all")


def test_flags_never_fetch(model: PaperTableModel, shelf: Shelf) -> None:
    show(model, range(MANY), [])
    for position in range(0, MANY, 50):
        assert model.flags(model.index(position, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert shelf.asked == []


def test_rows_are_fetched_by_pages_and_once(model: PaperTableModel, shelf: Shelf) -> None:
    show(model, range(1000), [])
    for position in (500, 501, 599, 500, 600):
        assert model.row_at(position) is None
    assert [(keys[0], len(keys)) for keys in shelf.asked] == [(500, 100), (600, 100)]
    shelf.deliver()
    assert model.row_at(555) == row(555)
    assert len(shelf.asked) == 2


def test_the_first_rows_come_with_the_result(model: PaperTableModel, shelf: Shelf) -> None:
    show(model, range(1000), [row(key) for key in range(100)])
    assert model.row_at(99) == row(99)
    assert shelf.asked == []


def test_refresh_asks_only_for_what_is_held(model: PaperTableModel, shelf: Shelf) -> None:
    show(model, range(1000), [row(key) for key in range(100)])
    model.refresh([5, 700])
    assert shelf.asked == [[5]]
    model.refresh()
    assert sum(map(len, shelf.asked[1:])) == 100


def test_a_change_while_a_page_is_on_its_way_is_not_lost(
    model: PaperTableModel, shelf: Shelf
) -> None:
    show(model, range(1000), [])
    model.row_at(500)
    model.refresh([510, 700])
    assert shelf.asked[1] == [510]


def test_selecting_100_000_papers_fetches_none(
    model: PaperTableModel, table: PaperTable, shelf: Shelf
) -> None:
    show(model, range(7, MANY + 7), [row(key) for key in range(7, 107)])
    table.selectAll()
    assert shelf.asked == []
    assert list(table.selected_keys()) == list(range(7, MANY + 7))


def test_painting_the_header_does_not_ask_for_every_selected_row(
    model: PaperTableModel, table: PaperTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(model, range(7, MANY + 7), [row(key) for key in range(7, 107)])
    asked: list[int] = []
    flags = PaperTableModel.flags

    def counted(self: PaperTableModel, index: QModelIndex) -> Qt.ItemFlag:
        asked.append(index.row())
        return flags(self, index)

    monkeypatch.setattr(PaperTableModel, "flags", counted)
    table.selectAll()
    table.horizontalHeader().viewport().grab()
    assert len(asked) < 1000


def test_selected_keys_come_in_shown_order(model: PaperTableModel, table: PaperTable) -> None:
    show(model, [30, 10, 20, 40], [row(key) for key in (30, 10, 20, 40)])
    table.select_key(40)
    table.select_also([30, 20, 99])
    assert list(table.selected_keys()) == [30, 20, 40]


def test_nothing_is_fetched_to_count_or_to_find_a_paper(
    model: PaperTableModel, shelf: Shelf
) -> None:
    show(model, range(MANY), [])
    assert model.rowCount() == MANY
    assert model.columnCount() == len(COLUMNS)
    assert model.position_of(MANY - 1) == MANY - 1
    assert model.position_of(MANY) is None
    assert model.cached_row(5) is None
    assert shelf.asked == []


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be lost any more")
def test_no_reference_to_none_is_lost(model: PaperTableModel) -> None:
    """PySide6 6.12.0 on Python 3.11 lost one for each, and the program ended after a while."""
    show(model, range(10), [row(key) for key in range(10)])
    index = model.index(0, 0)
    role = int(Qt.ItemDataRole.UserRole)
    before = sys.getrefcount(None)
    for _ in range(200):
        assert QModelIndex.data(index, role) is None
    assert abs(sys.getrefcount(None) - before) < 20
