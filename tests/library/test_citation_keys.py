"""Citation keys: their pattern, keys given by hand, and keys that come with papers."""

import re
from collections.abc import Iterator

import pytest

from readinglist.domain.annotation import Field
from readinglist.domain.cancellation import CancelToken
from readinglist.domain.citation_key import KeyTakenError
from readinglist.domain.errors import UserFacingError
from readinglist.domain.key_pattern import DEFAULT_PATTERN
from readinglist.domain.query_parser import parse_query
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.exporters import exported, exporter_named
from readinglist.library.library import Library
from readinglist.library.sync import Sync
from readinglist.storage.key_reads import KEY_PATTERN
from readinglist.storage.library_choices import write_choice
from readinglist.storage.paper_edits import set_values
from tests.library_file import assert_sound
from tests.papers import MONDAY, ListedDays, made_up_listing


@pytest.fixture
def library(library: Library) -> Iterator[Library]:
    """Five papers, of which all would have the same key."""
    bring_in(library, 1, 2, 3, 4, 5)
    yield library
    library.close()
    assert_sound(library.folder)


def bring_in(library: Library, *numbers: int, **fields: object) -> None:
    listings = [made_up_listing(number, MONDAY, **fields) for number in numbers]
    Sync(library, ListedDays({MONDAY: listings}), CancelToken()).run([MONDAY])


def keys(library: Library) -> list[str]:
    """The keys of all papers as the order is in which they came in."""
    details = library.papers.details(range(1, 100)).result()
    return [detail.citation_key for detail in details]


def keys_of_all(library: Library) -> list[str]:
    return [paper.citation_key for paper in library.papers.details(range(1, 1000)).result()]


def found(library: Library, query: str) -> list[int]:
    condition = parse_query(query, today=MONDAY).condition
    return sorted(library.papers.keys(condition, NEWEST_FIRST).result())


GIVEN = ["lovelace2025paper", *(f"lovelace2025paper{letter}" for letter in "abcd")]


# The pattern


def test_new_papers_get_their_keys_by_the_pattern_and_others_keep_theirs(library: Library) -> None:
    assert library.citation_keys.pattern().result().text == DEFAULT_PATTERN
    library.citation_keys.set_pattern("{authors}{yy}").result()
    bring_in(library, 1, 6, 7, upvotes=99)
    assert keys(library) == [*GIVEN, "lp25", "lp25a"]


def test_the_pattern_belongs_to_the_library(library: Library) -> None:
    library.citation_keys.set_pattern(" {Author}{year} ").result()
    with_other = Library(library.folder)
    try:
        assert with_other.citation_keys.pattern().result().text == "{author}{year}"
        bring_in(with_other, 6)
    finally:
        with_other.close()
    assert keys(library)[-1] == "lovelace2025"


def test_the_default_can_be_chosen_again(library: Library) -> None:
    library.citation_keys.set_pattern("{id}").result()
    library.citation_keys.set_pattern(DEFAULT_PATTERN).result()
    assert library.citation_keys.pattern().result().text == DEFAULT_PATTERN


def test_what_is_no_pattern_is_refused_and_nothing_changes(library: Library) -> None:
    with pytest.raises(UserFacingError, match=r"There is no field “\{venue\}”"):
        library.citation_keys.set_pattern("{venue}{year}")
    assert library.citation_keys.pattern().result().text == DEFAULT_PATTERN


def test_a_pattern_of_a_newer_version_does_not_stop_a_sync(library: Library) -> None:
    library.database.write(
        lambda writing: write_choice(writing.sqlite, KEY_PATTERN, "{author}{venue}")
    ).result()
    assert library.citation_keys.pattern().result().text == DEFAULT_PATTERN
    bring_in(library, 6)
    assert keys(library)[-1] == "lovelace2025papere"


def test_a_preview_is_what_would_be_given(library: Library) -> None:
    shown = library.citation_keys.preview("{author}{year}", [3, 1, 2]).result()
    assert [(paper.key, key) for paper, key in shown] == [
        (3, "lovelace2025b"),
        (1, "lovelace2025"),
        (2, "lovelace2025a"),
    ]
    library.citation_keys.set_pattern("{author}{year}").result()
    library.citation_keys.renew([1, 2, 3]).result()
    assert keys(library)[:3] == ["lovelace2025", "lovelace2025a", "lovelace2025b"]


