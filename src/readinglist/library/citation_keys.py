"""Citation keys: the pattern of new ones, keys typed by hand, and keys of other programs."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.citation_key import checked_key
from readinglist.domain.errors import UserFacingError
from readinglist.domain.key_pattern import key_pattern
from readinglist.domain.paper import PaperDetail
from readinglist.library.undo_log import UndoLog
from readinglist.storage.database import Database
from readinglist.storage.key_reads import (
    free_key,
    holders,
    key_previews,
    keys_by_pattern,
    read_pattern,
)
from readinglist.storage.paper_reads import read_details

if TYPE_CHECKING:
    from readinglist.storage.write_engine import WriteSession

_PIECE = 500


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What became of keys of another program.

    Attributes:
        edit: what changed.
        refused: why a paper kept its key, by the paper.
    """

    edit: Edit
    refused: Mapping[int, str]


class CitationKeys:
    """Every method returns a future; edits of keys are steps of undo, the pattern is not one."""

    def __init__(self, log: UndoLog, database: Database) -> None:
        self._log = log
        self._database = database

    def pattern(self) -> Future[str]:
        """Find how keys of new papers are made."""
        return self._database.row_reader.read(lambda connection: read_pattern(connection).text)

    def set_pattern(self, text: str) -> Future[str]:
        """Make keys of new papers by another pattern; keys that are there stay.

        Raises:
            UserFacingError: it is no pattern; see ``domain.key_pattern``.
        """
        pattern = key_pattern(text)

        def work(writing: "WriteSession") -> str:
            from readinglist.storage.citation_keys import write_pattern

            write_pattern(writing.sqlite, pattern)
            return pattern.text

        return self._database.write(work)

    def set_key(self, paper_key: int, text: str) -> Future[Edit]:
        """Give a paper another key.

        Raises:
            UserFacingError: an engine would not read it (at once), or another paper has it (in the
                future); the hint names a key that is free.
        """
        key = checked_key(text)

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits

            holder = holders(writing.sqlite, [key]).get(key.lower(), paper_key)
            if holder != paper_key:
                raise _is_taken(writing, key, holder, paper_key)
            edit = paper_edits.set_value(writing, Field.CITATION_KEY, [paper_key], key)
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)

    def preview(
        self, pattern: str, paper_keys: Sequence[int]
    ) -> Future[list[tuple[PaperDetail, str]]]:
        """Find papers with the keys that they would get by a pattern.

        Raises:
            UserFacingError: it is no pattern.
        """
        checked = key_pattern(pattern)

        return self._database.row_reader.read(lambda c: key_previews(c, paper_keys, checked))

    def renew(self, paper_keys: Sequence[int]) -> Future[Edit]:
        """Give papers new keys by the pattern; what they were cited by is not found any more."""

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits

            pattern = read_pattern(writing.sqlite)
            wanted: dict[int, str] = {}
            for start in range(0, len(paper_keys), _PIECE):
                writing.advance(start, len(paper_keys))
                piece = list(paper_keys[start : start + _PIECE])
                made = keys_by_pattern(writing.sqlite, piece, pattern, wanted.values())
                wanted |= made
            edit = paper_edits.set_values(writing, Field.CITATION_KEY, wanted)
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)

    def take_over(self, keys: Mapping[int, str]) -> Future[TakenOver]:
        """Give papers the keys by which they are cited already, as far as engines read them."""

        def work(writing: "WriteSession") -> TakenOver:
            from readinglist.storage import citation_keys, paper_edits

            refused: dict[int, str] = {}
            wanted: dict[int, str] = {}
            for paper_key, text in keys.items():
                try:
                    wanted[paper_key] = checked_key(text)
                except UserFacingError as error:
                    refused[paper_key] = str(error)
            edit = paper_edits.set_values(writing, Field.CITATION_KEY, wanted)
            present = citation_keys.read_keys(writing, Field.CITATION_KEY, list(wanted), "")
            for paper_key, key in wanted.items():
                if present[paper_key] != key:
                    holder = holders(writing.sqlite, [key]).get(key.lower(), 0)
                    refused[paper_key] = str(_is_taken(writing, key, holder, paper_key))
            self._log.log(writing, [edit])
            return TakenOver(edit, refused)

        return self._log.write(work)


def _is_taken(writing: "WriteSession", key: str, holder: int, paper_key: int) -> UserFacingError:
    papers = read_details(writing.sqlite, [holder])
    whose = f"{papers[0].paper_id}, “{papers[0].title}”" if papers else "another paper"
    free = free_key(writing.sqlite, key, paper_key)
    return UserFacingError(f"“{key}” is the key of {whose}.", f"“{free}” is free.")
