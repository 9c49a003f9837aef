"""Papers are found by what terms begin with, also after others that begin so were taken away."""

from readinglist.domain.query_parser import parse_query
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.library import Library
from tests.library.syncing import listed
from tests.library_file import assert_sound, beginnings_that_miss_papers
from tests.papers import MONDAY, made_up_listing


def found(library: Library, query: str) -> int:
    condition = parse_query(query, today=MONDAY).condition
    return len(library.papers.keys(condition, NEWEST_FIRST).result())


def test_any_tag_and_any_list_after_one_of_two_was_taken_off(library: Library) -> None:
    listed(library, made_up_listing(1))
    for name in ("one", "two"):
        library.edits.set_tagged([1], name, tagged=True)
        library.lists.make(name, keys=[1])
    library.edits.set_tagged([1], "two", tagged=False)
    library.lists.remove("two", [1]).result()
    assert (found(library, "has:tag"), found(library, "has:list")) == (1, 1)
    library.edits.set_tagged([1], "one", tagged=False)
    library.lists.delete("one").result()
    assert (found(library, "has:tag"), found(library, "has:list")) == (0, 0)
    assert_sound(library.folder)


def test_a_note_after_a_word_of_it_was_taken_away(library: Library) -> None:
    listed(library, made_up_listing(1))
    library.edits.set_note(1, "compare with computed ones")
    library.edits.set_note(1, "compare with others").result()
    assert found(library, "note:com*") == 1
    assert beginnings_that_miss_papers(library.folder) == set()


def test_a_title_and_an_abstract_after_they_changed_upstream(library: Library) -> None:
    words = "measure measured measuring"
    listed(library, made_up_listing(1, title=words, abstract=words))
    listed(library, made_up_listing(1, title="measured things", abstract="measure"))
    assert (found(library, "title:me*"), found(library, "abstract:meas*")) == (1, 1)
    assert beginnings_that_miss_papers(library.folder) == set()
    assert_sound(library.folder)
