"""A reader before a real window: presses keys, clicks, and says what is seen."""

import os
import subprocess
import sys
from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QToolButton, QWidget

from readinglist.domain.paper import PaperDetail, PaperRow
from readinglist.domain.place import place_of_day
from readinglist.gui.name_box import NameBox
from readinglist.gui.paper_table.columns import COLUMNS, Column
from readinglist.gui.sync_days_dialog import SyncDaysDialog
from tests.gui.hands import Hands
from tests.gui.pictures import picture

Dialog = TypeVar("Dialog", bound=QDialog)


class WindowDriver(Hands):
    """Drives the window of the library in a folder; ``close`` ends all of its threads."""

    # What is seen

    def table_rows(self) -> list[PaperRow]:
        """Return all rows of the list, fetched where they are not there yet."""
        model = self.window.model
        self.until(lambda: all(model.row_at(n) is not None for n in range(model.rowCount())))
        return [row for n in range(model.rowCount()) if (row := model.row_at(n)) is not None]

    def rows(self) -> list[str]:
        """Return pictures of all rows."""
        return [picture(row) for row in self.table_rows()]

    def ids(self) -> list[str]:
        return [row.paper_id for row in self.table_rows()]

    def current(self) -> str:
        """Return a picture of the current row, "" if there is none."""
        row = self.window.table.current_row()
        return picture(row) if row else ""

    def selected_ids(self) -> list[str]:
        keys = set(self.window.table.selected_keys())
        return [row.paper_id for row in self.table_rows() if row.key in keys]

    def paper(self) -> PaperDetail:
        """Return the paper beside the list."""
        self.until(lambda: self.window.pane.detail is not None)
        detail = self.window.pane.detail
        assert detail is not None
        return detail

    def status(self) -> str:
        return self.window.list.status.text()

    def notice(self) -> str:
        return self.window.list.notices.text

    def footer(self) -> str:
        return self.window.footer.text

    def hint(self) -> str:
        hint = self.window.list.header.hint
        return hint.text() if hint.isVisible() else ""

    def pill(self) -> str:
        pill = self.window.list.pill
        return pill.text() if pill.isVisible() else ""

    def title(self) -> str:
        """Return the name of the place above the list."""
        return self.window.list.header.title.text()

    def empty_title(self) -> str:
        """Return why there is no list, "" while there is one."""
        empty = self.window.list.empty
        return empty.title if empty.isVisible() else ""

    def places(self) -> list[str]:
        """Return the sidebar: ``Today 28``, ``Starred 1``, ``Tags``, ``rl 1``."""
        places = self.window.sidebar._places
        entries = [places.entry(position) for position in range(places.rowCount())]
        return [
            e.label if e.count is None or not e.place else f"{e.label} {e.count}" for e in entries
        ]

    def note_text(self) -> str:
        return self.window.pane.note.toPlainText()

    def shown_columns(self) -> list[str]:
        """Return the names of the shown columns from left to right."""
        header = self.window.table.horizontalHeader()
        sections = [header.logicalIndex(place) for place in range(header.count())]
        return [
            COLUMNS[Column(section)].name
            for section in sections
            if not header.isSectionHidden(section)
        ]

    def shown_links(self) -> list[str]:
        """Return the names of the link buttons beside the list."""
        buttons = self.window.pane._buttons.values()
        return [button.text() for button in buttons if not button.isHidden()]

    def offers(self) -> list[str]:
        """Return what the popup below the filter box offers."""
        popup = self.window.parts.filtering.popup
        return [offer.label for offer in popup.list.offers] if popup.isVisible() else []

    def chosen_offer(self) -> str:
        chosen = self.window.parts.filtering.popup.list.chosen
        return chosen.label if chosen and self.offers() else ""

    # Going about

    def click_offer(self, label: str) -> None:
        """Click a row of the popup below the filter box."""
        rows = self.window.parts.filtering.popup.list
        item = rows.item(self.offers().index(label))
        rows.scrollToItem(item)
        self.click(rows.viewport(), rows.visualItemRect(item).center())

    def click_in_box(self, box: QLineEdit, name: str) -> None:
        """Click a button that lies in a line of text."""
        (button,) = [b for b in box.findChildren(QToolButton) if b.text() == name]
        self.click(button)

    def toggle_column(self, name: str) -> None:
        (action,) = [a for a in self.window.table.columns.actions() if a.text() == name]
        action.trigger()
        self.settle()

    def until_read(self) -> None:
        """Wait until the paper that is shown counts as opened."""
        self.until(lambda: self.window.pane.detail is not None and self.window.pane.detail.read)
        self.settle()

    def come_back(self) -> None:
        """Look at another window, then at this one again."""
        other = QWidget()
        other.show()
        other.activateWindow()
        self.until(other.isActiveWindow)
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        other.close()
        other.deleteLater()
        self.settle()

    def command_line(self, *arguments: str) -> None:
        """Do something to the library from another process."""
        command = [sys.executable, "-m", "readinglist", *arguments]
        environ = {**os.environ, "READINGLIST_HOME": str(self.folder)}
        subprocess.run(command, env=environ, check=True, stdout=subprocess.DEVNULL)

    def show_day(self, day: str) -> None:
        self.window.desk.show_place(place_of_day(date.fromisoformat(day)))
        self.settle()

    def go_to_place(self, label: str) -> None:
        """Click an entry of the sidebar."""
        view, places = self.window.sidebar.view, self.window.sidebar._places
        (position,) = [n for n in range(places.rowCount()) if places.entry(n).label == label]
        self.click(view.viewport(), view.visualRect(places.index(position)).center())

    def open_sync_days(self) -> SyncDaysDialog:
        self.press("Ctrl+Shift+R")
        return self.dialog(SyncDaysDialog)

    def start_sync(self, days: str) -> None:
        """Start a sync through the dialog."""
        dialog = self.open_sync_days()
        dialog.range.setText(days)
        self.press("Return")
        self.until_closed(dialog)

    def sync(self, days: str) -> None:
        """Sync days through the dialog, and wait until it is over."""
        self.start_sync(days)
        self.until_synced()

    def click_day(self, day: str) -> None:
        """Click a bar of the strip."""
        strip = self.window.list.header.strip
        position = strip._days_in_sight().index(date.fromisoformat(day))
        self.click(strip, strip._bar(position, 1, 1).center().toPoint())

    def until_synced(self) -> None:
        self.until(lambda: not self.window._opened.sync_runner.is_running)
        self.settle()

    def tag(self, name: str) -> None:
        """Put a tag on the selected papers, or take it off, through the tag box."""
        box = self.open_tag_box()
        self.write(name)
        self.press("Return")
        self.until_closed(box)

    def open_tag_box(self) -> NameBox:
        self.press("t")
        return self.dialog(NameBox)

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """Return the dialog that is open, once it has the keyboard."""
        self.until(lambda: isinstance(QApplication.activeModalWidget(), kind))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        self.until(dialog.isActiveWindow)
        return dialog

    def until_closed(self, dialog: QDialog) -> None:
        self.until(lambda: not dialog.isVisible())
        self.settle()
