"""Putting the export dialog together."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from readinglist.domain.export_options import ExportOptions, changed_options
from readinglist.exporters import Format
from readinglist.gui.export_dialog.desk import EditKey, ExportDesk, KeysOf
from readinglist.gui.export_dialog.dialog import ExportDialog
from readinglist.gui.export_dialog.findings_pane import FindingsPane
from readinglist.gui.export_dialog.form import ExportForm, ExportScope, LastExport
from readinglist.gui.export_dialog.preview_pane import PreviewPane
from readinglist.gui.open_library import OpenLibrary
from readinglist.settings import Settings


def chosen_options(settings: Settings, exporter: Format) -> ExportOptions:
    """Return the options that were chosen last for a format, or its own."""
    stored = settings.exports.get(exporter.name, {})
    return changed_options(exporter.defaults, stored, exporter.choices)


def open_export_dialog(
    opened: OpenLibrary,
    counts: Mapping[ExportScope, int],
    keys_of: KeysOf,
    last: LastExport | None,
    window: QWidget,
    edit_key: EditKey,
) -> ExportDialog:
    """Open the dialog over a window; ``keys_of`` finds the papers of a scope."""
    scope = ExportScope.SELECTED if counts[ExportScope.SELECTED] > 1 else ExportScope.SHOWN
    if not counts[scope]:
        scope = ExportScope.STARRED
    dialog = ExportDialog(
        ExportForm(counts, scope, lambda exporter: chosen_options(opened.settings, exporter), last),
        PreviewPane(),
        FindingsPane(opened.look),
        opened.look,
        window,
    )
    dialog.desk = ExportDesk(
        *(dialog, opened.export_checker(), keys_of),
        *(opened.gui_thread, opened.fetch_runner.fetch, edit_key),
    )
    dialog.open()
    return dialog
