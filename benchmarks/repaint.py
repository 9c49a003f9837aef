"""Painting a screen of fifty rows anew, as after a jump, a sort or another filter."""

import gc
import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import date
from random import Random

from benchmarks.figures import Figure, Goal, Measure
from benchmarks.generator import generate
from benchmarks.run import Run

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTableView

from readinglist.domain.paper import PaperRow
from readinglist.gui.application import make_qt_application
from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.look import Look
from readinglist.gui.paper_table.columns import COLUMNS
from readinglist.gui.paper_table.model import PaperTableModel
from readinglist.gui.paper_table.view import PaperTable
from readinglist.settings import Density, Settings, Theme

_ROWS = 50
_WIDTH = 1240
_ROUNDS = 300
_WARM_UP = 10
_TODAY = date(2026, 11, 20)
_GOAL = Goal(Measure.P95, 8.0)
_NS_A_MS = 1e6
_TAGS = ("to-read", "rl", "diffusion", "agents", "evaluation", "thesis")


class _Shown:
    """A table on the offscreen platform, whose viewport is painted whole, again and again."""

    def __init__(self, name: str, table: QTableView, before: Callable[[int], None]) -> None:
        self._name = name
        self._table = table
        self._before = before
        self._wall: list[float] = []
        self._cpu: list[float] = []

    def repaint(self, turn: int) -> None:
        """Paint once; the first turns only warm up."""
        self._before(turn)
        wall, cpu = time.perf_counter_ns(), time.thread_time_ns()
        self._table.viewport().repaint()
        cpu, wall = time.thread_time_ns() - cpu, time.perf_counter_ns() - wall
        if turn >= _WARM_UP:
            self._wall.append(wall / _NS_A_MS)
            self._cpu.append(cpu / _NS_A_MS)

    def figure(self, goal: Goal | None = None, baseline: Figure | None = None) -> Figure:
        """Return what the clock said, with the CPU time of the thread as a note."""
        cpu = Figure("", "ms", tuple(self._cpu))
        note = f"CPU time of the thread: median {cpu.median:.2f} ms, p95 {cpu.p95:.2f} ms."
        return Figure(self._name, "ms", tuple(self._wall), goal, baseline, note)


def measure(run: Run) -> list[Figure]:
    """Paint plain and own tables by turns; the collector is off, as in the window."""
    qt = make_qt_application()
    gc.disable()
    rows = _make_rows(_ROWS * (_ROUNDS + _WARM_UP), run.seed)
    bridge = GuiThread(_fail)
    plain = _Shown("plain QTableView", _plain_table(rows[:_ROWS]), lambda _turn: None)
    shown = [plain]
    for compact in (False, True):
        name = "compact" if compact else "comfortable"
        table, model = _paper_table(bridge, compact=compact)
        _show_page(model, rows, 0)
        shown.append(_Shown(f"{name}, same rows", table, lambda _turn: None))
        fresh, fresh_model = _paper_table(bridge, compact=compact)
        shown.append(_Shown(f"{name}, rows never shown", fresh, _turn_pages(fresh_model, rows)))
    qt.processEvents()
    for turn in range(_ROUNDS + _WARM_UP):
        for table_shown in shown:
            table_shown.repaint(turn)
    bridge.close()
    baseline = plain.figure()
    goals = (_GOAL, None, _GOAL, None)
    return [baseline, *(s.figure(g, baseline) for s, g in zip(shown[1:], goals, strict=True))]


def _turn_pages(model: PaperTableModel, rows: Sequence[PaperRow]) -> Callable[[int], None]:
    return lambda turn: _show_page(model, rows, turn)


def _show_page(model: PaperTableModel, rows: Sequence[PaperRow], page: int) -> None:
    shown = rows[page * _ROWS : (page + 1) * _ROWS]
    model.show_beginning(shown, is_whole=True)


def _paper_table(bridge: GuiThread, *, compact: bool) -> tuple[PaperTable, PaperTableModel]:
    """Return the program's own table, dressed as in the window, with room for fifty rows."""
    density = Density.COMPACT if compact else Density.COMFORTABLE
    look = Look(Settings(theme=Theme.LIGHT, density=density))
    look.dress_application()
    model = PaperTableModel(_fetch_nothing, bridge, lambda: _TODAY)
    table = PaperTable(model, look.row_painter)
    table.use_look(look.row_painter, compact=compact)
    _show(table, table.verticalHeader().defaultSectionSize())
    return table, model


def _plain_table(rows: Sequence[PaperRow]) -> QTableView:
    """Return what Qt offers by itself for the same texts: everything in C++, no chips, no stars."""
    model = QStandardItemModel(len(rows), len(COLUMNS))
    for position, row in enumerate(rows):
        texts = (
            *("★" if row.starred else "☆", row.title, row.authors, row.listed_on),
            *(str(row.upvotes), str(row.comments), ", ".join(row.tags)),
        )
        for column, text in enumerate(texts):
            model.setItem(position, column, QStandardItem(text))
    table = QTableView()
    table.setModel(model)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    for column, spec in COLUMNS.items():
        table.setColumnWidth(column, spec.width)
    row_height = 30
    table.verticalHeader().setDefaultSectionSize(row_height)
    _show(table, row_height)
    return table


def _show(table: QTableView, row_height: int) -> None:
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    header = table.horizontalHeader().sizeHint().height()
    table.resize(_WIDTH, _ROWS * row_height + header + 4)
    table.show()


def _make_rows(count: int, seed: int) -> list[PaperRow]:
    chance = Random(seed)
    return [
        PaperRow(
            key=number + 1,
            paper_id=listing.paper.arxiv_id or "",
            title=listing.paper.title,
            authors=", ".join(listing.paper.authors[:3]),
            author_count=len(listing.paper.authors),
            listed_on=listing.featured_on.isoformat(),
            upvotes=listing.paper.upvotes,
            comments=listing.paper.comments,
            starred=chance.random() < 0.2,
            read=chance.random() < 0.4,
            has_note=chance.random() < 0.1,
            tags=tuple(chance.sample(_TAGS, chance.choice((0, 0, 1, 1, 2, 3)))),
        )
        for number, listing in enumerate(generate(count, seed=seed))
    ]


def _fetch_nothing(_keys: Sequence[int]) -> Future[list[PaperRow]]:
    raise AssertionError("all rows are there")


def _fail(error: Exception) -> None:
    raise error
