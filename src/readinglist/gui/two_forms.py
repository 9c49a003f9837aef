"""The clipboard with a text in two forms: whoever pastes takes the one that it can show."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def copy_in_two_forms(text: str, html: str) -> None:
    """Put plain text and the same as HTML on the clipboard; the program has escaped the latter."""
    both = QMimeData()
    both.setText(text)
    both.setHtml(html)
    QGuiApplication.clipboard().setMimeData(both)
