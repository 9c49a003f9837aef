"""Papers asked of arXiv together, and the search for those because of which it refuses them all.

Mostly arXiv names the id that it refuses. If it names none, the halves are asked for, and halves of
those; unless it turns out that it is not about the ids at all.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

_MOST_REFUSALS = 16
"""To find two ids among a hundred takes 14 at most."""
_MOST_WITHOUT_ANSWER = 3
"""The whole batch and both of its halves: then it is about no id."""


@dataclass(slots=True)
class Question:
    """Papers to be asked for with one request, and how often that has been tried."""

    ids: Sequence[str]
    tries: int = 0
    seems_empty: bool = False


@dataclass(slots=True)
class Batch:
    """Papers that are asked for together, or in parts if that is refused.

    Attributes:
        waiting: what is still to be asked.
        is_answered: whether arXiv has answered at all.
        refused: ids that were refused although nothing else was asked for with them.
        reason: what arXiv said when it refused the last time without naming an id.
    """

    waiting: deque[Question]
    is_answered: bool = False
    refused: list[str] = field(default_factory=list)
    reason: str = ""
    _refusals: int = 0
    _is_given_up: bool = False

    def halve(self, question: Question, reason: str) -> None:
        """Go on by halves after a refusal that names no id, or give up.

        Both halves are asked for before the halves of the first: so it shows soon whether arXiv
        refuses just anything.
        """
        ids, self.reason = question.ids, reason
        self._refusals += 1
        if self._refusals >= (_MOST_REFUSALS if self.is_answered else _MOST_WITHOUT_ANSWER):
            self._is_given_up = True
            self.waiting.clear()
        elif len(ids) == 1:
            self.refused += ids
        else:
            middle = len(ids) // 2
            self.waiting += (Question(ids[:middle]), Question(ids[middle:]))

    @property
    def is_about_ids(self) -> bool:
        """Whether the ``refused`` are to blame: arXiv answers for the others."""
        return self.is_answered and not self._is_given_up
