"""Citation keys of a library: given, edited by hand, taken over, and lasting."""

from pathlib import Path

import pytest

from readinglist.domain.errors import UserFacingError
from readinglist.domain.paper import PaperDetail
from readinglist.domain.query import Exact, ExactField
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.library import Library
from tests.library_file import assert_sound


def paper(library: Library, key: int) -> PaperDetail:
    return library.papers.details([key]).result()[0]


def cited_as(library: Library, *keys: int) -> list[str]:
    return [detail.citation_key for detail in library.papers.details(keys).result()]


def found_by_key(library: Library, key: str) -> list[int]:
    return list(library.papers.keys(Exact(ExactField.CITATION_KEY, key), NEWEST_FIRST).result())


def test_a_key_typed_by_hand_is_kept_and_found(filled_library: Library) -> None:
    before = cited_as(filled_library, 1)[0]
    edit = filled_library.citation_keys.set_key(1, " Vaswani2017:a ").result()
    assert edit.title() == "Change the citation key of 1 paper"
    assert cited_as(filled_library, 1) == ["Vaswani2017:a"]
    assert found_by_key(filled_library, "vaswani2017:a") == [1]
    assert found_by_key(filled_library, before) == []
    filled_library.edits.undo().result()
    assert cited_as(filled_library, 1) == [before]
    assert found_by_key(filled_library, before) == [1]
    filled_library.edits.redo().result()
    assert cited_as(filled_library, 1) == ["Vaswani2017:a"]
    assert_sound(filled_library.folder)


def test_a_key_of_another_paper_is_refused_whatever_its_case(filled_library: Library) -> None:
    taken = cited_as(filled_library, 2)[0]
    with pytest.raises(UserFacingError) as caught:
        filled_library.citation_keys.set_key(1, taken.upper()).result()
    assert paper(filled_library, 2).paper_id in caught.value.message
    assert caught.value.hint == f"“{taken.upper()}a” is free."
    filled_library.citation_keys.set_key(1, f"{taken.upper()}a").result()
    assert cited_as(filled_library, 1) == [f"{taken.upper()}a"]


def test_the_case_of_a_papers_own_key_can_be_changed(filled_library: Library) -> None:
    key = cited_as(filled_library, 1)[0]
    filled_library.citation_keys.set_key(1, key.upper()).result()
    assert cited_as(filled_library, 1) == [key.upper()]
    assert found_by_key(filled_library, key) == [1]


def test_undo_leaves_a_key_alone_that_another_paper_has_by_now(filled_library: Library) -> None:
    first = cited_as(filled_library, 1)[0]
    filled_library.citation_keys.set_key(1, "other").result()
    filled_library.citation_keys.take_over({2: first}).result()
    filled_library.edits.undo().result()  # the second paper gives it back
    filled_library.edits.redo().result()
    filled_library.edits.undo().result()
    undone = filled_library.edits.undo().result()
    assert undone.left_alone == 0
    assert cited_as(filled_library, 1) == [first]
    assert_sound(filled_library.folder)


def test_papers_can_change_keys_with_each_other(filled_library: Library) -> None:
    one, two = cited_as(filled_library, 1, 2)
    taken = filled_library.citation_keys.take_over({1: two, 2: one}).result()
    assert not taken.refused
    assert cited_as(filled_library, 1, 2) == [two, one]
    filled_library.edits.undo().result()
    assert cited_as(filled_library, 1, 2) == [one, two]
    assert_sound(filled_library.folder)


def test_what_cannot_be_taken_over_is_told(filled_library: Library) -> None:
    before = cited_as(filled_library, 1, 2, 3, 4)
    taken = filled_library.citation_keys.take_over(
        {1: "DBLP:conf/nips/X17", 2: "a b", 3: before[3], 5: "dblp:CONF/nips/x17"}
    ).result()
    assert cited_as(filled_library, 1, 2, 3) == ["DBLP:conf/nips/X17", before[1], before[2]]
    assert set(taken.refused) == {2, 3, 5}
    assert "is not read as a key" in taken.refused[2]
    assert "is the key of" in taken.refused[3]
    assert taken.edit.paper_keys == (1,)


def test_another_pattern_is_for_newcomers_and_for_who_asks(filled_library: Library) -> None:
    keys = filled_library.citation_keys
    assert keys.pattern().result() == "{author}{year}{word}"
    before = cited_as(filled_library, 1, 2, 3)
    assert keys.set_pattern("{author}{yy}").result() == "{author}{yy}"
    assert cited_as(filled_library, 1, 2, 3) == before
    shown = [key for _paper, key in keys.preview("{author}{yy}", [1, 2, 3]).result()]
    edit = keys.renew([1, 2, 3]).result()
    assert len(edit.changes) == 3
    assert cited_as(filled_library, 1, 2, 3) == shown
    assert all(key.endswith("25") or key[-3:-1] == "25" for key in shown)
    assert not keys.renew([1, 2, 3]).result().changes
    filled_library.edits.undo().result()
    assert cited_as(filled_library, 1, 2, 3) == before


def test_keys_that_are_made_anew_are_all_different(filled_library: Library) -> None:
    keys = filled_library.citation_keys
    keys.set_pattern("x{year}").result()
    edit = keys.renew(range(1, 136)).result()
    made = cited_as(filled_library, *range(1, 136))
    assert len({key.lower() for key in made}) == 135
    assert made[0] == "x2025"
    assert len(edit.changes) == 135
    assert_sound(filled_library.folder)


def test_a_pattern_that_is_none_is_refused_at_once(filled_library: Library) -> None:
    with pytest.raises(UserFacingError, match="no field"):
        filled_library.citation_keys.set_pattern("{autor}")


def test_the_pattern_stays(filled_folder: Path) -> None:
    library = Library(filled_folder)
    library.citation_keys.set_pattern("{author}{year}").result()
    library.close()
    library = Library(filled_folder)
    assert library.citation_keys.pattern().result() == "{author}{year}"
    library.close()
