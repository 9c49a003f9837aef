"""Asks for another name of a tag, and says what that would do."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from readinglist.domain.errors import UserFacingError
from readinglist.gui.plain_text import PlainLabel
from readinglist.library.names import checked_tag


class RenameTagDialog(QDialog):
    """``name`` holds what was typed; a name that is taken merges the two tags."""

    def __init__(self, tag: str, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Rename tag")
        self._tag = tag
        self._known = {name.lower(): name for name in known}
        self.name = QLineEdit(tag)
        self.name.setAccessibleName("Name")
        self.name.selectAll()
        self._summary = PlainLabel(object_name="dialogText")
        self._summary.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._rename = buttons.addButton("Rename", QDialogButtonBox.ButtonRole.AcceptRole)
        self._rename.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(10)
        title = PlainLabel(f"Rename “{tag}”", object_name="placeTitle")
        title.setWordWrap(True)
        layout.addWidget(title)
        layout.addWidget(self.name)
        layout.addWidget(self._summary)
        layout.addSpacing(6)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)
        self.name.textChanged.connect(self._summarise)
        self._summarise()

    def _summarise(self) -> None:
        try:
            name = checked_tag(self.name.text())
        except UserFacingError as error:
            self._say(str(error), "Rename", possible=False)
            return
        taken = self._known.get(name.lower())
        if name == self._tag:
            self._say("Tags in it (a/b lies in a) are renamed with it.", "Rename", possible=False)
        elif taken is not None and taken.lower() != self._tag.lower():
            self._say(f"There is a tag “{taken}”; the two become one.", "Merge", possible=True)
        else:
            self._say("Tags in it (a/b lies in a) are renamed with it.", "Rename", possible=True)

    def _say(self, text: str, verb: str, *, possible: bool) -> None:
        self._summary.setText(text)
        self._rename.setText(verb)
        self._rename.setEnabled(possible)
