"""The reader's hands: keys and clicks, and the patience to wait for what they lead to."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from readinglist.gui.application import Windows
from readinglist.gui.main_window import MainWindow
from readinglist.gui.paper_table.columns import Column
from readinglist.library.library import Library
from tests.gui.settling import LONGEST_WAIT_MS, settle


class Hands:
    """At the window of the library in a folder."""

    def __init__(self, qtbot: QtBot, folder: Path, environ: Mapping[str, str]) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.windows = Windows(folder, environ)
        self.windows.open(sample=False)
        self.arrive()

    @property
    def window(self) -> MainWindow:
        assert self.windows.window is not None
        return self.windows.window

    @property
    def library(self) -> Library:
        return self.window._opened.library

    def close(self) -> None:
        """Close the window as often as it asks for it."""
        window = self.window

        def closed() -> bool:
            window.close()
            return not window.isVisible()

        self.until(closed)

    # Waiting for facts

    def until(self, fact: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(fact()), timeout=LONGEST_WAIT_MS)

    def settle(self) -> None:
        """Wait until everything that was asked for is shown."""
        settle(self.window._opened)
        if QApplication.activeWindow() is None and self.window.isVisible():
            # What a window manager does when a dialog goes.
            self.window.activateWindow()
            self.until(self.window.isActiveWindow)
            settle(self.window._opened)

    def arrive(self) -> None:
        """Wait until the window has the keyboard and shows what it has."""
        self.window.resize(1400, 860)
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.until(lambda: self.window.icons_are_loaded)
        self.settle()

    # Keys and clicks

    def focus(self) -> QWidget:
        """Return the widget that has the keyboard."""
        self.until(QApplication.focusWidget)
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, *keys: str) -> None:
        """Press keys one after the other: ``press("j", "Shift+J", "G, T")``."""
        for key in keys:
            for combination in list(QKeySequence(key)):  # type: ignore[call-overload]
                QTest.keyClick(self.focus(), combination.key(), combination.keyboardModifiers())
            self.settle()

    def write(self, text: str) -> None:
        """Type letters into whatever has the keyboard."""
        for number, line in enumerate(text.split("\n")):
            if number:  # QTest has no letter for a new line
                QTest.keyClick(self.focus(), Qt.Key.Key_Return)
            QTest.keyClicks(self.focus(), line)
        self.settle()

    def type_filter(self, text: str) -> None:
        """Replace the filter and go back to the list."""
        self.press("Ctrl+F")
        self.window.list.header.filter.clear()
        self.write(text)
        self.press("Down")

    def run(self, command_id: str) -> None:
        """Choose a command from its menu."""
        self.window.actions_by_id.by_id[command_id].trigger()
        self.settle()

    def click(self, widget: QWidget, where: QPoint | None = None) -> None:
        QTest.mouseClick(
            widget,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            where or widget.rect().center(),
        )
        self.settle()

    def click_without_settling(self, widget: QWidget) -> None:
        """Click while something goes on that will not end by itself."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_cell(self, row: int, column: Column) -> None:
        table = self.window.table
        area = table.visualRect(self.window.model.index(row, column))
        self.click(table.viewport(), area.center())

    def double_click_cell(self, row: int, column: Column) -> None:
        """Click twice quickly."""
        table = self.window.table
        where = table.visualRect(self.window.model.index(row, column)).center()
        modifiers = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifiers, where)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, modifiers, where)
        self.settle()

    def click_header(self, column: Column) -> None:
        header = self.window.table.horizontalHeader()
        left = header.sectionViewportPosition(column)
        self.click(header.viewport(), QPoint(left + header.sectionSize(column) // 2, 10))

    def click_button(self, inside: QWidget, text: str) -> None:
        """Click the visible button that says ``text``."""
        (button,) = [
            button
            for button in inside.findChildren(QPushButton)
            if button.text().replace("&", "") == text and button.isVisible()
        ]
        self.click(button)
