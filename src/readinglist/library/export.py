"""Putting papers out: from the library through an exporter to text or to a file."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import UserFacingError
from readinglist.domain.paper import PaperDetail
from readinglist.exporters.exporter import Exporter
from readinglist.library.library import Library

_PAGE = 200


def read_in_pages(
    library: Library,
    keys: Sequence[int],
    cancel: CancelToken | None = None,
    on_progress: Callable[[int], None] = lambda _done: None,
) -> Iterator[PaperDetail]:
    """Yield papers in full in the order of ``keys``, a page at a time in constant memory.

    Raises:
        CancelledError: somebody asked to stop.
    """
    remaining, done = iter(keys), 0
    while page := list(islice(remaining, _PAGE)):
        if cancel is not None:
            cancel.raise_if_cancelled()
        yield from library.papers.details(page).result()
        done += len(page)
        on_progress(done)


def export_text(library: Library, keys: Sequence[int], exporter: Exporter) -> Iterator[str]:
    """Yield the exported text in pieces."""
    return exporter.export(read_in_pages(library, keys))


def write_atomically(path: Path, chunks: Iterable[str]) -> int:
    """Write text to ``path`` so that it holds the old or the new text whole at any moment.

    Returns:
        The number of bytes written.

    Raises:
        UserFacingError: the file cannot be written; what was there before stays.
    """
    unfinished: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        unfinished = Path(name)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
            size = file.tell()
        _take_over_mode(path, unfinished)
        unfinished.replace(path)
        unfinished = None
    except OSError as error:
        raise UserFacingError(
            f"{path} cannot be written: {error.strerror or error}.",
            "Choose another folder, or make room on the disk.",
            can_retry=True,
        ) from error
    finally:
        if unfinished is not None:
            unfinished.unlink(missing_ok=True)
    return size


def _take_over_mode(path: Path, unfinished: Path) -> None:
    """A temporary file is private; an export is as readable as any file that one saves."""
    if path.exists():
        unfinished.chmod(path.stat().st_mode & 0o777)
        return
    umask = os.umask(0)
    os.umask(umask)
    unfinished.chmod(0o666 & ~umask)
