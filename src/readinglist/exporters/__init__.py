"""Formats in which papers leave the program. Pure text: no files, no SQL, no Qt."""

from types import MappingProxyType

from readinglist.exporters.bibtex import BibtexExporter
from readinglist.exporters.exporter import Exporter
from readinglist.exporters.markdown import MarkdownExporter

_ALL: tuple[Exporter, ...] = (BibtexExporter(), MarkdownExporter())

EXPORTERS = MappingProxyType({exporter.name: exporter for exporter in _ALL})
"""Every format by the name that the command line uses."""


def exporter_named(name: str) -> Exporter:
    """Return the exporter of this name, whatever its case; KeyError if there is none."""
    return EXPORTERS[name.lower()]
