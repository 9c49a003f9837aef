"""Putting papers out as files of a folder, between what readers have written into them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from readinglist.domain.errors import UserFacingError
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.file_names import folded_file_name, free_file_name
from readinglist.domain.front_matter import (
    BrokenFrontMatterError,
    FrontMatter,
    read_front_matter,
    write_front_matter,
)
from readinglist.domain.managed_block import BrokenBlockError, replace_block, split_block
from readinglist.domain.paper import PaperDetail
from readinglist.library.export import read_in_pages, write_atomically
from readinglist.library.library import Library

if TYPE_CHECKING:  # the exporters bring pylatexenc, which reading has no use for
    from readinglist.exporters.folder_exporter import FolderExporter

_FRONT_MATTER_READ = 65_536
"""Characters of each file that are looked at for the paper it is of."""


@dataclass(frozen=True, slots=True)
class LeftFile:
    """A file that was not written, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class FolderExport:
    """What became of the files.

    Attributes:
        written: made anew or brought up to date.
        unchanged: said already what there is to say, and were not touched.
        edited: have text of somebody else's in the program's block, and were left as they are.
        left: could not be read or written for another reason, and were left as they are.
    """

    written: int
    unchanged: int
    edited: tuple[str, ...] = ()
    left: tuple[LeftFile, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether every paper's file is up to date."""
        return not self.edited and not self.left


def export_folder(
    library: Library,
    keys: Sequence[int],
    exporter: "FolderExporter",
    folder: Path,
    options: ExportOptions | None = None,
    on_progress: Callable[[int], None] = lambda _done: None,
    *,
    force: bool = False,
) -> FolderExport:
    """Write a file for each paper; files of papers that are not asked for stay as they are.

    Args:
        library: where the papers are.
        keys: which papers.
        exporter: says what belongs into the files.
        folder: is made if it is not there, in a folder that is.
        options: the format's defaults if not given.
        on_progress: is told how many papers have been read; what it raises ends the export, and
            each file is as it was or whole.
        force: write blocks anew that somebody has edited.

    Raises:
        UserFacingError: there is no such folder, or nothing can be written there.
    """
    writer = FolderWriter(_made(folder), exporter, options or exporter.defaults, force=force)
    for paper in read_in_pages(library, keys, on_progress):
        writer.write(paper)
    return writer.result()


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(exist_ok=True)
        return folder.resolve(strict=True)
    except FileExistsError as error:
        raise UserFacingError(f"{folder} is no folder.", "Name a folder.") from error
    except OSError as error:
        raise UserFacingError(
            f"The folder {folder} cannot be made: {error.strerror or error}.",
            "Choose another folder.",
            can_retry=True,
        ) from error


class _LeftError(Exception):
    """The file is to be left as it is; the message says why."""


class _EditedError(Exception):
    """Somebody has written into the program's block of the file."""


class FolderWriter:
    """Writes files one after the other, and counts what became of them."""

    def __init__(
        self,
        folder: Path,
        exporter: "FolderExporter",
        options: ExportOptions,
        *,
        force: bool = False,
    ) -> None:
        self._folder = folder
        self._exporter = exporter
        self._options = options
        self._force = force
        self._names = _FileNames(folder, exporter)
        self._written = self._unchanged = 0
        self._edited: list[str] = []
        self._left: list[LeftFile] = []

    def write(self, paper: PaperDetail) -> None:
        """Bring a paper's file up to date, or leave it and remember why."""
        name = self._names.name_of(paper)
        try:
            if self._bring_up_to_date(self._folder / name, paper):
                self._written += 1
            else:
                self._unchanged += 1
        except _EditedError:
            self._edited.append(name)
        except _LeftError as left:
            self._left.append(LeftFile(name, str(left)))
        except (BrokenBlockError, BrokenFrontMatterError) as broken:
            self._left.append(LeftFile(name, str(broken)))

    def result(self) -> FolderExport:
        """Return what became of all files so far."""
        return FolderExport(self._written, self._unchanged, tuple(self._edited), tuple(self._left))

    def _bring_up_to_date(self, path: Path, paper: PaperDetail) -> bool:
        """Write a file if that changes it; tell whether it did."""
        before = self._read(path)
        after = self._text(before or "", paper)
        if after == before:
            return False

        def check() -> None:  # an editor may have saved it while the new text was written
            if self._read(path) != before:
                raise _LeftError("It was changed at this very moment; try again.")

        write_atomically(path, [after], before_replacing=check)
        return True

    def _text(self, before: str, paper: PaperDetail) -> str:
        block = split_block(before)
        if block.is_edited and not self._force:
            raise _EditedError
        text, seals = write_front_matter(
            before,
            self._exporter.front_matter(paper, self._options),
            self._exporter.own_keys,
            block.memo,
        )
        return replace_block(text, self._exporter.body(paper, self._options), seals)

    def _read(self, path: Path) -> str | None:
        """Return a file's text, None if there is none."""
        if not path.exists() and not path.is_symlink():
            return None
        _check_place(path, self._folder)
        return _read_text(path)


class _FileNames:
    """Which file is whose: by the id in a file's front matter, whatever the file is called."""

    def __init__(self, folder: Path, exporter: "FolderExporter") -> None:
        self._exporter = exporter
        self._taken: set[str] = set()
        self._by_paper: dict[str, list[_Known]] = {}
        self._unclaimed: dict[str, str] = {}
        for path in sorted(folder.iterdir()):
            folded = folded_file_name(path.name)
            self._taken.add(folded)
            if not folded.endswith(exporter.file_suffix):
                continue
            head = _head_of(path, folder)
            if paper_id := head.value(exporter.id_key) if head else "":
                known = _Known(path.name, head)
                self._by_paper.setdefault(paper_id, []).append(known)
            else:
                self._unclaimed[folded] = path.name

    def name_of(self, paper: PaperDetail) -> str:
        """Return the name of the paper's file: the one it has, or a new one that nothing has."""
        stem, suffix = self._exporter.file_stem(paper), self._exporter.file_suffix
        wanted = folded_file_name(stem + suffix)
        if names := self._known_names(paper):
            # Of a file and its copies, the one that is called like the paper.
            return next((name for name in names if folded_file_name(name) == wanted), names[0])
        # A note that the reader began under this name becomes the paper's.
        name = self._unclaimed.pop(wanted, "") or free_file_name(stem, suffix, self._taken)
        self._taken.add(folded_file_name(name))
        self._by_paper.setdefault(paper.paper_id, []).append(_Known(name))
        return name

    def _known_names(self, paper: PaperDetail) -> list[str]:
        known = self._by_paper.get(paper.paper_id, ())
        if paper.paper.arxiv_id:
            return [file.name for file in known]
        # Two libraries number papers alike: the file must speak of this one, too.
        says = self._exporter.front_matter(paper, self._exporter.defaults)
        return [file.name for file in known if file.speaks_of(says, self._exporter.told_by)]


@dataclass(frozen=True, slots=True)
class _Known:
    """A file of a paper; without a head it was named just now."""

    name: str
    head: FrontMatter | None = None

    def speaks_of(self, says: Mapping[str, str], keys: Sequence[str]) -> bool:
        """Whether one of the keys says in the file what it would say now."""
        return self.head is None or any(
            self.head.says(key, says[key]) for key in keys if key in says
        )


def _head_of(path: Path, folder: Path) -> FrontMatter | None:
    try:
        _check_place(path, folder)
        with path.open(encoding="utf-8", newline="") as file:
            return read_front_matter(file.read(_FRONT_MATTER_READ))
    except (_LeftError, BrokenFrontMatterError, OSError, UnicodeDecodeError):
        return None


def _check_place(path: Path, folder: Path) -> None:
    """Let only files through that are files, and lie in the folder if they are links."""
    if path.is_symlink() and not path.resolve().is_relative_to(folder):
        raise _LeftError("It is a link that leads out of the folder.")
    if not path.is_file():
        raise _LeftError("It is no file.")


def _read_text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except UnicodeDecodeError as error:
        raise _LeftError("It is not text in UTF-8.") from error
    except OSError as error:
        raise _LeftError(f"It cannot be read: {error.strerror or error}.") from error
