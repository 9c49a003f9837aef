"""Every format there is: the program's own, and those of packages installed beside it."""

import logging
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType

from readinglist.exporters.biblatex import BiblatexExporter
from readinglist.exporters.bibtex import BibtexExporter
from readinglist.exporters.csl_json import CslJsonExporter
from readinglist.exporters.csv_table import CsvExporter
from readinglist.exporters.exporter import Exporter
from readinglist.exporters.folder_exporter import Format, writes_folder
from readinglist.exporters.html_page import HtmlExporter
from readinglist.exporters.ids import IdsExporter
from readinglist.exporters.markdown import MarkdownExporter
from readinglist.exporters.markdown_folder import MarkdownFolderExporter
from readinglist.exporters.ris import RisExporter

ENTRY_POINT = "readinglist.exporters"
"""The group under which a package names classes that are made without arguments."""

_ASKED_OF = ("name", "title", "file_suffix", "choices", "defaults", "entry", "whole")

log = logging.getLogger(__name__)


@cache
def exporters() -> Mapping[str, Exporter]:
    """Return the formats that are a single text, by the name that the command line uses."""
    own = (exporter for exporter in _own_formats() if not writes_folder(exporter))
    return MappingProxyType(with_plug_ins(own, entry_points(group=ENTRY_POINT)))


@cache
def formats() -> Mapping[str, Format]:
    """Return every format, those that write a file for each paper included, by name."""
    found: dict[str, Format] = {exporter.name: exporter for exporter in _own_formats()}
    for name, exporter in exporters().items():
        found.setdefault(name, exporter)
    return MappingProxyType(found)


def _own_formats() -> tuple[Format, ...]:
    return (
        *(BibtexExporter(), BiblatexExporter(), MarkdownExporter(), MarkdownFolderExporter()),
        *(RisExporter(), CslJsonExporter(), CsvExporter(), HtmlExporter(), IdsExporter()),
    )


def exporter_named(name: str) -> Exporter:
    """Return the exporter of this name, whatever its case; KeyError if there is none."""
    return exporters()[name.lower()]


def format_named(name: str) -> Format:
    """Return the format of this name, whatever its case; KeyError if there is none."""
    return formats()[name.lower()]


def with_plug_ins(own: Iterable[Exporter], points: Iterable[EntryPoint]) -> dict[str, Exporter]:
    """Return the program's own formats and then those of other packages, by name.

    A plug-in that does not load, or is called like a format that is there, is logged and left out.
    """
    found = {exporter.name: exporter for exporter in own}
    for point in points:
        try:
            exporter = point.load()()
            missing = [name for name in _ASKED_OF if not hasattr(exporter, name)]
        except Exception:
            log.warning("The export format %s cannot be used", point.value, exc_info=True)
            continue
        if missing:
            log.warning("The export format %s lacks %s", point.value, ", ".join(missing))
        elif exporter.name in found:
            log.warning("The export format %s is there already: %s", exporter.name, point.value)
        else:
            found[exporter.name] = exporter
    return found
