# ruff: noqa: RUF001 -- characters that look like others are what is needed

import pytest
from hypothesis import given

from readinglist.exporters.tex_commands import (
    MATHS_SYMBOLS,
    MATHS_WITH_ARGUMENT,
    MATHS_WITH_TEXT,
)
from readinglist.exporters.tex_maths import safe_maths
from readinglist.exporters.unicode_maths import unicode_maths
from readinglist.exporters.unicode_title import unicode_title
from tests.exporters.test_bibtex import TEX_TEXT


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (r"O(N\log N)", "O(N log N)"),
        (r"\log n", "log n"),
        (r"x^2", "x²"),
        (r"x^{-1}", "x⁻¹"),
        (r"x^{q+1}", "x^(q+1)"),
        (r"x^{q}", "x^q"),
        (r"x_i^2", "xᵢ²"),
        (r"\mathrm{ODE}_Q", "ODE_Q"),
        (r"90^\circ", "90°"),
        (r"A^*", "A*"),
        (r"\times4", "×4"),
        (r"7 \times 6", "7 × 6"),
        (r"\mu+\lambda", "μ + λ"),
        (r"k-1", "k − 1"),
        (r"-1", "−1"),
        (r"\mathbb{R}^n", "ℝⁿ"),
        (r"\mathcal{A}LLM", "ALLM"),
        (r"\hat{x}", "x̂"),
        (r"\overline{AB}", "A\u0305B\u0305"),
        (r"\frac{1}{2}", "1/2"),
        (r"\frac{a+b}{2}", "(a + b)/2"),
        (r"\sqrt{n}", "√n"),
        (r"\left(\frac{1}{x}\right)", "(1/x)"),
        (r"\left.x\right|", "x|"),
        (r"\lbrace x\rbrace", "{x}"),
        (r"\text{a b}\,c", "a b c"),
        (r"x'", "x′"),
        (r"a\neq b", "a ≠ b"),
        (r"\to", "→"),
        (r"80\%", "80%"),
    ],
)
def test_formulas(formula: str, shown: str) -> None:
    safe = safe_maths(formula)
    assert safe is not None
    assert unicode_maths(safe) == shown


@pytest.mark.parametrize("name", sorted(MATHS_SYMBOLS))
def test_every_symbol_has_a_sign_or_is_a_word(name: str) -> None:
    assert "\\" not in unicode_maths(f"\\{name}") or name in {"backslash", "setminus"}
    words = "log ln lg exp sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan max min sup"
    words += " inf lim limsup liminf det dim ker deg gcd arg Pr hom quad qquad"
    assert (unicode_maths(f"\\{name}") != name) == (name not in words.split() or "quad" in name)


@pytest.mark.parametrize("name", sorted(MATHS_WITH_ARGUMENT | MATHS_WITH_TEXT))
def test_every_style_shows_what_is_in_it(name: str) -> None:
    shown = unicode_maths(f"\\{name}{{ab}}").replace("\u0305", "").replace("\u0332", "")
    assert shown.replace("𝕒𝕓", "ab").removeprefix("√") == "ab"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (r"DESIGN-R\textsuperscript{\textregistered}", "DESIGN-R®"),
        ("KEVER^2", "KEVER²"),
        (r"H\textsubscript{2}O", "H₂O"),
        (r"R^\textbf{2AI}", "R^2AI"),
        (r"R\textsuperscript{per \textsubscript{2}}", "R^(per ₂)"),
        ("a\u200bb  c", "ab c"),
    ],
)
def test_titles(title: str, shown: str) -> None:
    assert unicode_title(title) == shown


@given(TEX_TEXT)
def test_any_title_is_one_line(title: str) -> None:
    shown = unicode_title(title)
    assert shown == " ".join(shown.split())
