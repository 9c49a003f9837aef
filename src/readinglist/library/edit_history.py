"""The reader's edits, done, undone and done again: one mechanism for one paper or many.

The two stacks are touched on the writer thread only, in the order in which writes were asked for,
so that an undo pressed right after a star takes back that star and no other. An edit that failed to
be written never reaches a stack.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readinglist.domain.annotation import LONGEST_TAG, Edit, Field, clean_tag
from readinglist.domain.clean_text import user_text
from readinglist.domain.errors import UserFacingError
from readinglist.storage.database import Database

if TYPE_CHECKING:
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
        self._done: list[Edit] = []
        self._undone: list[Edit] = []
        self._listeners: list[Callable[[HistoryState], None]] = []

    def on_change(self, listener: Callable[[HistoryState], None]) -> None:
        """Call ``listener`` on the writer thread whenever undo or redo would do something else."""
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
            writing.after_commit.append(lambda: self._remember(edit, continues=continues))
            return edit

        return self._database.write(work)

    def set_tagged(self, keys: Sequence[int], tag: str, *, tagged: bool) -> Future[Edit]:
        """Put a tag on papers or take it off; an existing tag keeps its spelling.

        Raises:
            UserFacingError: the tag has no name or is too long.
        """
        return self._set(Field.TAG, keys, "1" if tagged else "", tag=checked_tag(tag))

    def undo(self) -> Future[Undone]:
        """Take back the newest edit that was not taken back yet."""
        return self._database.write(lambda writing: self._move(writing, self._done, self._undone))

    def redo(self) -> Future[Undone]:
        """Do again what was taken back last."""
        return self._database.write(lambda writing: self._move(writing, self._undone, self._done))

    def _set(
        self,
        field: Field,
        keys: Sequence[int],
        value: str,
        *,
        tag: str = "",
        remembered: bool = True,
    ) -> Future[Edit]:
        def work(writing: "WriteSession") -> Edit:
            # Imports SQLModel, which only the writer thread may wait for.
            from readinglist.storage import annotations

            wanted = tuple(dict.fromkeys(keys))  # a whole list would hold up who asks for it
            spelled = annotations.tag_spelling(writing, tag) if tag else ""
            edit = annotations.set_value(writing, field, wanted, value, spelled)
            if remembered:
                writing.after_commit.append(lambda: self._remember(edit, continues=False))
            return edit

        return self._database.write(work)

    def _toggle(self, field: Field, keys: Sequence[int]) -> Future[Edit]:
        wanted = tuple(dict.fromkeys(keys))

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import annotations

            edit = annotations.toggle_value(writing, field, wanted)
            writing.after_commit.append(lambda: self._remember(edit, continues=False))
            return edit

        return self._database.write(work)

    def _remember(self, edit: Edit, *, continues: bool) -> None:
        if not edit.changes:
            return
        last = self._done[-1] if self._done else None
        if continues and last is not None and last.goes_on_in(edit):
            self._done[-1] = merged = last.followed_by(edit)
            if all(change.before == change.after for change in merged.changes):
                self._done.pop()  # typed and taken away again: nothing is left to undo
        else:
            self._done.append(edit)
        self._undone.clear()
        self._tell()

    def _move(self, writing: "WriteSession", source: list[Edit], target: list[Edit]) -> Undone:
        from readinglist.storage import annotations

        if not source:
            return Undone(None)
        edit = source[-1]
        inverse = annotations.apply_edit(writing, edit.inverse())

        def moved() -> None:
            source.pop()
            if inverse.changes:
                target.append(inverse)
            self._tell()

        writing.after_commit.append(moved)
        return Undone(inverse, left_alone=len(edit.changes) - len(inverse.changes))

    def _tell(self) -> None:
        state = HistoryState(
            undo_title=self._done[-1].title() if self._done else "",
            redo_title=self._undone[-1].inverse().title() if self._undone else "",
        )
        for listener in self._listeners:
            listener(state)
