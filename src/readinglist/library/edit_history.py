"""The reader's edits, done, undone and done again: one mechanism for one paper or many.

Every edit is logged in the transaction that writes it, on the writer thread and in the order in
which edits were asked for, so that an undo pressed right after a star takes back that star and no
other. An edit that failed to be written is not in the log; one that was written is there tomorrow.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readinglist.domain.annotation import LONGEST_TAG, Edit, Field, clean_tag
from readinglist.domain.clean_text import user_text
from readinglist.domain.errors import UserFacingError
from readinglist.storage.database import Database
from readinglist.storage.edit_log import (
    forget_undone,
    log_edit,
    next_to_redo,
    next_to_undo,
    replace_edit,
)

if TYPE_CHECKING:
    from sqlite3 import Connection

    from readinglist.storage.write_engine import WriteSession


@dataclass(frozen=True, slots=True)
class HistoryState:
    """What undo and redo would do next, in words; "" where there is nothing to do."""

    undo_title: str = ""
    redo_title: str = ""


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or redo did.

    Attributes:
        edit: what was really changed; None if there was nothing to do.
        left_alone: papers that somebody changed since, which were not overwritten.
    """

    edit: Edit | None
    left_alone: int = 0


def checked_tag(tag: str) -> str:
    """Return the name under which a tag is kept.

    Raises:
        UserFacingError: the tag has no name or is too long.
    """
    name = clean_tag(user_text(tag))
    if not name:
        raise UserFacingError("A tag needs a name.", "Type at least one letter.")
    if len(name) > LONGEST_TAG:
        raise UserFacingError(
            f"A tag may have up to {LONGEST_TAG} characters; this one has {len(name)}.",
            "Use a note for longer text.",
        )
    return name


