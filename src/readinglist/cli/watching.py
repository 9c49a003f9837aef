"""``readinglist export --watch``: a file that is kept up to date until Ctrl+C."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from readinglist.cli.opened_library import today
from readinglist.cli.terminal import complain, papers
from readinglist.domain.errors import UserFacingError
from readinglist.domain.live_file import LiveFile
from readinglist.library.library import Library
from readinglist.library.live_keeper import Moment
from readinglist.library.live_writing import LiveFileWriter

_LOOK_EVERY_S = 1.0


def watch(library: Library, file: LiveFile) -> bool:
    """Write a file, whatever is in it, and then whenever something has changed.

    From then on what somebody else writes into it is not overwritten.
    """
    writer = LiveFileWriter(library)
    with _ended_by_termination_too():
        try:
            seen = library.database.version_seen().result()
            file = _written(writer, file, force=True)
            if file.problem:
                return False
            complain("Keeping it up to date until Ctrl+C.")
            for _ in _changes(library, seen):
                writer.entries.forget_all()
                file = _written(writer, file)
        except KeyboardInterrupt:
            return True
    return True


def _changes(library: Library, seen: int) -> Iterator[None]:
    """Yield a moment after others have changed the library, and when a new day has begun."""
    moment, day = Moment(_LOOK_EVERY_S / 2, 5 * _LOOK_EVERY_S), today()
    while True:
        time.sleep(_LOOK_EVERY_S)
        before, seen = seen, library.database.version_seen().result()
        if seen != before or today() != day:
            day = today()
            moment.note(time.monotonic())
        if moment.due_at is not None and time.monotonic() >= moment.due_at:
            moment.clear()
            yield


def _written(writer: LiveFileWriter, file: LiveFile, *, force: bool = False) -> LiveFile:
    """Bring the file up to date; tell each writing, and each new problem once."""
    try:
        after = writer.bring_up_to_date(file, force=force)
    except UserFacingError as error:  # of the library, such as a disk that is full
        complain(str(error))
        return file
    if after.problem and after.problem != file.problem:
        complain(f"{after.path}: {after.problem}")
    elif not after.problem and (after.fingerprint != file.fingerprint or file.problem):
        complain(f"{papers(after.papers)} written to {after.path}.")
    return after


@contextmanager
def _ended_by_termination_too() -> Iterator[None]:
    """Let SIGTERM, which services are ended with, end the program as Ctrl+C does."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before: Callable[..., object] | int | None = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
