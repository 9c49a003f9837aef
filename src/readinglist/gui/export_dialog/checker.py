"""Looks at the papers of an export and makes previews of entries, on a thread of its own."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.exporters import Format, writes_folder
from readinglist.library.export_check import ExportCheck, check_export
from readinglist.library.library import Library

_TEX_FORMATS = frozenset(("bibtex", "biblatex"))
_FOR_ENGINES = _TEX_FORMATS | {"csl-json"}
_LONGEST_SHOWN = 600
"""Characters of what an engine prints."""


@dataclass(frozen=True, slots=True)
class EntryPreview:
    """One paper as it is going to be written, and as engines are going to print it.

    ``printed`` are pairs of an engine and of what it prints.
    """

    paper: PaperDetail
    text: str
    printed: tuple[tuple[str, str], ...]


class ExportChecker:
    """Works on the newest question of each kind only: a new one ends the work on the last.

    It outlives the dialog, which is closed without waiting for an entry that takes long.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._check_cancel = CancelToken()
        self._preview_cancel = CancelToken()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="export check")

    def check(
        self,
        keys: Sequence[int],
        exporter: Format,
        options: ExportOptions,
        tell: Callable[[int], None],
    ) -> Future[ExportCheck]:
        """Look at papers; ``tell`` is called on the thread with how many are done."""
        self._check_cancel.cancel()
        cancel = self._check_cancel = CancelToken()

        def on_progress(done: int) -> None:
            cancel.raise_if_cancelled()
            tell(done)

        def look() -> ExportCheck:
            cancel.raise_if_cancelled()
            return check_export(self._library, keys, exporter, options, on_progress)

        return self._thread.submit(look)

    def preview(
        self, key: int, exporter: Format, options: ExportOptions
    ) -> Future[EntryPreview | None]:
        """Make the entry of a paper; None if the paper is gone."""
        self._preview_cancel.cancel()
        cancel = self._preview_cancel = CancelToken()

        def make() -> EntryPreview | None:
            cancel.raise_if_cancelled()
            papers = self._library.papers.details([key]).result()
            if not papers:
                return None
            text = _text_of(exporter, papers[0], options)
            cancel.raise_if_cancelled()
            return EntryPreview(papers[0], text, _printed(exporter.name, papers[0], options))

        return self._thread.submit(make)

    def give_up(self) -> None:
        """End the work on the last questions soon; does not wait for it."""
        self._check_cancel.cancel()
        self._preview_cancel.cancel()

    def close(self) -> None:
        """End the thread; waits for the entry that is being made."""
        self.give_up()
        self._thread.shutdown(wait=True, cancel_futures=True)


def _text_of(exporter: Format, paper: PaperDetail, options: ExportOptions) -> str:
    """Return the entry of a paper, or the file that it gets in a new folder."""
    if not writes_folder(exporter):
        return exporter.entry(paper, options)
    keys = "".join(exporter.front_matter(paper, options).values())
    return f"---\n{keys}---\n\n{exporter.body(paper, options)}"


def _printed(
    format_name: str, paper: PaperDetail, options: ExportOptions
) -> tuple[tuple[str, str], ...]:
    """Return what engines print of an entry; for formats that are not for them, nothing."""
    if format_name not in _FOR_ENGINES:
        return ()
    from readinglist.exporters.previews import previews_of  # only for who looks at entries

    previews = previews_of(paper, options)
    shown = previews if format_name in _TEX_FORMATS else previews[-1:]  # pandoc reads the others
    return tuple((one.engine, _shortened(one.text)) for one in shown)


def _shortened(text: str) -> str:
    """Return both ends of what is printed: 3,303 authors would push all else out of sight."""
    if len(text) <= _LONGEST_SHOWN:
        return text
    half = _LONGEST_SHOWN // 2
    return f"{text[:half].rstrip()} […] {text[-half:].lstrip()}"
