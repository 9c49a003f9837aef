"""What a drag carries out of the window, made on a thread of its own before the drag begins.

Whatever papers are dropped on asks for the contents at once, many already while the mouse passes
over them, and on X11 it is the GUI thread that has to answer. So everything is there beforehand.
"""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from readinglist.domain.errors import UserFacingError
from readinglist.domain.file_names import safe_file_stem
from readinglist.library.library import Library


@dataclass(frozen=True, slots=True)
class Words:
    """Papers as text and as links."""

    markdown: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BibtexFile:
    """A file for a folder, and what is in it."""

    path: Path
    text: str


class DragContents:
    """Makes texts and files of papers; the files are gone when it is closed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._folder: Path | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="drag")

    def words(self, keys: Sequence[int]) -> Future[Words]:
        """Put papers out as Markdown and as links."""
        return self._thread.submit(self._words, keys)

    def bibtex_file(self, keys: Sequence[int]) -> Future[BibtexFile]:
        """Write papers into a BibTeX file, named after the citation key if it is one paper."""
        return self._thread.submit(self._bibtex_file, keys)

    def close(self) -> None:
        """End the thread and take the files away."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        if self._folder is not None:
            from shutil import rmtree

            rmtree(self._folder, ignore_errors=True)

    # What exports need is imported here: the first paint does not wait for it.

    def _words(self, keys: Sequence[int]) -> Words:
        from readinglist.domain.links import page_link
        from readinglist.exporters import exported, exporter_named
        from readinglist.library.export import read_in_pages

        papers = list(read_in_pages(self._library, keys))
        links = tuple(link for paper in papers if (link := page_link(paper.paper)))
        return Words("".join(exported(exporter_named("markdown"), papers)), links)

    def _bibtex_file(self, keys: Sequence[int]) -> BibtexFile:
        from readinglist.exporters import exported, exporter_named
        from readinglist.library.export import read_in_pages, write_atomically

        papers = list(read_in_pages(self._library, keys))
        key = papers[0].citation_key if len(papers) == 1 else ""
        name = safe_file_stem(key) if key else "readinglist"
        path = self._new_folder() / f"{name}.bib"
        text = "".join(exported(exporter_named("bibtex"), papers))
        write_atomically(path, [text])
        return BibtexFile(path, text)

    def _new_folder(self) -> Path:
        """Return a folder for one drag: whoever got the file before may not have read it yet."""
        from tempfile import mkdtemp

        try:
            if self._folder is None:
                self._folder = Path(mkdtemp(prefix="readinglist-"))
            return Path(mkdtemp(dir=self._folder))
        except OSError as error:
            raise UserFacingError(
                f"No file can be made to drag: {error.strerror or error}.",
                "Make room on the disk, or use Export.",
            ) from error
