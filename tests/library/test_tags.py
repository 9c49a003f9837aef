"""Colours and digits of tags, names of searches, and counts of nested tags."""

import pytest

from readinglist.domain.errors import UserFacingError
from readinglist.domain.query import Tagged
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.domain.tag import TagColour, TagInUse, TagLook
from readinglist.library.library import Library
from tests.library_file import assert_sound


def tags(library: Library) -> dict[str, TagInUse]:
    return {tag.name: tag for tag in library.papers.counts().result().tags}


def test_colours_have_digits(filled_library: Library) -> None:
    library = filled_library
    library.edits.set_tagged([1], "rl", tagged=True)
    library.tags.set_colour("RL", TagColour.RED)
    library.tags.set_colour("agents", TagColour.BLUE).result()
    assert tags(library) == {
        "agents": TagInUse("agents", 0, TagLook(TagColour.BLUE, 2)),
        "rl": TagInUse("rl", 1, TagLook(TagColour.RED, 1)),
    }
    library.tags.set_colour("rl", TagColour.GREEN).result()
    assert tags(library)["rl"].look == TagLook(TagColour.GREEN, 1)
    library.tags.set_colour("rl", None).result()
    assert tags(library)["rl"].look is None
    library.tags.set_colour("new", TagColour.PINK).result()
    assert tags(library)["new"].look == TagLook(TagColour.PINK, 1)
    # Its digit is another's now, so that the undo leaves it without.
    library.edits.undo()
    assert library.edits.undo().result().title == "Colour tag “rl”"
    assert tags(library)["rl"].look == TagLook(TagColour.GREEN, 1)


def test_a_tenth_tag_finds_no_digit(filled_library: Library) -> None:
    for number in range(9):
        filled_library.tags.set_colour(f"t{number}", TagColour.GREY).result()
    with pytest.raises(UserFacingError, match="9 tags have a colour"):
        filled_library.tags.set_colour("one more", TagColour.RED).result()
    assert filled_library.tags.set_colour("t8", TagColour.RED).result().changes


def test_renaming_keeps_and_deleting_takes_the_colour(filled_library: Library) -> None:
    library = filled_library
    library.edits.set_tagged([1], "rl", tagged=True)
    library.tags.set_colour("rl", TagColour.RED)
    library.tags.rename("rl", "rlvr").result()
    assert tags(library) == {"rlvr": TagInUse("rlvr", 1, TagLook(TagColour.RED, 1))}
    library.tags.delete("rlvr").result()
    assert tags(library) == {}
    library.edits.undo().result()
    assert tags(library) == {"rlvr": TagInUse("rlvr", 1, TagLook(TagColour.RED, 1))}


def test_a_tag_counts_the_papers_of_those_in_it(filled_library: Library) -> None:
    library = filled_library
    for keys, tag in (
        ([1, 2, 3], "rl"),
        ([3, 4], "RL/offline"),
        ([4, 5], "rl/offline/batch"),
        ([6], "rl x"),
        ([7], "rl-x"),
        ([8], "r"),
    ):
        library.edits.set_tagged(keys, tag, tagged=True)
    library.edits.set_hidden([5, 2], hidden=True).result()
    counted = {name: tag.papers for name, tag in tags(library).items()}
    assert counted == {
        "r": 1,
        "rl": 3,
        "rl x": 1,
        "rl-x": 1,
        "RL/offline": 2,
        "rl/offline/batch": 1,
    }


def test_a_search_gets_another_name(filled_library: Library) -> None:
    library = filled_library
    library.searches.save("Code", "has:code")
    library.searches.save("Other", "x")
    assert library.searches.rename("CODE", "With code").result() == "With code"
    assert library.papers.counts().result().searches == (("Other", "x"), ("With code", "has:code"))
    assert library.searches.rename("With code", "with Code").result() == "with Code"
    with pytest.raises(UserFacingError, match="already"):
        library.searches.rename("Other", "WITH CODE").result()
    library.edits.undo()
    library.edits.undo().result()
    assert library.papers.counts().result().searches == (("Code", "has:code"), ("Other", "x"))


def test_a_search_does_not_take_the_place_of_another_one(filled_library: Library) -> None:
    """The library tells names apart that differ in the case of an accented letter."""
    library = filled_library
    library.searches.save("Ära", "x")
    library.searches.save("ära", "y").result()
    with pytest.raises(UserFacingError, match="already"):
        library.searches.rename("Ära", "ära").result()
    assert set(library.papers.counts().result().searches) == {("Ära", "x"), ("ära", "y")}


def test_a_colour_goes_along_to_a_name_that_was_used_once(filled_library: Library) -> None:
    library = filled_library
    library.edits.set_tagged([1], "later", tagged=True)
    library.edits.set_tagged([1], "later", tagged=False)
    library.edits.set_tagged([1], "rl", tagged=True)
    library.tags.set_colour("rl", TagColour.RED)
    library.tags.rename("rl", "later").result()
    assert tags(library) == {"later": TagInUse("later", 1, TagLook(TagColour.RED, 1))}
    library.edits.undo().result()
    assert tags(library) == {"rl": TagInUse("rl", 1, TagLook(TagColour.RED, 1))}
    library.tags.set_colour("agents", TagColour.BLUE)
    library.tags.rename("rl", "agents").result()
    assert tags(library) == {"agents": TagInUse("agents", 1, TagLook(TagColour.BLUE, 2))}


