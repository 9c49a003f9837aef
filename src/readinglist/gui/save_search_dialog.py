"""Asks under which name a filter is to be kept."""

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from readinglist.gui.plain_text import PlainLabel


class SaveSearchDialog(QDialog):
    """``name`` holds what was typed. ``known`` are the saved searches: name and query."""

    def __init__(
        self, query: str, name: str, known: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Save search")
        self._known = {other.lower(): asked for other, asked in known.items()}
        self._query = query
        self.name = QLineEdit(name or query)
        self.name.setAccessibleName("Name")
        self.name.setMaxLength(80)
        self.name.selectAll()
        asked = PlainLabel(query, object_name="dialogText")
        asked.setWordWrap(True)
        self._summary = PlainLabel(object_name="fieldHelp")
        self._summary.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._save = buttons.addButton("Save", QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel("Save this filter as", object_name="placeTitle"))
        layout.addWidget(self.name)
        layout.addWidget(asked)
        layout.addWidget(self._summary)
        layout.addSpacing(6)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)
        self.name.textChanged.connect(self._summarise)
        self._summarise()

    def _summarise(self) -> None:
        name = self.name.text().strip()
        before = self._known.get(name.lower())
        replaces = before is not None and before != self._query
        self._summary.setText(
            f"Takes the place of: {before}" if replaces else "It will stand in the sidebar."
        )
        self._save.setEnabled(bool(name))
