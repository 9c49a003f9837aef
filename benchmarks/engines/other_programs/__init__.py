"""What other programs write of the same papers: each by a function that makes a writer."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from benchmarks.engines.checks import Writer
from benchmarks.engines.other_programs.arxiv_form import arxiv_form
from benchmarks.engines.other_programs.on_node import paperlib, zotero

OTHER_PROGRAMS: Mapping[str, Callable[[Path], Writer]] = MappingProxyType(
    {
        "arxiv": lambda _folder: arxiv_form,
        "paperlib": paperlib,
        "zotero": zotero,
    }
)
"""By the name that ``--others`` takes; the folder is where ``npm install`` was run."""