def test_names_of_tags_that_only_hidden_papers_have(filled_library: Library) -> None:
    library = filled_library
    library.edits.set_tagged([1], "dull", tagged=True)
    library.edits.set_tagged([2], "gone", tagged=True)
    library.edits.set_tagged([2], "gone", tagged=False)
    library.tags.set_colour("Agents", TagColour.BLUE)
    library.edits.set_hidden([1], hidden=True).result()
    assert list(tags(library)) == ["Agents"]
    assert library.papers.tag_names().result() == ["Agents", "dull"]


def test_a_tag_that_gets_another_case(filled_library: Library) -> None:
    library = filled_library
    library.edits.set_tagged([1], "rl", tagged=True)
    library.edits.set_tagged([2], "rl/offline", tagged=True)
    assert library.tags.rename("RL", "RL").result() == "RL"
    assert list(tags(library)) == ["RL", "RL/offline"]
    assert library.edits.undo().result().title == "Rename tag “rl” to “RL”"
    assert list(tags(library)) == ["rl", "rl/offline"]
    library.edits.redo().result()
    assert list(tags(library)) == ["RL", "RL/offline"]


def test_a_nested_tag_moves_up_with_what_is_in_it(filled_library: Library) -> None:
    library = filled_library
    library.edits.set_tagged([1], "rl/deep", tagged=True)
    library.edits.set_tagged([2], "rl/deep/deep", tagged=True)
    library.edits.set_tagged([3], "rl/deep/deep/deep", tagged=True)
    library.tags.rename("rl/deep", "rl").result()
    assert [row.tags for row in library.papers.rows([1, 2, 3]).result()] == [
        ("rl",),
        ("rl/deep",),
        ("rl/deep/deep",),
    ]
    library.edits.undo().result()
    assert [row.tags for row in library.papers.rows([1, 2, 3]).result()] == [
        ("rl/deep",),
        ("rl/deep/deep",),
        ("rl/deep/deep/deep",),
    ]
    assert_sound(library.folder)


def test_a_name_that_no_paper_has_any_more_is_free(filled_library: Library) -> None:
    library = filled_library
    library.edits.set_tagged([1], "rl", tagged=True)
    library.tags.set_colour("rl", TagColour.RED)
    library.edits.set_tagged([2], "Deep", tagged=True)
    library.edits.set_tagged([2], "Deep", tagged=False)
    assert library.tags.rename("rl", "deep").result() == "deep"
    assert tags(library) == {"deep": TagInUse("deep", 1, TagLook(TagColour.RED, 1))}
    assert library.edits.undo().result().title == "Rename tag “rl” to “deep”"
    assert tags(library) == {"rl": TagInUse("rl", 1, TagLook(TagColour.RED, 1))}
    library.edits.undo().result()
    assert list(tags(library)) == ["Deep", "rl"]
    assert_sound(library.folder)


def test_merging_keeps_its_title_when_it_was_undone(filled_library: Library) -> None:
    library = filled_library
    library.edits.set_tagged([1], "rl", tagged=True)
    library.edits.set_tagged([1], "deep", tagged=True)
    library.tags.rename("rl", "deep").result()
    for moved in (library.edits.undo(), library.edits.redo(), library.edits.undo()):
        assert moved.result().title == "Merge tag “rl” into “deep”"


def test_to_take_a_colour_off_makes_no_tag(filled_library: Library) -> None:
    library = filled_library
    assert library.tags.set_colour("RL", None).result().changes == ()
    library.edits.set_tagged([1], "rl", tagged=True).result()
    assert list(tags(library)) == ["rl"]


def test_letters_beyond_ascii_have_their_case(filled_library: Library) -> None:
    """Names ignore the case of ASCII letters only, everywhere in the same way."""
    library = filled_library
    for keys, tag in (([1], "Übung"), ([2], "übung"), ([3], "übung/a"), ([4], "ÜBUNG/a")):
        library.edits.set_tagged(keys, tag, tagged=True).result()
    counted = {name: tag.papers for name, tag in tags(library).items()}
    assert counted == {"Übung": 2, "ÜBUNG/a": 1, "übung": 2, "übung/a": 1}
    for name, papers in counted.items():
        assert len(library.papers.keys(Tagged(name), NEWEST_FIRST).result()) == papers
    assert library.tags.rename("übung", "Übung/b").result() == "Übung/b"
    library.edits.undo().result()
    assert {name: tag.papers for name, tag in tags(library).items()} == counted


def test_a_search_does_not_overwrite_one_that_differs_in_an_umlaut(
    filled_library: Library,
) -> None:
    library = filled_library
    library.searches.save("Übung", "has:code")
    library.searches.save("übung", "is:unread")
    with pytest.raises(UserFacingError, match="already"):
        library.searches.rename("Übung", "übung").result()


def test_a_search_that_keeps_its_name_is_no_step(filled_library: Library) -> None:
    library = filled_library
    library.searches.save("Code", "has:code")
    library.searches.rename("Code", "Code").result()
    assert library.edits.undo().result().title == "Save search “Code”"


def test_a_tag_gets_its_name_back_from_one_that_is_on_no_paper(filled_library: Library) -> None:
    library = filled_library
    library.edits.set_tagged([1], "rl", tagged=True)
    library.tags.rename("rl", "deep")
    library.edits.set_tagged([2], "RL", tagged=True)
    library.edits.undo()
    assert library.edits.undo().result().left_alone == 0
    assert tags(library) == {"rl": TagInUse("rl", 1)}
    library.edits.redo()
    library.edits.redo().result()
    assert tags(library) == {"deep": TagInUse("deep", 1), "RL": TagInUse("RL", 1)}
    assert_sound(library.folder)
