"""What of a file on the disk is the program's: all of it, or a block between other people's text.

Text is read as it is, bytes that are no UTF-8 included, and goes back as it was.
"""

from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from readinglist.domain.errors import UserFacingError


class Target(Protocol):
    """Finds and replaces the program's part of a file."""

    def part(self, content: str) -> str | None:
        """Return the program's part of what is in a file; None if it has none."""
        ...

    def with_part(self, content: str | None, part: str) -> str:
        """Return what is to be in a file; ``content`` is None if there is no file."""
        ...

    def is_untouched(self, content: str) -> bool:
        """Whether the file itself tells that nobody else has written in the part."""
        ...


class WholeFile:
    """A file that is the program's alone, such as a bibliography."""

    def part(self, content: str) -> str | None:
        """Return all of it."""
        return content

    def with_part(self, _content: str | None, part: str) -> str:
        """Return the part."""
        return part

    def is_untouched(self, _content: str) -> bool:
        """Tell nothing: a file has no room for a mark."""
        return False


def fingerprint(text: str) -> str:
    r"""Return what tells a text from others; that lines end in \r\n makes no other one of it."""
    data = text.replace("\r\n", "\n").encode(errors="surrogateescape")
    return blake2b(data, digest_size=16).hexdigest()


def read_file(path: Path) -> str | None:
    """Return what is in a file; None if there is none.

    Raises:
        UserFacingError: it cannot be read, or must not be written.
    """
    try:
        if not path.parent.is_dir():
            raise UserFacingError(f"There is no folder {path.parent} any more.", "Make it again.")
        if path.is_dir():
            raise UserFacingError(f"{path} is a folder.", "Move it out of the way.")
        if not path.exists():
            return None
        if not path.is_file():
            raise UserFacingError(f"{path} is no file any more.", "Move it out of the way.")
        content = path.read_bytes().decode(errors="surrogateescape")
        if not path.stat().st_mode & 0o222:
            raise UserFacingError(f"{path} is read-only.", "Allow writing it.")
    except OSError as error:
        raise UserFacingError(
            f"{path} cannot be read: {error.strerror or error}.", "Check its folder."
        ) from error
    return content
