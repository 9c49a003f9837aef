import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.clean_text import one_line, paragraphs, user_text

# Characters of which the order and the neighbours matter, more often than chance would bring them.
ODD_TEXT = st.text(
    st.one_of(
        st.characters(), st.sampled_from("a \t\r\n\x00\x0b\x0c\x1f\x85\u0301\u2028\ufeff\ud800")
    )
)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("", ""),
        ("  Attention \n is\tall ", "Attention is all"),
        ("a\r\nb", "a b"),
        ("a\u00a0b\u2028c", "a b c"),
        ("page\x0cbreak", "page break"),
        ("nul\x00l bell\x07", "null bell"),
        ("\ufefftitle", "title"),
        ("half \ud83d a pair", "half a pair"),
        ("user\u202etxt.exe", "usertxt.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("Poincare\u0301", "Poincaré"),
        ("e\x00\u0301", "é"),
        ("ümlaut 注意 🤗", "ümlaut 注意 🤗"),
        ("$x < y$ & {z}", "$x < y$ & {z}"),
    ],
)
def test_one_line(text: str, cleaned: str) -> None:
    assert one_line(text) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("hard\nwrapped\nlines", "hard wrapped lines"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("one\n \t\n\n\ntwo\n", "one\n\ntwo"),
        ("one\r\n\r\ntwo\r\nlines", "one\n\ntwo lines"),
        ("one\r\rtwo", "one\n\ntwo"),
        ("\n\n", ""),
    ],
)
def test_paragraphs(text: str, cleaned: str) -> None:
    assert paragraphs(text) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  kept  as\n\n typed \n", "  kept  as\n\n typed \n"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("page\x0cbreak", "page\nbreak"),
        ("\x00\ud800\u202ea", "a"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_user_text(text: str, cleaned: str) -> None:
    assert user_text(text) == cleaned


@pytest.mark.parametrize("clean", [one_line, paragraphs, user_text])
@given(text=ODD_TEXT)
def test_can_be_stored_and_is_clean_already(clean: Callable[[str], str], text: str) -> None:
    cleaned = clean(text)
    assert "\x00" not in cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert clean(cleaned) == cleaned


@given(ODD_TEXT)
def test_composed_and_without_needless_white_space(text: str) -> None:
    assert unicodedata.is_normalized("NFC", one_line(text))
    assert one_line(text).split() == one_line(text).split(" ") or one_line(text) == ""
    assert all(part == one_line(part) for part in paragraphs(text).split("\n\n"))
