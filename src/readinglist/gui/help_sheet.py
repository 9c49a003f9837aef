"""The help sheet: every command with its keys, made from the catalogue."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from readinglist.commands.command import Command, Menu
from readinglist.domain.query_syntax import syntax_forms
from readinglist.gui.plain_text import PlainLabel
from readinglist.gui.shown_key import shown_key

_LETTERS_ACROSS = 130
_LETTERS_OF_TWO_COLUMNS = 110
"""Narrower than this, two columns would be cut off."""


class HelpSheet(QDialog):
    """Shows commands by menu, and the filter language."""

    def __init__(self, catalogue: Iterable[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys and commands")
        commands = tuple(catalogue)
        page = QWidget()
        page.setObjectName("paperPage")
        columns = self._columns = QHBoxLayout(page)
        columns.setContentsMargins(18, 10, 18, 10)
        columns.setSpacing(36)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(8)
        right.setSpacing(8)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        for menu in Menu:
            column = left if menu in {Menu.LIBRARY, Menu.EDIT, Menu.PAPER} else right
            column.addWidget(PlainLabel(menu.value, object_name="placeTitle"))
            column.addLayout(_table([c for c in commands if c.menu is menu]))
            column.addSpacing(18)
        right.addWidget(PlainLabel("Filter language", object_name="placeTitle"))
        right.addLayout(_filter_table())
        left.addStretch(1)
        right.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(buttons)
        letter, room = self.fontMetrics().averageCharWidth(), self.screen().availableSize()
        self.resize(
            min(letter * _LETTERS_ACROSS, room.width() * 9 // 10),
            min(letter * _LETTERS_ACROSS * 3 // 4, room.height() * 9 // 10),
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Two columns side by side, or one below the other where text is large.
        beside = self.width() >= self.fontMetrics().averageCharWidth() * _LETTERS_OF_TWO_COLUMNS
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)


def _table(commands: Iterable[Command]) -> QGridLayout:
    grid = _grid()
    for line, command in enumerate(commands):
        keys = QHBoxLayout()
        keys.setSpacing(4)
        for key in command.keys:
            keys.addWidget(PlainLabel(shown_key(key), object_name="keyCap"))
        keys.addStretch(1)
        grid.addLayout(keys, line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(_explained(command.title, command.help), line, 1)
    return grid


def _filter_table() -> QGridLayout:
    grid = _grid()
    for line, form in enumerate(syntax_forms()):
        explanation = PlainLabel(form.explanation, object_name="fieldHelp")
        explanation.setWordWrap(True)
        grid.addWidget(PlainLabel(form.example), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(explanation, line, 1)
    return grid


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 152)
    return grid


def _explained(title: str, text: str) -> QVBoxLayout:
    explanation = PlainLabel(text, object_name="fieldHelp")
    explanation.setWordWrap(True)
    lines = QVBoxLayout()
    lines.setSpacing(1)
    lines.addWidget(PlainLabel(title))
    lines.addWidget(explanation)
    return lines
