"""The log of the reader's edits: writing to it, undoing and doing again.

Every edit is logged in the transaction that writes it, on the writer thread and in the order in
which edits were asked for, so that an undo pressed right after a star takes back that star and no
other. An edit that failed to be written is not in the log; one that was written is there tomorrow.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from readinglist.domain.annotation import Edit, Field
from readinglist.storage.database import Database
from readinglist.storage.edit_log import (
    LoggedEdit,
    Step,
    forget_undone,
    log_step,
    next_titles,
    next_to_redo,
    next_to_undo,
    replace_edit,
)

if TYPE_CHECKING:
    from readinglist.storage.write_engine import WriteSession

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class HistoryState:
    """What undo and redo would do next, in words; "" where there is nothing to do."""

    undo_title: str = ""
    redo_title: str = ""


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or redo did.

    Attributes:
        edit: what was really changed, the last part of it that changed anything if it had several;
            None if there was nothing to do.
        left_alone: papers that somebody changed since, which were not overwritten.
        title: what was taken back or done again, as it was told when it was done.
    """

    edit: Edit | None
    left_alone: int = 0
    title: str = ""


class UndoLog:
    """Runs writes of the reader and remembers them; futures hold what is committed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._listeners: list[Callable[[HistoryState], None]] = []

    def on_change(self, listener: Callable[[HistoryState], None]) -> None:
        """Call ``listener``, on another thread, whenever undo or redo would do something else."""
        self._listeners.append(listener)

    def write(self, work: "Callable[[WriteSession], Result]") -> Future[Result]:
        """Run ``work`` in a transaction of its own; it calls ``log`` with what it has changed."""
        return self._database.write(work)

    def log(self, writing: "WriteSession", edits: Sequence[Edit], title: str = "") -> None:
        """Remember edits as one step.

        Args:
            writing: the transaction that made them.
            edits: in the order in which they were made; those that change nothing are left out.
            title: what undo calls the step; if it is "", what the first edit is called.
        """
        made = [edit for edit in edits if edit.changes]
        if made:
            log_step(writing.sqlite, made, title or made[0].title())
            self._tell_after_commit(writing)

    def log_going_on(self, writing: "WriteSession", edit: Edit) -> None:
        """Remember an edit as part of the step before, if that left off where this one begins."""
        if not edit.changes:
            return
        last = next_to_undo(writing.sqlite).edits
        if len(last) != 1 or not last[0].edit.goes_on_in(edit):
            self.log(writing, [edit])
            return
        forget_undone(writing.sqlite)
        # Typed and taken away again, nothing is left to undo.
        both = last[0].edit.followed_by(edit)
        replace_edit(writing.sqlite, last[0].number, both, both.title())
        self._tell_after_commit(writing)

    def undo(self) -> Future[Undone]:
        """Take back the newest step that was not taken back yet, also of an older session."""
        return self._database.write(self._undo)

    def redo(self) -> Future[Undone]:
        """Do again what was taken back last."""
        return self._database.write(self._redo)

    def look(self) -> None:
        """Tell the listeners what undo and redo would do, as the library has it now."""
        self._database.row_reader.read(next_titles).add_done_callback(self._tell_what_is_there)

    def _undo(self, writing: "WriteSession") -> Undone:
        step = next_to_undo(writing.sqlite)
        return self._move(writing, step, tuple(reversed(step.edits)), undo=True)

    def _redo(self, writing: "WriteSession") -> Undone:
        step = next_to_redo(writing.sqlite)
        return self._move(writing, step, step.edits, undo=False)

    def _move(
        self, writing: "WriteSession", step: Step, edits: Sequence[LoggedEdit], *, undo: bool
    ) -> Undone:
        if not edits:
            return Undone(None)
        wanted = [logged.edit.inverse() if undo else logged.edit for logged in edits]
        done = _apply(writing, wanted)
        # What was really taken back is what can be done again.
        made = [edit.inverse() if undo else edit for edit in done]
        title = step.title
        if title == edits[0].edit.title() and len(edits) == 1 and made[0].changes:
            title = made[0].title()  # of fewer papers, if some were left alone
        for logged, edit in zip(edits, made, strict=True):
            replace_edit(writing.sqlite, logged.number, edit, title, undone=undo)
        self._tell_after_commit(writing)
        # A paper that several parts speak of is one; the number of a list is no paper's.
        left_alone = {
            (asked.of_papers, key)
            for asked, edit in zip(wanted, done, strict=True)
            for key in set(asked.paper_keys) - set(edit.paper_keys)
            if asked.field is not Field.LIVE_QUERY
        }
        # Files that follow a rename are no more than a part of it.
        told = [edit for edit in done if edit.field is not Field.LIVE_QUERY] or done
        changed = next((edit for edit in reversed(told) if edit.changes), told[-1])
        return Undone(changed, len(left_alone), title)

    def _tell_after_commit(self, writing: "WriteSession") -> None:
        state = HistoryState(*next_titles(writing.sqlite))
        writing.after_commit.append(lambda: self._tell(state))

    def _tell_what_is_there(self, read: Future[tuple[str, str]]) -> None:
        if not read.cancelled() and read.exception() is None:
            self._tell(HistoryState(*read.result()))

    def _tell(self, state: HistoryState) -> None:
        for listener in self._listeners:
            listener(state)


def _apply(writing: "WriteSession", edits: Sequence[Edit]) -> list[Edit]:
    """Do the edits of one step; return what of each could be done."""
    # Imports SQLModel, which only the writer thread may wait for.
    from readinglist.storage.paper_edits import apply_edit

    done: list[Edit] = []
    missing: set[str] = set()
    for edit in edits:
        if edit.field is Field.LIST and edit.tag in missing:
            # The papers of a list that cannot be made would come into the one that has its name.
            done.append(Edit(edit.field, (), edit.tag))
            continue
        done.append(apply_edit(writing, edit))
        if edit.field is Field.LIST_ITSELF and not done[-1].changes:
            missing.add(edit.tag)
    return done
