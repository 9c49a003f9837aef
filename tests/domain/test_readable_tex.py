"""Text of arXiv as people read it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.readable_tex import readable, readable_names


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Plain text stays: 50% of A & B", "Plain text stays: 50% of A & B"),
        (
            r"We propose \textbf{SynthRL}-a scalable \emph{pipeline}",
            "We propose SynthRL-a scalable pipeline",
        ),
        (r"\textbf{\textit{Deep} $N^2$ \textsc{x}}", "Deep $N^2$ x"),
        (r"50\% of A \& B, \#1, a\_b", "50% of A & B, #1, a_b"),
        (r"in $O(N\%\log N)$ and \(\textbf{x}~y\)", r"in $O(N\%\log N)$ and \(\textbf{x}~y\)"),
        (
            r"see \url{https://a.b/c_d} or \href{https://a.b}{our page}",
            "see https://a.b/c_d or our page",
        ),
        ("``quoted'' words", "“quoted” words"),
        ("Fig.~3 of Table~$N$, ~3 times", "Fig. 3 of Table $N$, ~3 times"),
        (r"costs \$5 and $5", r"costs $5 and $5"),
        (r"an open \textbf{brace", r"an open \textbf{brace"),
        (r"\unknown{x} \alpha", r"\unknown{x} \alpha"),
        ("", ""),
    ],
)
def test_what_is_read(text: str, read: str) -> None:
    assert readable(text) == read


@given(st.text(alphabet="ab \\${}%~`'tex(m)", max_size=80))
def test_any_text_is_read_and_formulas_come_through(text: str) -> None:
    assert "\x00" not in readable(text)
    assert readable(f"$x_1~\\%$ {text.replace('$', '')}").startswith("$x_1~\\%$ ")


@given(st.text(max_size=80))
def test_text_without_commands_stays(text: str) -> None:
    plain = text.replace("\\", "").replace("~", "").replace("`", "")
    assert readable(plain) == plain


def test_an_author_without_a_letter_is_not_read() -> None:
    assert readable_names(["NVIDIA", ":", "王 伟", "1"]) == ("NVIDIA", "王 伟")
