import re
import warnings
from collections.abc import Iterator
from io import StringIO

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import BibliographyData
from pybtex.database.input.bibtex import Parser

from readinglist.domain.paper import PaperDetail
from readinglist.exporters import exported, exporter_named, exporters
from tests.exporters.torture_papers import paper_detail, torture_papers

TEX_PIECES = st.sampled_from(
    [
        "{",
        "}",
        "\\",
        "$",
        "^",
        "_",
        "%",
        "#",
        "&",
        "~",
        '"',
        ",",
        "=",
        "@",
        " and ",
        "\\input{x}",
        "\\write18{x}",
        "\\textbf{",
        "\\'e",
        "\\{",
        "\\}",
        "$x^2$",
        "\\left(",
        "é",
        "Ω",
        "漢",
        "🤗",
    ]
)
TEX_TEXT = st.lists(st.one_of(TEX_PIECES, st.text(max_size=5)), max_size=12).map("".join)


def bibtex(*papers: PaperDetail) -> str:
    return "".join(exported(exporter_named("bibtex"), papers))


def title_of(title: str) -> str:
    match = re.search(r"^  title +\= \{(.*)\},$", bibtex(paper_detail(title)), re.MULTILINE)
    return match[1] if match else ""


def authors_of(*authors: str) -> str:
    text = bibtex(paper_detail("T", authors=authors))
    match = re.search(r"^  author +\= \{(.*)\},$", text, re.MULTILINE)
    return match[1] if match else ""


def read_by_pybtex(text: str) -> BibliographyData:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # pybtex's own use of its plug-ins
        return Parser(wanted_entries=None).parse_stream(StringIO(text))


def keys_read(text: str) -> tuple[list[str], list[str]]:
    library = parse_string(text)
    assert not library.failed_blocks
    return [entry.key for entry in library.entries], list(read_by_pybtex(text).entries)


def test_fields_are_those_of_the_classic_styles() -> None:
    text = bibtex(paper_detail("Attention Is All You Need", number=3762, key="lovelace2017a"))
    assert text == (
        "@article{lovelace2017a,\n"
        "  author        = {Lovelace, Ada},\n"
        "  title         = {Attention Is All You Need},\n"
        "  journal       = {arXiv preprint arXiv:1706.03762},\n"
        "  year          = {2017},\n"
        "  eprint        = {1706.03762},\n"
        "  archivePrefix = {arXiv},\n"
        "  url           = {https://arxiv.org/abs/1706.03762}\n"
        "}\n"
    )


def test_paper_without_arxiv_id_is_misc_with_an_encoded_link() -> None:
    text = bibtex(torture_papers()[-1])
    assert text.startswith("@misc{lovelace2020paper,\n")
    assert "url           = {https://example.org/a_b/~c?x=1&y=%7Bz%7D#%C3%A9}\n" in text
    assert "eprint" not in text


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("BERT and LoRA with GPT-4 in 3D", "{BERT} and {LoRA} with {GPT-4} in {3D}"),
        ("Text-to-SQL for a Large-Scale World", "Text-to-{SQL} for a Large-Scale World"),
        ("Branched Schrödinger Bridges", r"Branched {Schr{\"o}dinger} Bridges"),
        (
            "Non-Gaussian, Markov's and Bayesian-Optimal",
            "Non-{Gaussian}, {Markov's} and {Bayesian}-Optimal",
        ),
        ("A Study: Do I Need Plan B?", "A Study: Do {I} Need Plan {B}?"),
        ("{Bayes} is protected by its author", "{Bayes} is protected by its author"),
        (r"$O(N\log N)$ and GenM$^3$", r"{$O(N\log N)$} and {GenM}{$^3$}"),
        ("KEVER^2 and X^{10}", r"{KEVER}\textsuperscript{2} and {X}\textsuperscript{10}"),
        ("Costs $5 to $20 & 10% of #1", r"Costs \$5 to \$20 \& 10\% of \#1"),
        ("1$: Cheap, and $200k", r"1\$: Cheap, and \$200k"),
        (r"50\% of A \& B_1", r"50\% of A \& {B\_1}"),
        (r"$\input{x}$", r"\${\textbackslash}input{\textbraceleft}x{\textbraceright}\$"),
        ("$x^2^3$", r"\$x\textsuperscript{2}\textsuperscript{3}\$"),
        ("$μ$P and \u03b2", r"{$\mu$}{P} and {$\beta$}"),
        ("Mus{é}e, \\'{E}cole, Ångström", r"Mus{\'e}e, {\'E}cole, {\r{A}}ngstr{\"o}m"),
        ("o\u0308 and zero\u200bwidth", r"{\"o} and zerowidth"),
        (
            "<think> | ~3 Fig.~3",
            r"{\textless}think{\textgreater} {\textbar} {\textasciitilde}3 Fig.~3",
        ),
        ("$x^~$ and $y_*$", r"{$x^{~}$} and {$y_{*}$}"),
        ("unclosed { brace", r"unclosed {\textbraceleft} brace"),
        ("a } b { c", r"a {\textbraceright} b {\textbraceleft} c"),
        ("🤗 漢", "{[HUGGING FACE]} {[U+6F22]}"),
        (r"\textsc{CR-Seg} texttt{D}ual", r"\textsc{CR-Seg} \texttt{D}ual"),
    ],
)
def test_titles_print_as_they_read(title: str, expected: str) -> None:
    assert title_of(title) == expected


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Guy Van den Broeck", "Van den Broeck, Guy"),
        ("Laurens van der Maaten", "van der Maaten, Laurens"),
        ("Robert W. Heath Jr.", "Heath, Jr., Robert W."),
        ("Gemini Team", "{Gemini Team}"),
        ("Rock and Roll Foundation", "{Rock and Roll Foundation}"),
        ("Blaise Agüera y Arcas", r"Ag{\"u}era {y} Arcas, Blaise"),
        ("Émile Łukasz", r"{\L}ukasz, {\'E}mile"),
        (
            "Ấn Trần",
            r"Tr{\ensuremath{\grave{\hat{\mathrm{a}}}}}n, {\ensuremath{\acute{\hat{\mathrm{A}}}}}n",
        ),
        ("Ismael Garcia-Lopez-de-Haro", "Garcia-Lopez-{de}-Haro, Ismael"),
        ("Frank P. -W. Lo", "Lo, Frank P.-W."),
        ("mang ning", "{ning}, mang"),
        ("Pál Erdűs", r"Erd{\H{u}}s, P{\'a}l"),
        ("Luís Rodríguez", r"Rodr{\'i}guez, Lu{\'i}s"),
        ("Nguyen and Tran Anh", "Anh, {Nguyen and Tran}"),
        ("Zhaoqin (Richie) Li", "Li, Zhaoqin {(}Richie{)}"),
        ("-- Lovelace", "Lovelace, {--}"),
        (":", ""),
    ],
)
def test_names_are_written_family_first(author: str, expected: str) -> None:
    assert authors_of(author) == expected


