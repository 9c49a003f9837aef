"""What a rule is made of, in fields."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from readinglist.domain.annotation import LONGEST_TAG
from readinglist.domain.reading_list import LONGEST_NAME
from readinglist.domain.rule import Rule
from readinglist.gui.expiry_field import ExpiryField
from readinglist.gui.filter_box.box import FilterBox
from readinglist.gui.flow_layout import FlowLayout
from readinglist.gui.icons import IconSet
from readinglist.gui.plain_text import PlainLabel

_ANY_WIDTH = 16777215
"""What Qt takes for no limit."""


class QueryBox(FilterBox):
    """A filter box of a form: Enter does what the form does."""

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self.setMaximumWidth(_ANY_WIDTH)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class RuleForm(QWidget):
    """Shows a rule and lets it be changed; ``changed`` comes after every letter and tick."""

    changed = Signal()

    def __init__(
        self,
        icons: IconSet,
        tags: Sequence[str],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fills = False
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.query = QueryBox(icons)
        self.query.setPlaceholderText("As in the filter: survey OR title:benchmark")
        self.hint = PlainLabel(object_name="hint")
        self.hint.setWordWrap(True)
        self.hint.hide()
        self.hides = QCheckBox("&Hide")
        self.stars = QCheckBox("S&tar")
        self.queues = QCheckBox("Put into the &queue")
        self.tag = QLineEdit()
        self.tag.setMaxLength(LONGEST_TAG)
        self.tag.setPlaceholderText("None")
        self.tag.setCompleter(_completer(tags))
        self.expiry = ExpiryField(today)
        self._lay_out()
        for line in (self.name, self.query, self.tag):
            line.textChanged.connect(lambda _text: self._tell())
        for box in (self.hides, self.stars, self.queues):
            box.toggled.connect(lambda _ticked: self._tell())
        self.expiry.changed.connect(self._tell)

    def rule(self) -> Rule:
        """Return the rule as it stands in the fields, which may not be one that can be kept."""
        return Rule(
            name=self.name.text().strip(),
            query=self.query.text().strip(),
            tag=self.tag.text().strip(),
            stars=self.stars.isChecked(),
            queues=self.queues.isChecked(),
            hides=self.hides.isChecked(),
            expires_on=self.expiry.last_day(),
        )

    def show_rule(self, rule: Rule) -> None:
        """Fill the fields, unless they say this already: the cursor stays where it is."""
        if rule != self.rule():
            self._fill(rule)
        self.changed.emit()

    def _fill(self, rule: Rule) -> None:
        self._fills = True
        self.name.setText(rule.name)
        self.query.setText(rule.query)
        self.query.setCursorPosition(0)
        self.tag.setText(rule.tag)
        self.stars.setChecked(rule.stars)
        self.queues.setChecked(rule.queues)
        self.hides.setChecked(rule.hides)
        self.expiry.show_day(rule.expires_on)
        self._fills = False

    def show_hint(self, as_text: Sequence[str]) -> None:
        """Say what of the query was not understood."""
        quoted = ", ".join(f"“{part}”" for part in as_text)
        self.hint.setText(f"Searched as text: {quoted}" if as_text else "")
        self.hint.setVisible(bool(as_text))

    def fields(self) -> Sequence[QWidget]:
        """Return the fields in the order in which Tab goes through them."""
        actions = (self.hides, self.stars, self.queues, self.tag)
        expiry = self.expiry
        days = (expiry.expires, expiry.day, expiry.in_a_week, expiry.in_a_month)
        return (self.name, self.query, *actions, *days)

    def _tell(self) -> None:
        if not self._fills:
            self.changed.emit()

    def _lay_out(self) -> None:
        tag = QWidget()
        tag_line = QHBoxLayout(tag)
        tag_line.setContentsMargins(0, 0, 0, 0)
        tag_line.addWidget(_label("Ta&g", self.tag))
        tag_line.addWidget(self.tag)
        actions = FlowLayout(gap=14)
        for part in (self.hides, self.stars, self.queues, tag):
            actions.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(_label("&Name", self.name))
        layout.addWidget(self.name)
        layout.addSpacing(6)
        layout.addWidget(_label("&For papers matching", self.query))
        layout.addWidget(self.query)
        layout.addWidget(self.hint)
        layout.addSpacing(6)
        layout.addWidget(PlainLabel("Do", object_name="groupHeading"))
        layout.addLayout(actions)
        layout.addSpacing(6)
        layout.addWidget(self.expiry)


def _label(text: str, field: QWidget) -> PlainLabel:
    label = PlainLabel(text, object_name="groupHeading")
    label.setBuddy(field)
    field.setAccessibleName(text.replace("&", ""))
    return label


def _completer(tags: Sequence[str]) -> QCompleter:
    completer = QCompleter(sorted(tags, key=str.casefold))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
