"""Putting papers out: from the library through an exporter to text or to a file."""

import filecmp
import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from readinglist.domain.errors import UserFacingError
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList
from readinglist.library.library import Library

if TYPE_CHECKING:  # the exporters bring pylatexenc, which reading has no use for
    from readinglist.exporters.exporter import Exporter

_PAGE = 200


def read_in_pages(
    library: Library,
    keys: Sequence[int],
    on_progress: Callable[[int], None] = lambda _done: None,
) -> Iterator[PaperDetail]:
    """Yield papers in full in the order of ``keys``, a page at a time in constant memory.

    While a page is being used the next one is read already, on the reader's thread.

    ``on_progress`` is told how many have been yielded; what it raises ends the reading.
    """
    remaining, done = iter(keys), 0
    page = list(islice(remaining, _PAGE))
    coming = library.papers.details(page)
    while page:
        papers, done = coming.result(), done + len(page)
        page = list(islice(remaining, _PAGE))
        if page:
            coming = library.papers.details(page)
        yield from papers
        on_progress(done)


def export_text(
    library: Library,
    keys: Sequence[int],
    exporter: "Exporter",
    options: ExportOptions | None = None,
    heading: ReadingList | None = None,
    on_progress: Callable[[int], None] = lambda _done: None,
) -> Iterator[str]:
    """Yield the exported text in pieces.

    Args:
        library: where the papers are.
        keys: which papers, in this order.
        exporter: writes them.
        options: the format's defaults if not given.
        heading: the list that the papers are, if they are one.
        on_progress: is told how many have been read; what it raises ends the export.
    """
    from readinglist.exporters import exported  # brings pylatexenc

    return exported(exporter, read_in_pages(library, keys, on_progress), options, heading)


def write_atomically(
    path: Path,
    chunks: Iterable[str],
    *,
    errors: str = "strict",
    before_replacing: Callable[[], None] = lambda: None,
) -> int:
    """Write text to ``path`` so that it holds the old or the new text whole at any moment.

    A link is followed, and what is no file (a pipe, ``/dev/stdout``) is written to as it is. A file
    that holds the text already is not touched: whoever watches it has nothing to do.

    Args:
        path: the file.
        chunks: the text.
        errors: what becomes of characters that UTF-8 does not have, as ``str.encode`` takes it.
        before_replacing: called when all is written but the file still is the old one; what it
            raises leaves that.

    Returns:
        The number of bytes written.

    Raises:
        UserFacingError: the file cannot be written; what was there before stays.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("w", encoding="utf-8", newline="\n") as stream:
                return _write(stream, chunks)
        return _replace(_resolved(path), chunks, errors, before_replacing)
    except BrokenPipeError:
        raise  # nobody reads any more, which is no failure of the disk
    except IsADirectoryError as error:
        raise UserFacingError(f"{path} is a folder.", "Name a file in it.") from error
    except OSError as error:
        raise UserFacingError(
            f"{path} cannot be written: {error.strerror or error}.",
            "Choose another folder, or make room on the disk.",
            can_retry=True,
        ) from error


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (RuntimeError, ValueError) as error:  # links in a circle; a NUL
        raise UserFacingError(
            f"{path} leads nowhere.", "See where its links lead, or name another file."
        ) from error


def _replace(
    path: Path, chunks: Iterable[str], errors: str, before_replacing: Callable[[], None]
) -> int:
    unfinished = path.with_name(f".readinglist-{secrets.token_hex(8)}.tmp")
    try:
        with unfinished.open("x", encoding="utf-8", errors=errors, newline="\n") as file:
            size = _write(file, chunks)
            file.flush()
            os.fsync(file.fileno())
        if path.is_file() and filecmp.cmp(unfinished, path, shallow=False):
            return size
        if path.exists():
            unfinished.chmod(path.stat().st_mode & 0o777)
        before_replacing()
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return size


def _write(stream: TextIO, chunks: Iterable[str]) -> int:
    size = 0
    for chunk in chunks:
        stream.write(chunk)
        size += len(chunk.encode(errors=stream.errors or "strict"))
    return size
