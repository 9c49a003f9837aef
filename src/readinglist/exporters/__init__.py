"""Formats in which papers leave the program. Pure text: no files, no SQL, no Qt."""

from readinglist.exporters.exporter import Exporter, exported
from readinglist.exporters.registry import exporter_named, exporters

__all__ = ["Exporter", "exported", "exporter_named", "exporters"]