def test_an_author_that_is_debris_leaves_no_gap() -> None:
    assert authors_of("NVIDIA", ":", "Ada Lovelace") == "{NVIDIA} and Lovelace, Ada"


def test_what_bare_latex_lacks_is_defined_once_and_first() -> None:
    text = bibtex(paper_detail("ę"), paper_detail("ą", number=2), paper_detail("x", number=3))
    assert text.count("@preamble") == 1
    assert text.startswith(r'@preamble{"\ProvideTextCommandDefault{\k}')


def test_papers_are_read_one_at_a_time() -> None:
    asked: list[int] = []

    def papers() -> Iterator[PaperDetail]:
        for number in (1, 2):
            asked.append(number)
            yield paper_detail("T", number=number)

    for exporter in exporters().values():
        asked.clear()
        pieces = exported(exporter, papers())
        while not asked:  # some begin with a heading
            next(pieces)
        assert asked == [1]


def test_both_parsers_read_every_entry_of_the_torture_set() -> None:
    papers = torture_papers()
    keys = [paper.citation_key for paper in papers]
    assert keys_read(bibtex(*papers)) == (keys, keys)


@settings(max_examples=300)
@given(title=TEX_TEXT, authors=st.lists(TEX_TEXT, max_size=3).map(tuple))
def test_any_text_is_ascii_and_read_by_both_parsers(title: str, authors: tuple[str, ...]) -> None:
    text = bibtex(paper_detail(title, number=1, authors=authors), paper_detail("Next", number=2))
    assert text.isascii()
    assert text.count("{") == text.count("}")
    assert keys_read(text) == (["key1", "key2"], ["key1", "key2"])


@settings(max_examples=300)
@given(TEX_TEXT)
def test_no_command_comes_through_that_is_not_known(title: str) -> None:
    commands = set(re.findall(r"\\([A-Za-z]+\d*)", title_of(title)))
    assert not commands & {
        "input",
        "write",
        "write18",
        "def",
        "catcode",
        "csname",
        "end",
        "include",
    }
    assert "^^" not in title_of(title)


PLAIN_WORDS = st.sampled_from(
    "Non-Gaussian, Markov's Chinese-BERT BERT GPT-4 the Text-to-SQL A I 3D LoRA's 'YES' "
    "Let's I2V/T2V V1.0 (RL) of 80 x2Y U.S. "
    "Large-Scale Qwen2.5-VL: Attention, Gaussian B-Tree don't. -X C++ '90s".split()
)


@given(st.lists(PLAIN_WORDS, min_size=1, max_size=6).map(" ".join))
def test_the_short_way_for_plain_titles_ends_where_the_long_one_does(title: str) -> None:
    with_care = title_of(f"{title} é")  # a letter beyond ASCII wants care
    assert title_of(title) == with_care.removesuffix(r" {\'e}")
