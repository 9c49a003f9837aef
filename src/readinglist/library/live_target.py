"""What of a file on the disk is the program's: all of it, or a block between other people's text.

Text is read as it is, bytes that are no UTF-8 included, and goes back as it was.
"""

from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from readinglist.domain.errors import UserFacingError
from readinglist.domain.managed_block import replace_block, split_block, with_block_of


class Target(Protocol):
    """Finds and replaces the program's part of a file."""

    def part(self, content: str) -> str | None:
        """Return the program's part of what is in a file; None if it has none."""
        ...

    def with_part(self, content: str | None, part: str) -> str:
        """Return what is to be in a file; ``content`` is None if there is no file."""
        ...

    def with_part_of(self, content: str, other: str) -> str:
        """Return what is to be in a file so that its part is what it was in another text."""
        ...

    def is_untouched(self, content: str) -> bool:
        """Whether the file itself tells that nobody else has written in the part."""
        ...

    def fingerprint(self, part: str) -> str:
        """Return what tells a part from others."""
        ...


class WholeFile:
    """A file that is the program's alone, such as a bibliography."""

    def part(self, content: str) -> str | None:
        """Return all of it."""
        return content

    def with_part(self, _content: str | None, part: str) -> str:
        """Return the part."""
        return part

    def with_part_of(self, _content: str, other: str) -> str:
        """Return the other text."""
        return other

    def is_untouched(self, _content: str) -> bool:
        """Tell nothing: a file has no room for a seal."""
        return False

    def fingerprint(self, part: str) -> str:
        r"""Return the fingerprint of the text, whatever ends its lines: git may make \r\n of it."""
        return _fingerprint(part.replace("\r\n", "\n"))


class ManagedBlock:
    """A block of a Markdown file; all around it is the reader's own."""

    def part(self, content: str) -> str | None:
        """Return what stands in the block."""
        return split_block(content).block

    def with_part(self, content: str | None, part: str) -> str:
        """Put the part into the block, or into a new one at the end of the file.

        Raises:
            UserFacingError: it is not clear where, or the part itself looks like the block's end.
        """
        try:
            return replace_block(content or "", part)
        except ValueError as error:
            raise UserFacingError(
                "A note holds a comment that marks where a block begins or ends.",
                "Take it out of the note.",
            ) from error

    def with_part_of(self, content: str, other: str) -> str:
        """Put the other text's block into the place of this one's, with its seal."""
        return with_block_of(content, other)

    def is_untouched(self, content: str) -> bool:
        """Whether the seal of the block fits, and it is not one of a folder with such files."""
        split = split_block(content)
        return not split.is_edited and not split.memo

    def fingerprint(self, part: str) -> str:
        """Return the seal's kind of fingerprint: editors trim blanks at the ends of lines."""
        lines = (line.rstrip() for line in part.split("\n"))
        return _fingerprint("\n".join(lines).strip("\n"))


def target_for(file_suffix: str) -> Target:
    """Return what of a file a format writes."""
    return ManagedBlock() if file_suffix == ".md" else WholeFile()


def _fingerprint(text: str) -> str:
    return blake2b(text.encode(errors="surrogateescape"), digest_size=16).hexdigest()


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
    except ValueError as error:  # such as a NUL in the path
        raise UserFacingError(f"{path} cannot be the path of a file.", "Name another.") from error
    return content
