"""Formats in which papers leave the program. Pure text: no files, no SQL, no Qt."""

from readinglist.exporters.exporter import Exporter, exported
from readinglist.exporters.folder_exporter import FolderExporter, Format, writes_folder
from readinglist.exporters.registry import exporter_named, exporters, format_named, formats

__all__ = [
    "Exporter",
    "FolderExporter",
    "Format",
    "exported",
    "exporter_named",
    "exporters",
    "format_named",
    "formats",
    "writes_folder",
]
