"""The queue: papers that are to be read, are being read, or are done with."""

from dataclasses import dataclass
from enum import StrEnum


class QueueState(StrEnum):
    """Where a paper of the queue stands; the values are what a filter and JSON call it."""

    TO_READ = "to-read"
    READING = "reading"
    DONE = "done"


STATES = {
    QueueState.TO_READ: "To read",
    QueueState.READING: "Reading",
    QueueState.DONE: "Done",
}
"""What people call them."""


@dataclass(frozen=True, slots=True)
class Queued:
    """A paper's state and its rank in the queue, as an ``Edit`` writes them: ``to-read i0000000``.

    The rank stays while the state changes, so that a paper taken up again is where it was.
    """

    state: QueueState
    rank: str

    def written(self) -> str:
        """Return the value of an edit."""
        return f"{self.state.value} {self.rank}"


def read_queued(value: str) -> Queued | None:
    """Return what an edit's value says; None for "", which is a paper that is not in the queue."""
    if not value:
        return None
    state, _, rank = value.partition(" ")
    return Queued(QueueState(state), rank)
