"""``readinglist cite``: references as they stand in a text."""

import argparse
import sys
from collections.abc import Mapping, Sequence

from readinglist.cli.asked_order import asked_order
from readinglist.cli.opened_library import asked_condition, named_papers, opened_library
from readinglist.cli.terminal import complain
from readinglist.domain.query import without_hidden
from readinglist.exporters.references import STYLES, Form, ReferenceExporter
from readinglist.library.export import export_text
from readinglist.library.library import Library


def cite(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Print the references of papers; return whether all that were named are there."""
    exporter = ReferenceExporter(STYLES[chosen.style], Form(chosen.form))
    with opened_library(chosen, environ) as library:
        if chosen.query is None:
            named = named_papers(library, chosen.ids)
            keys: Sequence[int] = named.keys
            all_found = named.all_found
        else:
            keys, all_found = _keys_of(library, chosen.query), True
        text = ""
        for text in export_text(library, keys, exporter):
            sys.stdout.write(text)
        if text and not text.endswith("\n"):
            sys.stdout.write("\n")
    return all_found


def _keys_of(library: Library, query: str) -> Sequence[int]:
    asked = asked_condition([query])
    order = asked_order(library, asked, None)
    keys = library.papers.keys(without_hidden(asked), order).result()
    if not keys:
        complain("No paper matches.")
    return keys
