import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.annotation import Edit, Field, FieldChange, clean_tag


def edit(field: Field, *changes: tuple[int, str, str], tag: str = "") -> Edit:
    return Edit(field, tuple(FieldChange(*change) for change in changes), tag)


def starred(*papers: int) -> Edit:
    return edit(Field.STAR, *((paper, "", "1") for paper in papers))


CHANGES = st.dictionaries(st.integers(1, 5), st.tuples(st.text(), st.text()))


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    changes = draw(CHANGES)
    return edit(Field.NOTE, *((paper, *values) for paper, values in changes.items()))


def applied(values: dict[int, str], done: Edit) -> dict[int, str]:
    return values | {change.paper_key: change.after for change in done.changes}


def test_the_inverse_puts_back_what_was_there() -> None:
    done = edit(Field.TAG, (1, "", "1"), (2, "", "1"), tag="rl")
    assert done.inverse() == edit(Field.TAG, (1, "1", ""), (2, "1", ""), tag="rl")


@given(edits())
def test_the_inverse_of_the_inverse_is_the_edit(done: Edit) -> None:
    assert done.inverse().inverse() == done
    before = {change.paper_key: change.before for change in done.changes}
    assert applied(applied(before, done), done.inverse()) == before


def test_one_edit_after_another_is_one_step_of_undo() -> None:
    first = edit(Field.NOTE, (1, "", "a"))
    later = edit(Field.NOTE, (1, "a", "ab"))
    assert first.followed_by(later) == edit(Field.NOTE, (1, "", "ab"))


def test_an_edit_that_came_back_can_still_be_followed() -> None:
    typed = edit(Field.NOTE, (1, "", "a")).followed_by(edit(Field.NOTE, (1, "a", "")))
    assert typed == edit(Field.NOTE, (1, "", ""))
    assert typed.followed_by(edit(Field.NOTE, (1, "", "b"))) == edit(Field.NOTE, (1, "", "b"))


def test_no_paper_of_either_edit_is_forgotten() -> None:
    assert starred(1, 2).followed_by(starred(3)) == starred(1, 2, 3)
    assert starred(1).followed_by(edit(Field.STAR)) == starred(1)


@given(edits(), st.dictionaries(st.integers(1, 5), st.text()))
def test_both_in_one_do_what_the_two_did(first: Edit, later_values: dict[int, str]) -> None:
    before = {change.paper_key: change.before for change in first.changes}
    between = applied(before, first)
    later = edit(Field.NOTE, *((p, between.get(p, ""), v) for p, v in later_values.items()))
    both = first.followed_by(later)
    assert applied(before, both) == applied(between, later)
    after = applied(before, both)
    assert all(applied(after, both.inverse())[paper] == value for paper, value in before.items())


def test_paper_keys_keep_their_order() -> None:
    assert starred(3, 1, 2).paper_keys == (3, 1, 2)


@pytest.mark.parametrize(
    ("done", "title"),
    [
        (starred(1), "Star 1 paper"),
        (starred(1, 2, 3), "Star 3 papers"),
        (starred(*range(1234)), "Star 1,234 papers"),
        (starred(1).inverse(), "Unstar 1 paper"),
        (edit(Field.READ, (1, "", "1")), "Mark 1 paper read"),
        (edit(Field.READ, (1, "1", ""), (2, "1", "")), "Mark 2 papers unread"),
        (edit(Field.NOTE, (1, "", "text")), "Note"),
        (edit(Field.NOTE, (1, "", "text"), (2, "", "text")), "Note on 2 papers"),
        (edit(Field.TAG, (1, "", "1"), tag="rl"), "Tag 1 paper “rl”"),
        (edit(Field.TAG, (1, "1", ""), (2, "1", ""), tag="a/b"), "Untag 2 papers “a/b”"),
        (edit(Field.STAR), "Unstar 0 papers"),
    ],
)
def test_titles(done: Edit, title: str) -> None:
    assert done.title() == title


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("rl", "rl"),
        ("  to   read\n", "to read"),
        ("#rl", "rl"),
        ("## rl", "rl"),
        ("a/b", "a/b"),
        (" a / b ", "a/b"),
        ("/a//b/", "a/b"),
        ("a/#b", "a/b"),
        ("/#a", "a"),
        ("C#", "C#"),
        ("Mixed Case", "Mixed Case"),
        ("e\N{COMBINING ACUTE ACCENT}", "é"),
        ("a\ud800b", "ab"),
        ("", ""),
        (" #/ # ", ""),
    ],
)
def test_clean_tag(name: str, tag: str) -> None:
    assert clean_tag(name) == tag


@given(st.one_of(st.text(), st.text("a#/ \n\x00\u00a0")))
def test_a_clean_tag_is_clean_already(name: str) -> None:
    tag = clean_tag(name)
    assert clean_tag(tag) == tag
    assert "" not in tag.split("/") or tag == ""
