"""Remembers the columns of each density: compact rows show other ones than comfortable rows."""

from readinglist.gui.look import Look
from readinglist.gui.paper_table.view import PaperTable
from readinglist.gui.window_state import WindowState


class ColumnMemory:
    """Keeps columns in the window state, under the name of the density."""

    def __init__(self, table: PaperTable, state: WindowState) -> None:
        self._table = table
        self._state = state
        self._name = ""

    def use_look(self, look: Look) -> None:
        """Dress the table; with another density, bring back the columns it had."""
        name = "columns-compact" if look.compact else "columns-comfortable"
        changes_density = self._name != name
        if changes_density:
            self.save()
        self._table.use_look(look.row_painter, compact=look.compact)
        if changes_density:
            self._name = name
            columns = self._state.bytes(name)
            if not columns.isEmpty():
                self._table.columns.restore(columns)

    def save(self) -> None:
        """Remember the columns as they are."""
        if self._name:
            self._state.save_bytes(self._name, self._table.columns.save())
