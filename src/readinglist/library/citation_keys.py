"""The keys that papers are cited by: their pattern, and giving papers other keys."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.citation_key import checked_key, whose_key
from readinglist.domain.errors import UserFacingError
from readinglist.domain.key_pattern import KeyPattern, parse_key_pattern
from readinglist.domain.paper import PaperDetail
from readinglist.library.undo_log import UndoLog
from readinglist.storage.database import Database
from readinglist.storage.key_reads import (
    KeyHolder,
    holders_of,
    key_previews,
    keys_by_pattern,
    not_taken,
    read_pattern,
)

if TYPE_CHECKING:
    from readinglist.storage.write_engine import WriteSession


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What became of keys that came with papers from elsewhere.

    Attributes:
        edit: the papers that have another key now.
        refused: why papers keep the keys that they had.
    """

    edit: Edit
    refused: Mapping[int, str]


class CitationKeys:
    """The citation keys of a library; every change of keys is one step of undo."""

    def __init__(self, log: UndoLog, database: Database) -> None:
        self._log = log
        self._database = database

    # The pattern

    def pattern(self) -> Future[KeyPattern]:
        """Read the pattern by which new papers get their keys."""
        return self._database.row_reader.read(read_pattern)

    def set_pattern(self, text: str) -> Future[KeyPattern]:
        """Let papers that come in from now on get their keys by a pattern; no key changes.

        Raises:
            UserFacingError: it is no pattern.
        """
        pattern = parse_key_pattern(text)

        def work(writing: "WriteSession") -> KeyPattern:
            from readinglist.storage.citation_keys import write_pattern

            write_pattern(writing.sqlite, pattern)
            return pattern

        return self._log.write(work)

    def preview(
        self, text: str, paper_keys: Sequence[int]
    ) -> Future[list[tuple[PaperDetail, str]]]:
        """Find papers with the keys that they would get by a pattern.

        Raises:
            UserFacingError: it is no pattern.
        """
        pattern = parse_key_pattern(text)
        return self._database.row_reader.read(lambda c: key_previews(c, pattern, paper_keys))

    # Keys

    def check(self, paper_key: int, typed: str) -> Future[str]:
        """Tell whether a paper could have a key; the future holds it, or fails with why not.

        Raises:
            UserFacingError: it cannot be a key at all.
        """
        key = checked_key(typed)
        return self._database.row_reader.read(lambda c: not_taken(c, paper_key, key))

    def set_key(self, paper_key: int, typed: str) -> Future[Edit]:
        """Give a paper a key; the future fails with a KeyTakenError if another paper has it.

        Raises:
            UserFacingError: it cannot be a key at all.
        """
        key = checked_key(typed)

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits

            not_taken(writing.sqlite, paper_key, key)
            edit = paper_edits.set_value(writing, Field.CITATION_KEY, [paper_key], key)
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)

    def renew(self, paper_keys: Sequence[int]) -> Future[Edit]:
        """Give papers the keys that the pattern makes; who came in first keeps the plain key.

        No paper gets a key that another one had until now: what cited the one would cite the other.
        """

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits

            pattern = read_pattern(writing.sqlite)
            made = keys_by_pattern(writing.sqlite, pattern, paper_keys, writing.advance)
            edit = paper_edits.set_values(writing, Field.CITATION_KEY, made)
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)

    def take_over(self, keys: Mapping[int, str]) -> Future[TakenOver]:
        """Give papers the keys that they have elsewhere; the future tells which could not be."""

        def work(writing: "WriteSession") -> TakenOver:
            taken_over = take_over(writing, keys)
            self._log.log(writing, [taken_over.edit])
            return taken_over

        return self._log.write(work)


def take_over(writing: "WriteSession", keys: Mapping[int, str]) -> TakenOver:
    """Give papers the keys that they have elsewhere, within a transaction of whoever calls."""
    from readinglist.storage import paper_edits
    from readinglist.storage.citation_keys import read_keys

    wanted: dict[int, str] = {}
    refused: dict[int, str] = {}
    for number, typed in keys.items():
        try:
            wanted[number] = checked_key(typed)
        except UserFacingError as error:
            refused[number] = str(error)
    present = read_keys(writing, Field.CITATION_KEY, list(wanted))
    refused |= {number: "There is no such paper." for number, key in present.items() if not key}
    # Papers that have what they want come first.
    has_other = {n: present[n].lower() != key.lower() for n, key in wanted.items()}
    wanted = {n: wanted[n] for n in sorted(wanted, key=lambda n: has_other[n])}
    refused |= _refused_for_others(writing, wanted, refused)
    values = {number: key for number, key in wanted.items() if number not in refused}
    edit = paper_edits.set_values(writing, Field.CITATION_KEY, values)
    return TakenOver(edit, refused)


def _refused_for_others(
    writing: "WriteSession", wanted: Mapping[int, str], refused: Mapping[int, str]
) -> dict[int, str]:
    """Return which papers cannot have the keys they want because others have or want them."""
    found: dict[int, str] = {}
    first: dict[str, int] = {}
    for number, key in wanted.items():
        if number not in refused and first.setdefault(key.lower(), number) != number:
            found[number] = f"“{key}” is wanted for another paper, too."
    holders = holders_of(writing.sqlite, first)
    while True:
        # A key is free only if who has it gets another one.
        leaving = {n for n in wanted if n not in refused and n not in found}
        still = {
            number: whose_key(wanted[number], holders[key].paper_id, holders[key].title)
            for key, number in first.items()
            if number in leaving and key in holders and not _gives_up(holders[key], number, leaving)
        }
        if not still:
            return found
        found |= still


def _gives_up(holder: KeyHolder, number: int, leaving: set[int]) -> bool:
    return holder.paper_key == number or holder.paper_key in leaving
