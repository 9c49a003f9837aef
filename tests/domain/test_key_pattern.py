import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.citation_key import checked_key
from readinglist.domain.errors import UserFacingError
from readinglist.domain.key_pattern import (
    DEFAULT_PATTERN,
    KEY_FIELDS,
    LONGEST_MADE,
    parse_key_pattern,
)
from readinglist.domain.paper import Paper

ATTENTION = Paper(
    "1706.03762",
    "Attention Is All You Need",
    ("Ashish Vaswani", "Noam Shazeer", "Niki Parmar", "Jakob Uszkoreit", "Llion Jones"),
    "",
    date(2017, 6, 12),
)
papers = st.builds(
    Paper,
    arxiv_id=st.none() | st.sampled_from(["2506.00001", "hep-th/9901001"]),
    title=st.text(),
    authors=st.lists(st.text(), max_size=7).map(tuple),
    abstract=st.just(""),
    published=st.dates(),
)
patterns = st.lists(
    st.sampled_from([f"{{{name}}}" for name in KEY_FIELDS])
    | st.from_regex("[a-z0-9]", fullmatch=True),
    max_size=10,
).map(lambda parts: "".join([*parts, "{word}"]))


def made(pattern: str, **fields: object) -> str:
    values = {name: getattr(ATTENTION, name) for name in ATTENTION.__slots__} | fields
    return parse_key_pattern(pattern).key_of(Paper(**values))


@pytest.mark.parametrize(
    ("author", "title", "key"),
    [
        ("Ashish Vaswani", "Attention Is All You Need", "vaswani2020attention"),
        ("Ada Lovelace", "On the Design of an Engine", "lovelace2020design"),
        ("Laurens van der Maaten", "Visualizing Data", "maaten2020visualizing"),
        ("Guy Van den Broeck", "Circuits", "vandenbroeck2020circuits"),
        ("Ann O'Neil-Smith", "Graphs", "oneilsmith2020graphs"),
        ("Eva Müller", "Über Graphen", "muller2020uber"),
        ("Jan Łukasz", "Straße", "lukasz2020strasse"),
        ("Per Ørsted", "Æther", "orsted2020aether"),
        ("Al I\N{LATIN SMALL LETTER DOTLESS I}k", "X", "iik2020x"),
        ("Gemini Team", "Gemini", "gemini2020gemini"),
        ("李", "注意力", "paper2020"),
        (":", "", "paper2020"),
        ("Wei Li", "The Of And", "li2020"),
        ("Wei Li", "3D Gaussians", "li20203d"),
        ("Wei Li", "4 5 Bits", "li2020bits"),
        ("Wei Li", "2048", "li20202048"),
        ("Wei Li", "LoRA: Low-Rank", "li2020lora"),
        ("Wei Li", "Self-Attention", "li2020self"),
        ("Wei Li", "$\\alpha$-stable", "li2020alpha"),
        ("Wei Li", "Hard\nwraps", "li2020hard"),
        ("A" * 100, "b" * 100, "a" * 24 + "2020" + "b" * 24),
    ],
)
def test_the_default(author: str, title: str, key: str) -> None:
    published = date(2020, 1, 1)
    assert made(DEFAULT_PATTERN, authors=(author, "B C"), title=title, published=published) == key


def test_a_paper_without_authors() -> None:
    assert made(DEFAULT_PATTERN, authors=()) == "paper2017attention"
    assert made("{authors}{yy}", authors=(":",)) == "paper17"


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        ("{author}{year}", "vaswani2017"),
        ("{author}{year}{words2}", "vaswani2017attentionall"),
        ("{author}{words3}{year}", "vaswaniattentionallyou2017"),
        ("{authors}{yy}", "vsp17"),
        ("{author}{year}{initials}", "vaswani2017aayn"),
        ("arxiv{id}", "arxiv170603762"),
        (" ML{Author} {YEAR} ", "mlvaswani2017"),
    ],
)
def test_other_schemes(pattern: str, key: str) -> None:
    assert made(pattern) == key


@pytest.mark.parametrize(
    ("authors", "letters"),
    [
        (("Ashish Vaswani",), "vas"),
        (("Wei Wu",), "wu"),
        (("Ada Lovelace", "Blaise Pascal"), "lp"),
        (("Ada Lovelace", ":", "Blaise Pascal"), "lp"),
        (("A B", "C D", "E F", "G H"), "bdfh"),
        (("A B", "C D", "E F", "G H", "I J"), "bdf"),
    ],
)
def test_letters_of_authors(authors: tuple[str, ...], letters: str) -> None:
    assert made("{authors}", authors=authors) == letters


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("", "needs a field that tells papers apart"),
        ("{year}", "needs a field that tells papers apart. Those are {author},"),
        ("paper{yy}", "needs a field that tells papers apart"),
        ("{auth}{year}", "There is no field “{auth}”. The fields are {author},"),
        ("{}{author}", "There is no field “{}”"),
        ("{author", "A “{” in the pattern stands alone"),
        ("author}{year}", "A “}” in the pattern stands alone"),
        ("{{author}}", "A “{” in the pattern stands alone"),
        ("{author}_{year}", "cannot have “_” in it. Letters from a to z, digits, and fields"),
        ("{author}-{year}", "cannot have “-” in it"),
        ("é{author}", "cannot have “é” in it"),
        ("x" * 25 + "{author}", "up to 24 letters and digits of its own"),
        ("{author}" * 16, "up to 120 characters"),
    ],
)
def test_what_is_no_pattern(pattern: str, says: str) -> None:
    with pytest.raises(UserFacingError, match=re.escape(says)):
        parse_key_pattern(pattern)


@given(st.text(st.characters() | st.sampled_from("{}auth year")))
def test_reading_a_pattern_succeeds_or_says_why_not(text: str) -> None:
    try:
        pattern = parse_key_pattern(text)
    except UserFacingError as error:
        told = error
    else:
        assert parse_key_pattern(pattern.text) == pattern
        return
    assert told.message
    assert told.hint


@given(patterns, papers)
def test_every_key_is_one_that_can_be_kept(pattern: str, paper: Paper) -> None:
    key = parse_key_pattern(pattern).key_of(paper)
    assert re.fullmatch(r"[a-z0-9]+", key)
    assert len(key) <= LONGEST_MADE
    assert checked_key(key) == key
