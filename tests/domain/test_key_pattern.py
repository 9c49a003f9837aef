import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.errors import UserFacingError
from readinglist.domain.key_pattern import DEFAULT_PATTERN, FIELD_HELP, key_pattern
from readinglist.domain.paper import Paper

ATTENTION = Paper(
    arxiv_id="1706.03762",
    title="Attention Is All You Need for GPT-4",
    authors=("Ashish Vaswani", "Noam Shazeer", "Laurens van der Maaten"),
    abstract="",
    published=date(2017, 6, 12),
)


def paper(family: str, year: int, title: str) -> Paper:
    return Paper(None, title, (f"{family}, Ada",) if family else (), "", date(year, 1, 1))


def key(pattern: str, of: Paper = ATTENTION) -> str:
    return key_pattern(pattern).key_of(of)


@pytest.mark.parametrize(
    ("family", "year", "title", "expected"),
    [
        ("Vaswani", 2017, "Attention Is All You Need", "vaswani2017attention"),
        ("Lovelace", 2024, "On the Design of an Engine", "lovelace2024design"),
        ("van der Maaten", 2008, "Visualizing Data", "maaten2008visualizing"),
        ("O'Neil-Smith", 2020, "Graphs", "oneilsmith2020graphs"),
        ("Müller", 2020, "Über Graphen", "muller2020uber"),
        ("Łukasz", 2020, "Straße", "lukasz2020strasse"),
        ("Ørsted", 2020, "Æther", "orsted2020aether"),
        ("I\N{LATIN SMALL LETTER DOTLESS I}k", 2020, "X", "iik2020x"),
        ("李", 2020, "注意力", "paper2020"),
        ("", 2020, "", "paper2020"),
        ("Li", 2020, "The Of And", "li2020"),
        ("Li", 2020, "3D Gaussians", "li20203d"),
        ("Li", 2020, "4 5 Bits", "li2020bits"),
        ("Li", 2020, "2048", "li20202048"),
        ("Li", 2020, "LoRA: Low-Rank", "li2020lora"),
        ("Li", 2020, "Self-Attention", "li2020self"),
        ("Li", 2020, "$\\alpha$-stable", "li2020alpha"),
        ("Li", 2020, "Hard\nwraps", "li2020hard"),
        ("A" * 100, 2020, "b" * 100, "a" * 24 + "2020" + "b" * 24),
    ],
)
def test_the_usual_pattern(family: str, year: int, title: str, expected: str) -> None:
    assert key(DEFAULT_PATTERN, paper(family, year, title)) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{author}{year}", "vaswani2017"),
        ("{author}{year}{words2}", "vaswani2017attentionall"),
        ("{author}{words3}{year}", "vaswaniattentionallyou2017"),
        ("{authors}{yy}", "vsm17"),
        ("{id}", "170603762"),
        ("Arxiv{id}", "arxiv170603762"),
        (" {author} ", "vaswani"),
    ],
)
def test_other_patterns(pattern: str, expected: str) -> None:
    assert key(pattern) == expected


def test_one_author_gives_three_letters() -> None:
    assert key("{authors}{yy}", paper("Lovelace", 2009, "T")) == "lov09"


def test_a_paper_without_anything_still_gets_a_key() -> None:
    assert key("{id}{word}", paper("", 2020, "")) == "paper"


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("", "needs a field"),
        ("paper", "needs a field"),
        ("{author}-{year}", "“-” cannot stand in a key"),
        ("{author", "“{” cannot stand in a key"),
        ("{autor}{year}", "no field {autor}"),
        ("{}", "no field {}"),
        ("{year}" * 30, "too long"),
        ("{author}é", "“é” cannot stand in a key"),
    ],
)
def test_patterns_that_are_none_are_refused_in_words(pattern: str, said: str) -> None:
    with pytest.raises(UserFacingError, match=re.escape(said)) as caught:
        key_pattern(pattern)
    assert caught.value.hint


names = st.sampled_from([f"{{{name}}}" for name in FIELD_HELP])
patterns = st.lists(st.one_of(names, st.from_regex("[a-zA-Z0-9]{1,3}", fullmatch=True)), max_size=6)


@given(
    st.text(), st.text(), st.lists(st.text(), max_size=4), names, patterns, st.integers(1991, 2100)
)
def test_keys_have_letters_and_digits_only(
    arxiv_id: str, title: str, authors: list[str], field: str, rest: list[str], year: int
) -> None:
    made = key(field + "".join(rest), Paper(arxiv_id, title, tuple(authors), "", date(year, 1, 1)))
    assert re.fullmatch("[a-z0-9]+", made)
