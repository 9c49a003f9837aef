"""A file for each paper, written between what readers have written into them."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from readinglist.domain.errors import CancelledError, UserFacingError
from readinglist.domain.paper import Paper, PaperDetail
from readinglist.domain.query import Everything
from readinglist.domain.sorting import NAMED_SORTS
from readinglist.exporters.markdown_folder import MarkdownFolderExporter
from readinglist.library import export
from readinglist.library.export_folder import FolderExport, FolderWriter, LeftFile, export_folder
from readinglist.library.library import Library

EXPORTER = MarkdownFolderExporter()


@pytest.fixture
def keys(filled_library: Library) -> Sequence[int]:
    return list(filled_library.papers.keys(Everything(), NAMED_SORTS["oldest"]).result())[:3]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def files(filled_library: Library, keys: Sequence[int], vault: Path) -> list[Path]:
    """The files of three papers, in the order of the papers."""
    assert put_out(filled_library, keys, vault) == FolderExport(3, 0)
    details = filled_library.papers.details(keys).result()
    return [vault / f"{detail.citation_key}.md" for detail in details]


def put_out(
    library: Library, keys: Sequence[int], vault: Path, *, force: bool = False
) -> FolderExport:
    return export_folder(library, keys, EXPORTER, vault, force=force)


def change(file: Path, before: str, after: str) -> bytes:
    """Change a file as an editor would, and return what it holds then."""
    text = file.read_bytes().decode()
    assert before in text
    file.write_bytes(text.replace(before, after, 1).encode())
    return file.read_bytes()


def star(library: Library, key: int) -> None:
    library.edits.set_starred([key], starred=True).result()


def head_of(file: Path) -> dict[str, object]:
    found = next(iter(yaml.safe_load_all(file.read_text(encoding="utf-8"))))
    assert isinstance(found, dict)
    return found


def test_every_paper_has_a_file(files: list[Path], vault: Path) -> None:
    assert sorted(vault.iterdir()) == sorted(files)
    assert all(head_of(file)["citekey"] == file.stem for file in files)


def test_what_has_not_changed_is_not_touched(
    filled_library: Library, keys: Sequence[int], vault: Path, files: list[Path]
) -> None:
    before = [(file.stat().st_mtime_ns, file.stat().st_ino) for file in files]
    assert put_out(filled_library, keys, vault) == FolderExport(0, 3)
    assert [(file.stat().st_mtime_ns, file.stat().st_ino) for file in files] == before


def test_the_readers_text_and_keys_stay(
    filled_library: Library, keys: Sequence[int], vault: Path, files: list[Path]
) -> None:
    change(files[0], "\n---\n", "\nmood: good  # really\n---\nabove\r\n\n")
    mine = change(files[0], "<!-- readinglist:end -->\n", "<!-- readinglist:end -->\nbelow")
    star(filled_library, keys[0])
    assert put_out(filled_library, keys, vault) == FolderExport(1, 2)
    now = files[0].read_bytes()
    assert (
        now.replace(b"starred: true", b"starred: false").partition(b"<!--")[0]
        == (mine.partition(b"<!--")[0])
    )
    assert now.endswith(b"<!-- readinglist:end -->\nbelow")
    assert head_of(files[0])["starred"] is True


def test_a_key_that_the_reader_has_changed_stays_theirs(
    filled_library: Library, keys: Sequence[int], vault: Path, files: list[Path]
) -> None:
    change(files[0], "status: unread", "status: skimmed")
    star(filled_library, keys[0])
    assert put_out(filled_library, keys, vault) == FolderExport(1, 2)
    assert head_of(files[0])["status"] == "skimmed"
    assert head_of(files[0])["starred"] is True


def test_a_block_that_somebody_has_edited_is_left_alone(
    filled_library: Library, keys: Sequence[int], vault: Path, files: list[Path]
) -> None:
    mine = change(files[1], "## Abstract", "## My own heading")
    star(filled_library, keys[1])
    done = put_out(filled_library, keys, vault)
    assert done == FolderExport(0, 2, edited=(files[1].name,))
    assert not done.is_complete
    assert files[1].read_bytes() == mine
    assert put_out(filled_library, keys, vault, force=True) == FolderExport(1, 2)
    assert "My own heading" not in files[1].read_text(encoding="utf-8")
    assert put_out(filled_library, keys, vault) == FolderExport(0, 3)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("<!-- readinglist:end -->", "", "has no end"),
        ("<!-- readinglist:begin", "<!-- readinglist:begin -->\n<!-- readinglist:begin", "another"),
        ("---\n", "---\nno key\n", "no list of keys"),
        ("---\n", "---\nyear: 1\n", "stands twice"),
    ],
)
def test_files_that_are_not_clear_are_left_and_told(
    filled_library: Library,
    keys: Sequence[int],
    vault: Path,
    files: list[Path],
    before: str,
    after: str,
    told: str,
) -> None:
    mine = change(files[2], before, after)
    star(filled_library, keys[2])
    done = put_out(filled_library, keys, vault, force=True)
    assert (done.written, done.unchanged) == (0, 2)
    assert [left.name for left in done.left] == [files[2].name]
    assert told in done.left[0].reason
    assert files[2].read_bytes() == mine


def test_text_in_another_encoding_is_left(
    filled_library: Library, keys: Sequence[int], vault: Path, files: list[Path]
) -> None:
    files[0].write_bytes(b"caf\xe9")
    done = put_out(filled_library, keys, vault)
    assert done.left == (LeftFile(files[0].name, "It is not text in UTF-8."),)
    assert files[0].read_bytes() == b"caf\xe9"


def test_a_file_that_was_renamed_keeps_its_name(
    filled_library: Library, keys: Sequence[int], vault: Path, files: list[Path]
) -> None:
    renamed = files[0].rename(vault / "Mein Name.md")
    star(filled_library, keys[0])
    assert put_out(filled_library, keys, vault) == FolderExport(1, 2)
    assert sorted(vault.iterdir()) == sorted([renamed, *files[1:]])
    assert head_of(renamed)["starred"] is True


def test_of_a_file_and_its_copy_the_one_called_like_the_paper_is_written(
    filled_library: Library, keys: Sequence[int], vault: Path, files: list[Path]
) -> None:
    copy = vault / f"a copy of {files[0].name}"
    copy.write_bytes(files[0].read_bytes())
    mine = copy.read_bytes()
    star(filled_library, keys[0])
    assert put_out(filled_library, keys, vault) == FolderExport(1, 2)
    assert copy.read_bytes() == mine
    assert head_of(files[0])["starred"] is True


def test_a_note_that_was_begun_under_the_key_becomes_the_papers(
    filled_library: Library, keys: Sequence[int], vault: Path, files: list[Path]
) -> None:
    mine = "---\r\ntags: [mine]\r\n---\r\nMy thoughts"
    files[0].write_bytes(mine.encode())
    assert put_out(filled_library, keys, vault) == FolderExport(1, 2)
    now = files[0].read_bytes().decode()
    assert head_of(files[0])["tags"] == ["mine"]
    assert "\r\n---\r\nMy thoughts\r\n\r\n<!-- readinglist:begin " in now
    assert "\n" not in now.replace("\r\n", "")


def test_a_file_of_another_paper_is_not_taken(
    filled_library: Library, keys: Sequence[int], vault: Path, files: list[Path]
) -> None:
    mine = b"---\nreadinglist: another\n---\n"
    upper = vault / files[0].name.upper()
    files[0].unlink()
    upper.write_bytes(mine)
    assert put_out(filled_library, keys, vault) == FolderExport(1, 2)
    assert upper.read_bytes() == mine
    # Some systems would take the two names for one.
    assert (vault / f"{files[0].stem}-2.md").exists()
    assert put_out(filled_library, keys, vault) == FolderExport(0, 3)


def test_papers_that_are_not_asked_for_keep_their_files(
    filled_library: Library, keys: Sequence[int], vault: Path, files: list[Path]
) -> None:
    assert put_out(filled_library, keys[:1], vault) == FolderExport(0, 1)
    assert all(file.exists() for file in files)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_out_of_the_folder_are_refused(
    filled_library: Library, keys: Sequence[int], vault: Path, files: list[Path], tmp_path: Path
) -> None:
    outside, inside = tmp_path / "precious.md", vault / "notes" / "inside.md"
    outside.write_bytes(files[0].read_bytes())
    inside.parent.mkdir()
    inside.write_bytes(files[1].read_bytes())
    for file, target in ((files[0], outside), (files[1], inside), (files[2], tmp_path / "none.md")):
        file.unlink()
        file.symlink_to(target)
    mine = outside.read_bytes()
    for key in keys:
        star(filled_library, key)
    done = put_out(filled_library, keys, vault)
    assert done.written == 1
    assert [left.name for left in done.left] == [files[0].name, files[2].name]
    assert "leads out of the folder" in done.left[0].reason
    assert outside.read_bytes() == mine
    assert not (tmp_path / "none.md").exists()
    assert files[1].is_symlink()
    assert head_of(inside)["starred"] is True


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_what_is_no_file_is_left(
    filled_library: Library, keys: Sequence[int], vault: Path, files: list[Path]
) -> None:
    files[0].unlink()
    os.mkfifo(files[0])
    files[1].unlink()
    files[1].mkdir()
    done = put_out(filled_library, keys, vault)
    assert (done.written, done.unchanged) == (0, 1)
    assert [left.reason for left in done.left] == ["It is no file.", "It is no file."]


def test_a_folder_has_to_be_one(
    filled_library: Library, keys: Sequence[int], tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    with pytest.raises(UserFacingError, match="is no folder"):
        put_out(filled_library, keys, file)
    with pytest.raises(UserFacingError, match="cannot be made"):
        put_out(filled_library, keys, tmp_path / "missing" / "vault")
    assert file.read_text() == "mine"


def test_a_stopped_export_leaves_whole_files_only(
    filled_library: Library, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "_PAGE", 20)
    every = list(filled_library.papers.keys(Everything(), NAMED_SORTS["oldest"]).result())

    def stop(done: int) -> None:
        if done >= 40:
            raise CancelledError

    with pytest.raises(CancelledError):
        export_folder(filled_library, every, EXPORTER, vault, on_progress=stop)
    files = list(vault.iterdir())
    assert len(files) == 40
    assert all(file.read_bytes().endswith(b"<!-- readinglist:end -->\n") for file in files)
    assert export_folder(filled_library, every, EXPORTER, vault).unchanged == 40


def save_during_writing(monkeypatch: pytest.MonkeyPatch, file: Path, text: str) -> None:
    """Have an editor save a file at the moment at which the new text reaches the disk."""
    fsync = os.fsync

    def saved_meanwhile(number: int) -> None:
        file.write_text(text, encoding="utf-8")
        fsync(number)

    monkeypatch.setattr(os, "fsync", saved_meanwhile)


def test_what_an_editor_saves_during_the_writing_stays(
    filled_library: Library,
    keys: Sequence[int],
    vault: Path,
    files: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    star(filled_library, keys[0])
    mine = files[0].read_text(encoding="utf-8") + "thoughts of an hour\n"
    with monkeypatch.context() as patch:
        save_during_writing(patch, files[0], mine)
        done = put_out(filled_library, keys, vault)
    assert [left.name for left in done.left] == [files[0].name]
    assert "this very moment" in done.left[0].reason
    assert files[0].read_text(encoding="utf-8") == mine
    assert put_out(filled_library, keys, vault) == FolderExport(1, 2)
    assert "thoughts of an hour" in files[0].read_text(encoding="utf-8")
    assert head_of(files[0])["starred"] is True


def test_a_file_that_somebody_makes_during_the_writing_stays(
    filled_library: Library,
    keys: Sequence[int],
    vault: Path,
    files: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files[0].unlink()
    with monkeypatch.context() as patch:
        save_during_writing(patch, files[0], "a note of mine\n")
        done = put_out(filled_library, keys, vault)
    assert [left.name for left in done.left] == [files[0].name]
    assert files[0].read_text(encoding="utf-8") == "a note of mine\n"


def paper_of_its_own(title: str, author: str) -> PaperDetail:
    """Return a paper without an arXiv id, as each library numbers its first one."""
    paper = Paper(None, title, (author,), "", date(2024, 1, 1))
    return PaperDetail(1, "local:1", paper, f"{author.split()[-1].lower()}2024")


def write_papers(vault: Path, *papers: PaperDetail) -> FolderExport:
    writer = FolderWriter(vault, EXPORTER, EXPORTER.defaults)
    for paper in papers:
        writer.write(paper)
    return writer.result()


def test_papers_of_two_libraries_with_one_number_have_a_file_each(tmp_path: Path) -> None:
    mine, other = paper_of_its_own("Paper A", "Ann Bell"), paper_of_its_own("Paper B", "Cy Dole")
    write_papers(tmp_path, mine)
    file = tmp_path / "bell2024.md"
    file.write_text(file.read_text(encoding="utf-8") + "my notes on A\n", encoding="utf-8")
    before = file.read_bytes()
    assert write_papers(tmp_path, other) == FolderExport(1, 0)
    assert file.read_bytes() == before
    assert write_papers(tmp_path, mine) == FolderExport(0, 1)
    assert write_papers(tmp_path, other) == FolderExport(0, 1)
    assert {file.name for file in tmp_path.iterdir()} == {"bell2024.md", "dole2024.md"}


@pytest.mark.parametrize("change_of", [{"citation_key": "new2024"}, {"title": "Paper A, revised"}])
def test_a_paper_with_another_key_or_title_keeps_its_file(
    tmp_path: Path, change_of: dict[str, str]
) -> None:
    mine = paper_of_its_own("Paper A", "Ann Bell")
    write_papers(tmp_path, mine)
    (tmp_path / "bell2024.md").rename(tmp_path / "my name.md")
    if title := change_of.get("title"):
        changed = replace(mine, paper=replace(mine.paper, title=title))
    else:
        changed = replace(mine, citation_key=change_of["citation_key"])
    assert write_papers(tmp_path, changed) == FolderExport(1, 0)
    assert [file.name for file in tmp_path.iterdir()] == ["my name.md"]
