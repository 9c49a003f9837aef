"""Putting papers out."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import CancelledError, UserFacingError
from readinglist.domain.query import Everything
from readinglist.domain.sorting import NAMED_SORTS
from readinglist.exporters import exporters
from readinglist.library.export import export_text, read_in_pages, write_atomically
from readinglist.library.library import Library


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_papers_come_in_the_order_asked_for(filled_library: Library) -> None:
    keys = filled_library.papers.keys(Everything(), NAMED_SORTS["title"]).result()
    done: list[int] = []
    details = list(read_in_pages(filled_library, list(keys) * 3, on_progress=done.append))
    assert [detail.key for detail in details] == list(keys) * 3
    assert done == [200, 400, 405]


def test_reading_can_be_cancelled(filled_library: Library) -> None:
    cancel = CancelToken()
    pages = read_in_pages(
        filled_library, list(range(1, 136)) * 3, lambda _done: cancel.raise_if_cancelled()
    )
    next(pages)
    cancel.cancel()
    with pytest.raises(CancelledError):
        list(pages)


@pytest.mark.parametrize("name", exporters())
def test_every_format_writes_every_paper(name: str, filled_library: Library) -> None:
    keys = filled_library.papers.keys(Everything(), NAMED_SORTS["oldest"]).result()
    text = "".join(export_text(filled_library, keys, exporters()[name]))
    assert text.endswith("\n")
    for detail in filled_library.papers.details(keys).result():
        assert detail.paper_id in text


def test_a_new_file(tmp_path: Path) -> None:
    target = tmp_path / "refs.bib"
    assert write_atomically(target, ["ein\n", "zwölf\n"]) == len("ein\nzwölf\n".encode())
    assert target.read_bytes() == "ein\nzwölf\n".encode()
    umask = os.umask(0)
    os.umask(umask)
    assert target.stat().st_mode & 0o777 == 0o666 & ~umask
    assert files(tmp_path) == ["refs.bib"]


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "refs.bib"
    target.write_text("old")
    target.chmod(0o640)
    write_atomically(target, ["new"])
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640


def failing(error: BaseException) -> Iterator[str]:
    yield "half"
    raise error


@pytest.mark.parametrize("error", [ZeroDivisionError(), CancelledError(), KeyboardInterrupt()])
def test_a_failed_export_leaves_the_old_file(error: BaseException, tmp_path: Path) -> None:
    target = tmp_path / "refs.bib"
    target.write_text("old")
    with pytest.raises(type(error)):
        write_atomically(target, failing(error))
    assert target.read_text() == "old"
    assert files(tmp_path) == ["refs.bib"]


def test_a_full_disk_is_told_in_words(tmp_path: Path) -> None:
    target = tmp_path / "refs.bib"
    target.write_text("old")
    with pytest.raises(UserFacingError, match="No space left") as caught:
        write_atomically(target, failing(OSError(28, os.strerror(28))))
    assert caught.value.can_retry
    assert target.read_text() == "old"


@pytest.mark.parametrize(
    ("target", "said"), [("missing/refs.bib", "cannot be written"), ("folder", "is a folder")]
)
def test_targets_that_cannot_be_written(target: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserFacingError, match=said):
        write_atomically(tmp_path / target, ["text"])
    assert files(tmp_path) == ["folder"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    real = tmp_path / "papers" / "refs.bib"
    real.write_text("old")
    link = tmp_path / "refs.bib"
    link.symlink_to(real)
    write_atomically(link, ["new"])
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_a_long_file_name(tmp_path: Path) -> None:
    target = tmp_path / ("x" * 250 + ".bib")
    write_atomically(target, ["text"])
    assert target.read_text() == "text"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    write_atomically(pipe, ["through ", "the pipe"])
    reader.join()
    assert read == ["through the pipe"]
    assert pipe.is_fifo()
