"""File names that every system takes, and that stay in their folder."""

from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.file_names import (
    LONGEST_NAME,
    folded_file_name,
    free_file_name,
    safe_file_stem,
)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("vaswani2017attention", "vaswani2017attention"),
        ("DBLP:journals/corr/x", "DBLP-journals-corr-x"),
        ("con", "con-paper"),
        ("COM1", "COM1-paper"),
        ("aux.b", "aux-paper"),
        ("console", "console"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("a. ", "a"),
        ("", "paper"),
        ("...", "paper"),
        ("a\x00b\nc", "a-b-c"),
        ("müller#2^[x]", "müller-2-x"),
        ("mu\u0308ller", "müller"),
    ],
)
def test_stems(text: str, stem: str) -> None:
    assert safe_file_stem(text) == stem


@given(st.one_of(st.text(), st.text(alphabet="./\\:*? conauxCOM1\u202e", max_size=12)))
def test_any_text_is_a_name(text: str) -> None:
    stem = safe_file_stem(text)
    name = f"{stem}.md"
    assert Path(name).name == PureWindowsPath(name).name == name
    assert 0 < len(stem.encode()) <= LONGEST_NAME
    assert stem == stem.strip(" .")
    assert stem.isprintable()
    assert stem.casefold().partition(".")[0] not in {"con", "aux", "com1", "nul"}
    assert safe_file_stem(stem) == stem


def test_names_that_some_system_takes_for_one_get_numbers() -> None:
    taken = {folded_file_name("Key.md"), folded_file_name("key-2.md")}
    assert free_file_name("KEY", ".md", taken) == "KEY-3.md"
    assert free_file_name("other", ".md", taken) == "other.md"
    assert folded_file_name("mu\u0308.md") == folded_file_name("MÜ.md")
