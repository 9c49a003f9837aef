"""A list's name and description go before its papers, and cannot become anything else."""

import string

import pybtex.database
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from readinglist.domain.reading_list import ReadingList
from readinglist.exporters import exported, exporter_named
from tests.exporters.torture_papers import paper_detail

GROUP = ReadingList("Reading group", "Tuesdays at four.\n\nBring *one* question each.")
texts = st.text(alphabet=string.printable + "é中🙂", max_size=60)


def text_with(format_name: str, heading: ReadingList | None) -> str:
    return "".join(
        exported(
            exporter_named(format_name),
            [paper_detail("Attention Is All You Need")],
            heading=heading,
        )
    )


def test_markdown_begins_with_a_heading_and_the_description() -> None:
    before, _, papers = text_with("markdown", GROUP).partition("- **")
    assert before == ("# Reading group\n\nTuesdays at four.\n\nBring \\*one\\* question each.\n\n")
    assert "- **" + papers == text_with("markdown", None)


def test_a_list_without_a_description_has_a_heading_alone() -> None:
    assert text_with("markdown", ReadingList("rl")).startswith("# rl\n\n- **")


def test_bibtex_begins_with_comments() -> None:
    assert text_with("bibtex", GROUP).startswith(
        "% Reading group\n% Tuesdays at four.\n% Bring *one* question each.\n\n@article{"
    )


@pytest.mark.parametrize("name", ["@article{x,", "@comment", 'Größe @preamble{"}'])
def test_no_name_begins_an_entry(name: str) -> None:
    text = text_with("bibtex", ReadingList(name, name))
    assert text.isascii()
    assert len(pybtex.database.parse_string(text, "bibtex").entries) == 1


@given(texts, texts)
def test_whatever_a_list_is_called_its_papers_are_read(name: str, description: str) -> None:
    heading = ReadingList(name, description)
    text = text_with("bibtex", heading)
    assert len(pybtex.database.parse_string(text, "bibtex").entries) == 1
    tokens = MarkdownIt().parse(text_with("markdown", heading))
    blocks = [token.type for token in tokens if token.level == 0 and token.nesting == 1]
    assert blocks[0] == "heading_open"
    assert blocks[-1] == "bullet_list_open"
    assert set(blocks[1:-1]) <= {"paragraph_open"}
