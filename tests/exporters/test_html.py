"""The page of papers: nothing from outside becomes anything but text."""

# ruff: noqa: RUF001 -- characters that look like others are what is tested

import base64
import hashlib
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typing_extensions import override

from readinglist.domain.arxiv_record import ArxivRecord
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import Paper, PaperDetail
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters import exported, exporter_named
from readinglist.exporters.html_text import html_text
from readinglist.exporters.mathml import mathml
from readinglist.exporters.tex_commands import (
    MATHS_SYMBOLS,
    MATHS_WITH_ARGUMENT,
    MATHS_WITH_TEXT,
    OLD_FONTS,
)
from tests.exporters.test_bibtex import TEX_TEXT
from tests.exporters.torture_papers import paper_detail, torture_papers

PAGE = frozenset("html head meta title style body header h1 main article h2 p a".split())
PAPER = frozenset("code ul li div details summary sup sub em strong span".split())
MATHS = frozenset(
    "math mrow mi mo mn mtext msup msub msubsup mover munder munderover mfrac msqrt mroot mstyle "
    "mspace mtable mtr mtd mpadded mphantom menclose".split()
)
WITHOUT_END = frozenset(("meta",))
ATTRIBUTES = frozenset(
    "dir lang charset name content http-equiv class id href stretchy mathvariant accent "
    "accentunder minsize maxsize fence form separator lspace rspace width movablelimits "
    "displaystyle scriptlevel linethickness largeop symmetric depth height".split()
)


class Checker(HTMLParser):
    """Reads a page, and fails where it is not made of what it may be made of."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.articles = 0
        self.words: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in PAGE | PAPER | MATHS, tag
        assert {name for name, _value in attrs} <= ATTRIBUTES, attrs
        self.links += [str(value) for name, value in attrs if name == "href"]
        self.articles += tag == "article"
        if tag not in WITHOUT_END:
            self.open.append(tag)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in MATHS

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    @override
    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def page(
    *papers: PaperDetail, heading: ReadingList | None = None, options: ExportOptions | None = None
) -> str:
    return "".join(exported(exporter_named("html"), papers, options, heading))


def checked(text: str) -> Checker:
    checker = Checker()
    checker.feed(text)
    checker.close()
    assert not checker.open
    return checker


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Why 1 + 1 < 1 & <think>", "Why 1 + 1 &lt; 1 &amp; &lt;think&gt;"),
        ("KEVER^2", "KEVER<sup>2</sup>"),
        (r"\textsc{CR-Seg} and \emph{more}", '<span class="caps">CR-Seg</span> and <em>more</em>'),
        ('The "quotes"', "The “quotes”"),
        ("Top-$nσ$", "Top-<math"),
    ],
)
def test_titles(title: str, expected: str) -> None:
    assert html_text(title).startswith(expected)


def test_formulas_are_drawn() -> None:
    drawn = html_text(r"In $O(N\log N)$")
    assert "<math><mrow>" in drawn
    assert "<mi>log</mi>" in drawn
    assert "$" not in drawn


def test_a_page_needs_nothing_but_itself() -> None:
    text = page(*torture_papers())
    checker = checked(text)
    assert checker.articles == len(torture_papers())
    assert "default-src 'none'" in text
    assert "<script" not in text
    assert "@import" not in text
    assert "url(" not in text
    assert "unsafe" not in text
    assert all(link.startswith("https://") for link in checker.links)


def test_what_is_told_of_a_paper() -> None:
    paper = Paper(
        *("2506.00001", "A Title", ("Ada Lovelace", "Blaise Pascal"), "One $x^2$.\n\nTwo."),
        *(date(2025, 6, 1), 5),
    )
    detail = PaperDetail(
        1, "2506.00001", paper, "lovelace2025title", note="a <b>\n  note", tags=("rl/x",)
    )
    words = " ".join("".join(checked(page(detail)).words).split())
    assert (
        "A Title Ada Lovelace, Blaise Pascal 2025-06-01 · 2506.00001 · lovelace2025title" in words
    )
    assert "rl/x a <b> note Abstract One x2. Two. arXiv PDF Hugging Face" in words
    record = ArxivRecord(
        *("", (), "", ("cs.CL",), "", "", "Nature 1 (2025)", 1, date(2025, 6, 2)),
    )
    published = replace(detail, arxiv=record)
    words = " ".join("".join(checked(page(published)).words).split())
    assert "2025-06-01 · Nature 2025 · 2506.00001 · cs.CL · lovelace2025title" in words
    bare = page(published, options=ExportOptions(venue=False, most_authors=1))
    words = " ".join("".join(checked(bare).words).split())
    assert "Ada Lovelace and 1 more" in words
    assert "Abstract" not in words
    assert "Nature" not in words
    assert "note" not in words.split()


def test_a_list_has_its_name_and_description() -> None:
    heading = ReadingList("<Reading> group", "Tuesdays.\n\nBring *one* question.")
    text = page(paper_detail("T"), heading=heading)
    assert "<title>&lt;Reading&gt; group</title>" in text
    assert "<h1>&lt;Reading&gt; group</h1>\n<p>Tuesdays.</p>\n<p>Bring *one* question.</p>" in text
    checked(text)


def test_the_policy_lets_the_style_of_the_page_through() -> None:
    text = page()
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in text


def test_every_command_that_a_formula_may_have_is_drawn() -> None:
    formulas = [f"x\\{name} y" for name in MATHS_SYMBOLS - {"backslash"}]
    formulas += [rf"\{name}{{L}}" for name in MATHS_WITH_ARGUMENT | MATHS_WITH_TEXT]
    formulas += [rf"{{\{font}{{L}}}}" for font in OLD_FONTS.values()]
    formulas += [r"\frac{a}{b}", r"\left(x\right.", r"\sum_{i=1}^n x_i'", r"\%\&\#\_"]
    for formula in formulas:
        assert mathml(formula).startswith("<math>"), formula
        assert "\\" not in mathml(formula)
        checked(mathml(formula))


@pytest.mark.parametrize(
    "formula", [r"\nosuchcommand{x}", r"a\backslash b", r"\begin{matrix}a\end{matrix}"]
)
def test_what_cannot_be_drawn_is_shown_as_it_is_written(formula: str) -> None:
    assert mathml(formula) == ""


def test_a_link_without_encryption_is_told_but_no_link() -> None:
    paper = replace(torture_papers()[-1].paper, project_url="http://example.org/x?a&b")
    checker = checked(page(replace(torture_papers()[-1], paper=paper)))
    assert checker.links == []
    assert "Project: http://example.org/x?a&b" in checker.words


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", 'https://a.b/"><script>', "data:text/html,x", "//evil"]
)
def test_links_lead_to_the_web_only(link: str) -> None:
    paper = replace(torture_papers()[-1].paper, project_url=link)
    detail = replace(torture_papers()[-1], paper=paper)
    checker = checked(page(detail))
    assert all(found.startswith("https://") for found in checker.links)


@settings(max_examples=200)
@given(
    TEX_TEXT,
    st.text(),
    st.lists(st.one_of(TEX_TEXT, st.text()), max_size=3),
    st.lists(st.text(min_size=1), max_size=2),
)
def test_any_text_stays_text(title: str, note: str, texts: list[str], tags: list[str]) -> None:
    detail = paper_detail(title, authors=tuple(texts), note=note, tags=tuple(tags))
    detail = replace(detail, paper=replace(detail.paper, abstract="\n\n".join(texts)))
    checker = checked(page(detail, heading=ReadingList(title, note)))
    assert checker.articles == 1
