"""The rules: all of them at the left, one to be made or changed at the right."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import count, pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from readinglist.domain.errors import UserFacingError
from readinglist.domain.reading_list import LONGEST_NAME
from readinglist.domain.rule import Rule
from readinglist.gui.flow_layout import FlowLayout
from readinglist.gui.look import Look
from readinglist.gui.notice_bar import NoticeBar
from readinglist.gui.plain_text import PlainLabel
from readinglist.gui.rule_form import RuleForm
from readinglist.gui.rule_preview import RulePreviewPane
from readinglist.gui.rule_words import told_rule
from readinglist.gui.titled_rows import TitledRow, TitledRows
from readinglist.library.names import name_key
from readinglist.library.rules import checked_rule, name_is_taken

_SIZE = QSize(920, 680)
_WIDTH_OF_LIST = 0.3
"""Of the dialog."""

_NEW = Rule("", "")


class RulesDialog(QDialog):
    """Shows rules; the signals ask for what the buttons say, and the dialog stays open.

    ``save_asked`` carries the rule and the name of the one that it replaces, "" for a new one. What
    was changed and not saved is kept for as long as the dialog is open.
    """

    save_asked = Signal(object, str)
    delete_asked = Signal(object)
    run_asked = Signal(object)

    def __init__(
        self,
        form: RuleForm,
        preview: RulePreviewPane,
        notices: NoticeBar,
        look: Look,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Rules")
        self.form = form
        self.preview = preview
        self.notices = notices
        self._today = today
        self._rules: Sequence[Rule] = ()
        self._stored: Rule | None = None  # the one that is shown, None for a new one
        self._unsaved: dict[str, Rule] = {}  # by the name that is stored, "" for a new one
        self._sent = _NEW  # what was asked to be saved last, as it was typed
        self.list = TitledRows("Rules", two_lines=True)
        self.list.setObjectName("ruleList")
        self.trouble = PlainLabel(object_name="dialogText")
        self.trouble.setWordWrap(True)
        self.new = _button("Ne&w", self._begin_new)
        self.delete = _button("&Delete", lambda: self.delete_asked.emit(self._stored))
        self.run = _button("&Run on the library", lambda: self.run_asked.emit(self._stored))
        self.buttons = QDialogButtonBox()
        self.save = self.buttons.addButton("&Save", QDialogButtonBox.ButtonRole.ApplyRole)
        self.close_button = self.buttons.addButton("&Close", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._use_look(look)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._on_chosen())
        self.form.changed.connect(self._on_changed)
        self.preview.not_understood.connect(self.form.show_hint)
        self.save.clicked.connect(lambda _: self._ask_to_save())
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _result: self.preview.stop())

    # What others tell

    def begin(self, rules: Sequence[Rule], query: str = "", name: str = "") -> None:
        """Show the first rule, or begin a new one for a query, if there is none for it yet."""
        self._rules = tuple(rules)
        same = next((rule for rule in rules if query and rule.query == query), None)
        if query and same is None:
            self._unsaved[""] = Rule(self._free_name(name or query), query)
            self._show(None)
        else:
            self._show(same or next(iter(rules), None))
        self._focus()

    def show_rules(self, rules: Sequence[Rule]) -> None:
        """Show the rules as they are now; what is being changed stays as it is."""
        changed = self.form.rule() if self._is_changed else None
        position, name = self._position(), self._stored_name
        self._rules = tuple(rules)
        stored = next((rule for rule in rules if name_key(rule.name) == name_key(name)), None)
        if name and stored is None:  # it was deleted
            self._unsaved.pop(name, None)
            if changed is not None:
                self._unsaved[""] = changed
            elif rules:
                stored = rules[min(position, len(rules) - 1)]
        self._show(stored)

    def on_saved(self, rule: Rule, replaces: str) -> None:
        """Show that a rule was saved in place of the one that was called so, "" for a new one."""
        self._unsaved.pop(replaces, None)
        if self._stored_name != replaces:
            return
        if self.form.rule() != self._sent:  # typed on meanwhile
            self._unsaved[rule.name] = self.form.rule()
        names, position = {name_key(replaces), name_key(rule.name)}, self._position()
        others = [other for other in self._rules if name_key(other.name) not in names]
        self._rules = (*others[:position], rule, *others[position:])
        self._show(rule)

    def on_refused(self, error: UserFacingError) -> None:
        """Say why the rule was not saved."""
        self.trouble.setText(str(error))

    # Putting together

    def _lay_out(self) -> None:
        self.save.setDefault(True)
        self.close_button.setAutoDefault(False)
        heading = PlainLabel("R&ules", object_name="placeTitle")
        heading.setBuddy(self.list)
        buttons = FlowLayout()
        for button in (self.new, self.delete, self.run):
            buttons.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        panes = QHBoxLayout()
        panes.setSpacing(22)
        panes.addLayout(left)
        panes.addWidget(self._right_pane(), 1)
        end = QHBoxLayout()
        end.addWidget(self.trouble, 1)
        end.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addLayout(panes, 1)
        layout.addWidget(self.notices)
        layout.addLayout(end)
        fields = (*self.form.fields(), self.preview.papers, self.buttons)
        for before, after in pairwise((*fields, self.list, self.new, self.delete, self.run)):
            QWidget.setTabOrder(before, after)

    def _right_pane(self) -> QScrollArea:
        """Put form and preview where they can be scrolled: large text on a small screen."""
        page = QWidget()
        page.setObjectName("paperPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.form)
        column.addWidget(self.preview, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _use_look(self, look: Look) -> None:
        for rows in (self.list, self.preview.papers):
            rows.use_look(look.colours, look.fonts)
        self.preview.set_row_height()
        wanted = _SIZE * look.fonts.sizes.zoom_percent / 100
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))
        self.list.setFixedWidth(int(self.width() * _WIDTH_OF_LIST))

    # What is shown

    @property
    def _stored_name(self) -> str:
        return self._stored.name if self._stored else ""

    @property
    def _is_changed(self) -> bool:
        return self.form.rule() != (self._stored or _NEW)

    def _position(self) -> int:
        """Return which row is that of the rule that is shown; a new rule is the last."""
        names = [rule.name for rule in self._rules]
        return names.index(self._stored_name) if self._stored else len(names)

    def _show(self, stored: Rule | None) -> None:
        self._stored = stored
        shown = self._unsaved.get(self._stored_name, stored or _NEW)
        self.form.show_rule(shown)

    def _show_rows(self) -> None:
        rows = [self._row(rule, self._unsaved.get(rule.name, rule)) for rule in self._rules]
        new = self._unsaved.get("")
        if self._stored is None or new is not None:
            rows.append(TitledRow(new.name if new and new.name else "New rule", "Not saved yet"))
        if rows != self.list.rows or self.list.chosen != self._position():
            self.list.show_rows(rows, self._position())

    def _row(self, stored: Rule, present: Rule) -> TitledRow:
        told = told_rule(stored, self._today())
        return TitledRow(stored.name, told if stored == present else "Changed, not saved yet")

    def _focus(self) -> None:
        if self._stored is None:
            self.form.name.setFocus()
            self.form.name.selectAll()
        else:
            self.list.setFocus()

    # What the reader does

    def _on_chosen(self) -> None:
        position = self.list.chosen
        if position not in {-1, self._position()}:
            self._show(self._rules[position] if position < len(self._rules) else None)

    def _on_changed(self) -> None:
        rule = self.form.rule()
        self._unsaved.pop(self._stored_name, None)
        if self._is_changed:
            self._unsaved[self._stored_name] = rule
        reason = self._why_not(rule) if self._is_changed else ""
        self.trouble.setText(reason)
        self.save.setEnabled(self._is_changed and not reason)
        self.delete.setEnabled(self._stored is not None)
        self.run.setEnabled(self._stored is not None and not self._is_changed)
        self.preview.show_rule(rule)
        self._show_rows()

    def _begin_new(self) -> None:
        self._show(None)
        self._focus()

    def _ask_to_save(self) -> None:
        self._sent = self.form.rule()
        self.save.setEnabled(False)  # until the answer is there
        self.save_asked.emit(checked_rule(self._sent), self._stored_name)

    def _why_not(self, rule: Rule) -> str:
        """Return why a rule cannot be kept, "" if it can."""
        try:
            name = name_key(checked_rule(rule).name)
        except UserFacingError as error:
            return str(error)
        others = [other.name for other in self._rules if other != self._stored]
        taken = {name_key(other): other for other in others}
        return str(name_is_taken(taken[name])) if name in taken else ""

    def _free_name(self, wanted: str) -> str:
        taken = {name_key(rule.name) for rule in self._rules}
        short = wanted[:LONGEST_NAME].strip()
        names = (short if n == 1 else f"{short[: LONGEST_NAME - 4]} {n}" for n in count(1))
        return next(name for name in names if name_key(name) not in taken)


def _button(text: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked: act())
    return button
