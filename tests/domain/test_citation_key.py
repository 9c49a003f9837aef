import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.citation_key import LONGEST_KEY, KeysInUse, checked_key
from readinglist.domain.errors import UserFacingError


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("vaswani2017attention", "vaswani2017attention"),
        ("  Vaswani2017Attention\n", "Vaswani2017Attention"),
        ("2017vaswani", "2017vaswani"),
        ("ml:vaswani-2017", "ml:vaswani-2017"),
        ("vaswani_attention_2017", "vaswani_attention_2017"),
        ("DBLP:journals/corr/VaswaniSPUJGKP17", "DBLP:journals/corr/VaswaniSPUJGKP17"),
        ("10.1145/3292500", "10.1145/3292500"),
        ("a" * LONGEST_KEY, "a" * LONGEST_KEY),
    ],
)
def test_what_can_be_typed(typed: str, kept: str) -> None:
    assert checked_key(typed) == kept


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "needs a letter"),
        (" \n ", "needs a letter"),
        ("a" * (LONGEST_KEY + 1), f"up to {LONGEST_KEY} characters; this one has"),
        ("Vaswani 2017", "“Vaswani2017” would do"),
        ("müller 2020", "“muller2020” would do"),
        ("a--b", "“a-b” would do"),
        ("a..b", "“a.b” would do"),
        ("-a:", "“a” would do"),
        ("a_", "“a” would do"),
        ("A#b{c}", "“Abc” would do"),
        ("李", "Letters from a to z"),
        ("-", "Letters from a to z"),
    ],
)
def test_what_is_refused(typed: str, says: str) -> None:
    with pytest.raises(UserFacingError, match=re.escape(says)):
        checked_key(typed)


@given(st.text(st.characters() | st.sampled_from("ab1-:_ ./"), max_size=LONGEST_KEY))
def test_a_key_works_everywhere_or_is_refused_with_one_that_does(typed: str) -> None:
    try:
        key = checked_key(typed)
    except UserFacingError as error:
        if near := re.search("“(.*)” would do", error.hint):
            assert checked_key(near[1]) == near[1]
        return
    # What pandoc reads as a key, and nothing that BibTeX, biber or TeX see a meaning in.
    assert re.fullmatch(r"[A-Za-z0-9](?:[:.+/-]?[A-Za-z0-9_])*", key)
    assert checked_key(key) == key


def test_the_newcomer_gets_the_suffix() -> None:
    in_use = KeysInUse([])
    given_keys = [in_use.give("li2020graph") for _ in range(4)]
    assert given_keys == ["li2020graph", "li2020grapha", "li2020graphb", "li2020graphc"]


def test_suffixes_go_on_after_z() -> None:
    in_use = KeysInUse(["k", *(f"k{chr(letter)}" for letter in range(ord("a"), ord("z") + 1))])
    assert [in_use.give("k"), in_use.give("k")] == ["kaa", "kab"]


def test_a_suffix_that_is_free_again_is_used() -> None:
    assert KeysInUse(["k", "kb"]).give("k") == "ka"


def test_keys_that_differ_in_case_alone_are_the_same_to_bibtex() -> None:
    assert KeysInUse(["Li2020Graph", "LI2020GRAPHA"]).give("li2020graph") == "li2020graphb"


def test_a_paper_may_keep_its_own_key_and_no_other_gets_it() -> None:
    in_use = KeysInUse(["k", "ka", "kb"])
    assert in_use.give("k", own="ka") == "ka"
    assert in_use.give("k", own="zz") == "kc"
    in_use.free("k")
    assert in_use.give("k", own="kb") == "k"
    assert KeysInUse(["K"]).give("k", own="K") == "k"


@given(st.lists(st.from_regex(r"[ab]{1,2}", fullmatch=True), max_size=60))
def test_keys_are_unique(wanted: list[str]) -> None:
    in_use = KeysInUse([])
    keys = [in_use.give(key) for key in wanted]
    assert all(re.fullmatch(rf"{w}[a-z]*", key) for w, key in zip(wanted, keys, strict=True))
    assert len(set(keys)) == len(wanted)
