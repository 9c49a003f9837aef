"""Titles are found by a few letters, the likeliest first."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.commands.catalogue import CATALOGUE
from readinglist.commands.fuzzy import Findable, Match, best_first

texts = st.text(max_size=30)
titles = st.text(alphabet="abAB c/ß&<", min_size=1, max_size=12)


def is_within(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def found(typed: str, *titles: str) -> list[str]:
    return [found.title for found in best_first(typed, [Findable(None, title) for title in titles])]


@pytest.mark.parametrize(
    ("typed", "title", "match"),
    [
        ("star", "Star", Match.WHOLE),
        ("STAR ", "Star", Match.WHOLE),
        ("sta", "Starred", Match.BEGINNING),
        ("next un", "Next unread paper", Match.BEGINNING),
        ("unr", "Next unread paper", Match.WORD),
        ("unread next", "Next unread paper", Match.WORD),
        ("b", "Go to a/b", Match.WORD),
        ("nup", "Next unread paper", Match.INITIALS),
        ("nexpap", "Next unread paper", Match.INITIALS),
        ("read", "Unread", Match.INSIDE),
        ("drd", "Unread or read", Match.SCATTERED),
    ],
)
def test_how_well_a_title_matches(typed: str, title: str, match: Match) -> None:
    rank = Findable(None, title).rank(typed)
    assert rank is not None
    assert rank[0] is match


@pytest.mark.parametrize("typed", ["x", "rats", "star x", "starr"])
def test_what_does_not_match(typed: str) -> None:
    assert Findable(None, "Star").rank(typed) is None


def test_beginnings_and_runs_come_first() -> None:
    best = ["re", "Remove", "Next red paper", "r e", "Rows end", "Are", "Unread", "Rock eel farm"]
    assert found("re", *reversed(best)) == [*best[:5], "Rock eel farm", *best[5:7]]


def test_equally_good_ones_stay_in_order() -> None:
    assert found("a", "a2", "a1", "a3") == ["a2", "a1", "a3"]


def test_every_command_is_found_first_by_its_title() -> None:
    all_titles = [command.title for command in CATALOGUE]
    for title in all_titles:
        assert found(title, *all_titles)[0] == title


@given(typed=titles, title=titles)
def test_a_title_matches_if_all_letters_are_there_in_order(typed: str, title: str) -> None:
    folded = " ".join(title.casefold().split())
    expected = all(is_within(word, folded) for word in typed.casefold().split())
    assert (Findable(None, title).rank(typed) is not None) is expected


@given(typed=texts, before=texts, after=texts)
def test_any_text_can_be_typed_and_what_contains_it_is_found(
    typed: str, before: str, after: str
) -> None:
    assert Findable(None, f"{before} {typed} {after}").rank(typed) is not None


@given(typed=titles, other=titles)
def test_the_title_itself_is_never_behind_another(typed: str, other: str) -> None:
    if typed.strip():
        assert found(typed, other, typed)[0].casefold().split() == typed.casefold().split()


@given(typed=titles, many=st.lists(titles))
def test_what_is_found_is_part_of_what_there_is(typed: str, many: list[str]) -> None:
    things = [Findable(number, title) for number, title in enumerate(many)]
    numbers = [thing.thing for thing in best_first(typed, things)]
    assert len(set(numbers)) == len(numbers)
    assert best_first("  ", things) == things


def test_five_thousand_tags_are_no_burden() -> None:
    things = [Findable(n, f"Go to area {n % 70}/topic-{n} learning") for n in range(5000)]
    begun = perf_counter()
    assert best_first("golearn", things)
    assert perf_counter() - begun < 1  # 20 ms on a quiet machine
