"""Fetching arXiv's own records: by id, in few requests, at the pace that arXiv asks for.

What came is kept whatever becomes of the rest. A paper that arXiv does not know is remembered, so
that it is not asked for each time.
"""

import logging
import re
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Protocol, TypeVar

from readinglist.domain.arxiv_record import ArxivRecord, unknown_record
from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import (
    CancelledError,
    LibraryFileError,
    UnexpectedAnswerError,
    UserFacingError,
)
from readinglist.library.library import Library
from readinglist.library.refused_ids import Batch, Question
from readinglist.library.turns import Turns
from readinglist.sources.arxiv_records import MOST_IDS, NAME, Answer, RefusedIdsError
from readinglist.sources.json_answer import TemporaryFailureError, UnreachableError
from readinglist.sources.retry import TRIES
from readinglist.storage.database import Priority

if TYPE_CHECKING:
    from readinglist.storage.write_engine import WriteSession

log = logging.getLogger(__name__)

ASK_AGAIN_AFTER = timedelta(days=30)
"""After which arXiv is asked again for a paper that it did not know."""

_CHUNK = 25
"""Papers a transaction, as in a sync."""
_WORD = re.compile(r"[^\s,;]+")

_Thing = TypeVar("_Thing")


class RecordSource(Protocol):
    """Where records come from; see ``sources.arxiv_records.ArxivRecords``."""

    def ask(self, ids: Sequence[str], cancel: CancelToken, today: date) -> Answer:
        """Ask for papers with one request."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...


@dataclass(frozen=True, slots=True)
class FetchOutcome:
    """What became of the papers that arXiv was to be asked for, by key.

    Attributes:
        fetched: those of which there is a record now.
        unknown: those that arXiv does not have.
        missing: those that could not be asked for.
        causes: why not, a sentence or two each.
        cancelled: whether somebody stopped it.
    """

    fetched: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    causes: tuple[str, ...] = ()
    cancelled: bool = False

    @property
    def asked(self) -> int:
        """How many papers there were to fetch."""
        return len(self.fetched) + len(self.unknown) + len(self.missing)

    @property
    def summary(self) -> str:
        """What became of them in a few words: ``Fetched 12 of 14; arXiv does not know 2``."""
        if not self.asked:
            return "Nothing is missing"
        count = len(self.fetched)
        if count == self.asked:
            return f"Fetched arXiv's details of {count:,} paper{'' if count == 1 else 's'}"
        text = f"Fetched {count:,} of {self.asked:,}"
        return f"{text}; arXiv does not know {len(self.unknown):,}" if self.unknown else text

    @property
    def message(self) -> str:
        """Why papers are missing, "" if none is."""
        return " ".join(self.causes)


@dataclass(slots=True)
class _Found:
    """What is known so far, by id."""

    fetched: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    causes: list[str] = field(default_factory=list)


def kept_without_record(library: Library) -> Sequence[int]:
    """Return the starred, queued and listed papers of which arXiv has not told yet; blocks."""
    from readinglist.storage.arxiv_records import kept_without_record

    asked_before = datetime.now(UTC).astimezone().date() - ASK_AGAIN_AFTER
    return library.database.list_reader.read(
        lambda connection: kept_without_record(connection, asked_before)
    ).result()


class RecordFetch:
    """One fetch. ``run`` blocks; call it off the GUI thread.

    Args:
        library: where papers and records are.
        source: arXiv.
        cancel: stops it; what has come is kept.
        on_progress: is told how many papers are done, and of how many.
        turns: when arXiv may be asked; replaced by tests.
    """

    def __init__(
        self,
        library: Library,
        source: RecordSource,
        cancel: CancelToken,
        on_progress: Callable[[int, int], None] = lambda _done, _total: None,
        turns: Turns | None = None,
    ) -> None:
        self._library = library
        self._source = source
        self._cancel = cancel
        self._on_progress = on_progress
        self._turns = turns or Turns(library.database, NAME)
        self._found = _Found()

    def run(self, keys: Sequence[int], *, again: bool = False) -> FetchOutcome:
        """Fetch the records that are missing of these papers, or all of them ``again``.

        Raises:
            LibraryFileError: the library cannot be read or written; what was written stays.
        """
        ids = self._ids(keys, again=again)
        by_id = {arxiv_id: key for key, arxiv_id in ids.items()}
        cancelled = False
        try:
            for batch in _batches(by_id, MOST_IDS):
                self._fetch_batch(Batch(deque([Question(batch)])), by_id)
        except CancelledError:
            cancelled = True
        except LibraryFileError:
            raise
        except UserFacingError as error:
            log.warning("Records of arXiv were not fetched: %s", error)
            self._found.causes.append(str(error))
        if by_id:
            self._tell(len(by_id))
        return self._outcome(by_id, cancelled=cancelled)

    def _ids(self, keys: Sequence[int], *, again: bool) -> Mapping[int, str]:
        from readinglist.storage.arxiv_records import arxiv_ids, ids_without_record

        asked_before = self._turns.today().date() - ASK_AGAIN_AFTER
        return self._library.database.list_reader.read(
            lambda connection: (
                arxiv_ids(connection, keys)
                if again
                else ids_without_record(connection, keys, asked_before)
            )
        ).result()

    def _fetch_batch(self, batch: Batch, by_id: Mapping[str, int]) -> None:
        while batch.waiting:
            self._tell(len(by_id))
            self._ask(batch.waiting.popleft(), batch, by_id)
        if not batch.reason:
            return
        if batch.is_about_ids:
            log.warning("arXiv refuses %s: %s", ", ".join(batch.refused), batch.reason)
            self._set_unknown(batch.refused, by_id)
            return
        refusal = UnexpectedAnswerError(
            f"arXiv refuses the question and names no paper: {batch.reason.rstrip('.')}.",
            "Try again in a while.",
        )
        if not batch.is_answered:
            raise refusal  # it would refuse the next batch as well
        self._found.causes.append(str(refusal))

    def _ask(self, question: Question, batch: Batch, by_id: Mapping[str, int]) -> None:
        question.tries += 1
        try:
            with self._turns.turn(self._cancel):
                today = self._turns.today().date()
                answer = self._source.ask(question.ids, self._cancel, today)
        except RefusedIdsError as error:
            self._ask_without_refused(question, str(error), batch, by_id)
        except TemporaryFailureError as error:
            if isinstance(error, UnreachableError) or question.tries >= TRIES:
                raise
            batch.waiting.appendleft(question)
        else:
            batch.is_answered = True
            self._take_in(question, answer, batch, by_id)

    def _ask_without_refused(
        self, question: Question, reason: str, batch: Batch, by_id: Mapping[str, int]
    ) -> None:
        """Go on without the id that arXiv names; if it names none, look for it by halves."""
        words = set(_WORD.findall(reason))
        named = [one for one in question.ids if one in words]
        if not named:
            batch.halve(question, reason)
            return
        log.warning("arXiv refuses %s: %s", ", ".join(named), reason)
        self._set_unknown(named, by_id)
        if rest := [one for one in question.ids if one not in words]:
            batch.waiting.appendleft(Question(rest))

    def _take_in(
        self, question: Question, answer: Answer, batch: Batch, by_id: Mapping[str, int]
    ) -> None:
        names = {row.row for row in answer.skipped}
        self._write({by_id[name]: record for name, record in answer.records.items()})
        self._found.fetched += answer.records
        left = [one for one in question.ids if one not in answer.records and one not in names]
        for row in answer.skipped:
            log.warning("Skipped a record of arXiv: %s (%s)", row.row, row.reason)
        if answer.skipped:
            self._found.causes.append(_skipped_in_words(answer))
        if not left:
            return
        if not answer.is_whole and answer.records:
            batch.waiting.append(Question(left))
        elif len(left) == len(question.ids) > 1 and not question.seems_empty:
            # arXiv has answered with nothing at all now and then: ask once more before believing it
            batch.waiting.append(Question(left, seems_empty=True))
        elif answer.is_whole and names <= set(question.ids):
            self._set_unknown(left, by_id)
        elif not answer.is_whole:
            self._found.causes.append("The answer of arXiv was not whole. Try again in a while.")

    def _set_unknown(self, ids: Sequence[str], by_id: Mapping[str, int]) -> None:
        today = self._turns.today().date()
        self._write({by_id[one]: unknown_record(today) for one in ids})
        self._found.unknown += ids

    def _write(self, records: Mapping[int, ArxivRecord]) -> None:
        for chunk in _batches(records, _CHUNK):
            self._write_chunk({key: records[key] for key in chunk})

    def _write_chunk(self, records: Mapping[int, ArxivRecord]) -> None:
        def work(writing: "WriteSession") -> None:
            # Imports SQLModel, which only the writer thread may wait for.
            from readinglist.storage.arxiv_records import write_records

            write_records(writing, records)

        self._library.database.write(work, Priority.SYNC).result()

    def _tell(self, total: int) -> None:
        done = len(self._found.fetched) + len(self._found.unknown)
        self._on_progress(done, total)

    def _outcome(self, by_id: Mapping[str, int], *, cancelled: bool) -> FetchOutcome:
        found = self._found
        settled = {*found.fetched, *found.unknown}
        return FetchOutcome(
            fetched=tuple(by_id[one] for one in found.fetched),
            unknown=tuple(by_id[one] for one in found.unknown),
            missing=tuple(key for one, key in by_id.items() if one not in settled),
            causes=tuple(dict.fromkeys(found.causes)),
            cancelled=cancelled,
        )


def _batches(things: Iterable[_Thing], size: int) -> Iterable[list[_Thing]]:
    remaining = iter(things)
    while batch := list(islice(remaining, size)):
        yield batch


def _skipped_in_words(answer: Answer) -> str:
    count = len(answer.skipped)
    reasons = "; ".join(sorted({row.reason for row in answer.skipped})[:3])
    return f"{count} of arXiv's records could not be read: {reasons}."
