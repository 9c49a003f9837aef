"""The queue: papers that are to be read, in an order made by hand."""

from collections.abc import Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.hand_order import AT_THE_END, Spot, new_ranks
from readinglist.domain.reading_queue import Queued, QueueState, read_queued
from readinglist.library.undo_log import UndoLog

if TYPE_CHECKING:
    from readinglist.storage.write_engine import WriteSession


class ReadingQueue:
    """The queue of a library; every method is one step of undo."""

    def __init__(self, log: UndoLog) -> None:
        self._log = log

    def set_state(self, keys: Sequence[int], state: QueueState) -> Future[Edit]:
        """Give papers a state; those that are not in the queue come to its end."""

        def work(writing: "WriteSession") -> Edit:
            edit = set_state(writing, keys, state)
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)

    def toggle(self, keys: Sequence[int]) -> Future[Edit]:
        """Put papers into the queue, or take them out if all of them are to be read."""

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits
            from readinglist.storage.reading_queue import read_queued as read_values

            wanted = tuple(dict.fromkeys(keys))
            found = read_values(writing, Field.QUEUE, wanted).values()
            states = {queued.state if queued else None for queued in map(read_queued, found)}
            if states <= {QueueState.TO_READ, QueueState.READING}:
                edit = paper_edits.set_value(writing, Field.QUEUE, wanted, "")
            else:
                edit = set_state(writing, wanted, QueueState.TO_READ)
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)

    def finish(self, keys: Sequence[int]) -> Future[Edit]:
        """Mark papers done, and with that read; one step of undo."""

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits

            done = set_state(writing, keys, QueueState.DONE)
            read = paper_edits.set_value(writing, Field.READ, tuple(dict.fromkeys(keys)), "1")
            self._log.log(writing, [done, read])
            return done

        return self._log.write(work)

    def remove(self, keys: Sequence[int]) -> Future[Edit]:
        """Take papers out of the queue, whatever their state."""

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits

            wanted = tuple(dict.fromkeys(keys))
            edit = paper_edits.set_value(writing, Field.QUEUE, wanted, "")
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)

    def place(self, keys: Sequence[int], spot: Spot) -> Future[Edit]:
        """Bring papers, in the order given, to a spot of the queue; others come into it."""

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits
            from readinglist.storage.reading_queue import ranked_queue
            from readinglist.storage.reading_queue import read_queued as read_values

            ranks = new_ranks(ranked_queue(writing.sqlite), list(dict.fromkeys(keys)), spot)
            present = read_values(writing, Field.QUEUE, list(ranks))
            values = {key: _moved(present[key], rank) for key, rank in ranks.items()}
            edit = paper_edits.set_values(writing, Field.QUEUE, values)
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)


def _moved(value: str, rank: str) -> str:
    queued = read_queued(value)
    return Queued(queued.state if queued else QueueState.TO_READ, rank).written()


def set_state(writing: "WriteSession", keys: Sequence[int], state: QueueState) -> Edit:
    """Give papers a state, within a transaction of whoever calls."""
    from readinglist.storage import paper_edits
    from readinglist.storage.reading_queue import ranked_queue
    from readinglist.storage.reading_queue import read_queued as read_values

    wanted = list(dict.fromkeys(keys))
    present = read_values(writing, Field.QUEUE, wanted)
    new = [key for key in wanted if not present[key]]
    ranks = new_ranks(ranked_queue(writing.sqlite), new, AT_THE_END)
    values = {
        key: Queued(state, ranks[key] if key in ranks else _rank(present[key])).written()
        for key in wanted
    }
    return paper_edits.set_values(writing, Field.QUEUE, values)


def _rank(value: str) -> str:
    queued = read_queued(value)
    return queued.rank if queued else ""
