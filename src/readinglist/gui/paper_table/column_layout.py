"""Which columns the list shows, how wide, in what order, and what goes first when room is short."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from readinglist.gui.paper_table.columns import COLUMNS, IN_TITLE_WHEN_COMFORTABLE, Column

_NARROWEST_TITLE = 220
_GIVEN_UP_FIRST = (
    Column.TAGS,
    Column.COMMENTS,
    Column.AUTHORS,
    Column.UPVOTES,
    Column.DATE,
)
"""Columns that make room for the title in a narrow list, in this order."""


class ColumnLayout(QObject):
    """Keeps the title as wide as the other columns allow.

    The header forgets the width of a hidden section, so widths (at 100 % zoom) and what the reader
    hid are kept here; columns that only gave way to the title come back when there is room.
    """

    changed = Signal()

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._hidden: set[Column] = set()
        self._given_up: set[Column] = set()
        self._widths = {column: spec.width for column, spec in COLUMNS.items()}
        self._zoom = 1.0
        self._fitting = False
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(True)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Fixed)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_menu)
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(lambda *_: self.changed.emit())

    def use_look(self, zoom: float, *, compact: bool) -> None:
        """Scale the widths to a zoom, and show what fits a density.

        Compact rows have columns of authors and tags; comfortable ones have a second line.
        """
        self._zoom = zoom
        in_title = set(IN_TITLE_WHEN_COMFORTABLE)
        self._hidden = self._hidden - in_title if compact else self._hidden | in_title
        self.fit()

    def fit(self) -> None:
        """Give the title what the other columns leave."""
        if self._fitting:
            return
        self._fitting = True
        chosen = [column for column in COLUMNS if column not in self._hidden]
        shown = list(chosen)
        for column in (None, *_GIVEN_UP_FIRST):
            if column in shown:
                shown.remove(column)
            if self._room_for_title(shown) >= _NARROWEST_TITLE * self._zoom:
                break
        self._given_up = set(chosen) - set(shown)
        for column in COLUMNS:
            self._table.setColumnHidden(column, column not in shown)
            if column in shown and column is not Column.TITLE:
                self._table.setColumnWidth(column, self._width(column))
        self._table.setColumnWidth(Column.TITLE, max(self._room_for_title(shown), 1))
        self._fitting = False

    def save(self) -> QByteArray:
        """Return order, widths and what the reader hid, as JSON."""
        header = self._table.horizontalHeader()
        state = {
            "order": sorted(COLUMNS, key=header.visualIndex),
            "widths": {str(int(column)): width for column, width in self._widths.items()},
            "hidden": sorted(self._hidden),
        }
        return QByteArray(json.dumps(state).encode())

    def restore(self, state: QByteArray) -> bool:
        """Take over what ``save`` returned; False, and nothing is changed, if it does not fit."""
        try:
            saved = json.loads(bytes(state.data()))
            order = [Column(number) for number in saved["order"]]
            hidden = {Column(number) for number in saved["hidden"]} - {Column.TITLE}
            widths = {
                Column(int(number)): min(max(int(width), 24), 2000)
                for number, width in saved["widths"].items()
            }
        except (ValueError, KeyError, TypeError, AttributeError):
            return False
        if sorted(order) != sorted(COLUMNS):
            return False
        self._hidden = hidden
        self._widths |= widths
        header = self._table.horizontalHeader()
        for position, column in enumerate(order):
            header.moveSection(header.visualIndex(column), position)
        self.fit()
        return True

    def actions(self) -> Sequence[QAction]:
        """Return an action for each column that shows or hides it."""
        actions: list[QAction] = []
        for column, spec in COLUMNS.items():
            if column is Column.TITLE:
                continue
            no_room = " (no room now)" if column in self._given_up else ""
            action = QAction(f"{spec.name}{no_room}", self)
            action.setCheckable(True)
            action.setChecked(column not in self._hidden)
            action.toggled.connect(lambda shown, column=column: self._show(column, shown=shown))
            actions.append(action)
        return actions

    def _room_for_title(self, shown: Sequence[Column]) -> int:
        others = sum(self._width(column) for column in shown if column is not Column.TITLE)
        return self._table.viewport().width() - others

    def _width(self, column: Column) -> int:
        return round(self._widths[column] * self._zoom)

    def _on_resized(self, section: int, _old: int, new: int) -> None:
        if self._fitting or section == Column.TITLE or not new:
            return
        self._widths[Column(section)] = round(new / self._zoom)
        self.fit()
        self.changed.emit()

    def _show(self, column: Column, *, shown: bool) -> None:
        if shown:
            self._hidden.discard(column)
        else:
            self._hidden.add(column)
        self.fit()
        self.changed.emit()

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self._table)
        menu.addActions(list(self.actions()))
        menu.exec(self._table.horizontalHeader().mapToGlobal(position))
