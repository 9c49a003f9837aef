"""How far long work on many papers is, with a button that stops it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from readinglist.domain.progress import WorkProgress
from readinglist.gui.plain_text import PlainLabel


class WorkBar(QFrame):
    """Shows one piece of work at a time: the one that told last how far it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._progress: WorkProgress | None = None
        self._text = PlainLabel(object_name="noticeText")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(180)
        self._bar.setAccessibleName("Progress")
        self.cancel = QPushButton("Cancel")
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 10, 6)
        layout.setSpacing(12)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self.cancel)
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says; "" while nothing takes long."""
        return "" if self.isHidden() else self._text.text()

    def show_progress(self, verb: str, progress: WorkProgress) -> None:
        """Show how far work is; ``verb`` says what is done with papers. Goes when it is over."""
        if progress.is_over:
            if self._progress is None or self._progress.cancel is progress.cancel:
                self._progress = None
                self.hide()
            return
        self._progress = progress
        stopping = progress.cancel.is_cancelled
        papers = "1 paper" if progress.total == 1 else f"{progress.total:,} papers"
        self._text.setText("Stopping …" if stopping else f"{verb} {progress.done:,} of {papers}")
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self.cancel.setEnabled(not stopping)
        self.show()

    def _cancel(self) -> None:
        if self._progress is not None:
            self._progress.cancel.cancel()
            self.show_progress("", self._progress)
