"""Reading lists: an order made by hand, descriptions, and undo of everything."""

from typing import TYPE_CHECKING

import pytest

from readinglist.domain.errors import UserFacingError
from readinglist.domain.hand_order import AT_THE_BEGINNING, AT_THE_END, Spot
from readinglist.domain.place import place_of_list
from readinglist.domain.query import InList
from readinglist.domain.reading_list import ReadingList
from readinglist.domain.sorting import by_hand
from readinglist.library.library import Library
from tests.library_file import assert_sound

if TYPE_CHECKING:
    from readinglist.domain.change import LibraryChange

NAME = "Related work"


def papers(library: Library, name: str = NAME) -> list[int]:
    return list(library.papers.keys(InList(name), by_hand(name)).result())


def lists(library: Library) -> tuple[ReadingList, ...]:
    return library.papers.counts().result().lists


@pytest.fixture
def listed(filled_library: Library) -> Library:
    filled_library.lists.make(NAME, "For section 2", [5, 3, 9, 7]).result()
    return filled_library


def test_a_list_keeps_the_order_in_which_papers_came(listed: Library) -> None:
    assert papers(listed) == [5, 3, 9, 7]
    assert papers(listed, "related WORK") == [5, 3, 9, 7]
    assert lists(listed) == (ReadingList(NAME, "For section 2", 4),)
    listed.lists.add("related work", [1, 3, 2]).result()
    assert papers(listed) == [5, 3, 9, 7, 1, 2]
    assert listed.papers.details([1]).result()[0].lists == (NAME,)


@pytest.mark.parametrize(
    ("keys", "spot", "order"),
    [
        ([7], AT_THE_BEGINNING, [7, 5, 3, 9]),
        ([5], AT_THE_END, [3, 9, 7, 5]),
        ([7], Spot(3, after=False), [5, 7, 3, 9]),
        ([5, 7], Spot(3, after=True), [3, 5, 7, 9]),
        ([9, 3], Spot(5, after=False), [9, 3, 5, 7]),
        ([2], Spot(3, after=True), [5, 3, 2, 9, 7]),
        ([5], Spot(5, after=True), [3, 9, 7, 5]),
        ([5], Spot(99, after=False), [5, 3, 9, 7]),
    ],
)
def test_papers_are_moved(keys: list[int], spot: Spot, order: list[int], listed: Library) -> None:
    listed.lists.place(NAME, keys, spot).result()
    assert papers(listed) == order
    if order != [5, 3, 9, 7]:
        listed.edits.undo().result()
        assert papers(listed) == [5, 3, 9, 7]
        listed.edits.redo().result()
        assert papers(listed) == order
    assert_sound(listed.folder)


def test_papers_that_an_undo_put_onto_one_spot_can_still_be_parted(listed: Library) -> None:
    listed.lists.remove(NAME, [7])
    listed.lists.add(NAME, [1]).result()
    listed.edits.undo()
    listed.edits.undo().result()
    assert papers(listed) == [5, 3, 9, 7]
    listed.database.write(
        lambda writing: writing.sqlite.execute(
            "UPDATE list_paper SET rank = (SELECT max(rank) FROM list_paper) WHERE paper_id = 9"
        )
    ).result()
    third, fourth = papers(listed)[2:]
    listed.lists.place(NAME, [5], Spot(fourth, after=False)).result()
    assert papers(listed) == [3, third, 5, fourth]


def test_a_deleted_list_comes_back_as_it_was(listed: Library) -> None:
    assert listed.lists.delete("related work").result() == 4
    assert lists(listed) == ()
    assert papers(listed) == []
    assert listed.edits.undo().result().title == f"Delete list “{NAME}”"
    assert papers(listed) == [5, 3, 9, 7]
    assert lists(listed) == (ReadingList(NAME, "For section 2", 4),)
    listed.edits.redo().result()
    assert lists(listed) == ()
    assert_sound(listed.folder)


def test_name_and_description(listed: Library) -> None:
    edit = listed.lists.describe(NAME, "RLVR", "Papers on\nverifiable rewards").result()
    assert edit.title() == f"Rename list “{NAME}” to “RLVR”"
    assert papers(listed, "RLVR") == [5, 3, 9, 7]
    assert lists(listed)[0].description == "Papers on\nverifiable rewards"
    edit = listed.lists.describe("rlvr", "RLVR", "").result()
    assert edit.title() == "Describe list “RLVR”"
    listed.edits.undo()
    listed.edits.undo().result()
    assert lists(listed) == (ReadingList(NAME, "For section 2", 4),)
    assert place_of_list(NAME).order == by_hand(NAME)


def test_names_that_are_refused(listed: Library) -> None:
    listed.lists.make("Other").result()
    for future in (
        listed.lists.make("RELATED work"),
        listed.lists.describe("Other", NAME, ""),
        listed.lists.add("Nowhere", [1]),
        listed.lists.delete("Nowhere"),
    ):
        with pytest.raises(UserFacingError):
            future.result()
    for name in ("", " \n", "x" * 81):
        with pytest.raises(UserFacingError):
            listed.lists.make(name)
    assert [found.name for found in lists(listed)] == ["Other", NAME]


def test_hidden_papers_are_not_counted(listed: Library) -> None:
    listed.edits.set_hidden([3, 1], hidden=True).result()
    assert lists(listed)[0].papers == 3


def test_papers_of_a_list_that_gets_another_name_are_told_of(listed: Library) -> None:
    changes: list[LibraryChange] = []
    listed.on_change(changes.append)
    listed.lists.describe(NAME, "RLVR", "").result()
    assert [change.annotated for change in changes] == [frozenset({5, 3, 9, 7})]


def test_placed_again_after_undo_papers_come_where_they_are_put(listed: Library) -> None:
    listed.lists.place(NAME, [7, 3], AT_THE_BEGINNING)
    listed.lists.add(NAME, [1])
    listed.edits.undo()
    listed.edits.undo().result()
    assert papers(listed) == [5, 3, 9, 7]
    listed.lists.place(NAME, [1], Spot(3, after=False)).result()
    listed.lists.place(NAME, [9], Spot(1, after=True)).result()
    assert papers(listed) == [5, 1, 9, 3, 7]
    listed.edits.undo()
    listed.edits.undo().result()
    assert papers(listed) == [5, 3, 9, 7]
