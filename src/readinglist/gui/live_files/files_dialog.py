"""The files that are kept up to date: which they are, how they stand, what can be done."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from readinglist.domain.live_file import LiveFile, LiveState
from readinglist.exporters import exporters
from readinglist.gui.flow_layout import FlowLayout
from readinglist.gui.look import Look
from readinglist.gui.notice_bar import NoticeBar
from readinglist.gui.plain_text import PlainLabel, SelectableLabel
from readinglist.gui.titled_rows import TitledRow, TitledRows

_SIZE = QSize(820, 480)
_NOTHING = (
    "No file is kept up to date yet. Right-click a list, a tag or a search in the sidebar to tie a "
    "file to it, such as the bibliography of what you are writing."
)


class LiveFilesDialog(QDialog):
    """Shows files; the signals carry the one that a button was pressed for."""

    folder_asked = Signal(object)
    write_asked = Signal(object)
    difference_asked = Signal(object)
    overwrite_asked = Signal(object)
    beside_asked = Signal(object)
    stop_asked = Signal(object)

    def __init__(
        self,
        notices: NoticeBar,
        look: Look,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Live files")
        self.notices = notices
        self._today = today
        self._files: Sequence[LiveFile] = ()
        self.list = TitledRows("Live files", two_lines=True)
        self.list.use_look(look.colours, look.fonts)
        self.about = SelectableLabel(object_name="dialogText")
        self.state = PlainLabel(object_name="hint")
        self.state.setWordWrap(True)
        self.folder = self._button("Open &folder", self.folder_asked)
        self.write = self._button("&Write now", self.write_asked)
        self.difference = self._button("Show &difference", self.difference_asked)
        self.overwrite = self._button("&Overwrite theirs", self.overwrite_asked)
        self.beside = self._button("Save ours &beside it", self.beside_asked)
        self.stop = self._button("&Stop keeping it", self.stop_asked)
        self._lay_out(look)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self._show_chosen()

    def show_files(self, files: Sequence[LiveFile]) -> None:
        """Show how files stand; the one that is chosen stays chosen."""
        chosen, position = self._chosen(), max(self.list.chosen, 0)
        self._files = tuple(files)
        numbers = [file.number for file in files]
        if chosen is not None and chosen.number in numbers:
            position = numbers.index(chosen.number)
        rows = [self._row(file) for file in files]
        self.list.show_rows(rows, min(position, len(rows) - 1))
        self._show_chosen()

    def _lay_out(self, look: Look) -> None:
        buttons = FlowLayout()
        for button in self._all_buttons():
            buttons.addWidget(button)
        ending = QDialogButtonBox()
        close = ending.addButton("&Close", QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        ending.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        heading = PlainLabel("Live files", object_name="placeTitle")
        layout.addWidget(heading)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.about)
        layout.addWidget(self.state)
        layout.addLayout(buttons)
        layout.addWidget(self.notices)
        layout.addWidget(ending)
        wanted = _SIZE * look.fonts.sizes.zoom_percent / 100
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))

    def _all_buttons(self) -> tuple[QPushButton, ...]:
        return (
            *(self.folder, self.write, self.difference),
            *(self.overwrite, self.beside, self.stop),
        )

    def _button(self, text: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: asked.emit(self._chosen()))
        return button

    def _row(self, file: LiveFile) -> TitledRow:
        exporter = exporters().get(file.format)
        papers = "1 paper" if file.papers == 1 else f"{file.papers:,} papers"
        below = " · ".join((file.query.told, exporter.title if exporter else file.format, papers))
        beside = file.told_state(self._today())
        if file.state is LiveState.FAILED:
            beside = "not up to date"
        return TitledRow(Path(file.path).name, below, beside)

    def _chosen(self) -> LiveFile | None:
        position = self.list.chosen
        return self._files[position] if 0 <= position < len(self._files) else None

    def _show_chosen(self) -> None:
        file = self._chosen()
        self.about.setText(file.path if file else "" if self._files else _NOTHING)
        self.state.setText(_what_to_do(file) if file else "")
        self.state.setVisible(bool(self.state.text()))
        edited = file is not None and file.state is LiveState.EDITED
        for button in self._all_buttons():
            button.setEnabled(file is not None)
        for button in (self.difference, self.overwrite, self.beside):
            button.setEnabled(edited)
        self.write.setEnabled(file is not None and not edited)


def _what_to_do(file: LiveFile) -> str:
    if file.state is LiveState.EDITED:
        return (
            "Somebody else has written into this file, so it is left as it is. Take back what they "
            "wrote, overwrite it, or stop keeping the file."
        )
    return file.problem
