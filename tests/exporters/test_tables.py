"""RIS, CSL-JSON, CSV and ids read back as what was written, whatever the papers are called."""

import csv
import io
import json
import unicodedata
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.clean_text import one_line, user_text
from readinglist.domain.paper import Paper, PaperDetail
from readinglist.domain.reading_queue import QueueState
from readinglist.exporters import exported, exporter_named
from tests.exporters.torture_papers import paper_detail, torture_papers

PAPER = replace(
    paper_detail("Attention: is it, “all” you need? 50% & more"),
    starred=True,
    tags=("rl", "rl/offline"),
    lists=("Related work",),
    note="First line\nER  - second line; with, signs",
    queue=QueueState.READING,
    rating=4,
    featured_on=("2025-06-03", "2025-06-04"),
)
texts = st.text(st.characters(codec="utf-8"), max_size=40).map(one_line)


def text_of(format_name: str, *papers: PaperDetail) -> str:
    return "".join(exported(exporter_named(format_name), papers))


def csv_rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def ris_records(text: str) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = rispy.loads(text)
    return records


def test_csv_holds_what_the_reader_made() -> None:
    (row,) = csv_rows(text_of("csv", PAPER))
    assert row == {
        "id": PAPER.paper_id,
        "title": PAPER.paper.title,
        "authors": "Ada Lovelace",
        "published": PAPER.paper.published.isoformat(),
        "featured_on": "2025-06-03; 2025-06-04",
        "upvotes": "0",
        "comments": "0",
        "starred": "yes",
        "read": "no",
        "queue": "reading",
        "rating": "4",
        "tags": "rl; rl/offline",
        "lists": "Related work",
        "note": PAPER.note,
        "citation_key": PAPER.citation_key,
        "url": f"https://arxiv.org/abs/{PAPER.paper_id}",
        "venue": "",
        "abstract": "",
    }


@pytest.mark.parametrize("title", ["=1+1", "@SUM(A1)", "-x", '+HYPERLINK("x")'])
def test_no_cell_begins_a_formula(title: str) -> None:
    text = text_of("csv", paper_detail(title))
    (row,) = csv_rows(text)
    assert row["title"] == f" {title}"


@given(st.lists(st.tuples(texts, texts, texts), max_size=3))
def test_csv_reads_back_equal(values: list[tuple[str, str, str]]) -> None:
    papers = [replace(paper_detail(title), tags=(tag,), note=note) for title, tag, note in values]
    rows = csv_rows(text_of("csv", *papers))
    read = [tuple(row[name].lstrip() for name in ("title", "tags", "note")) for row in rows]
    assert read == [tuple(text.lstrip() for text in value) for value in values]


def test_ris_holds_a_paper_as_managers_read_it() -> None:
    (record,) = ris_records(text_of("ris", PAPER))
    assert record["type_of_reference"] == "JOUR"
    assert record["id"] == PAPER.citation_key
    assert record["title"] == PAPER.paper.title
    assert record["authors"] == ["Lovelace, Ada"]
    assert f"arXiv preprint arXiv:{PAPER.paper_id}" in record.values()
    assert record["keywords"] == ["rl", "rl/offline"]
    assert record["notes"] == ["First line ER - second line; with, signs"]


@given(texts.filter(bool), texts)
def test_ris_reads_back_equal(title: str, note: str) -> None:
    paper = replace(paper_detail(title), note=user_text(note))
    (record,) = ris_records(text_of("ris", paper))
    assert record["title"] == title
    assert record.get("notes", [""])[0] == note


def test_csl_json_parts_names_and_dates() -> None:
    paper = Paper(
        arxiv_id="2506.00001",
        title=r"FaSTA$^*$ and \textsc{AIEV} with X\textsuperscript{2} <i>not</i> a < b",
        authors=("Guy Van den Broeck", "Robert W. Heath Jr.", "Gemini Team", ":"),
        abstract="Text.",
        published=date(2025, 6, 3),
    )
    (item,) = json.loads(text_of("csl-json", PaperDetail(1, "2506.00001", paper, "fasta")))
    assert item["id"] == "fasta"
    assert item["number"] == "arXiv:2506.00001"
    assert item["issued"] == {"date-parts": [[2025, 6, 3]]}
    assert item["author"] == [
        {"family": "Broeck", "given": "Guy", "non-dropping-particle": "Van den"},
        {"family": "Heath", "given": "Robert W.", "suffix": "Jr."},
        {"literal": "Gemini Team"},
    ]
    assert "<sup>2</sup>" in item["title"]
    assert "<i>" not in item["title"]
    assert "a < b" in item["title"]


def test_csl_json_without_papers_is_an_array() -> None:
    assert json.loads(text_of("csl-json")) == []


@pytest.mark.parametrize("format_name", ["csl-json", "ris", "csv", "ids"])
def test_no_paper_is_lost(format_name: str) -> None:
    papers = list(torture_papers())
    text = text_of(format_name, *papers)
    counts = {
        "csl-json": lambda: len(json.loads(text)),
        "ris": lambda: len(ris_records(text)),
        "csv": lambda: len(csv_rows(text)),
        "ids": lambda: len(text.splitlines()),
    }
    assert counts[format_name]() == len(papers)
    assert unicodedata.is_normalized("NFC", text)
    for paper in papers:
        assert (paper.paper_id if format_name == "ids" else paper.citation_key) in text
