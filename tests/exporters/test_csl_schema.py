"""CSL-JSON is what the official schema of CSL data asks for."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.exporters import exported, exporter_named
from tests.exporters.torture_papers import paper_detail, published_paper, torture_papers

_SCHEMA = Path(__file__).parent / "csl_schema" / "csl-data.json"
EVERYTHING = ExportOptions(abstract=True, notes=True, tags=True)
TEXTS = st.text(max_size=30)
VENUES = st.sampled_from(
    ["Accepted at ICLR 2025", "Nature 521, 436-444 (2015)", "CVPR 2025 Workshop on Bees", ""]
)


@cache
def validator() -> Draft7Validator:
    schema = json.loads(_SCHEMA.read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def faults(*papers: PaperDetail, options: ExportOptions = EVERYTHING) -> list[str]:
    items = json.loads("".join(exported(exporter_named("csl-json"), papers, options)))
    assert len(items) == len(papers)
    return [error.message for error in validator().iter_errors(items)]


@pytest.mark.parametrize("options", [EVERYTHING, ExportOptions(venue=False, most_authors=1)])
def test_the_torture_set_is_valid(options: ExportOptions) -> None:
    assert faults(*torture_papers(), options=options) == []
    assert faults() == []


@given(TEXTS, st.lists(TEXTS, max_size=3), TEXTS, TEXTS, st.tuples(VENUES, VENUES))
def test_any_paper_is_valid(
    title: str, authors: list[str], note: str, doi: str, venues: tuple[str, str]
) -> None:
    paper = replace(paper_detail(title, authors=tuple(authors)), note=note, tags=(note,))
    published = published_paper(*venues, f"10.1000/{doi}", title=title)
    assert faults(paper, published) == []


def test_the_schema_can_find_a_fault() -> None:
    assert list(validator().iter_errors([{"id": "x", "type": "preprint"}]))
