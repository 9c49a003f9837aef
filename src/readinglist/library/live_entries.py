"""The texts of live files, made of entries that are kept for as long as nothing changes them."""

import logging
from collections.abc import Container, Iterable, Iterator
from concurrent.futures import CancelledError as FutureCancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from readinglist.domain.errors import CancelledError, UserFacingError
from readinglist.domain.live_file import LiveFile, read_options
from readinglist.domain.paper import PaperDetail
from readinglist.library.export import read_in_pages
from readinglist.library.library import Library

if TYPE_CHECKING:
    from readinglist.exporters.exporter import Exporter

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LiveText:
    """What a file should hold."""

    text: str
    papers: int


class LiveEntries:
    """Makes the texts of files; of a paper that did not change, nothing is read again.

    Files of the same format and options share their entries. For one thread.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: dict[tuple[str, str], dict[int, str]] = {}

    def forget(self, keys: Iterable[int]) -> None:
        """Make the entries of papers anew when they are needed next."""
        for key in keys:
            for entries in self._kept.values():
                entries.pop(key, None)

    def forget_all(self) -> None:
        """Make all entries anew: it is not known what changed."""
        self._kept.clear()

    def text_of(self, file: LiveFile, today: date) -> LiveText:
        """Return what a file should hold now.

        Raises:
            UserFacingError: its list, tag, search or format is not there any more.
        """
        exporter = _exporter_of(file)
        belonging = self._library.live_files.belonging(file, today).result()
        options = read_options(file.options, exporter.defaults, exporter.choices)
        kept = self._kept.setdefault((file.format, file.options), {})
        with _failures_of(exporter):
            for paper in self._not_kept(kept, belonging.keys):
                kept[paper.key] = exporter.entry(paper, options)
            entries = (kept[key] for key in belonging.keys if kept.get(key))
            text = "".join(exporter.whole(entries, belonging.heading))
        return LiveText(text, len(belonging.keys))

    def _not_kept(self, kept: Container[int], keys: Iterable[int]) -> Iterator[PaperDetail]:
        return read_in_pages(self._library, [key for key in keys if key not in kept])


@contextmanager
def _failures_of(exporter: "Exporter") -> Iterator[None]:
    """Tell in words that an exporter failed: one of another package must not stop other files."""
    try:
        yield
    except (UserFacingError, CancelledError, FutureCancelledError):
        raise
    except Exception as error:
        log.exception("The format %s failed", exporter.name)
        raise UserFacingError(
            f"The format {exporter.title} cannot write these papers: {error}.",
            "The file was left as it is.",
        ) from error


def _exporter_of(file: LiveFile) -> "Exporter":
    from readinglist.exporters import exporters  # brings pylatexenc

    exporter = exporters().get(file.format)
    if exporter is None:
        raise UserFacingError(
            f"There is no format “{file.format}” any more.",
            "Install the package that it comes with; the file was left as it is.",
        )
    return exporter
