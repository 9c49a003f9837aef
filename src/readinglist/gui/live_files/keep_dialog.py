"""Asks for a file that is to be kept up to date: its format and where it lies."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from readinglist.domain.errors import UserFacingError
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.live_file import LiveFile, LiveQuery, written_options
from readinglist.exporters import Exporter, Format, exporter_named, exporters
from readinglist.gui.option_boxes import OptionBoxes
from readinglist.gui.plain_text import PlainLabel
from readinglist.library.live_files import checked_path, file_at

_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class KeepChoice:
    """The file, and whether it may take the place of one that is there."""

    file: LiveFile
    replaces: bool


class KeepDialog(QDialog):
    """Asks for format and path. ``choice`` holds the answer after it was accepted."""

    def __init__(
        self,
        query: LiveQuery,
        name: str,
        options_of: Callable[[Format], ExportOptions],
        files: Sequence[LiveFile],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keep a file up to date")
        self.choice: KeepChoice | None = None
        self._query = query
        self._files = files
        self.format = QComboBox()
        self.format.setAccessibleName("Format")
        for exporter in exporters().values():
            self.format.addItem(exporter.title, exporter.name)
        self.options = OptionBoxes(options_of)
        self.path = QLineEdit(str(_free_path(name, self._exporter)))
        self.path.setAccessibleName("File")
        self.warning = PlainLabel(object_name="hint")
        self.warning.setWordWrap(True)
        self.about = PlainLabel(object_name="fieldHelp")
        self.about.setWordWrap(True)
        self.keep = QPushButton("&Keep")
        self._lay_out()
        self._show_format()
        self.format.currentIndexChanged.connect(lambda _index: self._on_format_changed())
        self.path.textChanged.connect(lambda _text: self._withdraw_warning())
        self.keep.setDefault(True)  # only now is it a button of this dialog
        self.path.setFocus()
        self.path.selectAll()

    @property
    def _exporter(self) -> Exporter:
        return exporter_named(str(self.format.currentData()))

    def _lay_out(self) -> None:
        browse = QPushButton("&Browse…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        line = QHBoxLayout()
        line.addWidget(self.path, 1)
        line.addWidget(browse)
        what = PlainLabel(f"For {self._query.told}", object_name="dialogText")
        what.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel("Keep a file up to date", object_name="placeTitle"))
        layout.addWidget(what)
        layout.addSpacing(6)
        layout.addWidget(PlainLabel("Format", object_name="groupHeading"))
        layout.addWidget(self.format)
        layout.addWidget(self.options)
        layout.addSpacing(6)
        layout.addWidget(PlainLabel("File", object_name="groupHeading"))
        layout.addLayout(line)
        layout.addWidget(self.about)
        layout.addWidget(self.warning)
        layout.addStretch(1)
        buttons = QDialogButtonBox()
        buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(520)

    def _show_format(self) -> None:
        self.options.show_format(self._exporter)
        if self._exporter.file_suffix == ".md":
            self.about.setText(
                "Your own text in the file stays: the papers stand between two comments."
            )
        else:
            self.about.setText(
                "The file is written again a moment after each change. What somebody else writes "
                "into it is not overwritten."
            )

    def _on_format_changed(self) -> None:
        path = Path(self.path.text())
        if path.suffix in {exporter.file_suffix for exporter in exporters().values()}:
            self.path.setText(str(path.with_suffix(self._exporter.file_suffix)))
        self._withdraw_warning()
        self._show_format()

    def _withdraw_warning(self) -> None:
        self.warning.clear()
        self.keep.setText("&Keep")

    def _accept(self) -> None:
        try:
            path = checked_path(self.path.text().strip(), Path.home())
        except UserFacingError as error:
            self.warning.setText(str(error))
            self.path.setFocus()
            return
        was_asked = self.keep.text() == "&Replace"
        known = file_at(self._files, path)
        question = self._question(path, known)
        if question and not was_asked:
            self.warning.setText(question)
            self.keep.setText("&Replace")
            return
        exporter = self._exporter
        file = LiveFile(
            number=0,
            path=known.path if known else str(path),
            query=self._query,
            format=exporter.name,
            options=written_options(self.options.options(), exporter.choices),
        )
        self.choice = KeepChoice(file, replaces=bool(question))
        self.accept()

    def _question(self, path: Path, known: LiveFile | None) -> str:
        """Return what to ask before something is replaced, "" if nothing is."""
        if known is not None:
            return f"{path.name} is kept up to date with {known.query.told}. Replace that?"
        if path.exists() and self._exporter.file_suffix != ".md":
            return f"{path.name} is there already. Replace it?"
        return ""

    def _browse(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            "Keep up to date",
            self.path.text(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.path.setText(chosen)


def _free_path(name: str, exporter: Exporter) -> Path:
    """Return a path that no file has, with the name of what is in it."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) if documents and Path(documents).is_dir() else Path.home()
    short = _NOT_IN_NAMES.sub("-", name)[:_LONGEST_NAME].strip("-.") or "readinglist"
    path = folder / f"{short}{exporter.file_suffix}"
    number = 2
    while path.exists():
        path = folder / f"{short}-{number}{exporter.file_suffix}"
        number += 1
    return path
