"""The library of one command, its query, and the papers that the user named."""

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from readinglist.cli.terminal import clear_progress, complain, papers, show_progress
from readinglist.domain.arxiv_id import parse_arxiv_id
from readinglist.domain.errors import UnknownPaperError
from readinglist.domain.query import Condition
from readinglist.domain.query_parser import parse_query
from readinglist.library.library import Library
from readinglist.library.locations import library_folder

_LOCAL_ID = re.compile(r"local:0*([0-9]{1,18})", re.IGNORECASE)


@contextmanager
def opened_library(chosen: argparse.Namespace, environ: Mapping[str, str]) -> Iterator[Library]:
    """Open the library that was chosen, and close it whatever happens.

    Raises:
        LibraryFileError: it cannot be opened.
    """
    library = Library(library_folder(environ, chosen.library), _show_upgrade)
    try:
        library.opened.result()
        clear_progress()
        yield library
    finally:
        library.close()


def _show_upgrade(done: int, total: int) -> None:
    progress = f": {done:,} of {papers(total)}" if total else " …"
    show_progress(f"Preparing the library{progress}")


def asked_condition(words: Sequence[str]) -> Condition:
    """Return what a query asks for, hidden papers too; say what in it was not understood."""
    query = parse_query(" ".join(words), today=today())
    if query.as_text:
        complain(f"searched as text: {', '.join(query.as_text)}")
    return query.condition


def today() -> date:
    """Return the day from which a query counts back."""
    return datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True)
class NamedPapers:
    """The papers that were named and are there, by key; whether all of them are."""

    keys: tuple[int, ...]
    all_found: bool


def named_papers(library: Library, names: Sequence[str]) -> NamedPapers:
    """Find papers by what the user typed; complain of each that is not there."""
    ids = dict.fromkeys(_paper_id(name) or name for name in names)
    known = library.papers.keys_of_ids(list(ids)).result()
    for paper_id in ids:
        if paper_id not in known:
            complain(_why_not(paper_id))
    return NamedPapers(tuple(known.values()), len(known) == len(ids))


def _paper_id(name: str) -> str | None:
    if local := _LOCAL_ID.fullmatch(name.strip()):
        return f"local:{local[1]}"
    return parse_arxiv_id(name)


def _why_not(paper_id: str) -> str:
    if _paper_id(paper_id):
        return str(UnknownPaperError(paper_id))
    return f"“{paper_id}” is neither an arXiv id, nor a link to one, nor local:N."
