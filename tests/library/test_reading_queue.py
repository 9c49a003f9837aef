"""The queue: states, an order of its own, and undo."""

from readinglist.domain.hand_order import AT_THE_BEGINNING, AT_THE_END, Spot
from readinglist.domain.place import QUEUE
from readinglist.domain.query import Flag, Is
from readinglist.domain.reading_queue import QueueState
from readinglist.domain.rule import Rule
from readinglist.domain.sorting import NEWEST_FIRST, by_hand
from readinglist.library.library import Library
from tests.library.syncing import listed
from tests.library_file import assert_sound
from tests.papers import MONDAY, made_up_listing


def queue(library: Library) -> list[int]:
    return list(library.papers.keys(QUEUE.condition(MONDAY), by_hand()).result())


def states(library: Library) -> dict[QueueState, list[int]]:
    return {
        state: sorted(library.papers.keys(Is(Flag(state.value)), NEWEST_FIRST).result())
        for state in QueueState
    }


def counted(library: Library) -> tuple[int, int]:
    counts = library.papers.counts().result()
    return counts.to_read, counts.done


def test_papers_go_through_the_queue(filled_library: Library) -> None:
    library = filled_library
    library.queue.toggle([4, 2, 8]).result()
    assert queue(library) == [4, 2, 8]
    assert library.queue.set_state([2], QueueState.READING).result().title() == "Begin 1 paper"
    edit = library.queue.finish([4]).result()
    assert edit.title() == "Finish 1 paper"
    assert queue(library) == [2, 8]
    assert states(library) == {
        QueueState.TO_READ: [8],
        QueueState.READING: [2],
        QueueState.DONE: [4],
    }
    row = library.papers.rows([4]).result()[0]
    assert (row.read, row.queue) == (True, QueueState.DONE)
    assert counted(library) == (2, 1)
    library.edits.undo().result()
    row = library.papers.rows([4]).result()[0]
    assert (row.read, row.queue) == (False, QueueState.TO_READ)
    assert queue(library) == [4, 2, 8]
    assert_sound(library.folder)


def test_toggling(filled_library: Library) -> None:
    library = filled_library
    library.queue.finish([1]).result()
    library.queue.toggle([1, 2]).result()
    assert queue(library) == [1, 2]
    library.queue.set_state([2], QueueState.READING)
    assert library.queue.toggle([1, 2]).result().title() == "Unqueue 2 papers"
    assert queue(library) == []
    assert counted(library) == (0, 0)


def test_papers_that_are_not_in_the_queue_can_be_finished(filled_library: Library) -> None:
    filled_library.queue.finish([6, 6]).result()
    assert counted(filled_library) == (0, 1)
    filled_library.queue.remove([6]).result()
    assert counted(filled_library) == (0, 0)


def test_the_order(filled_library: Library) -> None:
    library = filled_library
    library.queue.set_state([1, 2, 3, 4], QueueState.TO_READ)
    library.queue.set_state([3], QueueState.READING)
    library.queue.place([4], AT_THE_BEGINNING).result()
    assert queue(library) == [4, 1, 2, 3]
    library.queue.place([1, 9], Spot(3, after=True)).result()
    assert queue(library) == [4, 2, 3, 1, 9]
    assert states(library)[QueueState.READING] == [3]
    library.edits.undo().result()
    assert queue(library) == [4, 1, 2, 3]


def test_hidden_papers_are_not_counted(filled_library: Library) -> None:
    filled_library.queue.toggle([1, 2])
    filled_library.edits.set_hidden([2], hidden=True).result()
    assert counted(filled_library) == (1, 0)


def test_papers_with_one_rank_are_placed_as_they_are_shown(library: Library) -> None:
    """An undo brings a paper back to a rank that a rule has given away meanwhile."""
    listed(library, made_up_listing(1))
    library.queue.set_state([1], QueueState.TO_READ)
    library.queue.remove([1])
    library.rules.save(Rule("Many", "upvotes:>1", queues=True)).result()
    listed(library, made_up_listing(2), made_up_listing(3))
    library.edits.undo()
    library.edits.undo().result()
    first, second = queue(library)[:2]
    library.queue.place([3], Spot(second, after=False)).result()
    assert queue(library) == [first, 3, second]
    assert_sound(library.folder)


def test_to_put_papers_where_they_are_is_no_step(filled_library: Library) -> None:
    library = filled_library
    library.queue.set_state([1, 2, 3, 4], QueueState.TO_READ)
    library.queue.remove([2])
    for keys, spot in (([3], Spot(1)), ([3, 4], AT_THE_END), ([1, 3], Spot(4, after=False))):
        assert library.queue.place(keys, spot).result().changes == ()
    assert library.edits.undo().result().title == "Unqueue 1 paper"
