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
from readinglist.domain.clean_text import one_line, user_text
from readinglist.domain.errors import UserFacingError
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


@dataclass(frozen=True, slots=True)
class HistoryState:
    """What undo and redo would do next, in words; "" where there is nothing to do."""

    undo_title: str = ""
    redo_title: str = ""


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or redo did.

    Attributes:
        edit: what was really changed, the last part of it if it had several; None if there was
            nothing to do.
        left_alone: papers that somebody changed since, which were not overwritten.
        title: what was taken back or done again, as it was told when it was done.
    """

    edit: Edit | None
    left_alone: int = 0
    title: str = ""


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

    def save_search(self, name: str, query: str) -> Future[Edit]:
        """Keep a query under a name; one that has the name already makes room.

        Raises:
            UserFacingError: the name or the query is none, or the name is too long.
        """
        kept, asked = one_line(user_text(name)), one_line(user_text(query))
        if not kept:
            raise UserFacingError("A search needs a name.", "Type at least one letter.")
        if len(kept) > LONGEST_TAG:
            raise UserFacingError(f"A name may have up to {LONGEST_TAG} characters.", "Shorten it.")
        if not asked:
            raise UserFacingError("There is nothing to save.", "Type a filter first.")
        return self._set_search(kept, asked)

    def delete_search(self, name: str) -> Future[Edit]:
        """Forget a saved search."""
        return self._set_search(name, "")

    def _set_search(self, name: str, query: str) -> Future[Edit]:
        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import searches

            edit = searches.set_search(writing, name, query)
            self._log(writing, edit)
            return edit

        return self._database.write(work)

    def rename_tag(self, tag: str, name: str) -> Future[str]:
        """Give a tag, and those nested in it, another name; a name that is taken merges the two.

        The future holds the name as it is kept.

        Raises:
            UserFacingError: the name is none, is too long, or lies in the tag itself.
        """
        wanted = checked_tag(name)
        if wanted.lower().startswith(f"{tag.lower()}/"):
            raise UserFacingError("A tag cannot be moved into itself.", "Choose another name.")

        def work(writing: "WriteSession") -> str:
            from readinglist.storage import tags

            spelled, edits = tags.rename_tag(writing, tag, wanted)
            merged = any(edit.field is Field.TAG for edit in edits)
            verb = "Merge" if merged else "Rename"
            self._log_step(
                writing, edits, f"{verb} tag “{tag}” {'into' if merged else 'to'} “{spelled}”"
            )
            return spelled

        return self._database.write(work)

    def delete_tag(self, tag: str) -> Future[int]:
        """Take a tag, and those nested in it, off all papers; the future holds how many had it."""

        def work(writing: "WriteSession") -> int:
            from readinglist.storage import tags

            edits = tags.take_off_everywhere(writing, tag)
            self._log_step(writing, edits, f"Delete tag “{tag}”")
            return len({key for edit in edits for key in edit.paper_keys})

        return self._database.write(work)

    def undo(self) -> Future[Undone]:
        """Take back the newest edit that was not taken back yet, also of an older session."""
        return self._database.write(self._undo)

    def redo(self) -> Future[Undone]:
        """Do again what was taken back last."""
        return self._database.write(self._redo)

    def look(self) -> None:
        """Tell the listeners what undo and redo would do, as the library has it now."""
        self._database.row_reader.read(next_titles).add_done_callback(self._tell_what_is_there)

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
        last = next_to_undo(writing.sqlite).edits if continues else ()
        if len(last) == 1 and last[0].edit.goes_on_in(edit):
            forget_undone(writing.sqlite)
            # Typed and taken away again, nothing is left to undo.
            both = last[0].edit.followed_by(edit)
            replace_edit(writing.sqlite, last[0].number, both, both.title())
        else:
            log_step(writing.sqlite, [edit], edit.title())
        self._tell_after_commit(writing)

    def _log_step(self, writing: "WriteSession", edits: Sequence[Edit], title: str) -> None:
        made = [edit for edit in edits if edit.changes]
        if made:
            log_step(writing.sqlite, made, title)
            self._tell_after_commit(writing)

    def _undo(self, writing: "WriteSession") -> Undone:
        step = next_to_undo(writing.sqlite)
        return self._move(writing, step, tuple(reversed(step.edits)), undo=True)

    def _redo(self, writing: "WriteSession") -> Undone:
        step = next_to_redo(writing.sqlite)
        return self._move(writing, step, step.edits, undo=False)

    def _move(
        self, writing: "WriteSession", step: Step, edits: Sequence[LoggedEdit], *, undo: bool
    ) -> Undone:
        from readinglist.storage import annotations

        if not edits:
            return Undone(None)
        left_alone = 0
        title = step.title
        for logged in edits:
            wanted = logged.edit.inverse() if undo else logged.edit
            done = annotations.apply_edit(writing, wanted)
            left_alone += len(wanted.changes) - len(done.changes)
            # What was really taken back is what can be done again.
            made = done.inverse() if undo else done
            if len(edits) == 1:
                title = made.title()
            replace_edit(writing.sqlite, logged.number, made, title, undone=undo)
        self._tell_after_commit(writing)
        return Undone(done, left_alone, title)

    def _tell_after_commit(self, writing: "WriteSession") -> None:
        state = HistoryState(*next_titles(writing.sqlite))
        writing.after_commit.append(lambda: self._tell(state))

    def _tell_what_is_there(self, read: Future[tuple[str, str]]) -> None:
        if not read.cancelled() and read.exception() is None:
            self._tell(HistoryState(*read.result()))

    def _tell(self, state: HistoryState) -> None:
        for listener in self._listeners:
            listener(state)