class EditHistory:
    """Makes edits and remembers them; every method returns the future of a committed write."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._listeners: list[Callable[[HistoryState], None]] = []

    def on_change(self, listener: Callable[[HistoryState], None]) -> None:
        """Call ``listener``, on another thread, whenever undo or redo would do something else."""
        self._listeners.append(listener)

    def set_starred(self, keys: Sequence[int], *, starred: bool) -> Future[Edit]:
        """Star or unstar papers."""
        return self._set(Field.STAR, keys, "1" if starred else "")

    def set_read(self, keys: Sequence[int], *, read: bool) -> Future[Edit]:
        """Mark papers read or unread."""
        return self._set(Field.READ, keys, "1" if read else "")

    def toggle_starred(self, keys: Sequence[int]) -> Future[Edit]:
        """Star papers, or take the stars off if all of them have one."""
        return self._toggle(Field.STAR, keys)

    def toggle_read(self, keys: Sequence[int]) -> Future[Edit]:
        """Mark papers read, or unread if all of them are read."""
        return self._toggle(Field.READ, keys)

    def set_hidden(self, keys: Sequence[int], *, hidden: bool) -> Future[Edit]:
        """Hide papers from all lists, or show them again."""
        return self._set(Field.HIDE, keys, "1" if hidden else "")

    def toggle_hidden(self, keys: Sequence[int]) -> Future[Edit]:
        """Hide papers, or show them again if all of them are hidden."""
        return self._toggle(Field.HIDE, keys)

    def mark_opened(self, key: int) -> Future[Edit]:
        """Mark a paper read because it was shown.

        It is no step of undo: after reading on, undo takes back what the reader did, such as the
        star on the paper before, and not that another one was looked at.
        """
        return self._set(Field.READ, [key], "1", remembered=False)

    def set_note(
        self, key: int, note: str, *, continues: bool = False, expected: str | None = None
    ) -> Future[Edit]:
        """Replace the note of a paper.

        ``expected`` is the note that the writer had before; if somebody else wrote another one
        meanwhile, both are kept, the other one first.

        ``continues`` makes one step of undo with the note edit before it, if that was the last
        edit and of the same paper: a note that is saved as it is typed is one edit.
        """

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import annotations

            known = None if expected is None else user_text(expected)
            edit = annotations.set_note(writing, key, user_text(note), known)
            self._log(writing, edit, continues=continues)
            return edit

        return self._database.write(work)

    def set_tagged(self, keys: Sequence[int], tag: str, *, tagged: bool) -> Future[Edit]:
        """Put a tag on papers or take it off; an existing tag keeps its spelling.

        Raises:
            UserFacingError: the tag has no name or is too long.
        """
        return self._set(Field.TAG, keys, "1" if tagged else "", tag=checked_tag(tag))

    def undo(self) -> Future[Undone]:
        """Take back the newest edit that was not taken back yet, also of an older session."""
        return self._database.write(self._undo)

    def redo(self) -> Future[Undone]:
        """Do again what was taken back last."""
        return self._database.write(self._redo)

    def look(self) -> None:
        """Tell the listeners what undo and redo would do, as the library has it now."""
        self._database.row_reader.read(_state).add_done_callback(self._tell_what_is_there)

    def _set(
        self,
        field: Field,
        keys: Sequence[int],
        value: str,
        *,
        tag: str = "",
        remembered: bool = True,
    ) -> Future[Edit]:
        wanted = tuple(dict.fromkeys(keys))

        def work(writing: "WriteSession") -> Edit:
            # Imports SQLModel, which only the writer thread may wait for.
            from readinglist.storage import annotations

            spelled = annotations.tag_spelling(writing, tag) if tag else ""
            edit = annotations.set_value(writing, field, wanted, value, spelled)
            if remembered:
                self._log(writing, edit)
            return edit

        return self._database.write(work)

    def _toggle(self, field: Field, keys: Sequence[int]) -> Future[Edit]:
        wanted = tuple(dict.fromkeys(keys))

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import annotations

            edit = annotations.toggle_value(writing, field, wanted)
            self._log(writing, edit)
            return edit

        return self._database.write(work)

    def _log(self, writing: "WriteSession", edit: Edit, *, continues: bool = False) -> None:
        if not edit.changes:
            return
        last = next_to_undo(writing.sqlite) if continues else None
        if last is not None and last.edit.goes_on_in(edit):
            forget_undone(writing.sqlite)
            # Typed and taken away again, nothing is left to undo.
            replace_edit(writing.sqlite, last.number, last.edit.followed_by(edit))
        else:
            log_edit(writing.sqlite, edit)
        self._tell_after_commit(writing)

    def _undo(self, writing: "WriteSession") -> Undone:
        from readinglist.storage import annotations

        logged = next_to_undo(writing.sqlite)
        if logged is None:
            return Undone(None)
        done = annotations.apply_edit(writing, logged.edit.inverse())
        # What was really taken back is what can be done again.
        replace_edit(writing.sqlite, logged.number, done.inverse(), undone=True)
        self._tell_after_commit(writing)
        return Undone(done, left_alone=len(logged.edit.changes) - len(done.changes))

    def _redo(self, writing: "WriteSession") -> Undone:
        from readinglist.storage import annotations

        logged = next_to_redo(writing.sqlite)
        if logged is None:
            return Undone(None)
        done = annotations.apply_edit(writing, logged.edit)
        replace_edit(writing.sqlite, logged.number, done)
        self._tell_after_commit(writing)
        return Undone(done, left_alone=len(logged.edit.changes) - len(done.changes))

    def _tell_after_commit(self, writing: "WriteSession") -> None:
        state = _state(writing.sqlite)
        writing.after_commit.append(lambda: self._tell(state))

    def _tell_what_is_there(self, read: "Future[HistoryState]") -> None:
        if not read.cancelled() and read.exception() is None:
            self._tell(read.result())

    def _tell(self, state: HistoryState) -> None:
        for listener in self._listeners:
            listener(state)


def _state(connection: "Connection") -> HistoryState:
    undo, redo = next_to_undo(connection), next_to_redo(connection)
    return HistoryState(
        undo_title=undo.edit.title() if undo else "", redo_title=redo.edit.title() if redo else ""
    )
