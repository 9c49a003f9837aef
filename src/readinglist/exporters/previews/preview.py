"""Previews of an entry, made from its text: what is previewed is what is written."""

from collections.abc import Callable
from types import MappingProxyType
from typing import NamedTuple

from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.exporters.previews.bib_entry import BibEntry, parse_entry
from readinglist.exporters.previews.biblatex import biblatex
from readinglist.exporters.previews.natbib import natbib
from readinglist.exporters.previews.pandoc import pandoc
from readinglist.exporters.registry import exporter_named


class Preview(NamedTuple):
    """What an engine prints."""

    engine: str
    text: str


_NATBIB = ("natbib (plainnat)", natbib)
_BIBLATEX = ("biblatex (numeric)", biblatex)
_PANDOC = ("pandoc (Chicago)", pandoc)
_ENGINES: MappingProxyType[str, tuple[tuple[str, Callable[[BibEntry], str]], ...]]
_ENGINES = MappingProxyType({"bibtex": (_NATBIB, _PANDOC), "biblatex": (_BIBLATEX, _PANDOC)})


def previews_of(paper: PaperDetail, options: ExportOptions) -> tuple[Preview, ...]:
    """Return what natbib and pandoc print of the paper's BibTeX, and biblatex of its BibLaTeX.

    Nothing for an entry that they cannot read, because of its key.
    """
    entries = {name: exporter_named(name).entry(paper, options) for name in _ENGINES}
    bibtex = previews_of_entry("bibtex", entries["bibtex"])
    biblatex = previews_of_entry("biblatex", entries["biblatex"])
    return (*bibtex[:1], *biblatex[:1], *bibtex[1:])


def previews_of_entry(format_name: str, entry: str) -> tuple[Preview, ...]:
    """Return what the engines print that read a format; nothing for formats that none reads."""
    parsed = parse_entry(entry)
    if parsed is None:
        return ()
    return tuple(Preview(name, write(parsed)) for name, write in _ENGINES.get(format_name, ()))