# By hand


def test_a_key_is_found_exported_undone_and_done_again(library: Library) -> None:
    edit = library.citation_keys.set_key(2, " Engine-Paper ").result()
    assert edit.done_title() == ("Changed citation key “lovelace2025papera” to “Engine-Paper”")
    assert found(library, "key:engine-paper") == found(library, "key:eng*") == [2]
    assert found(library, "key:lovelace2025papera") == []
    assert found(library, "-key:engine-paper") == [1, 3, 4, 5]
    papers = library.papers.details([2]).result()
    bibtex = "".join(exported(exporter_named("bibtex"), papers))
    assert re.search(r"@\w+\{Engine-Paper,", bibtex)
    assert library.edits.undo().result().title == edit.title()
    assert keys(library) == GIVEN
    assert found(library, "key:lovelace2025papera") == [2]
    library.edits.redo().result()
    assert keys(library)[1] == "Engine-Paper"


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "markdown", "ris", "csl-json", "csv"])
def test_a_typed_key_goes_out_with_every_format(name: str, library: Library) -> None:
    library.citation_keys.set_key(2, "DBLP:conf/nips/X_17").result()
    papers = library.papers.details([2]).result()
    assert "DBLP:conf/nips/X_17" in "".join(exported(exporter_named(name), papers))


def test_a_sync_never_changes_a_key(library: Library) -> None:
    library.citation_keys.set_key(2, "mine").result()
    library.citation_keys.set_pattern("{word}").result()
    bring_in(library, 1, 2, 3, title="Another title", authors=("Grace Hopper",))
    assert keys(library) == [GIVEN[0], "mine", *GIVEN[2:]]


def test_a_key_that_another_paper_has_is_refused_with_the_next_that_is_free(
    library: Library,
) -> None:
    library.citation_keys.set_key(1, "mine").result()
    for asked in (
        library.citation_keys.set_key(2, "MINE"),
        library.citation_keys.check(2, "Mine"),
    ):
        with pytest.raises(KeyTakenError) as refused:
            asked.result()
        assert refused.value.free.lower() == "minea"
        assert str(refused.value) in {
            "“MINE” is the key of 2506.00001, “Paper 1 on Learning”. “MINEa” is free.",
            "“Mine” is the key of 2506.00001, “Paper 1 on Learning”. “Minea” is free.",
        }
    assert library.citation_keys.check(2, refused.value.free).result() == "Minea"
    assert library.citation_keys.check(1, "Mine").result() == "Mine"
    assert keys(library)[1] == GIVEN[1]


def test_what_cannot_be_a_key_is_refused(library: Library) -> None:
    with pytest.raises(UserFacingError, match="“my#key” cannot be a citation key"):
        library.citation_keys.set_key(1, "my#key")
    with pytest.raises(UserFacingError, match="needs a letter"):
        library.citation_keys.check(1, " ")


def test_the_key_that_a_paper_has_is_no_edit(library: Library) -> None:
    assert library.citation_keys.set_key(1, f" {GIVEN[0]} ").result().changes == ()
    assert library.edits.undo().result().edit is None


def test_the_case_of_its_own_key_can_be_changed(library: Library) -> None:
    library.citation_keys.set_key(1, GIVEN[0].upper()).result()
    assert keys(library)[0] == GIVEN[0].upper()
    assert found(library, f"key:{GIVEN[0]}") == [1]
    library.citation_keys.renew([1]).result()
    assert keys(library) == GIVEN


def test_a_paper_that_is_not_there_gets_no_key(library: Library) -> None:
    assert library.citation_keys.set_key(99, "mine").result().changes == ()
    assert library.citation_keys.check(99, "mine").result() == "mine"


def test_an_undo_gives_a_suffix_where_a_newcomer_has_the_key(library: Library) -> None:
    library.citation_keys.set_key(1, "mine").result()
    bring_in(library, 6)
    assert keys(library)[5] == GIVEN[0]
    undone = library.edits.undo().result()
    assert undone.title == "Change citation key “lovelace2025papere” to “mine”"
    assert undone.left_alone == 0
    assert keys(library) == ["lovelace2025papere", *GIVEN[1:], GIVEN[0]]
    library.edits.redo().result()
    assert keys(library)[0] == "mine"
    library.edits.undo().result()
    assert keys(library)[0] == "lovelace2025papere"
    assert found(library, "key:lovelace2025papere") == [1]


