import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.citation_key import checked_key, is_safe_key, unused_citation_key
from readinglist.domain.errors import UserFacingError


@pytest.mark.parametrize(
    "key",
    ["vaswani2017attention", "Vaswani2017", "DBLP:journals/corr/VaswaniSPUJGKP17", "a_b-c.d+e"],
)
def test_keys_that_every_engine_reads_are_kept_as_they_are(key: str) -> None:
    assert checked_key(f" {key} ") == key


@pytest.mark.parametrize(
    "key",
    [
        "",
        "a b",
        "a,b",
        "a#b",
        "o'neil",
        "{a}",
        "a%",
        "a~b",
        'a"b',
        "é",
        "a=b",
        "-a",
        "a:",
        "a" * 101,
    ],
)
def test_other_keys_are_refused_in_words(key: str) -> None:
    with pytest.raises(UserFacingError) as caught:
        checked_key(key)
    assert caught.value.hint


@given(st.text(max_size=8))
def test_a_kept_key_is_safe(text: str) -> None:
    try:
        assert is_safe_key(checked_key(text))
    except UserFacingError:
        assert not is_safe_key(text.strip())


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
