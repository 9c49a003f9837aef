"""The tag box: type a few letters, Enter puts the tag on or takes it off."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from readinglist.domain.annotation import LONGEST_TAG, clean_tag
from readinglist.gui.plain_text import PlainLabel

_NAME = Qt.ItemDataRole.UserRole


class TagBox(QDialog):
    """Offers the tags of the library and a new one, for one paper or many.

    ``tag_toggled`` carries the name and whether to put it on.
    """

    tag_toggled = Signal(str, bool)

    def __init__(
        self,
        known: Sequence[str],
        on_all: Sequence[str],
        on_some: Sequence[str],
        papers: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tags")
        self._known = sorted({*known, *on_all, *on_some}, key=str.casefold)
        self._on_all = {tag.casefold() for tag in on_all}
        self._on_some = {tag.casefold() for tag in on_some}
        count = "1 paper" if papers == 1 else f"{papers:,} papers"
        self.name = QLineEdit()
        self.name.setAccessibleName("Tag")
        self.name.setPlaceholderText("Type a tag, new or known; a/b lies in a")
        self.name.setMaxLength(LONGEST_TAG)
        self.choices = QListWidget()
        self.choices.setAccessibleName("Tags")
        help_text = PlainLabel("Enter puts it on or takes it off", object_name="fieldHelp")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(PlainLabel(f"Tags of {count}", object_name="placeTitle"))
        layout.addWidget(self.name)
        layout.addWidget(self.choices, 1)
        layout.addWidget(help_text)
        self.resize(360, 340)
        self.name.textChanged.connect(self._offer)
        self.name.installEventFilter(self)
        self.choices.itemActivated.connect(lambda _item: self._toggle_current())
        self.choices.itemClicked.connect(lambda _item: self._toggle_current())
        self._offer("")

    def _offer(self, typed: str) -> None:
        """List the tags that contain what was typed, those that begin with it first."""
        wanted = clean_tag(typed)
        folded = wanted.casefold()
        matches = [tag for tag in self._known if folded in tag.casefold()]
        matches.sort(key=lambda tag: (not tag.casefold().startswith(folded), tag.casefold()))
        self.choices.clear()
        for tag in matches:
            self._add(tag, tag)
        if wanted and folded not in {tag.casefold() for tag in self._known}:
            new_at_the_top = not any(tag.casefold().startswith(folded) for tag in matches)
            self._add(f"New tag “{wanted}”", wanted, at_the_top=new_at_the_top)
        self.choices.setCurrentRow(0)

    def _add(self, text: str, tag: str, *, at_the_top: bool = False) -> None:
        item = QListWidgetItem(text)
        item.setData(_NAME, tag)
        folded = tag.casefold()
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
            tag = str(item.data(_NAME))
            self.tag_toggled.emit(tag, tag.casefold() not in self._on_all)
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