def test_an_undo_leaves_alone_what_others_changed_since(library: Library) -> None:
    library.citation_keys.set_key(1, "mine").result()
    library.database.write(
        lambda writing: set_values(writing, Field.CITATION_KEY, {1: "theirs"})
    ).result()
    assert library.edits.undo().result().left_alone == 1
    assert keys(library)[0] == "theirs"


# By the pattern


def test_new_keys_by_the_pattern_are_one_step_for_those_that_change(library: Library) -> None:
    library.citation_keys.set_pattern("{author}{year}").result()
    edit = library.citation_keys.renew([4, 2, 99, 2]).result()
    assert [(c.paper_key, c.after) for c in edit.changes] == [
        (2, "lovelace2025"),
        (4, "lovelace2025a"),
    ]
    assert edit.title() == "Change 2 citation keys"
    assert library.citation_keys.renew([2, 4]).result().changes == ()
    library.edits.undo().result()
    assert keys(library) == GIVEN


def test_no_paper_gets_the_key_that_another_one_had_until_now(library: Library) -> None:
    library.citation_keys.set_key(1, "mine").result()
    bring_in(library, 6)  # gets the plain key, which was free
    library.citation_keys.renew(range(1, 7)).result()
    assert keys(library) == ["lovelace2025papere", *GIVEN[1:], GIVEN[0]]


def test_keys_of_a_library_as_it_came_in_are_those_of_the_pattern(filled_library: Library) -> None:
    papers = filled_library.papers.keys(parse_query("", today=MONDAY).condition, NEWEST_FIRST)
    assert filled_library.citation_keys.renew(papers.result()).result().changes == ()


def test_keys_that_are_made_anew_are_all_different(filled_library: Library) -> None:
    filled_library.citation_keys.set_pattern("x{authors}").result()
    edit = filled_library.citation_keys.renew(range(1, 136)).result()
    made = keys_of_all(filled_library)
    assert len({key.lower() for key in made}) == len(edit.changes) == len(made) == 135


def test_a_session_tells_changed_keys_once(library: Library) -> None:
    library.citation_keys.set_key(1, "mine")
    library.citation_keys.set_key(2, "other")
    library.citation_keys.set_key(1, "mine2").result()
    (done,) = library.session.summary().result().done
    assert done.done_title() == "Changed 2 citation keys"
    library.session.take_back(done).result()
    assert keys(library) == GIVEN


# From elsewhere


def test_keys_of_other_programs_are_taken_over(library: Library) -> None:
    library.citation_keys.set_key(5, "held").result()
    asked = {1: "Lovelace:2025", 2: "bad#key", 3: "held", 4: "lovelace:2025", 9: "x", 5: "held"}
    taken_over = library.citation_keys.take_over(asked).result()
    assert keys(library) == ["Lovelace:2025", *GIVEN[1:4], "held"]
    assert taken_over.edit.paper_keys == (1,)
    assert {number: why.split(".")[0] for number, why in taken_over.refused.items()} == {
        2: "“bad#key” cannot be a citation key",
        3: "“held” is wanted for another paper, too",
        4: "“lovelace:2025” is wanted for another paper, too",
        9: "There is no such paper",
    }
    library.edits.undo().result()
    assert keys(library)[0] == GIVEN[0]


def test_papers_may_exchange_their_keys(library: Library) -> None:
    exchanged = {1: GIVEN[1], 2: GIVEN[2], 3: GIVEN[0]}
    assert library.citation_keys.take_over(exchanged).result().refused == {}
    assert keys(library) == [GIVEN[1], GIVEN[2], GIVEN[0], *GIVEN[3:]]
    assert found(library, f"key:{GIVEN[0]}") == [3]
    library.edits.undo().result()
    assert keys(library) == GIVEN


def test_a_key_stays_with_a_paper_that_cannot_get_another(library: Library) -> None:
    asked = {1: "no#key", 2: GIVEN[0], 3: GIVEN[1]}
    taken_over = library.citation_keys.take_over(asked).result()
    assert set(taken_over.refused) == {1, 2, 3}
    assert taken_over.refused[2] == (
        f"“{GIVEN[0]}” is the key of 2506.00001, “Paper 1 on Learning”."
    )
    assert taken_over.edit.changes == ()
    assert keys(library) == GIVEN
