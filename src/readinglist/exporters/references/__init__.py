"""Formatted references in the common styles, for mails, slides and documents without BibTeX."""

from readinglist.exporters.references.exporter import ReferenceExporter
from readinglist.exporters.references.forms import Form
from readinglist.exporters.references.styles import STYLES, ReferenceStyle

__all__ = ["STYLES", "Form", "ReferenceExporter", "ReferenceStyle"]
