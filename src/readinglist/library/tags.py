"""Tags as such: renaming, merging, deleting and colouring them."""

from concurrent.futures import Future
from typing import TYPE_CHECKING

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.errors import UserFacingError
from readinglist.domain.place import PlaceKind
from readinglist.domain.tag import MOST_COLOURED, TagColour, TagLook, folded_case
from readinglist.library.names import checked_tag
from readinglist.library.undo_log import UndoLog

if TYPE_CHECKING:
    from readinglist.storage.write_engine import WriteSession


class Tags:
    """The tags of a library; every method is one step of undo."""

    def __init__(self, log: UndoLog) -> None:
        self._log = log

    def rename(self, tag: str, name: str) -> Future[str]:
        """Give a tag, and those nested in it, another name; a name that is taken merges the two.

        The future holds the name as it is kept.

        Raises:
            UserFacingError: the name is none, is too long, or lies in the tag itself.
        """
        wanted = checked_tag(name)
        if folded_case(wanted).startswith(f"{folded_case(tag)}/"):
            raise UserFacingError("A tag cannot be moved into itself.", "Choose another name.")

        def work(writing: "WriteSession") -> str:
            from readinglist.storage.live_renames import follow_rename
            from readinglist.storage.tag_names import rename_tag
            from readinglist.storage.tags import tag_spelling

            old = tag_spelling(writing, tag)
            spelled, edits = rename_tag(writing, tag, wanted)
            merged = any(edit.field is Field.TAG for edit in edits)
            verb, to = ("Merge", "into") if merged else ("Rename", "to")
            followed = follow_rename(writing, PlaceKind.TAG, old, spelled)
            self._log.log(writing, [*edits, *followed], f"{verb} tag “{old}” {to} “{spelled}”")
            return spelled

        return self._log.write(work)

    def delete(self, tag: str) -> Future[int]:
        """Take a tag, and those nested in it, off all papers; the future holds how many had it."""

        def work(writing: "WriteSession") -> int:
            from readinglist.storage.tag_names import take_off_everywhere
            from readinglist.storage.tags import tag_spelling

            spelled = tag_spelling(writing, tag)
            edits = take_off_everywhere(writing, tag)
            self._log.log(writing, edits, f"Delete tag “{spelled}”")
            on_papers = [edit for edit in edits if edit.field is Field.TAG]
            return len({key for edit in on_papers for key in edit.paper_keys})

        return self._log.write(work)

    def set_colour(self, tag: str, colour: TagColour | None) -> Future[Edit]:
        """Colour a tag, which gives it the lowest free digit, or take its colour away.

        The future fails with a UserFacingError if nine other tags have a colour already.
        """

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits, tags

            spelled = tags.tag_spelling(writing, tag)
            if colour is not None:
                tags.make_tag(writing, spelled)
            looks = {
                number: _look(writing, number, colour).written() if colour else ""
                for number in tags.numbers_of_tag(writing, spelled)
            }
            edit = paper_edits.set_values(writing, Field.TAG_COLOUR, looks, spelled)
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)


def _look(writing: "WriteSession", number: int, colour: TagColour) -> TagLook:
    from readinglist.storage.tags import free_digit

    digit = free_digit(writing, number)
    if digit is None:
        raise UserFacingError(
            f"{MOST_COLOURED} tags have a colour already, one for each digit.",
            "Take the colour off one of them first.",
        )
    return TagLook(colour, digit)
