"""What to put out: which papers, in which format with which options, to which file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from readinglist.domain.export_options import ExportOptions
from readinglist.exporters import Format, exporters, format_named, formats, writes_folder
from readinglist.gui.option_boxes import OptionBoxes
from readinglist.gui.plain_text import PlainLabel


class ExportScope(Enum):
    """Which papers to put out."""

    SHOWN = "The papers of the list"
    SELECTED = "The selected papers"
    STARRED = "All starred papers"


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the reader chose; no path means the clipboard. ``left_out`` are keys of papers."""

    scope: ExportScope
    exporter: Format
    options: ExportOptions
    path: Path | None
    left_out: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class LastExport:
    """Where the last export went, and in which format."""

    path: Path
    format_name: str


class ExportForm(QWidget):
    """Lets papers, format, options and file be chosen.

    ``changed`` comes when other papers, another format or other options are chosen,
    ``path_changed`` with every letter of the path.
    """

    changed = Signal()
    path_changed = Signal()

    def __init__(
        self,
        counts: Mapping[ExportScope, int],
        default_scope: ExportScope,
        options_of: Callable[[Format], ExportOptions],
        last: LastExport | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scopes = QButtonGroup(self)
        self.format = QComboBox()
        self.format.setAccessibleName("Format")
        for exporter in formats().values():
            self.format.addItem(exporter.title, exporter.name)
        if last is not None:
            self.format.setCurrentIndex(max(self.format.findData(last.format_name), 0))
        self.boxes = OptionBoxes(options_of)
        self.path = QLineEdit(str(last.path if last else _default_path(self.exporter)))
        self._lay_out(counts, default_scope)
        self._show_format()
        self.format.currentIndexChanged.connect(self._on_format_changed)
        self.path.textChanged.connect(lambda _text: self.path_changed.emit())
        self._scopes.idToggled.connect(self._on_scope_toggled)
        self.boxes.changed.connect(self.changed)

    @property
    def exporter(self) -> Format:
        """The format that is chosen."""
        return format_named(str(self.format.currentData()))

    @property
    def scope(self) -> ExportScope:
        """The papers that are chosen."""
        return list(ExportScope)[self._scopes.checkedId()]

    @property
    def options(self) -> ExportOptions:
        """The options that are chosen for this format."""
        return self.boxes.options()

    def choose_format(self, name: str) -> None:
        """Choose a format by its name."""
        self.format.setCurrentIndex(self.format.findData(name))

    def _lay_out(self, counts: Mapping[ExportScope, int], default_scope: ExportScope) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for number, scope in enumerate(ExportScope):
            button = QRadioButton(f"{scope.value} ({counts[scope]:,})")
            button.setEnabled(counts[scope] > 0)
            button.setChecked(scope is default_scope)
            self._scopes.addButton(button, number)
            layout.addWidget(button)
        layout.addSpacing(6)
        layout.addWidget(PlainLabel("Format", object_name="groupHeading"))
        layout.addWidget(self.format)
        layout.addSpacing(6)
        layout.addWidget(self.boxes)
        layout.addSpacing(6)
        self.path_heading = PlainLabel(object_name="groupHeading")
        layout.addWidget(self.path_heading)
        browse = QPushButton("Browse…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        file_line = QHBoxLayout()
        file_line.addWidget(self.path, 1)
        file_line.addWidget(browse)
        layout.addLayout(file_line)

    def _show_format(self) -> None:
        """Show what belongs to the format that is chosen."""
        exporter = self.exporter
        self.boxes.show_format(exporter)
        where = "Folder" if writes_folder(exporter) else "File"
        self.path_heading.setText(where)
        self.path.setAccessibleName(where)

    def _on_scope_toggled(self, _number: int, chosen: bool) -> None:  # noqa: FBT001 (Qt's)
        if chosen:  # and not the one that was chosen before
            self.changed.emit()

    def _on_format_changed(self) -> None:
        path = Path(self.path.text())
        known = {exporter.file_suffix for exporter in exporters().values()}
        if path.suffix in known or (not path.suffix and path.name):
            self.path.setText(str(path.with_suffix(_suffix_of(self.exporter))))
        self._show_format()
        self.changed.emit()

    def _browse(self) -> None:
        path = self.path.text()
        if writes_folder(self.exporter):
            chosen = QFileDialog.getExistingDirectory(self, "Export into", path)
        else:
            chosen, _filter = QFileDialog.getSaveFileName(self, "Export to", path)
        if chosen:
            self.path.setText(chosen)


def _suffix_of(exporter: Format) -> str:
    """Return how the path ends: that of a folder in nothing."""
    return "" if writes_folder(exporter) else exporter.file_suffix


def _default_path(exporter: Format) -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) if documents and Path(documents).is_dir() else Path.home()
    suffix = _suffix_of(exporter)
    path = folder / f"readinglist{suffix}"
    number = 2
    while path.exists():
        path = folder / f"readinglist-{number}{suffix}"
        number += 1
    return path
