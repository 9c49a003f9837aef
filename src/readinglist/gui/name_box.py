"""Boxes of tags and of lists: type a few letters, Enter puts papers there or takes them out."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from readinglist.domain.annotation import LONGEST_TAG, clean_tag
from readinglist.domain.clean_text import one_line
from readinglist.domain.reading_list import LONGEST_NAME
from readinglist.gui.plain_text import PlainLabel

_NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class BoxWords:
    """What a box says, and how a name in it is written.

    Attributes:
        heading: what the box holds of which papers.
        name: what the field is called.
        placeholder: what may be typed.
        new: how a name that is not there yet is offered: ``New tag``.
        help: what Enter does.
        longest: characters of a name.
        clean: returns a name as it is kept.
    """

    heading: str
    name: str
    placeholder: str
    new: str
    help: str
    longest: int
    clean: Callable[[str], str]


def of_tags(papers: int) -> BoxWords:
    """Return what the box of tags says."""
    return BoxWords(
        heading=f"Tags of {_count(papers)}",
        name="Tag",
        placeholder="Type a tag, new or known; a/b lies in a",
        new="New tag",
        help="Enter puts it on or takes it off",
        longest=LONGEST_TAG,
        clean=clean_tag,
    )


def of_lists(papers: int) -> BoxWords:
    """Return what the box of lists says."""
    return BoxWords(
        heading=f"Lists with {_count(papers)}",
        name="List",
        placeholder="Type the name of a list, new or known",
        new="New list",
        help="Enter puts into the list or takes out of it",
        longest=LONGEST_NAME,
        clean=one_line,
    )


def _count(papers: int) -> str:
    return "1 paper" if papers == 1 else f"{papers:,} papers"


class NameBox(QDialog):
    """Offers known names and a new one, for one paper or many.

    ``toggled`` carries the name and whether papers are to have it.

    Args:
        words: what the box says.
        known: the names that there are.
        on_all: those that all of the papers have.
        on_some: those that some of them have.
    """

    toggled = Signal(str, bool)

    def __init__(
        self,
        words: BoxWords,
        known: Sequence[str],
        on_all: Collection[str],
        on_some: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.heading)
        self._words = words
        self._known = sorted({*known, *on_all, *on_some}, key=str.casefold)
        self._on_all = {name.casefold() for name in on_all}
        self._on_some = {name.casefold() for name in on_some}
        self.name = QLineEdit()
        self.name.setAccessibleName(words.name)
        self.name.setPlaceholderText(words.placeholder)
        self.name.setMaxLength(words.longest)
        self.choices = QListWidget()
        self.choices.setAccessibleName(words.heading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(PlainLabel(words.heading, object_name="placeTitle"))
        layout.addWidget(self.name)
        layout.addWidget(self.choices, 1)
        layout.addWidget(PlainLabel(words.help, object_name="fieldHelp"))
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        self.resize(letter * 52, line * 20)
        self.name.textChanged.connect(self._offer)
        self.name.installEventFilter(self)
        self.choices.itemActivated.connect(lambda _item: self._toggle_current())
        self.choices.itemClicked.connect(lambda _item: self._toggle_current())
        self._offer("")

    def _offer(self, typed: str) -> None:
        """List the names that contain what was typed, those that begin with it first."""
        wanted = self._words.clean(typed)
        folded = wanted.casefold()
        matches = [name for name in self._known if folded in name.casefold()]
        matches.sort(key=lambda name: (not name.casefold().startswith(folded), name.casefold()))
        self.choices.clear()
        for name in matches:
            self._add(name, name)
        if wanted and folded not in {name.casefold() for name in self._known}:
            new_at_the_top = not any(name.casefold().startswith(folded) for name in matches)
            self._add(f"{self._words.new} “{wanted}”", wanted, at_the_top=new_at_the_top)
        self.choices.setCurrentRow(0)

    def _add(self, text: str, name: str, *, at_the_top: bool = False) -> None:
        item = QListWidgetItem(text)
        item.setData(_NAME, name)
        folded = name.casefold()
        if folded in self._on_all:
            item.setText(f"✓  {text}")
        elif folded in self._on_some:
            item.setText(f"◦  {text}")
        else:
            item.setText(f"    {text}")
        self.choices.insertItem(0 if at_the_top else self.choices.count(), item)

    def _toggle_current(self) -> None:
        item = self.choices.currentItem()
        if item is not None:
            name = str(item.data(_NAME))
            self.toggled.emit(name, name.casefold() not in self._on_all)
            self.accept()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.name and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress and event.key() in {
                Qt.Key.Key_Down,
                Qt.Key.Key_Up,
            }:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = min(max(self.choices.currentRow() + step, 0), self.choices.count() - 1)
                self.choices.setCurrentRow(row)
                return True
            if event.type() is QEvent.Type.KeyPress and event.key() in {
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            }:
                self._toggle_current()
                return True
        return super().eventFilter(watched, event)
