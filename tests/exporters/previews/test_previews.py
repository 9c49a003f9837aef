"""What is shown of an entry before an engine prints it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.export_options import ExportOptions
from readinglist.exporters import exporter_named
from readinglist.exporters.previews import previews_of, previews_of_entry
from tests.exporters.previews.entries import BIBLATEX, BIBTEX
from tests.exporters.test_bibtex import TEX_TEXT
from tests.exporters.torture_papers import paper_detail, torture_papers

_GOLDEN = Path(__file__).parents[1] / "golden" / "previews.txt"
_ARTICLE = (
    "@article{{k,\n  author = {{{}}},\n  title = {{{}}},\n  journal = {{J}},\n  year = {{2025}}\n}}"
)


def all_previews() -> str:
    lines = []
    for format_name, entries in (("bibtex", BIBTEX), ("biblatex", BIBLATEX)):
        for entry in entries:
            lines += [f"{engine}: {text}" for engine, text in previews_of_entry(format_name, entry)]
            lines.append("")
    for paper in torture_papers():
        lines += [f"{engine}: {text}" for engine, text in previews_of(paper, ExportOptions())]
        lines.append("")
    return "\n".join(lines)


def test_previews_are_as_reviewed() -> None:
    """After a change that is meant: ``python -m tests.exporters.previews.test_previews``."""
    assert all_previews() == _GOLDEN.read_text(encoding="utf-8")


def shown(author: str, title: str) -> tuple[str, str]:
    """Return what natbib and pandoc print of an article, up to its title."""
    natbib, pandoc = previews_of_entry("bibtex", _ARTICLE.format(author, title))
    return natbib.text.removesuffix(" J, 2025."), pandoc.text.removesuffix(" J.")


@pytest.mark.parametrize(
    ("author", "natbib", "pandoc"),
    [
        ("Lovelace, Ada", "Ada Lovelace.", "Lovelace, Ada."),
        ("Lovelace, Ada and Pascal, B.", "Ada Lovelace and B. Pascal.", "Lovelace, Ada, and B. P"),
        ("A, A and B, B and C, C", "A A, B B, and C C.", "A, A, B B, and C C."),
        ("A, A and others", "A A et al.", "A, A et al."),
        ("A, A and B, B and others", "A A, B B, et al.", "A, A, B B, et al."),
        ("van der Maaten, Laurens", "Laurens van der Maaten.", "Maaten, Laurens van der."),
        ("Van den Broeck, Guy", "Guy Van den Broeck.", "Van den Broeck, Guy."),
        ("{Gemini Team}", "Gemini Team.", "Gemini Team."),
        ("King, Jr., Martin", "Martin King, Jr.", "King, Martin, Jr."),
        ("{Rock and Roll}", "Rock and Roll.", "Rock and Roll."),
        (
            r"Nguy{$\tilde{\hat{\mathrm{e}}}$}n, A",
            "A Nguyễn.",
            r"Nguy\tilde{\hat{\mathrm{e}}}n, A.",
        ),
        (r"{\DJ}inh, A", "A Đinh.", "inh, A."),
        ("Garcia-de-Haro, C.", "C. Garcia-de Haro.", "Garcia-de-Haro, C."),
    ],
)
def test_names(author: str, natbib: str, pandoc: str) -> None:
    first, last = shown(author, "T")
    assert first.startswith(natbib)
    assert last.startswith(pandoc)


@pytest.mark.parametrize(
    ("title", "natbib", "pandoc"),
    [
        ("Towards BERT", "Towards bert.", "Towards BERT."),
        ("Towards {BERT}", "Towards BERT.", "Towards BERT."),
        ("{GPT}: A Way of Life", "GPT: A way of life.", "GPT: A Way of Life."),
        ("Word:Word", "Word:word.", "Word:word."),
        (r"The {\'E}tude", "The étude.", "The Étude."),
        (r"{\'E}tude In", "Étude in.", "Étude In."),
        (r"{\O}re {\O}RE", "Øre øre.", "Øre ØRE."),
        (r"On {$O(N\log N)$}", "On O(N log N).", "On O(N log N)."),
        ("Is It?", "Is it?", "Is It?"),
        ("word of mouth and on", "word of mouth and on.", "Word of Mouth and On."),
        ("Text-to-{SQL} One-Shot", "Text-to-SQL one-shot.", "Text-to-SQL One-Shot."),
        (r"A {\textbar} Bit", "A | bit.", "A Bit."),
    ],
)
def test_titles(title: str, natbib: str, pandoc: str) -> None:
    first, last = shown("A, A", title)
    assert first == f"A A. {natbib}"
    assert last == f"A, A. 2025. “{pandoc}”"


def test_what_is_chosen_is_previewed() -> None:
    paper = paper_detail("T", authors=("Ada Lovelace", "Blaise Pascal", "Alan Turing"))
    natbib, biblatex, pandoc = previews_of(paper, ExportOptions(most_authors=1, month=True))
    assert natbib.text.startswith(
        "Ada Lovelace et al. T. arXiv preprint arXiv:1706.00001, June 2017."
    )
    assert biblatex.text.startswith("Ada Lovelace et al. T. June 12, 2017. arXiv: 1706.00001.")
    assert pandoc.text.startswith(
        "Lovelace, Ada et al. 2017. “T.” arXiv Preprint arXiv:1706.00001, J"
    )
    assert [preview.engine for preview in (natbib, biblatex, pandoc)] == [
        *("natbib (plainnat)", "biblatex (numeric)", "pandoc (Chicago)")
    ]


@pytest.mark.parametrize(
    "text", ["", "% nothing", "@article{", "@article{k,", "@article{k, title ="]
)
def test_texts_without_a_whole_entry(text: str) -> None:
    for preview in previews_of_entry("bibtex", text):
        assert isinstance(preview.text, str)
    assert previews_of_entry("ris", "TY  - JOUR") == ()


NAMES = st.lists(st.one_of(TEX_TEXT, st.text(max_size=12)), max_size=9)


@given(st.one_of(TEX_TEXT, st.text(max_size=40)), NAMES)
def test_any_paper_has_previews_of_one_line(title: str, authors: list[str]) -> None:
    paper = paper_detail(title, authors=tuple(authors))
    for _engine, text in previews_of(paper, ExportOptions()):
        assert text == " ".join(text.split())
        assert "arxiv.org/abs/1706.00001" in text


@given(TEX_TEXT)
def test_any_text_may_be_an_entry(text: str) -> None:
    for format_name in ("bibtex", "biblatex"):
        for preview in previews_of_entry(format_name, _ARTICLE.format(text, text)):
            assert "\n" not in preview.text


def test_a_missing_title_is_no_quotation() -> None:
    entry = exporter_named("bibtex").entry(paper_detail(""), ExportOptions())
    assert "“" not in previews_of_entry("bibtex", entry)[1].text


if __name__ == "__main__":
    _GOLDEN.write_text(all_previews(), encoding="utf-8")
