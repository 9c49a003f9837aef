"""Reading lists: making them, and papers in them in an order made by hand."""

from collections.abc import Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.clean_text import user_text
from readinglist.domain.errors import UserFacingError
from readinglist.domain.hand_order import AT_THE_END, Spot, new_ranks
from readinglist.domain.reading_list import ReadingList
from readinglist.library.names import checked_name
from readinglist.library.undo_log import UndoLog

if TYPE_CHECKING:
    from readinglist.storage.write_engine import WriteSession


class Lists:
    """The reading lists of a library; every method is one step of undo."""

    def __init__(self, log: UndoLog) -> None:
        self._log = log

    def make(self, name: str, description: str = "", keys: Sequence[int] = ()) -> Future[Edit]:
        """Make a list, with papers in it or without.

        The future fails with a UserFacingError if there is one of that name.

        Raises:
            UserFacingError: the name is none or too long.
        """
        wanted = ReadingList(checked_name(name, "list"), user_text(description).strip())

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits, reading_lists

            if reading_lists.number_of_list(writing.sqlite, wanted.name) is not None:
                raise _taken(wanted.name)
            number = reading_lists.new_number(writing.sqlite)
            made = paper_edits.set_value(
                writing, Field.LIST_ITSELF, [number], wanted.written(), wanted.name
            )
            added = _place(writing, wanted.name, keys, AT_THE_END)
            self._log.log(writing, [made, added], f"Make list “{wanted.name}”")
            return made

        return self._log.write(work)

    def describe(self, name: str, new_name: str, description: str) -> Future[Edit]:
        """Change the name and the description of a list.

        The future fails with a UserFacingError if the name is another list's.

        Raises:
            UserFacingError: the name is none or too long.
        """
        wanted = ReadingList(checked_name(new_name, "list"), user_text(description).strip())

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits, reading_lists
            from readinglist.storage.live_renames import follow_edit

            number = _number(writing, name)
            if reading_lists.number_of_list(writing.sqlite, wanted.name) not in {None, number}:
                raise _taken(wanted.name)
            edit = paper_edits.set_value(
                writing, Field.LIST_ITSELF, [number], wanted.written(), wanted.name
            )
            self._log.log(writing, [edit, *follow_edit(writing, edit)])
            return edit

        return self._log.write(work)

    def delete(self, name: str) -> Future[int]:
        """Delete a list, and none of its papers; the future holds how many were in it."""

        def work(writing: "WriteSession") -> int:
            from readinglist.storage import paper_edits, reading_lists

            number, spelled = _number(writing, name), _spelling(writing, name)
            keys = [key for _rank, key in reading_lists.ranked_papers(writing.sqlite, number)]
            edits = [
                paper_edits.set_value(writing, Field.LIST, keys, "", spelled),
                paper_edits.set_value(writing, Field.LIST_ITSELF, [number], "", spelled),
            ]
            self._log.log(writing, edits, f"Delete list “{spelled}”")
            return len(keys)

        return self._log.write(work)

    def add(self, name: str, keys: Sequence[int]) -> Future[Edit]:
        """Put papers at the end of a list; those that are in it stay where they are."""

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits, reading_lists

            spelled, number = _spelling(writing, name), _number(writing, name)
            ranked = reading_lists.ranked_papers(writing.sqlite, number)
            there = {key for _rank, key in ranked}
            new = [key for key in dict.fromkeys(keys) if key not in there]
            ranks = new_ranks(ranked, new, AT_THE_END)
            edit = paper_edits.set_values(writing, Field.LIST, ranks, spelled)
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)

    def remove(self, name: str, keys: Sequence[int]) -> Future[Edit]:
        """Take papers out of a list."""

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits

            wanted = tuple(dict.fromkeys(keys))
            spelled = _spelling(writing, name)
            edit = paper_edits.set_value(writing, Field.LIST, wanted, "", spelled)
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)

    def place(self, name: str, keys: Sequence[int], spot: Spot) -> Future[Edit]:
        """Bring papers, in the order given, to a spot of a list; those not in it come into it."""

        def work(writing: "WriteSession") -> Edit:
            edit = _place(writing, _spelling(writing, name), keys, spot)
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)


def _place(writing: "WriteSession", name: str, keys: Sequence[int], spot: Spot) -> Edit:
    from readinglist.storage import paper_edits, reading_lists

    ranked = reading_lists.ranked_papers(writing.sqlite, _number(writing, name))
    ranks = new_ranks(ranked, list(dict.fromkeys(keys)), spot)
    return paper_edits.set_values(writing, Field.LIST, ranks, name)


def _number(writing: "WriteSession", name: str) -> int:
    from readinglist.storage.reading_lists import number_of_list

    number = number_of_list(writing.sqlite, name)
    if number is None:
        raise UserFacingError(f"There is no list “{name}”.", "Make it first.")
    return number


def _spelling(writing: "WriteSession", name: str) -> str:
    from readinglist.storage.reading_lists import list_spelling

    return list_spelling(writing.sqlite, name)


def _taken(name: str) -> UserFacingError:
    return UserFacingError(f"There is a list “{name}” already.", "Choose another name.")
