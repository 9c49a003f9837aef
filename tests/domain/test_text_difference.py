"""How two texts differ."""

import random

from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.text_difference import LineKind, text_difference

texts = st.lists(st.sampled_from(["a", "b", "c", "}", "", "year = {2025}"]), max_size=30).map(
    "\n".join
)


def shown(there: str, wanted: str) -> list[str]:
    return [str(line) for line in text_difference(there, wanted).lines]


def test_one_line_is_changed_with_those_around_it() -> None:
    there = "\n".join("abcdefghij")
    assert shown(there, there.replace("e", "E")) == [
        *("@@ line 2 @@", " b", " c", " d", "-e", "+E", " f", " g", " h")
    ]


def test_far_changes_are_told_apart() -> None:
    there = "\n".join(map(str, range(50)))
    wanted = there.replace("10", "ten").replace("40", "forty")
    places = [line for line in shown(there, wanted) if line.startswith("@@")]
    assert places == ["@@ line 8 @@", "@@ line 38 @@"]


def test_equal_texts_do_not_differ() -> None:
    assert text_difference("a\nb\n", "a\nb\n").lines == ()


@given(texts, texts)
def test_the_lines_make_either_text(there: str, wanted: str) -> None:
    # All context is shown when everything is near a change: here by undoing the change.
    lines = text_difference(there, wanted).lines
    gone = [line.text for line in lines if line.kind is LineKind.THERE]
    come = [line.text for line in lines if line.kind is LineKind.WANTED]
    rest = sorted(there.split("\n"))
    for line in gone:
        rest.remove(line)
    assert sorted(rest + come) == sorted(wanted.split("\n"))
    assert bool(lines) == (there != wanted)


@given(texts, texts)
def test_context_and_changes_stand_in_the_order_of_the_texts(there: str, wanted: str) -> None:
    lines = text_difference(there, wanted).lines
    for sides, text in (("- ", there), ("+ ", wanted)):
        of_text = iter(text.split("\n"))
        shown_lines = [line.text for line in lines if line.kind.value in sides]
        assert all(line in of_text for line in shown_lines)


def test_ten_thousand_entries_that_share_their_lines() -> None:
    def entry(number: int) -> str:
        return f"@misc{{key{number},\n  year = {{2025}},\n  note = {{}}\n}}\n"

    entries = [entry(number) for number in range(10_000)]
    others = [*entries]
    random.Random(1).shuffle(others)
    del others[::3]
    found = text_difference("\n".join(entries), "\n".join(others))
    assert len(found.lines) == 2000
    assert found.left_out > 2000


def test_one_entry_of_ten_thousand() -> None:
    entries = [f"@misc{{key{number},\n  year = {{2025}},\n}}\n" for number in range(10_000)]
    others = [*entries]
    others[5000] = others[5000].replace("2025", "2024")
    del others[7000]
    found = text_difference("\n".join(entries), "\n".join(others))
    changed = [str(line) for line in found.lines if line.kind.value in "+-"]
    assert changed[:2] == ["-  year = {2025},", "+  year = {2024},"]
    assert len(changed) == 6


def test_long_texts_with_nothing_in_common_but_braces() -> None:
    there = "\n".join(f"{{\n}}\n{number % 7}" for number in range(9000))
    wanted = "\n".join(f"}}\n{{\n{number % 5}" for number in range(9000))
    assert text_difference(there, wanted).left_out > 10_000
