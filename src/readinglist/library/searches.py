"""Saved searches: keeping, renaming and forgetting them."""

from concurrent.futures import Future
from typing import TYPE_CHECKING

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.clean_text import one_line, user_text
from readinglist.domain.errors import UserFacingError
from readinglist.domain.place import PlaceKind
from readinglist.library.names import checked_name
from readinglist.library.undo_log import UndoLog

if TYPE_CHECKING:
    from readinglist.storage.write_engine import WriteSession

_KEY = 0
"""An edit of a search speaks of its name alone."""


class Searches:
    """The saved searches of a library; every method is one step of undo."""

    def __init__(self, log: UndoLog) -> None:
        self._log = log

    def save(self, name: str, query: str) -> Future[Edit]:
        """Keep a query under a name; one that has the name already makes room.

        Raises:
            UserFacingError: the name or the query is none, or the name is too long.
        """
        kept, asked = checked_name(name, "search"), one_line(user_text(query))
        if not asked:
            raise UserFacingError("There is nothing to save.", "Type a filter first.")
        return self._set(kept, asked)

    def delete(self, name: str) -> Future[Edit]:
        """Forget a saved search."""
        return self._set(name, "")

    def rename(self, name: str, new_name: str) -> Future[str]:
        """Give a search another name; the future holds it.

        Raises:
            UserFacingError: the name is none or too long.
        """
        kept = checked_name(new_name, "search")

        def work(writing: "WriteSession") -> str:
            from readinglist.storage import paper_edits, searches
            from readinglist.storage.live_renames import follow_rename

            old = searches.search_spelling(writing, name)
            query = searches.read_query(writing, Field.SEARCH, [_KEY], old)[_KEY]
            if kept == old:
                return kept
            taken = searches.search_spelling(writing, kept)
            if taken != old and searches.read_query(writing, Field.SEARCH, [_KEY], taken)[_KEY]:
                raise UserFacingError(
                    f"There is a search “{taken}” already.", "Choose another name."
                )
            edits = [
                paper_edits.set_value(writing, Field.SEARCH, [_KEY], "", old),
                paper_edits.set_value(writing, Field.SEARCH, [_KEY], query, kept),
                *follow_rename(writing, PlaceKind.SEARCH, old, kept),
            ]
            self._log.log(writing, edits, f"Rename search “{old}” to “{kept}”")
            return kept

        return self._log.write(work)

    def _set(self, name: str, query: str) -> Future[Edit]:
        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits, searches

            spelled = searches.search_spelling(writing, name)
            edit = paper_edits.set_value(writing, Field.SEARCH, [_KEY], query, spelled)
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)
