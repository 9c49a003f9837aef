"""BibLaTeX: UTF-8 that biber and the parsers of others read, whatever the titles are."""

# ruff: noqa: RUF001 -- characters that look like others are what is tested

import re
import unicodedata
from dataclasses import replace

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.domain.clean_text import one_line
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters import exported, exporter_named
from tests.exporters.test_bibtex import TEX_TEXT, keys_read, read_by_pybtex
from tests.exporters.torture_papers import paper_detail, torture_papers

# Words that no style of BibTeX would change and that mean nothing to TeX.
PLAIN_WORDS = st.lists(
    st.text(
        st.characters(categories=["Ll", "Lo", "Nd"], exclude_characters="\u00aa\u00ba"), min_size=1
    )
    .map(lambda word: unicodedata.normalize("NFC", word))
    .filter(lambda word: word == one_line(word)),
    min_size=1,
    max_size=6,
).map(" ".join)


def biblatex(*papers: PaperDetail, options: ExportOptions | None = None) -> str:
    return "".join(exported(exporter_named("biblatex"), papers, options))


def field_of(name: str, text: str) -> str:
    match = re.search(rf"^  {name} +\= \{{(.*)\}},?$", text, re.MULTILINE)
    return match[1] if match else ""


def test_fields_are_those_of_biblatex() -> None:
    assert biblatex(
        paper_detail("Attention Is All You Need", number=3762, key="lovelace2017a")
    ) == (
        "@online{lovelace2017a,\n"
        "  author        = {Lovelace, Ada},\n"
        "  title         = {Attention Is All You Need},\n"
        "  date          = {2017-06-12},\n"
        "  eprint        = {1706.03762},\n"
        "  eprinttype    = {arXiv},\n"
        "  pubstate      = {prepublished},\n"
        "  url           = {https://arxiv.org/abs/1706.03762}\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Émile Łukasz, Größe, Nguyễn", "Émile Łukasz, Größe, Nguyễn"),
        ("o\u0308 and zero\u200bwidth\ufeff", "ö and zerowidth"),
        ("μP, β ≤ ∞ → 漢 🤗", "{μP}, β ≤ ∞ → 漢 🤗"),
        ("$μ$P and $x_1 ≤ y$", r"{$\mu$}{P} and {$x_1 \leq y$}"),
        ("BERT & LoRA_1: 50% of #1", r"{BERT} \& {LoRA\_1}: 50\% of \#1"),
        (r"$O(N\log N)$ \textsc{CR-Seg}", r"{$O(N\log N)$} \textsc{CR-Seg}"),
        ("a{b} c} ~3 Fig.~3", r"ab c{\textbraceright} {\textasciitilde}3 Fig.~3"),
        ('"Read" – it', "“Read” – it"),
        (r"\input{x}", r"{\textbackslash}input{\textbraceleft}x{\textbraceright}"),
        (
            "thin\u2009space, private \ue000, none \ufffe",
            r"thin space, private {[U+E000]}, none {[U+FFFE]}",
        ),
    ],
)
def test_titles_stay_unicode(title: str, expected: str) -> None:
    written = field_of("title", biblatex(paper_detail(title)))
    assert written == expected
    assert unicodedata.is_normalized("NFC", written)


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Guy Van den Broeck", "Van den Broeck, Guy"),
        ("Robert W. Heath Jr.", "Heath, Jr., Robert W."),
        ("Blaise Agüera y Arcas", "Agüera {y} Arcas, Blaise"),
        ("Gemini Team", "{Gemini Team}"),
        ("王 小明", "小明, 王"),
        ("given=Ada Lovelace", "Lovelace, given{=}Ada"),
    ],
)
def test_names(author: str, expected: str) -> None:
    assert field_of("author", biblatex(paper_detail("T", authors=(author,)))) == expected


def test_all_that_can_be_chosen() -> None:
    paper = replace(paper_detail("T", authors=("A Ä", "B B")), tags=("größe",), note="5 % of α")
    text = biblatex(
        paper, options=ExportOptions(abstract=True, notes=True, tags=True, most_authors=1)
    )
    assert field_of("author", text) == "Ä, A and others"
    assert field_of("keywords", text) == "größe"
    assert field_of("annotation", text) == r"5 \% of α"


def test_the_heading_is_a_comment_in_utf8() -> None:
    heading = ReadingList("Größe @article{x", "Tuesdays.")
    text = "".join(exported(exporter_named("biblatex"), [paper_detail("T")], heading=heading))
    assert text.startswith("% Größe (at)article{x\n% Tuesdays.\n\n@online{")
    assert len(read_by_pybtex(text).entries) == 1


def test_links_are_left_as_they_are() -> None:
    assert field_of("url", biblatex(torture_papers()[-1])) == (
        "https://example.org/a_b/~c?x=1&y=%7Bz%7D#%C3%A9"
    )


def test_both_parsers_read_every_entry_of_the_torture_set() -> None:
    papers = torture_papers()
    keys = [paper.citation_key for paper in papers]
    assert keys_read(biblatex(*papers)) == (keys, keys)


@settings(max_examples=300)
@given(title=TEX_TEXT, authors=st.lists(TEX_TEXT, max_size=3).map(tuple), note=TEX_TEXT)
def test_any_text_is_read_by_both_parsers(title: str, authors: tuple[str, ...], note: str) -> None:
    paper = replace(paper_detail(title, number=1, authors=authors), note=note, tags=(note,))
    options = ExportOptions(notes=True, tags=True)
    text = biblatex(paper, paper_detail("Next", number=2), options=options)
    text.encode("utf-8")
    assert text.count("{") == text.count("}")
    assert keys_read(text) == (["key1", "key2"], ["key1", "key2"])


@settings(max_examples=300)
@given(TEX_TEXT)
def test_no_command_comes_through_that_is_not_known(title: str) -> None:
    written = field_of("title", biblatex(paper_detail(title)))
    commands = set(re.findall(r"\\([A-Za-z]+\d*)", written))
    assert not commands & {"input", "write", "write18", "def", "catcode", "csname", "end"}
    assert "^^" not in written


@given(PLAIN_WORDS)
def test_plain_titles_read_back_equal(title: str) -> None:
    text = biblatex(paper_detail(title))
    (entry,) = parse_string(text).entries
    assert entry["title"] == title
    assert read_by_pybtex(text).entries["key1"].fields["title"] == title


def test_letters_that_bare_latex_lacks_are_defined_once_and_first() -> None:
    papers = [paper_detail(title, number=number) for number, title in enumerate("ąęéx", start=1)]
    text = "".join(exported(exporter_named("biblatex"), papers))
    assert text.count("@preamble") == 1
    assert text.startswith(r'@preamble{"\ProvideTextCommandDefault{\k}')
