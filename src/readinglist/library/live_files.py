"""Files that are kept up to date: which there are, and what belongs into each.

Adding and removing one is no step of undo: it concerns a file, not the library, and undo could not
bring back what is in a file.
"""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readinglist.domain.errors import UserFacingError
from readinglist.domain.live_file import LiveFile
from readinglist.library.typed_path import typed_path
from readinglist.storage.database import Database
from readinglist.storage.live_contents import Belonging, read_belonging
from readinglist.storage.live_files import stored_file, stored_files

if TYPE_CHECKING:
    from readinglist.storage.write_engine import WriteSession


class LiveFiles:
    """The files of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Future[list[LiveFile]]:
        """Read all of them, in the order in which they were added."""
        return self._database.list_reader.read(stored_files)

    def stored(self, number: int) -> Future[LiveFile | None]:
        """Read how a file is stored now; None if it is kept no longer."""
        return self._database.list_reader.read(lambda c: stored_file(c, number))

    def add(self, file: LiveFile) -> Future[LiveFile]:
        """Keep a file from now on; one with the same path makes room for it."""

        def work(writing: "WriteSession") -> LiveFile:
            from readinglist.storage.live_files import add_file

            return add_file(writing, file)

        return self._database.write(work)

    def remove(self, number: int) -> Future[bool]:
        """Keep a file no longer, and leave it as it is; the future tells whether it was kept."""

        def work(writing: "WriteSession") -> bool:
            from readinglist.storage.live_files import remove_file

            return remove_file(writing, number)

        return self._database.write(work)

    def record(self, file: LiveFile, known: LiveFile) -> Future[None]:
        """Note how a file stands, unless another program has written it after it was ``known``."""

        def work(writing: "WriteSession") -> None:
            from readinglist.storage.live_files import record_state

            record_state(writing, file, known)

        return self._database.write(work)

    def expect(self, number: int, text: str, *, no_longer: bool = False) -> Future[None]:
        """Remember that a file may hold a text from now on, or does not, by its fingerprint."""

        def work(writing: "WriteSession") -> None:
            from readinglist.storage.live_files import expect_text

            expect_text(writing, number, text, no_longer=no_longer)

        return self._database.write(work)

    def belonging(self, file: LiveFile, today: date) -> Future[Belonging]:
        """Find what belongs into a file.

        The future fails with a UserFacingError if a list, tag, rule or search is not there any
        more: what was written last is worth more then than a file without papers.
        """
        return self._database.list_reader.read(lambda c: read_belonging(c, file, today))


def checked_path(typed: str, folder: Path) -> Path:
    """Return the path of a file that can be kept up to date.

    Args:
        typed: what a person typed.
        folder: what a path that is not absolute begins at.

    Raises:
        UserFacingError: no file can be written there.
    """
    path = typed_path(typed, folder)
    if not _is_text(path):
        raise UserFacingError(
            f"{path} is no text in UTF-8, so the library cannot remember it.", "Name another file."
        )
    if path.is_dir():
        raise UserFacingError(f"{path} is a folder.", "Name a file in it.")
    if not path.parent.is_dir():
        raise UserFacingError(f"There is no folder {path.parent}.", "Make it first.")
    if path.exists() and not path.is_file():
        raise UserFacingError(f"{path} is no file that can be kept up to date.", "Name another.")
    return path


def _is_text(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def file_at(files: Sequence[LiveFile], path: Path) -> LiveFile | None:
    """Return the one of the files that lies at a path, whatever links lead there."""
    wanted = _resolved(path)
    return next((file for file in files if _resolved(Path(file.path)) == wanted), None)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # links in a circle
        return path.absolute()
