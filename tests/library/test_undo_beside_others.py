"""Undo and redo where somebody else changed the same things since, without a word in the log."""

from collections.abc import Iterator

import pytest

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.query import InList
from readinglist.domain.reading_list import ReadingList
from readinglist.domain.rule import Rule
from readinglist.domain.sorting import by_hand
from readinglist.domain.tag import TagColour, TagInUse, TagLook
from readinglist.library.library import Library
from readinglist.storage.paper_edits import set_values
from tests.library_file import assert_sound


@pytest.fixture
def other(filled_library: Library) -> Iterator[Library]:
    """Another program that has the same library open."""
    opened = Library(filled_library.folder)
    yield opened
    opened.close()
    assert_sound(filled_library.folder)


def by_others(other: Library, field: Field, values: dict[int, str], name: str = "") -> Edit:
    """Change something as no step of undo."""
    return other.database.write(lambda writing: set_values(writing, field, values, name)).result()


def papers(library: Library, name: str) -> list[int]:
    return list(library.papers.keys(InList(name), by_hand(name)).result())


def lists(library: Library) -> tuple[ReadingList, ...]:
    return library.papers.counts().result().lists


def test_a_list_whose_name_was_taken_stays_away_and_so_do_its_papers(
    filled_library: Library, other: Library
) -> None:
    library = filled_library
    library.lists.make("Survey", keys=[1, 2])
    library.lists.delete("Survey").result()
    by_others(other, Field.LIST_ITSELF, {7: "survey\ntheirs"})
    undone = library.edits.undo().result()
    assert undone.left_alone == 3
    assert lists(library) == (ReadingList("survey", "theirs", 0),)
    assert library.edits.redo().result().edit is None


def test_a_made_list_whose_name_was_taken_is_not_filled_again(
    filled_library: Library, other: Library
) -> None:
    library = filled_library
    library.lists.make("Survey", keys=[1, 2])
    library.edits.undo().result()
    by_others(other, Field.LIST_ITSELF, {7: "survey\ntheirs"})
    assert library.edits.redo().result().left_alone == 3
    assert lists(library) == (ReadingList("survey", "theirs", 0),)


def test_a_list_into_which_others_put_papers_is_not_deleted(
    filled_library: Library, other: Library
) -> None:
    library = filled_library
    library.lists.make("Survey", keys=[1, 2]).result()
    by_others(other, Field.LIST, {5: "z"}, "Survey")
    assert library.edits.undo().result().left_alone == 1
    assert papers(library, "Survey") == [5]
    library.edits.redo().result()
    assert papers(library, "Survey") == [1, 2, 5]


def test_papers_that_others_moved_stay_where_they_are(
    filled_library: Library, other: Library
) -> None:
    library = filled_library
    library.lists.make("Survey", keys=[1, 2, 3]).result()
    library.lists.add("Survey", [4, 5]).result()
    by_others(other, Field.LIST, {4: "0"}, "Survey")
    undone = library.edits.undo().result()
    assert (undone.left_alone, undone.title) == (1, "Add 1 paper to “Survey”")
    assert papers(library, "Survey") == [4, 1, 2, 3]
    library.edits.redo().result()
    assert papers(library, "Survey") == [4, 1, 2, 3, 5]


def test_a_tag_whose_name_was_taken_keeps_the_one_it_has(
    filled_library: Library, other: Library
) -> None:
    library = filled_library
    library.edits.set_tagged([1], "rl", tagged=True)
    library.tags.rename("rl", "deep").result()
    others_tag = other.database.write(
        lambda writing: set_values(writing, Field.TAG, {2: "1"}, "RL")
    ).result()
    assert others_tag.changes
    assert library.edits.undo().result().left_alone == 1
    tags = {tag.name: tag.papers for tag in library.papers.counts().result().tags}
    assert tags == {"deep": 1, "RL": 1}


def test_a_digit_that_was_given_away_is_not_taken_back(
    filled_library: Library, other: Library
) -> None:
    library = filled_library
    library.edits.set_tagged([1], "rl", tagged=True)
    library.edits.set_tagged([1], "deep", tagged=True)
    library.tags.set_colour("rl", TagColour.RED)
    library.tags.set_colour("rl", None).result()
    by_others(other, Field.TAG_COLOUR, {2: "blue 1"})
    assert library.edits.undo().result().left_alone == 1
    assert library.papers.counts().result().tags == (
        TagInUse("deep", 1, TagLook(TagColour.BLUE, 1)),
        TagInUse("rl", 1),
    )


def test_a_deleted_rule_whose_name_was_taken_does_not_come_back(
    filled_library: Library, other: Library
) -> None:
    library = filled_library
    library.rules.save(Rule("Few", "upvotes:<5", hides=True))
    library.rules.delete("Few").result()
    theirs = Rule("few", "upvotes:>5", stars=True)
    by_others(other, Field.RULE, {9: theirs.written()})
    assert library.edits.undo().result().left_alone == 1
    assert library.papers.counts().result().rules == (theirs,)


def test_a_search_that_others_saved_anew_is_left_alone(
    filled_library: Library, other: Library
) -> None:
    library = filled_library
    library.searches.save("Code", "has:code").result()
    by_others(other, Field.SEARCH, {0: "is:unread"}, "Code")
    assert library.edits.undo().result().left_alone == 1
    assert library.papers.counts().result().searches == (("Code", "is:unread"),)


def test_two_programs_have_one_history(filled_library: Library, other: Library) -> None:
    filled_library.edits.set_rating([1, 2], 4).result()
    other.edits.set_rating([2], 5).result()
    assert filled_library.edits.undo().result().title == "Rate 1 paper 5"
    assert other.edits.undo().result().title == "Rate 2 papers 4"
    assert filled_library.edits.redo().result().left_alone == 0
    assert [row.rating for row in other.papers.rows([1, 2]).result()] == [4, 4]
