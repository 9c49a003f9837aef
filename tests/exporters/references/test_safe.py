"""Whatever a source says, a reference is one line of text that means nothing but itself."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from readinglist.exporters import exported
from readinglist.exporters.references import STYLES, Form, ReferenceExporter
from tests.exporters.test_bibtex import TEX_TEXT
from tests.exporters.torture_papers import REAL_TITLES, paper_detail, torture_papers

GOLDEN = Path(__file__).parents[1] / "golden"

STYLE_NAMES = st.sampled_from(list(STYLES))
NAMES = st.lists(st.one_of(TEX_TEXT, st.text(max_size=12)), max_size=25)
TITLES = st.one_of(TEX_TEXT, st.text(max_size=40))


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert all(name == "href" and (value or "").startswith("https://") for name, value in attrs)

    def handle_data(self, data: str) -> None:
        self.read += data


def reference(style: str, form: Form, title: str, authors: list[str]) -> str:
    paper = paper_detail(title, authors=tuple(authors))
    return "".join(exported(ReferenceExporter(STYLES[style], form), [paper]))


def file_of(style: str) -> Path:
    return GOLDEN / f"references-{style}.txt"


def all_references(style: str) -> str:
    return "".join(exported(ReferenceExporter(STYLES[style]), torture_papers())) + "\n"


@pytest.mark.parametrize("style", STYLES)
def test_references_are_as_reviewed(style: str) -> None:
    """After a change that is meant: ``python -m tests.exporters.references.test_safe``."""
    assert all_references(style) == file_of(style).read_text(encoding="utf-8")


@given(STYLE_NAMES, TITLES, NAMES)
def test_one_line_and_html_says_the_same(style: str, title: str, authors: list[str]) -> None:
    text = reference(style, Form.TEXT, title, authors)
    assert text == " ".join(text.split())
    html = reference(style, Form.HTML, title, authors)
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.read == text
    assert reader.tags <= {"i", "a"}


@given(STYLE_NAMES, TITLES, NAMES)
def test_markdown_says_the_same(style: str, title: str, authors: list[str]) -> None:
    markdown = reference(style, Form.MARKDOWN, title, authors)
    tokens = MarkdownIt().parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    pieces = tokens[1].children or []
    read = "".join(piece.content for piece in pieces if piece.type in {"text", "text_special"})
    assert " ".join(read.split()) == reference(style, Form.TEXT, title, authors)
    assert {piece.type for piece in pieces} <= {
        *("text", "text_special", "em_open", "em_close", "link_open", "link_close")
    }


@pytest.mark.parametrize("title", REAL_TITLES)
def test_real_titles_leave_no_tex(title: str) -> None:
    text = reference("apa", Form.TEXT, title, ["Ada Lovelace"])
    assert not re.search(r"\\|[{}]|\$(?!500| C)|text[a-z]+\{", text.replace("1$:", "")), text


if __name__ == "__main__":
    for each in STYLES:
        file_of(each).write_text(all_references(each), encoding="utf-8")
