"""Putting papers out to one file, which may hold a block between the reader's own text."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from readinglist.domain.errors import UserFacingError
from readinglist.domain.managed_block import split_block
from readinglist.library.export import write_atomically
from readinglist.library.live_target import ManagedBlock, target_for

if TYPE_CHECKING:  # the exporters bring pylatexenc, which reading has no use for
    from readinglist.exporters.exporter import Exporter

_MARK = b"readinglist:"


def write_export(path: Path, pieces: Iterable[str], exporter: "Exporter") -> int:
    """Write exported text to a file, or into the block of one that has a block.

    Returns:
        The number of bytes written.

    Raises:
        UserFacingError: the file cannot be written, or that would destroy what somebody else wrote.
    """
    content = check_export_file(path, exporter)

    def check() -> None:
        if _content_with_block(path) != content:
            raise UserFacingError(
                f"{path.name} was changed at this very moment.", "Try again.", can_retry=True
            )

    if content is None:
        return write_atomically(path, pieces, before_replacing=check)
    text = ManagedBlock().with_part(content, "".join(pieces))
    return write_atomically(path, [text], errors="surrogateescape", before_replacing=check)


def check_export_file(path: Path, exporter: "Exporter") -> str | None:
    """Return what is in a file if it has a block that may be written anew; None if it has none.

    Raises:
        UserFacingError: the block belongs to something else, or somebody has written into it.
    """
    content = _content_with_block(path)
    if content is None:
        return None
    target = target_for(exporter.file_suffix)
    if not isinstance(target, ManagedBlock):
        raise UserFacingError(
            f"{path.name} holds notes around a block of readinglist's, which {exporter.title} "
            "would replace.",
            "Name another file.",
        )
    if split_block(content).memo:
        raise UserFacingError(
            f"{path.name} belongs to a folder with a file for each paper.", "Name another file."
        )
    if not target.is_untouched(content):
        raise UserFacingError(
            f"Somebody has written into readinglist's block in {path.name}.",
            "Move that out of the block, or name another file.",
        )
    return content


def _content_with_block(path: Path) -> str | None:
    """Return what is in a file with a block; None if it has none, or is no file."""
    try:
        if not path.is_file():
            return None
    except OSError:  # such as a name that is too long; writing tells
        return None
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserFacingError(
            f"{path} cannot be read: {error.strerror or error}.", "Name another file."
        ) from error
    if _MARK not in data:
        return None
    content = data.decode(errors="surrogateescape")
    return None if split_block(content).block is None else content
