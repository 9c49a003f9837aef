"""CSL-JSON by its schema, RIS by rispy, CSV by Python: what was written reads back equal."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import rispy

from benchmarks.engines.outcome import Outcome, count_lost
from benchmarks.engines.plain_text import folded
from benchmarks.engines.written_file import WrittenFile
from readinglist.domain.clean_text import one_line
from readinglist.domain.links import page_link
from readinglist.domain.paper import PaperDetail
from readinglist.domain.person_name import PersonName, first_authors
from readinglist.exporters.publication import year_of
from readinglist.exporters.tex_tokens import TokenKind, tokenise
from readinglist.exporters.unicode_maths import unicode_maths

Difference = Callable[[Mapping[str, Any], PaperDetail], str]
"""Tells where a record differs from its paper; "" if nowhere."""


def check_csl_json(
    file: WrittenFile, papers: Sequence[PaperDetail], schema: Path | None
) -> Outcome:
    """Read CSL-JSON, and check it by its schema if there is one."""
    items: list[dict[str, Any]] = json.loads(file.text)
    faults = _faults(items, schema) if schema else []
    engine = "CSL schema 1.0.2" if schema else "json"
    records = {item["id"]: item for item in items}
    return _compared(file, engine, papers, records, _csl_difference, len(items), faults)


def check_ris(file: WrittenFile, papers: Sequence[PaperDetail]) -> Outcome:
    """Read RIS with rispy."""
    items = rispy.loads(file.text)
    records = {item.get("id", ""): item for item in items}
    return _compared(file, "rispy", papers, records, _ris_difference, len(items), [])


def check_csv(file: WrittenFile, papers: Sequence[PaperDetail]) -> Outcome:
    """Read CSV with Python's own reader."""
    rows = list(csv.DictReader(io.StringIO(file.text, newline="")))
    records = {row["citation_key"]: row for row in rows}
    return _compared(file, "csv", papers, records, _csv_difference, len(rows), [])


def _compared(
    file: WrittenFile,
    engine: str,
    papers: Sequence[PaperDetail],
    records: Mapping[str, Mapping[str, Any]],
    difference: Difference,
    read: int,
    faults: Sequence[str],
) -> Outcome:
    differences = [
        f"{key}: {found}"
        for key, paper in zip(file.keys, papers, strict=True)
        if key in records and (found := difference(records[key], paper))
    ]
    return Outcome(
        writer=file.writer,
        file=file.title,
        engine=engine,
        papers=file.papers,
        written=len(file.keys),
        read=read,
        errors=len(faults),
        lost=count_lost(file.keys, records),
        changed=len(differences),
    ).saying([*faults, *differences])


def _faults(items: Sequence[Mapping[str, Any]], schema: Path) -> list[str]:
    from jsonschema import Draft7Validator  # only where the schema is

    validator = Draft7Validator(json.loads(schema.read_text(encoding="utf-8")))
    return [
        f"{item.get('id')}: {error.message}"[:200]
        for item in items
        for error in validator.iter_errors([item])
    ]


def _first_difference(pairs: Mapping[str, tuple[object, object]]) -> str:
    for name, (told, read) in pairs.items():
        if told != read:
            return f"{name} {told!r} came back as {read!r}"[:300]
    return ""


def _people(paper: PaperDetail) -> tuple[PersonName, ...]:
    return first_authors(paper.authors).names


def _csl_difference(item: Mapping[str, Any], paper: PaperDetail) -> str:
    names = [
        " ".join(filter(None, (name.get(part, "") for part in _CSL_NAME)))
        for name in item.get("author", [])
    ]
    return _first_difference(
        {
            "names": ([name.full_name for name in _people(paper)], names),
            "title": (_csl_title(paper.title), folded(_without_tags(item.get("title", "")))),
            "link": (page_link(paper.paper), item.get("URL", "")),
            "abstract": (paper.abstract, item.get("abstract", "")),
        }
    )


def _csl_title(title: str) -> str:
    """Return what a title reads as; CSL-JSON has formulas in Unicode."""
    return folded(
        "".join(
            unicode_maths(token.text) if token.kind is TokenKind.MATHS else token.text
            for token in tokenise(title)
            if token.kind in {TokenKind.TEXT, TokenKind.MATHS}
        )
    )


def _without_tags(title: str) -> str:
    return _TAG.sub("", title).replace("\u2060", "")


_TAG = re.compile(r"</?(?:i|b|sup|sub|span[^>]*)>")
_CSL_NAME = ("literal", "given", "non-dropping-particle", "family", "suffix")


def _ris_difference(record: Mapping[str, Any], paper: PaperDetail) -> str:
    return _first_difference(
        {
            "title": (one_line(paper.title), record.get("title", "")),
            "names": (list(map(_family_first, _people(paper))), record.get("authors", [])),
            "abstract": (one_line(paper.abstract), record.get("abstract", "")),
            "year": (str(year_of(paper, paper.venue)), record.get("year", "")[:4]),
        }
    )


def _family_first(name: PersonName) -> str:
    if name.is_team or not name.given:
        return name.full_name.replace(",", "")
    parts = (f"{name.particle} {name.family}".strip(), name.given, name.suffix)
    return ", ".join(filter(None, parts))


def _csv_difference(row: Mapping[str, str], paper: PaperDetail) -> str:
    return _first_difference(
        {
            "id": (paper.paper_id, row["id"]),
            # A space keeps spreadsheets from taking "=…" for a formula.
            "title": (paper.title, row["title"].removeprefix(" ")),
            "names": ("; ".join(paper.authors), row["authors"].removeprefix(" ")),
        }
    )
