"""The reader's edits of papers: star, read, hide, rate, note, tag, for one or for many."""

from collections.abc import Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.clean_text import user_text
from readinglist.library.names import checked_tag
from readinglist.library.undo_log import UndoLog

if TYPE_CHECKING:
    from readinglist.storage.write_engine import WriteSession


class EditHistory(UndoLog):
    """Makes edits and remembers them; every method returns the future of a committed write."""

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

    def set_rating(self, keys: Sequence[int], rating: int) -> Future[Edit]:
        """Rate papers from 1 to 5; 0 takes their ratings away."""
        return self._set(Field.RATING, keys, str(rating) if rating else "")

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
            from readinglist.storage import paper_edits

            known = None if expected is None else user_text(expected)
            edit = paper_edits.set_note(writing, key, user_text(note), known)
            if continues:
                self.log_going_on(writing, edit)
            else:
                self.log(writing, [edit])
            return edit

        return self.write(work)

    def set_tagged(self, keys: Sequence[int], tag: str, *, tagged: bool) -> Future[Edit]:
        """Put a tag on papers or take it off; an existing tag keeps its spelling.

        Raises:
            UserFacingError: the tag has no name or is too long.
        """
        return self._set(Field.TAG, keys, "1" if tagged else "", tag=checked_tag(tag))

    def toggle_tagged(self, keys: Sequence[int], tag: str) -> Future[Edit]:
        """Put a tag on papers, or take it off if all of them have it."""
        return self._toggle(Field.TAG, keys, checked_tag(tag))

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
            from readinglist.storage import paper_edits
            from readinglist.storage.tags import tag_spelling

            wanted = tuple(dict.fromkeys(keys))  # a whole list would hold up who asks for it
            spelled = tag_spelling(writing, tag) if tag else ""
            edit = paper_edits.set_value(writing, field, wanted, value, spelled)
            if remembered:
                self.log(writing, [edit])
            return edit

        return self.write(work)

    def _toggle(self, field: Field, keys: Sequence[int], tag: str = "") -> Future[Edit]:
        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits
            from readinglist.storage.tags import tag_spelling

            wanted = tuple(dict.fromkeys(keys))
            spelled = tag_spelling(writing, tag) if tag else ""
            edit = paper_edits.toggle_value(writing, field, wanted, spelled)
            self.log(writing, [edit])
            return edit

        return self.write(work)
