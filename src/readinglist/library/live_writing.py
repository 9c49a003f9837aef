"""Bringing live files up to date without ever writing over what somebody else wrote.

A file is written only while it holds what was written last, which the library remembers by a
fingerprint. The new fingerprint is remembered before the file is replaced and the old one forgotten
after it, so that a program that is killed in between finds its own file again.
"""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError as FutureCancelledError
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from readinglist.domain.errors import CancelledError, UserFacingError
from readinglist.domain.live_file import BEHIND, EDITED_ELSEWHERE, LiveFile
from readinglist.domain.text_difference import TextDifference, text_difference
from readinglist.library.export import write_atomically
from readinglist.library.library import Library
from readinglist.library.live_entries import LiveEntries, LiveText
from readinglist.library.live_target import Target, read_file, target_for

log = logging.getLogger(__name__)

_TRIES = 3
"""Looks at a file that is being written by somebody else at the same moment."""

_BUG = "It could not be written, by a fault of the program; its log tells more."


class _ChangedMeanwhileError(Exception):
    """Somebody wrote to the file after it was looked at."""


@dataclass(frozen=True, slots=True)
class Overwritten:
    """How a file stands, and what was in it before; None if there was no file."""

    file: LiveFile
    before: str | None


class LiveFileWriter:
    """Writes live files of one library; for one thread.

    A file with the number 0 is not the library's: nothing of it is remembered there.

    Attributes:
        entries: of the papers, kept from one time to the next.
    """

    def __init__(
        self, library: Library, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._library = library
        self._now = now
        self.entries = LiveEntries(library)

    def bring_up_to_date(self, file: LiveFile, *, force: bool = False) -> LiveFile:
        """Write a file if what it should hold has changed; return how it stands then.

        ``force`` writes over what somebody else wrote.
        """
        return self._brought_up_to_date(file, force=force).file

    def bring_all_up_to_date(self, goes_on: Callable[[], bool] = lambda: True) -> None:
        """Write all files of the library that need it, for as long as ``goes_on`` says so."""
        for file in self._library.live_files.all().result():
            if not goes_on():
                return
            self.bring_up_to_date(file)

    def looked_at(self, file: LiveFile) -> LiveFile:
        """Return how a file stands; nothing is written."""
        try:
            wanted = self.entries.text_of(file, self._today())
            content = read_file(Path(file.path))
            if _holds(file, content, wanted):
                return self._standing(file, wanted, file.written_at or self._time())
            if _is_foreign(file, content):
                return replace(file, problem=EDITED_ELSEWHERE)
        except Exception as error:  # noqa: BLE001 (handed on unless it is one file's)
            return replace(file, problem=_told(error, file))
        return replace(file, problem=BEHIND if file.written_at else "")

    def difference(self, file: LiveFile) -> TextDifference:
        """Return how the program's part of a file differs from what it should hold.

        Raises:
            UserFacingError: one of the two cannot be told.
        """
        wanted = self.entries.text_of(file, self._today())
        there = _part(file, read_file(Path(file.path))) or ""
        return text_difference(there.replace("\r\n", "\n"), wanted.text)

    def overwrite(self, file: LiveFile) -> Overwritten:
        """Write a file whatever is in it; return that, too, so that it can be put back.

        Raises:
            UserFacingError: it cannot be read.
        """
        return self._brought_up_to_date(file, force=True)

    def put_back(self, overwritten: Overwritten) -> LiveFile:
        """Put back what somebody else had written; return how the file stands then.

        What was written around the program's part since then stays.

        Raises:
            UserFacingError: it cannot be written, or somebody has written to it again.
        """
        file, path = self._as_known(overwritten.file), Path(overwritten.file.path)
        content = read_file(path)
        try:
            if _is_foreign(file, content):
                raise _ChangedMeanwhileError
            if overwritten.before is not None:
                before, target = overwritten.before, _target_of(file)
                text = before if content is None else target.with_part_of(content, before)
                _replace_if_still(path, content, text)
        except _ChangedMeanwhileError as error:
            raise UserFacingError(
                f"{path.name} has been edited again.", "It was left as it is."
            ) from error
        return self.bring_up_to_date(file)

    def save_beside(self, file: LiveFile) -> Path:
        """Write what a file should hold into a new one beside it, and leave both alone after.

        Raises:
            UserFacingError: it cannot be written.
        """
        wanted = self.entries.text_of(file, self._today()).text
        path = free_path(Path(file.path))
        write_atomically(path, [_target_of(file).with_part(None, wanted)])
        return path

    def _brought_up_to_date(self, file: LiveFile, *, force: bool) -> Overwritten:
        if file.number and self._library.live_files.stored(file.number).result() is None:
            return Overwritten(file, None)  # it is kept no longer
        try:
            return self._written(file, force=force)
        except Exception as error:  # noqa: BLE001 (handed on unless it is one file's)
            return self._left(file, _told(error, file))

    def _written(self, file: LiveFile, *, force: bool) -> Overwritten:
        wanted = self.entries.text_of(file, self._today())
        for _ in range(_TRIES):
            content = read_file(Path(file.path))
            # After the file: what another program has written there it has remembered before.
            known = self._as_known(file)
            if _holds(known, content, wanted):
                after = self._standing(known, wanted, known.written_at or self._time())
                self._record(after, known)
                return Overwritten(after, content)
            if not force and _is_foreign(known, content):
                continue  # it may be half of what another program is writing
            try:
                after = self._replaced(known, content, wanted)
            except _ChangedMeanwhileError:
                continue
            self._record(after, known)
            return Overwritten(after, content)
        return self._left(file, EDITED_ELSEWHERE)

    def _left(self, file: LiveFile, problem: str) -> Overwritten:
        known = self._as_known(file)
        after = replace(known, problem=problem)
        self._record(after, known)
        return Overwritten(after, None)

    def _replaced(self, file: LiveFile, content: str | None, wanted: LiveText) -> LiveFile:
        after = self._standing(file, wanted, self._time())
        text = _target_of(file).with_part(content, wanted.text)
        with self._expecting(file.number, after.fingerprint):
            _replace_if_still(Path(file.path), content, text)
        return after

    def _standing(self, file: LiveFile, wanted: LiveText, written_at: str) -> LiveFile:
        return replace(
            file,
            fingerprint=_target_of(file).fingerprint(wanted.text),
            written_at=written_at,
            papers=wanted.papers,
            problem="",
        )

    # The library's memory

    def _as_known(self, file: LiveFile) -> LiveFile:
        """Return a file as the library has it now; another program may have written it."""
        if not file.number:
            return file
        return self._library.live_files.stored(file.number).result() or file

    def _record(self, file: LiveFile, known: LiveFile) -> None:
        if file.number and file != known:
            self._library.live_files.record(file, known).result()

    @contextmanager
    def _expecting(self, number: int, text: str) -> Iterator[None]:
        """Remember that a file may soon hold a text, by its fingerprint."""
        if not number:
            yield
            return
        self._library.live_files.expect(number, text).result()
        try:
            yield
        except BaseException:
            self._library.live_files.expect(number, text, no_longer=True).result()
            raise

    def _time(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="seconds")

    def _today(self) -> date:
        return self._now().astimezone().date()


def _told(error: Exception, file: LiveFile) -> str:
    """Return in words why a file is not up to date, so that those after it are written.

    Raises:
        Exception: the error, if it is the end of the program and no fault of the file.
    """
    if isinstance(error, UserFacingError):
        return str(error)
    if isinstance(error, CancelledError | FutureCancelledError):
        raise error
    log.error("%s was not brought up to date", file.path, exc_info=error)
    return _BUG


def _replace_if_still(path: Path, content: str | None, text: str) -> None:
    """Write a text to a file unless it holds something else by now than it did."""

    def check() -> None:
        if read_file(path) != content:
            raise _ChangedMeanwhileError

    write_atomically(path, [text], errors="surrogateescape", before_replacing=check)


def free_path(path: Path) -> Path:
    """Return a path beside another that no file has: ``refs-2.bib``."""
    number = 2
    while (free := path.with_stem(f"{path.stem}-{number}")).exists():
        number += 1
    return free


def _target_of(file: LiveFile) -> Target:
    from readinglist.exporters import exporters  # brings pylatexenc

    exporter = exporters().get(file.format)
    return target_for(exporter.file_suffix if exporter else "")


def _part(file: LiveFile, content: str | None) -> str | None:
    return None if content is None else _target_of(file).part(content)


def _holds(file: LiveFile, content: str | None, wanted: LiveText) -> bool:
    fingerprint, part = _target_of(file).fingerprint, _part(file, content)
    return part is not None and fingerprint(part) == fingerprint(wanted.text)


def _is_foreign(file: LiveFile, content: str | None) -> bool:
    """Whether somebody else wrote what is in the program's part of a file."""
    if content is None:
        return False
    target, part = _target_of(file), _part(file, content)
    if part is None:  # other people's text alone, or the program's part was taken out of it
        return bool(file.written_at)
    if file.fingerprint:
        return target.fingerprint(part) not in file.fingerprints
    return not target.is_untouched(content)
