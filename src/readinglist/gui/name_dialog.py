"""Asks for the name of a tag, a list or a search, and says beforehand what it would do."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from readinglist.gui.plain_text import PlainLabel

_DESCRIPTION_LINES = 4


@dataclass(frozen=True, slots=True)
class Judgement:
    """What would become of a name.

    Attributes:
        text: what it would do, or why it cannot be had.
        verb: what the button says.
        possible: whether it can be had.
    """

    text: str
    verb: str = "Save"
    possible: bool = True


class NameDialog(QDialog):
    """``name`` and ``description`` hold what was typed.

    Args:
        heading: what is asked for.
        name: what stands there at first.
        judge: is asked about what was typed, after every letter.
        shows: something to see below the name, such as the query of a search.
        description: what stands in a field for a description; None leaves that field out.
    """

    def __init__(
        self,
        heading: str,
        name: str,
        judge: Callable[[str], Judgement],
        parent: QWidget | None = None,
        *,
        shows: str = "",
        description: str | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self._judge = judge
        self.name = QLineEdit(name)
        self.name.setAccessibleName("Name")
        self.name.selectAll()
        self.description: QPlainTextEdit | None = None
        self.summary = PlainLabel(object_name="dialogText")
        self.summary.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = self.buttons.addButton("Save", QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out(heading, shows, description)
        self.name.textChanged.connect(self._show_judgement)
        self._show_judgement()

    def described(self) -> str:
        """Return the description that was typed."""
        return self.description.toPlainText() if self.description else ""

    def _lay_out(self, heading: str, shows: str, description: str | None) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(10)
        title = PlainLabel(heading, object_name="placeTitle")
        title.setWordWrap(True)
        layout.addWidget(title)
        layout.addWidget(self.name)
        if shows:
            shown = PlainLabel(shows, object_name="dialogText")
            shown.setWordWrap(True)
            layout.addWidget(shown)
        if description is not None:
            layout.addWidget(self._field_of_description(description))
        layout.addWidget(self.summary)
        layout.addSpacing(6)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(420)

    def _field_of_description(self, description: str) -> QPlainTextEdit:
        field = QPlainTextEdit(description)
        field.setObjectName("note")
        field.setAccessibleName("Description")
        field.setPlaceholderText("Description, which exports carry")
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * _DESCRIPTION_LINES + 24)
        self.description = field
        return field

    def _show_judgement(self) -> None:
        judgement = self._judge(self.name.text())
        self.summary.setText(judgement.text)
        self.summary.setVisible(bool(judgement.text))
        self.save.setText(judgement.verb)
        self.save.setEnabled(judgement.possible)
