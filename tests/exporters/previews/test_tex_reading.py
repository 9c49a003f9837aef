"""What the exporters write is read back as it was."""

# ruff: noqa: RUF001 -- characters that look like others are what is read

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.exporters.previews.tex_reading import PieceKind, read_tex, tex_pieces
from readinglist.exporters.tex_characters import encode_text

# Written as letters that are close to them.
_CLOSE = "ĦħĿŀŉŦŧŰűƠơƯưȘșȚțĸ"
_LETTERS = st.characters(
    max_codepoint=0x24F, categories=["Lu", "Ll", "Nd", "Zs"], exclude_characters=_CLOSE
)


@given(st.text(_LETTERS))
def test_latin_text_is_read_back(text: str) -> None:
    written = encode_text(text)
    if "[U+" in written:
        return  # TeX has no such letter
    read = " ".join(read_tex(written).split())
    expected = " ".join(text.split())
    assert unicodedata.normalize("NFKC", read) == unicodedata.normalize("NFKC", expected)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"{\'E}t{\'e} {\v{S}} {\c{c}} {\H{o}} {\k{a}} {\'\i}", "Été Š ç ő ą í"),
        (r"{\d{\'{e}}} {\d{$\hat{\mathrm{e}}$}}", "ẹ́ ệ"),
        (r"{\DJ} {\o} {\L} {\ss} {\AE} {\TH} {\ng}", "Đ ø Ł ß Æ Þ ŋ"),
        (r"\& \% \# \_ \$ {\textbackslash} {\textbraceleft}", "& % # _ $ \\ {"),
        ("``q'' `s' a--b a---b a~b", "“q” ‘s’ a–b a—b a\u00a0b"),
        (r"{$\alpha$} H\textsubscript{2}O {$^{2}$} \textsuperscript{th}", "α H₂O ² ᵗʰ"),
        (r"{\texteuro} {\pounds} {\S} {\dag} {\copyright}", "€ £ § † ©"),
        (r"\textsc{CR-{Seg}} \textit{a \textbf{b}}", "CR-Seg a b"),
        (r"\unknown{x} {y", r"\unknownx "),
        (r"{[U+4E2D]}", "[U+4E2D]"),
    ],
)
def test_sources(source: str, text: str) -> None:
    assert read_tex(source) == text


def test_pieces() -> None:
    pieces = tex_pieces(r"On {BERT} in {$x$} and \textsc{a} \texttt{b}")
    assert [(piece.text, piece.kind) for piece in pieces if piece.kind is not PieceKind.PLAIN] == [
        *(("BERT", PieceKind.GROUP), ("x", PieceKind.FORMULA)),
        *(("a", PieceKind.RAISED), ("b", PieceKind.FORMULA)),
    ]


@given(st.text(alphabet="\\{}$'`^\"~-abc _\n", max_size=30))
def test_anything_can_be_read(source: str) -> None:
    assert isinstance(read_tex(source), str)
