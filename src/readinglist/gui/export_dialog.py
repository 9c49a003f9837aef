"""The export dialog: which papers, which format, which file."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from readinglist.exporters import exporter_named, exporters
from readinglist.exporters.exporter import Exporter
from readinglist.gui.plain_text import PlainLabel


class ExportScope(Enum):
    """Which papers to put out."""

    SHOWN = "The papers of the list"
    SELECTED = "The selected papers"
    STARRED = "All starred papers"


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the reader chose; no path means the clipboard."""

    scope: ExportScope
    exporter: Exporter
    path: Path | None


class ExportDialog(QDialog):
    """Asks what to export. ``choice`` holds the answer after it was accepted."""

    def __init__(
        self,
        counts: dict[ExportScope, int],
        default_scope: ExportScope,
        path: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        self.choice: ExportChoice | None = None
        self._scopes = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel("Export", object_name="placeTitle"))
        for number, scope in enumerate(ExportScope):
            button = QRadioButton(f"{scope.value} ({counts[scope]:,})")
            button.setEnabled(counts[scope] > 0)
            button.setChecked(scope is default_scope)
            self._scopes.addButton(button, number)
            layout.addWidget(button)
        self.format = QComboBox()
        self.format.setAccessibleName("Format")
        for exporter in exporters().values():
            self.format.addItem(exporter.title, exporter.name)
        layout.addSpacing(6)
        layout.addWidget(PlainLabel("Format", object_name="groupHeading"))
        layout.addWidget(self.format)
        self.path = QLineEdit(str(path or _default_path(self._exporter())))
        self.path.setAccessibleName("File")
        self.path.setMinimumWidth(380)
        browse = QPushButton("Browse…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        file_line = QHBoxLayout()
        file_line.addWidget(self.path, 1)
        file_line.addWidget(browse)
        layout.addWidget(PlainLabel("File", object_name="groupHeading"))
        layout.addLayout(file_line)
        self.warning = PlainLabel(object_name="hint")
        self.warning.setWordWrap(True)
        layout.addWidget(self.warning)
        self._export = QPushButton("Export")
        layout.addWidget(self._make_buttons())
        if path is not None:
            self._choose_format_of(path)
        self.format.currentIndexChanged.connect(self._on_format_changed)
        self.path.textChanged.connect(lambda _text: self._withdraw_warning())
        self._export.setDefault(True)  # only now is it a button of this dialog
        self._export.setFocus()

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.addButton(self._export, QDialogButtonBox.ButtonRole.AcceptRole)
        copy = buttons.addButton("Copy", QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        cancel = buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        buttons.accepted.connect(lambda: self._accept(to_file=True))
        copy.clicked.connect(lambda: self._accept(to_file=False))
        buttons.rejected.connect(self.reject)
        return buttons

    def _exporter(self) -> Exporter:
        return exporter_named(str(self.format.currentData()))

    def _accept(self, *, to_file: bool) -> None:
        typed = self.path.text().strip()
        if to_file and not typed:
            self.path.setFocus()
            return
        scope = list(ExportScope)[self._scopes.checkedId()]
        path = Path(typed).expanduser().absolute() if to_file else None
        if path is not None and path.is_file() and not self.warning.text():
            self.warning.setText(f"{path.name} is there already. Replace it?")
            self._export.setText("Replace")
            return
        self.choice = ExportChoice(scope, self._exporter(), path)
        self.accept()

    def _browse(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(self, "Export to", self.path.text())
        if chosen:
            self.path.setText(chosen)

    def _withdraw_warning(self) -> None:
        self.warning.clear()
        self._export.setText("Export")

    def _choose_format_of(self, path: Path) -> None:
        for position, exporter in enumerate(exporters().values()):
            if exporter.file_suffix == path.suffix:
                self.format.setCurrentIndex(position)

    def _on_format_changed(self) -> None:
        path = Path(self.path.text())
        if path.suffix in {exporter.file_suffix for exporter in exporters().values()}:
            self.path.setText(str(path.with_suffix(self._exporter().file_suffix)))


def _default_path(exporter: Exporter) -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) if documents and Path(documents).is_dir() else Path.home()
    path = folder / f"readinglist{exporter.file_suffix}"
    number = 2
    while path.exists():
        path = folder / f"readinglist-{number}{exporter.file_suffix}"
        number += 1
    return path
