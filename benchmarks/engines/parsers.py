"""Python's two readers of ``.bib`` files: do titles, names and keys come back as they were?"""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from bibtexparser.model import Entry
from pybtex.database import BibliographyData, Person
from pybtex.database.input.bibtex import Parser

from benchmarks.engines.outcome import Outcome, count_lost
from benchmarks.engines.plain_text import decoded, folded, title_as_told
from benchmarks.engines.written_file import WrittenFile
from readinglist.domain.paper import PaperDetail
from readinglist.domain.person_name import PersonName, first_authors

if TYPE_CHECKING:
    from bibtexparser.middlewares.names import NameParts

Name = tuple[str, str, str]
"""Given name, family name with its particle, suffix."""


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """What a reader gives for one entry, decoded."""

    key: str
    title: str
    names: tuple[Name, ...]


def check_bibtexparser(file: WrittenFile, papers: Sequence[PaperDetail]) -> Outcome:
    """Read a file with bibtexparser."""
    library = parse_string(file.text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    failed = [f"{block.error}"[:200] for block in library.failed_blocks]
    entries = list(map(_read_by_bibtexparser, library.entries))
    return compared(file, "bibtexparser", papers, entries, failed)


def check_pybtex(file: WrittenFile, papers: Sequence[PaperDetail]) -> Outcome:
    """Read a file with pybtex, which gives up at the first error."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # pybtex's own use of its plug-ins
            data: BibliographyData = Parser(wanted_entries=None).parse_stream(StringIO(file.text))
    except Exception as error:  # noqa: BLE001 -- whatever it raises, it has not read the file
        return compared(file, "pybtex", papers, [], [str(error)[:200]])
    return compared(file, "pybtex", papers, list(_read_by_pybtex(data)), [])


def compared(
    file: WrittenFile,
    engine: str,
    papers: Sequence[PaperDetail],
    entries: Sequence[ReadEntry],
    failed: Sequence[str],
) -> Outcome:
    """Compare what came back, entry by entry, with what the papers say."""
    by_key = {entry.key: entry for entry in entries}
    differences = [
        difference
        for key, paper in zip(file.keys, papers, strict=True)
        if key in by_key and (difference := _difference(by_key[key], paper))
    ]
    return Outcome(
        writer=file.writer,
        file=file.title,
        engine=engine,
        papers=file.papers,
        written=len(file.keys),
        read=len(entries),
        errors=len(failed),
        lost=count_lost(file.keys, by_key),
        changed=len(differences),
    ).saying([*failed, *differences])


def _difference(entry: ReadEntry, paper: PaperDetail) -> str:
    title = title_as_told(paper.title)
    if entry.title != title:
        return f"{entry.key}: title “{title}” came back as “{entry.title}”"
    names = tuple(map(_as_told, first_authors(paper.authors).names))
    for told, read in zip(names, entry.names, strict=False):
        if told != read:
            return f"{entry.key}: author {told} came back as {read}"
    if len(names) != len(entry.names):
        return f"{entry.key}: {len(names)} authors came back as {len(entry.names)}"
    return ""


def _as_told(name: PersonName) -> Name:
    return (folded(name.given), folded(name.particle + name.family), folded(name.suffix))


def _name(given: list[str], family: list[str], suffix: list[str]) -> Name:
    return (decoded(" ".join(given)), decoded(" ".join(family)), decoded(" ".join(suffix)))


def _read_by_bibtexparser(entry: Entry) -> ReadEntry:
    fields = entry.fields_dict
    title = fields["title"].value if "title" in fields else ""
    people: list[NameParts] = fields["author"].value if "author" in fields else []
    names = tuple(_name(each.first, [*each.von, *each.last], each.jr) for each in people)
    return ReadEntry(entry.key, decoded(title), names)


def _read_by_pybtex(data: BibliographyData) -> Iterator[ReadEntry]:
    for key, entry in data.entries.items():
        people: list[Person] = entry.persons.get("author", [])
        names = tuple(
            _name(
                [*each.first_names, *each.middle_names],
                [*each.prelast_names, *each.last_names],
                each.lineage_names,
            )
            for each in people
        )
        yield ReadEntry(key, decoded(entry.fields.get("title", "")), names)
