from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from readinglist.domain.paper import PaperDetail
from readinglist.exporters import exported, exporter_named
from tests.exporters.torture_papers import paper_detail, torture_papers

MARKUP = st.sampled_from(
    [
        "<b>",
        "</p>",
        "<!--",
        "[x](y)",
        "![x](y)",
        "[x]: https://evil.example",
        "<https://e.x>",
        "`",
        "```",
        "*",
        "**",
        "_",
        "#",
        "|",
        "\\",
        "$",
        "$x$",
        "&amp;",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "> ",
        "    ",
        "\t",
        "---",
        "===",
        "~~",
        "{",
        "}",
        "]",
        ")",
        "!",
    ]
)
MARKUP_TEXT = st.lists(st.one_of(MARKUP, st.text(max_size=5)), max_size=12).map("".join)


def markdown(*papers: PaperDetail) -> str:
    return "".join(exported(exporter_named("markdown"), papers))


def tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


def links(text: str) -> list[str]:
    return [str(token.attrGet("href")) for token in tokens(text) if token.type == "link_open"]


def kinds(text: str) -> set[str]:
    return {token.type for token in tokens(text)}


def test_a_paper_is_one_list_item() -> None:
    authors = ("Ada Lovelace", "Robert W. Heath Jr.", ":", "Gemini Team", "Di Zhang")
    paper = paper_detail("BERT", authors=authors, key="lovelace2017bert", tags=("two words", "a/b"))
    assert markdown(paper) == (
        "- **[BERT](https://arxiv.org/abs/1706.00001)** — Ada Lovelace, Robert W. Heath Jr., "
        "Gemini Team et al., 2017. \\[@lovelace2017bert\\] #two-words #a/b\n"
    )


def test_three_authors_are_all_named() -> None:
    exported = markdown(paper_detail("T", authors=("A B", "C D", "E F")))
    assert "— A B, C D, E F, 2017." in exported


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("KEVER^2 and UI2Code^N", r"KEVER² and UI2Code\^N"),
        ("<think> [x] *y* a_b #1", r"\<think\> \[x\] \*y\* a\_b \#1"),
        (r"($\times$4) and $O(n)$ for $5", r"($\times4$) and \$O(n)\$ for \$5"),
        ("$[0, 1)$", r"\$\[0, 1)\$"),
        ("$x_i \\in [0, 1)$", r"$x_i \in \lbrack 0, 1)$"),
        (r"Prefill \& Decode, {GSR4B}, \'Ecole", r"Prefill \& Decode, GSR4B, École"),
        ("see https://evil.example", r"see https\://evil.example"),
    ],
)
def test_titles_print_as_they_read(title: str, expected: str) -> None:
    assert markdown(paper_detail(title)).startswith(f"- **[{expected}](https://arxiv.org/abs/")


def test_note_is_quoted_beneath_with_its_line_ends() -> None:
    exported = markdown(paper_detail("T", note="first\n    # <b>second\n\n- third\n12. x\n"))
    assert exported.split("\n", 1)[1] == (
        "  > first  \n"
        "  > \u00a0\u00a0\u00a0\u00a0\\# \\<b\\>second\n"
        "  >\n"
        "  > \\- third  \n"
        "  > 12\\. x\n"
    )


def test_link_that_is_not_https_is_left_out() -> None:
    elsewhere = torture_papers()[-1]
    assert links(markdown(elsewhere)) == [
        "https://example.org/a_b/~c?x=1&y=%7Bz%7D#%C3%A9",
    ]


def test_torture_set_has_one_link_a_paper_and_no_html() -> None:
    papers = torture_papers()
    exported = markdown(*papers)
    assert len(links(exported)) == len(papers)
    assert all(link.startswith(("https://arxiv.org/abs/", "https://e")) for link in links(exported))
    assert not kinds(exported) & {"html_block", "html_inline", "image", "code_inline", "fence"}


@settings(max_examples=300)
@given(title=MARKUP_TEXT, author=MARKUP_TEXT, note=MARKUP_TEXT, tag=MARKUP_TEXT)
def test_any_text_stays_text(title: str, author: str, note: str, tag: str) -> None:
    paper = paper_detail(title, authors=(author,), note=note, tags=(tag,))
    exported = markdown(paper, paper_detail("Next", number=2))
    assert links(exported) == [f"https://arxiv.org/abs/1706.0000{number}" for number in (1, 2)]
    assert not kinds(exported) & {"html_block", "html_inline", "image", "fence", "code_block"}
    assert not kinds(exported) & {"code_inline", "heading_open", "table_open", "hr", "s_open"}
    items = [token for token in tokens(exported) if token.type == "list_item_open"]
    assert len(items) == 2
