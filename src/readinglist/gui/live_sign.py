"""A quiet sign at the foot of the sidebar: a file is not up to date, and somebody must look."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from readinglist.domain.live_file import LiveFile
from readinglist.gui.plain_text import set_tooltip


class LiveSign(QPushButton):
    """Says how many files have a problem; not there while none has. A click asks for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("liveSign")
        self.hide()

    def show_files(self, files: Sequence[LiveFile]) -> None:
        """Show how files stand."""
        troubled = [file for file in files if file.problem]
        count = len(troubled)
        self.setText("1 file needs a look" if count == 1 else f"{count:,} files need a look")
        set_tooltip(self, "\n".join(f"{file.path}: {file.problem}" for file in troubled))
        self.setVisible(bool(troubled))
