"""What was done in this session, each kind of it with a button that takes it back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from readinglist.domain.annotation import Edit, Field
from readinglist.gui.plain_text import PlainLabel
from readinglist.gui.shown_key import shown_key, with_key
from readinglist.library.session import SessionSummary

_COPY_KEY = "C"
_FEWEST_ROWS_SEEN = 6


class SessionDialog(QDialog):
    """Shows a summary. The signals ask for what the buttons say; the dialog stays open."""

    taken_back = Signal(object)
    marked_unread = Signal()
    copied = Signal()

    def __init__(self, summary: SessionSummary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("This session")
        self._rows = QGridLayout()
        self._area = self._make_area()
        self._since = PlainLabel(object_name="fieldHelp")
        self._told = PlainLabel(object_name="hint")
        self._told.setWordWrap(True)
        self._told.hide()
        self.copy_starred = QPushButton()
        self.copy_starred.clicked.connect(self.copied)
        QShortcut(QKeySequence(_COPY_KEY), self, self.copied.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel("This session", object_name="placeTitle"))
        layout.addWidget(self._since)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._told)
        layout.addWidget(self._buttons())
        self.show_summary(summary)
        self.setMinimumWidth(460)

    def show_summary(self, summary: SessionSummary) -> None:
        """Show how the session stands now."""
        self.setFocus()  # the button that was pressed goes with its row
        self._area.setWidget(self._new_page())
        begun = summary.since.astimezone()
        self._since.setText(f"Since {begun:%H:%M}. What you take back is one step of undo itself.")
        self._add_row(
            f"Saw {_papers(len(summary.seen))}",
            "Mark unread",
            self.marked_unread.emit if summary.opened else None,
        )
        for edit in summary.done:
            self._add_row(edit.done_title(), "Undo", partial(self._take_back, edit))
        if not summary.done:
            self._add_row("Changed nothing yet", "", None)
        starred = len(summary.keys(Field.STAR))
        text = f"Copy {starred:,} starred as Markdown" if starred else "Copy starred as Markdown"
        self.copy_starred.setText(with_key(text, shown_key(_COPY_KEY)))
        self.copy_starred.setEnabled(starred > 0)

    def tell(self, text: str) -> None:
        """Say something below the rows."""
        self._told.setText(text)
        self._told.show()

    def texts(self) -> list[str]:
        """Return what is told, line by line."""
        labels = (self._rows.itemAtPosition(row, 0) for row in range(self._rows.rowCount()))
        widgets = [item.widget() for item in labels if item is not None]
        return [widget.text() for widget in widgets if isinstance(widget, QLabel)]

    def _take_back(self, edit: Edit) -> None:
        self._told.hide()
        self.taken_back.emit(edit)

    def _add_row(self, text: str, verb: str, act: Callable[[], None] | None) -> None:
        row = self._rows.rowCount()
        label = PlainLabel(text)
        label.setWordWrap(True)
        self._rows.addWidget(label, row, 0)
        if verb:
            button = QPushButton(verb)
            button.setObjectName("keyButton")
            button.setAutoDefault(False)
            button.setAccessibleName(f"{verb}: {text}")
            button.setEnabled(act is not None)
            if act is not None:
                button.clicked.connect(lambda _=False: act())
            self._rows.addWidget(button, row, 1)

    def _new_page(self) -> QWidget:
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(18)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(0, 1)
        page = QWidget()
        page.setObjectName("paperPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 4, 8, 4)
        column.addLayout(self._rows)
        column.addStretch(1)
        return page

    def _make_area(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        line = self.fontMetrics().height() + 20
        area.setMinimumHeight(line * _FEWEST_ROWS_SEEN)
        return area

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.copy_starred, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_starred.setDefault(True)
        buttons.rejected.connect(self.reject)
        return buttons


def _papers(count: int) -> str:
    return "1 paper" if count == 1 else f"{count:,} papers"
