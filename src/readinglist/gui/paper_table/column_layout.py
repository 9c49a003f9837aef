"""Which columns the list shows, how wide, and what goes first when there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTableView

from readinglist.gui.paper_table.columns import COLUMNS, IN_TITLE_WHEN_COMFORTABLE, Column

_NARROWEST_TITLE = 240
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

    A stretched section could not be moved, so the width of the title is set here. Columns that the
    reader hid stay hidden; columns that gave way to the title come back when there is room.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._hidden: set[Column] = set()
        self._zoom = 1.0
        self._fitting = False
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(True)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(36)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_menu)
        header.sectionResized.connect(lambda *_: self.fit())
        for column, spec in COLUMNS.items():
            table.setColumnWidth(column, spec.width)

    def use_zoom(self, zoom: float) -> None:
        """Scale the widths to a zoom."""
        if zoom == self._zoom:
            return
        self._fitting = True
        for column in COLUMNS:
            if column is not Column.TITLE:
                width = self._table.columnWidth(column) * zoom / self._zoom
                self._table.setColumnWidth(column, round(width))
        self._fitting = False
        self._zoom = zoom
        self.fit()

    def use_density(self, *, compact: bool) -> None:
        """Show authors and tags as columns in compact rows; comfortable ones have a second line."""
        in_title = set(IN_TITLE_WHEN_COMFORTABLE)
        self._hidden = self._hidden - in_title if compact else self._hidden | in_title
        self.fit()

    def fit(self) -> None:
        """Give the title what the other columns leave."""
        if self._fitting:
            return
        self._fitting = True
        shown = [column for column in COLUMNS if column not in self._hidden]
        for given_up in (None, *_GIVEN_UP_FIRST):
            if given_up in shown:
                shown.remove(given_up)
            if self._room_for_title(shown) >= _NARROWEST_TITLE * self._zoom:
                break
        for column in COLUMNS:
            self._table.setColumnHidden(column, column not in shown)
        width = max(self._room_for_title(shown), 1)
        self._table.setColumnWidth(Column.TITLE, width)
        self._fitting = False

    def save(self) -> QByteArray:
        """Return order, widths and what the reader hid."""
        hidden = ",".join(str(int(column)) for column in sorted(self._hidden))
        header = self._table.horizontalHeader().saveState().toBase64()
        return QByteArray(f"{self._zoom};{hidden};".encode() + header.data())

    def restore(self, state: QByteArray) -> bool:
        """Take over what ``save`` returned; False if it does not fit."""
        try:
            zoom, hidden, header = bytes(state.data()).split(b";", 2)
            saved_zoom = float(zoom)
            chosen = {Column(int(number)) for number in hidden.split(b",") if number}
        except ValueError:
            return False
        self._fitting = True
        restored = self._table.horizontalHeader().restoreState(
            QByteArray.fromBase64(QByteArray(header))
        )
        self._fitting = False
        if restored:
            self._hidden = chosen - {Column.TITLE}
            wanted_zoom, self._zoom = self._zoom, saved_zoom
            self.use_zoom(wanted_zoom)
        self.fit()
        return restored

    def actions(self) -> Sequence[QAction]:
        """Return an action for each column that shows or hides it."""
        actions: list[QAction] = []
        for column, spec in COLUMNS.items():
            if column is Column.TITLE:
                continue
            action = QAction(spec.name, self)
            action.setCheckable(True)
            action.setChecked(column not in self._hidden)
            action.toggled.connect(lambda shown, column=column: self._show(column, shown=shown))
            actions.append(action)
        return actions

    def _room_for_title(self, shown: Sequence[Column]) -> int:
        others = sum(self._width(column) for column in shown if column is not Column.TITLE)
        return self._table.viewport().width() - others

    def _width(self, column: Column) -> int:
        # A hidden section says 0, but remembers its width.
        width = self._table.columnWidth(column)
        return width or round(COLUMNS[column].width * self._zoom)

    def _show(self, column: Column, *, shown: bool) -> None:
        if shown:
            self._hidden.discard(column)
        else:
            self._hidden.add(column)
        self.fit()

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self._table)
        menu.addActions(list(self.actions()))
        menu.exec(self._table.horizontalHeader().mapToGlobal(position))
