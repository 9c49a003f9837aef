"""What stands above the list: the place, steps from day to day, the filter box, the buttons."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from readinglist.gui.day_strip import DayStrip
from readinglist.gui.filter_box.box import FilterBox
from readinglist.gui.icons import IconSet
from readinglist.gui.plain_text import PlainLabel, set_tooltip
from readinglist.gui.shown_key import with_key
from readinglist.gui.theme import Colours, TextSizes

_ICON = 20
"""Pixels at 100 %."""


class ListHeader(QWidget):
    """Place, days, filter and buttons."""

    day_stepped = Signal(int)
    day_chosen = Signal(date)

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.previous = self._button(icons, "previous", "Previous day")
        self.next = self._button(icons, "next", "Next day")
        self.title = PlainLabel(object_name="placeTitle")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.filter = FilterBox(icons)
        self.sync = self._button(icons, "sync", "Sync now")
        self.export = self._button(icons, "export", "Export…")
        self.menu = self._button(icons, "menu", "Menu")
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.strip = DayStrip()
        self.about = PlainLabel(object_name="fieldHelp")
        self.about.setWordWrap(True)
        self.about.hide()
        self.hint = PlainLabel(object_name="hint")
        self.hint.hide()
        self.previous.clicked.connect(lambda: self.day_stepped.emit(-1))
        self.next.clicked.connect(lambda: self.day_stepped.emit(1))
        self.strip.day_chosen.connect(self.day_chosen)
        self._lay_out()

    def use_look(self, colours: Colours, sizes: TextSizes) -> None:
        """Take over a theme and a zoom."""
        self.strip.use_colours(colours)
        icon = QSize(sizes.px(_ICON), sizes.px(_ICON))
        for button in (self.previous, self.next, self.sync, self.export, self.menu):
            button.setIconSize(icon)

    def use_keys(self, key_of: Callable[[str], str]) -> None:
        """Say in tooltips which keys do the same."""
        buttons = {
            "go.previous_day": self.previous,
            "go.next_day": self.next,
            "library.sync": self.sync,
            "library.export": self.export,
            "window.menu": self.menu,
        }
        for command_id, button in buttons.items():
            set_tooltip(button, with_key(button.accessibleName(), key_of(command_id)))
        self.filter.show_syntax_key(key_of("edit.filter_syntax"))

    def show_title(self, title: str, *, is_day: bool, about: str = "") -> None:
        """Name the place and say what it is for; the arrows belong to days."""
        self.title.setText(title)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.previous.setVisible(is_day)
        self.next.setVisible(is_day)

    def show_hint(self, text: str) -> None:
        """Say something about the filter below it, or nothing."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.previous)
        top.addWidget(self.title)
        top.addWidget(self.next)
        top.addSpacing(12)
        top.addStretch(1)
        top.addWidget(self.filter, 4)
        top.addSpacing(4)
        for button in (self.sync, self.export, self.menu):
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 4)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.about)
        layout.addWidget(self.hint)
        layout.addWidget(self.strip)

    def _button(self, icons: IconSet, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        icons.give_button(button, icon, "text")
        return button
