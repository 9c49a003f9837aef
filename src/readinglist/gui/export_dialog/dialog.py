"""The dialog: the form at the left; what is going to be written, and what to mend, at the right."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
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
from readinglist.exporters import writes_folder
from readinglist.gui.export_dialog.findings_pane import FindingsPane
from readinglist.gui.export_dialog.form import ExportChoice, ExportForm
from readinglist.gui.export_dialog.preview_pane import PreviewPane
from readinglist.gui.look import Look
from readinglist.gui.plain_text import PlainLabel
from readinglist.library.typed_path import typed_path

_SIZE = QSize(1060, 800)
_REPLACE = "Replace"


class ExportDialog(QDialog):
    """Asks what to export. ``choice`` holds the answer after it was accepted."""

    def __init__(
        self,
        form: ExportForm,
        preview: PreviewPane,
        findings: FindingsPane,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        self.choice: ExportChoice | None = None
        self.desk: object = None  # whoever fills the dialog lives as long as it does
        self.form = form
        self.preview = preview
        self.findings = findings
        self.warning = PlainLabel(object_name="hint")
        self.warning.setWordWrap(True)
        self._export = QPushButton("Export")
        self._lay_out(look)
        form.path_changed.connect(self._withdraw_warning)
        form.changed.connect(self._show_what_is_possible)
        self._export.setDefault(True)  # only now is it a button of this dialog
        self._export.setFocus()

    @property
    def left_out(self) -> frozenset[int]:
        """The keys of papers that are not going to be put out."""
        return self.findings.left_out

    def _lay_out(self, look: Look) -> None:
        zoom = look.fonts.sizes.zoom_percent
        self.preview.use_zoom(zoom)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.form)
        left.addWidget(self.warning)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.findings, 2)
        right.addWidget(self.preview, 3)
        panes = QHBoxLayout()
        panes.setSpacing(24)
        panes.addWidget(_scrolled(left), 36)
        panes.addWidget(_scrolled(right), 64)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel("Export", object_name="placeTitle"))
        layout.addLayout(panes, 1)
        layout.addWidget(self._make_buttons())
        self.resize((_SIZE * zoom / 100).boundedTo(self.screen().availableSize() * 0.94))

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.addButton(self._export, QDialogButtonBox.ButtonRole.AcceptRole)
        copy = self.copy = buttons.addButton("Copy", QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        self._show_what_is_possible()
        cancel = buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        buttons.accepted.connect(lambda: self._accept(to_file=True))
        copy.clicked.connect(lambda: self._accept(to_file=False))
        buttons.rejected.connect(self.reject)
        return buttons

    def _accept(self, *, to_file: bool) -> None:
        typed = self.form.path.text().strip()
        if to_file and not typed:
            self.form.path.setFocus()
            return
        try:
            path = typed_path(typed, Path.cwd()) if to_file else None
        except UserFacingError as error:
            self.warning.setText(str(error))
            self.form.path.setFocus()
            return
        was_asked = self._export.text() == _REPLACE
        if path is not None and path.is_file() and not was_asked:
            self.warning.setText(f"{path.name} is there already. Replace it?")
            self._export.setText(_REPLACE)
            return
        form = self.form
        self.choice = ExportChoice(form.scope, form.exporter, form.options, path, self.left_out)
        self.accept()

    def _show_what_is_possible(self) -> None:
        self.copy.setVisible(not writes_folder(self.form.exporter))  # no clipboard holds a folder

    def _withdraw_warning(self) -> None:
        self.warning.clear()
        self._export.setText("Export")


def _scrolled(column: QVBoxLayout) -> QScrollArea:
    """Put a column where it can be scrolled: large text on a small screen."""
    page = QWidget()
    page.setObjectName("paperPage")
    column.setContentsMargins(2, 2, 8, 2)
    page.setLayout(column)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area
