"""Formats in which papers leave the program. Pure text: no files, no SQL, no Qt."""

from types import MappingProxyType

from readinglist.exporters.bibtex import BibtexExporter
from readinglist.exporters.csl_json import CslJsonExporter
from readinglist.exporters.csv_table import CsvExporter
from readinglist.exporters.exporter import Exporter
from readinglist.exporters.ids import IdsExporter
from readinglist.exporters.markdown import MarkdownExporter
from readinglist.exporters.ris import RisExporter

_ALL: tuple[Exporter, ...] = (
    *(BibtexExporter(), MarkdownExporter(), RisExporter(), CslJsonExporter(), CsvExporter()),
    IdsExporter(),
)

EXPORTERS = MappingProxyType({exporter.name: exporter for exporter in _ALL})
"""Every format by the name that the command line uses."""


def exporter_named(name: str) -> Exporter:
    """Return the exporter of this name, whatever its case; KeyError if there is none."""
    return EXPORTERS[name.lower()]
