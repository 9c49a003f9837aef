"""Widgets that show text from outside as text.

Labels, tooltips and message boxes guess HTML by themselves, and then load the files it names
(tried with Qt 6.12); a feed is not to be trusted that far. Text is shown through these only.
"""

import html

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget


class PlainLabel(QLabel):
    """A label that never takes its text for HTML."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, object_name: str = ""
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if object_name:
            self.setObjectName(object_name)


class SelectableLabel(PlainLabel):
    """A plain label of several lines whose text can be selected and copied."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, object_name: str) -> None:
        super().__init__(text, parent, object_name=object_name)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


def tooltip_html(text: str) -> str:
    """Return what a tooltip needs to show ``text`` as it is: escaped, and marked as HTML."""
    lines = html.escape(text).replace("\n", "<br>")
    return f"<p>{lines}</p>" if text else ""


def set_tooltip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip that is plain text, and the same as its accessible description."""
    widget.setToolTip(tooltip_html(text))
    widget.setAccessibleDescription(text)


def set_action_tooltip(action: QAction, text: str) -> None:
    """Give the button of an action a tooltip that is plain text."""
    action.setToolTip(tooltip_html(text))


def show_message(parent: QWidget | None, title: str, text: str) -> None:
    """Show a message box with plain text."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.exec()
