import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.citation_key import base_citation_key, unused_citation_key


@pytest.mark.parametrize(
    ("family_name", "year", "title", "key"),
    [
        ("Vaswani", 2017, "Attention Is All You Need", "vaswani2017attention"),
        ("Lovelace", 2024, "On the Design of an Engine", "lovelace2024design"),
        ("van der Maaten", 2008, "Visualizing Data", "vandermaaten2008visualizing"),
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
def test_base(family_name: str, year: int, title: str, key: str) -> None:
    assert base_citation_key(family_name, year, title) == key


@given(st.text(), st.integers(1991, 2100), st.text())
def test_letters_and_digits_only(family_name: str, year: int, title: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+", base_citation_key(family_name, year, title))


def test_the_newcomer_gets_the_suffix() -> None:
    taken: list[str] = []
    for _ in range(4):
        taken.append(unused_citation_key("li2020graph", taken))
    assert taken == ["li2020graph", "li2020grapha", "li2020graphb", "li2020graphc"]


def test_suffixes_go_on_after_z() -> None:
    taken = ["k", *(f"k{chr(letter)}" for letter in range(ord("a"), ord("z") + 1))]
    assert unused_citation_key("k", taken) == "kaa"
    assert unused_citation_key("k", [*taken, "kaa"]) == "kab"


def test_a_suffix_that_is_free_again_is_used() -> None:
    assert unused_citation_key("k", ["k", "kb"]) == "ka"


def test_keys_that_differ_in_case_alone_are_the_same_to_bibtex() -> None:
    assert unused_citation_key("li2020graph", ["Li2020Graph", "LI2020GRAPHA"]) == "li2020graphb"


@given(st.lists(st.from_regex(r"[ab]{1,2}", fullmatch=True), max_size=60))
def test_keys_are_unique(bases: list[str]) -> None:
    taken: list[str] = []
    for base in bases:
        key = unused_citation_key(base, taken)
        assert key.startswith(base)
        assert re.fullmatch(r"[a-z]+", key)
        taken.append(key)
    assert len(set(taken)) == len(bases)
