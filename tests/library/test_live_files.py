"""Files that are kept up to date, on real files and a real library."""

import errno
import os
import re
from pathlib import Path

import pytest

from readinglist.domain.errors import UserFacingError
from readinglist.domain.live_file import LiveQuery, LiveState
from readinglist.domain.place import PlaceKind
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters.markdown_folder import MarkdownFolderExporter
from readinglist.library.export_folder import export_folder
from readinglist.library.library import Library
from readinglist.library.live_files import checked_path
from readinglist.library.live_writing import LiveFileWriter
from tests.library.live import all_keys, bring_up_to_date, exported_text, keep, kept

STARRED = LiveQuery("is:starred")
LIST = LiveQuery("Related work", PlaceKind.LIST)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "thesis"
    folder.mkdir()
    return folder / "refs.bib"


def star(library: Library, keys: list[int], *, starred: bool = True) -> None:
    library.edits.set_starred(keys, starred=starred).result()


def test_a_file_holds_what_an_export_would_and_follows_changes(
    filled_library: Library, target: Path
) -> None:
    keys = all_keys(filled_library)
    star(filled_library, keys[:3])
    keep(filled_library, target, STARRED)
    (file,) = bring_up_to_date(filled_library)
    assert file.state is LiveState.UP_TO_DATE
    assert file.papers == 3
    assert target.read_text() == exported_text(filled_library, keys[:3])
    star(filled_library, keys[1:2], starred=False)
    bring_up_to_date(filled_library)
    assert target.read_text() == exported_text(filled_library, [keys[0], keys[2]])


def test_only_what_changed_is_written(filled_library: Library, target: Path) -> None:
    keys = all_keys(filled_library)
    star(filled_library, keys[:3])
    keep(filled_library, target, STARRED)
    bring_up_to_date(filled_library)
    os.utime(target, (1, 1))
    filled_library.edits.set_read(keys[:3], read=True).result()
    bring_up_to_date(filled_library)
    assert target.stat().st_mtime == 1
    star(filled_library, keys[3:4])
    bring_up_to_date(filled_library)
    assert target.stat().st_mtime != 1


def test_what_somebody_else_wrote_is_not_overwritten(filled_library: Library, target: Path) -> None:
    keys = all_keys(filled_library)
    star(filled_library, keys[:2])
    keep(filled_library, target, STARRED)
    bring_up_to_date(filled_library)
    theirs = target.read_text().replace("title", "booktitle", 1)
    target.write_text(theirs)
    star(filled_library, keys[2:3])
    (file,) = bring_up_to_date(filled_library)
    assert file.state is LiveState.EDITED
    assert kept(filled_library) == [file]
    assert target.read_text() == theirs
    shown = [str(line) for line in LiveFileWriter(filled_library).difference(file).lines]
    assert any(line.startswith("-") and "booktitle" in line for line in shown)
    assert any(line.startswith("+") and " title" in line for line in shown)
    (file,) = bring_up_to_date(filled_library, force=True)
    assert file.state is LiveState.UP_TO_DATE
    assert target.read_text() == exported_text(filled_library, keys[:3])


def test_a_file_that_was_there_before_is_somebody_elses(
    filled_library: Library, target: Path
) -> None:
    target.write_text("mine")
    keep(filled_library, target, STARRED)
    (file,) = bring_up_to_date(filled_library)
    assert file.state is LiveState.EDITED
    assert target.read_text() == "mine"


def test_a_file_that_holds_the_right_text_is_taken_over(
    filled_library: Library, target: Path
) -> None:
    keys = all_keys(filled_library)
    star(filled_library, keys[:2])
    target.write_text(exported_text(filled_library, keys[:2]))
    keep(filled_library, target, STARRED)
    (file,) = bring_up_to_date(filled_library)
    assert file.state is LiveState.UP_TO_DATE
    star(filled_library, keys[2:3])
    bring_up_to_date(filled_library)
    assert target.read_text() == exported_text(filled_library, keys[:3])


def test_a_foreign_edit_that_is_taken_back_is_none(filled_library: Library, target: Path) -> None:
    keys = all_keys(filled_library)
    star(filled_library, keys[:2])
    keep(filled_library, target, STARRED)
    bring_up_to_date(filled_library)
    ours = target.read_text()
    target.write_text("theirs")
    assert bring_up_to_date(filled_library)[0].state is LiveState.EDITED
    target.write_text(ours)
    assert bring_up_to_date(filled_library)[0].state is LiveState.UP_TO_DATE


def test_other_line_ends_are_no_edit(filled_library: Library, target: Path) -> None:
    keys = all_keys(filled_library)
    star(filled_library, keys[:2])
    keep(filled_library, target, STARRED)
    bring_up_to_date(filled_library)
    target.write_bytes(target.read_bytes().replace(b"\n", b"\r\n"))
    star(filled_library, keys[2:3])
    assert bring_up_to_date(filled_library)[0].state is LiveState.UP_TO_DATE
    assert target.read_text() == exported_text(filled_library, keys[:3])


def test_a_deleted_file_is_written_again(filled_library: Library, target: Path) -> None:
    star(filled_library, all_keys(filled_library)[:1])
    keep(filled_library, target, STARRED)
    bring_up_to_date(filled_library)
    target.unlink()
    assert bring_up_to_date(filled_library)[0].state is LiveState.UP_TO_DATE
    assert target.exists()


def test_ours_can_be_saved_beside_theirs(filled_library: Library, target: Path) -> None:
    keys = all_keys(filled_library)
    star(filled_library, keys[:1])
    target.write_text("theirs")
    target.with_name("refs-2.bib").write_text("another")
    file = keep(filled_library, target, STARRED)
    beside = LiveFileWriter(filled_library).save_beside(file)
    assert beside.name == "refs-3.bib"
    assert beside.read_text() == exported_text(filled_library, keys[:1])
    assert target.read_text() == "theirs"


@pytest.mark.parametrize("has_old", [True, False])
def test_a_killed_writer_finds_its_own_file(
    filled_library: Library, target: Path, *, has_old: bool
) -> None:
    keys = all_keys(filled_library)
    file = keep(filled_library, target, STARRED)
    star(filled_library, keys[:1])
    if has_old:
        (file,) = bring_up_to_date(filled_library)
    star(filled_library, keys[1:2])
    # The file was replaced, and the program died before it could tell the library.
    writer = LiveFileWriter(filled_library)
    dead = writer.bring_up_to_date(file)
    filled_library.live_files.record(file, dead).result()
    filled_library.live_files.expect(file.number, dead.fingerprint).result()
    star(filled_library, keys[2:3])
    assert bring_up_to_date(filled_library)[0].state is LiveState.UP_TO_DATE
    assert target.read_text() == exported_text(filled_library, keys[:3])


# Orders, headings and options


def test_a_list_comes_in_its_order_with_its_heading(
    filled_library: Library, tmp_path: Path
) -> None:
    keys = all_keys(filled_library)[:3]
    filled_library.lists.make("Related work", "About it.", keys[::-1]).result()
    target = tmp_path / "list.bib"
    keep(filled_library, target, LIST)
    bring_up_to_date(filled_library)
    heading = ReadingList("Related work", "About it.")
    assert target.read_text() == exported_text(filled_library, keys[::-1], heading=heading)


def test_another_order_can_be_asked_for(filled_library: Library, target: Path) -> None:
    keys = all_keys(filled_library)[:3]
    filled_library.lists.make("Related work", "", keys[::-1]).result()
    keep(filled_library, target, LIST, sort="newest")
    bring_up_to_date(filled_library)
    heading = ReadingList("Related work")
    assert target.read_text() == exported_text(filled_library, keys, heading=heading)


def test_options_are_the_files_own(filled_library: Library, target: Path) -> None:
    keys = all_keys(filled_library)[:1]
    star(filled_library, keys)
    keep(filled_library, target, STARRED, options='{"abstract":true}')
    bring_up_to_date(filled_library)
    (paper,) = filled_library.papers.details(keys).result()
    assert "abstract" in target.read_text()
    assert paper.abstract[:20] in target.read_text()


# Problems, each of which passes


def problem(library: Library) -> str:
    (file,) = bring_up_to_date(library)
    return file.problem


def test_a_missing_folder(filled_library: Library, target: Path) -> None:
    star(filled_library, all_keys(filled_library)[:1])
    keep(filled_library, target, STARRED)
    target.parent.rmdir()
    assert problem(filled_library).startswith(f"There is no folder {target.parent} any more.")
    target.parent.mkdir()
    assert problem(filled_library) == ""
    assert target.exists()


def test_a_folder_where_the_file_was(filled_library: Library, target: Path) -> None:
    keep(filled_library, target, STARRED)
    target.mkdir()
    assert problem(filled_library).startswith(f"{target} is a folder.")


def test_a_read_only_file(filled_library: Library, target: Path) -> None:
    star(filled_library, all_keys(filled_library)[:1])
    keep(filled_library, target, STARRED)
    bring_up_to_date(filled_library)
    target.chmod(0o444)
    star(filled_library, all_keys(filled_library)[:2])
    assert "is read-only" in problem(filled_library)
    target.chmod(0o644)
    assert problem(filled_library) == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk")
def test_a_path_that_is_no_file(filled_library: Library) -> None:
    keep(filled_library, Path("/dev/full"), STARRED)
    assert "is no file any more" in problem(filled_library)


def test_a_name_that_no_disk_takes(filled_library: Library, tmp_path: Path) -> None:
    path = tmp_path / ("n" * 300)
    keep(filled_library, path, STARRED)
    assert "File name too long" in problem(filled_library)
    with pytest.raises(UserFacingError, match="File name too long"):
        checked_path(str(path), tmp_path)


@pytest.mark.parametrize(
    "typed", ["", " ", "a\0b", "~nobody-at-all/refs.bib", "gone/refs.bib", "."]
)
def test_paths_that_cannot_be_kept(typed: str, tmp_path: Path) -> None:
    with pytest.raises(UserFacingError):
        checked_path(typed, tmp_path)


def test_a_full_disk_leaves_what_was_there(
    filled_library: Library, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = all_keys(filled_library)
    star(filled_library, keys[:1])
    keep(filled_library, target, STARRED)
    (before,) = bring_up_to_date(filled_library)
    written = target.read_text()

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        star(filled_library, keys[1:2])
        (after,) = bring_up_to_date(filled_library)
    assert "No space left on device" in after.problem
    assert (after.fingerprint, target.read_text()) == (before.fingerprint, written)
    assert [file.name for file in target.parent.iterdir()] == ["refs.bib"]
    assert problem(filled_library) == ""
    assert target.read_text() == exported_text(filled_library, keys[:2])


def test_a_format_that_is_gone(filled_library: Library, target: Path) -> None:
    target.write_text("old")
    keep(filled_library, target, STARRED, "hologram")
    assert problem(filled_library).startswith("There is no format “hologram” any more.")
    assert target.read_text() == "old"


# Names


def test_a_list_that_is_renamed_is_followed_and_back_by_undo(
    filled_library: Library, target: Path
) -> None:
    keys = all_keys(filled_library)
    filled_library.lists.make("Related work", "", keys[:2]).result()
    keep(filled_library, target, LIST)
    keep(filled_library, target.with_name("b.bib"), LiveQuery('list:"related work" is:unread'))
    bring_up_to_date(filled_library)
    filled_library.lists.describe("Related work", "Background", "").result()
    filled_library.lists.add("Background", keys[2:3]).result()
    named, asked = bring_up_to_date(filled_library)
    assert named.query == LiveQuery("Background", PlaceKind.LIST)
    assert asked.query.text == 'list:"Background" is:unread'
    assert (named.problem, asked.problem) == ("", "")
    heading = ReadingList("Background")
    assert target.read_text() == exported_text(filled_library, keys[:3], heading=heading)
    filled_library.edits.undo().result()
    undone = filled_library.edits.undo().result()
    assert undone.title == "Rename list “Related work” to “Background”"
    assert undone.left_alone == 0
    named, asked = bring_up_to_date(filled_library)
    assert named.query == LIST
    assert asked.query.text == 'list:"related work" is:unread'
    filled_library.edits.redo().result()
    assert kept(filled_library)[0].query.text == "Background"


def test_a_list_that_is_deleted_leaves_the_file(filled_library: Library, target: Path) -> None:
    filled_library.lists.make("Related work", "", all_keys(filled_library)[:2]).result()
    keep(filled_library, target, LIST)
    bring_up_to_date(filled_library)
    before = target.read_text()
    filled_library.lists.delete("Related work").result()
    assert problem(filled_library).startswith("There is no list “Related work” any more.")
    assert target.read_text() == before
    filled_library.edits.undo().result()
    assert problem(filled_library) == ""


def test_an_emptied_list_empties_the_file(filled_library: Library, target: Path) -> None:
    keys = all_keys(filled_library)[:1]
    filled_library.lists.make("Related work", "", keys).result()
    keep(filled_library, target, LIST)
    bring_up_to_date(filled_library)
    filled_library.lists.remove("Related work", keys).result()
    assert problem(filled_library) == ""
    heading = ReadingList("Related work")
    assert target.read_text() == exported_text(filled_library, [], heading=heading)


def test_tags_are_followed_with_those_in_them_and_merged_ones(
    filled_library: Library, tmp_path: Path
) -> None:
    keys = all_keys(filled_library)
    for key, tag in zip(keys, ("rl", "rl/deep", "planning"), strict=False):
        filled_library.edits.set_tagged([key], tag, tagged=True).result()
    keep(filled_library, tmp_path / "rl.bib", LiveQuery("rl", PlaceKind.TAG))
    keep(filled_library, tmp_path / "deep.bib", LiveQuery("rl/deep", PlaceKind.TAG))
    keep(filled_library, tmp_path / "query.bib", LiveQuery("tag:(rl OR planning) -tag:rl/deep"))
    filled_library.tags.rename("rl", "Reinforcement learning").result()
    assert [file.query.text for file in bring_up_to_date(filled_library)] == [
        "Reinforcement learning",
        "Reinforcement learning/deep",
        'tag:(tag:"Reinforcement learning" OR planning) -tag:"Reinforcement learning/deep"',
    ]
    filled_library.tags.rename("Reinforcement learning", "planning").result()
    files = bring_up_to_date(filled_library)
    assert [file.problem for file in files] == ["", "", ""]
    assert files[0].query.text == "planning"
    assert files[0].papers == 3
    filled_library.edits.undo().result()
    filled_library.edits.undo().result()
    assert [file.query.text for file in bring_up_to_date(filled_library)][:2] == ["rl", "rl/deep"]


def test_a_tag_that_is_taken_off_everywhere_leaves_the_file(
    filled_library: Library, target: Path
) -> None:
    keys = all_keys(filled_library)[:1]
    filled_library.edits.set_tagged(keys, "rl", tagged=True).result()
    keep(filled_library, target, LiveQuery("rl", PlaceKind.TAG))
    bring_up_to_date(filled_library)
    before = target.read_text()
    filled_library.tags.delete("rl").result()
    assert problem(filled_library).startswith("No paper has the tag “rl” any more.")
    assert target.read_text() == before


def test_a_search_is_followed_by_name_and_by_query(filled_library: Library, target: Path) -> None:
    filled_library.searches.save("Best", "upvotes:>100").result()
    keep(filled_library, target, LiveQuery("Best", PlaceKind.SEARCH))
    (before,) = bring_up_to_date(filled_library)
    filled_library.searches.rename("Best", "Top").result()
    (renamed,) = bring_up_to_date(filled_library)
    assert renamed.query == LiveQuery("Top", PlaceKind.SEARCH)
    assert (renamed.problem, renamed.papers) == ("", before.papers)
    filled_library.searches.save("Top", "upvotes:>50").result()
    assert bring_up_to_date(filled_library)[0].papers > before.papers
    filled_library.edits.undo().result()
    filled_library.edits.undo().result()
    (back,) = bring_up_to_date(filled_library)
    assert (back.query.text, back.problem, back.papers) == ("Best", "", before.papers)
    filled_library.searches.delete("Best").result()
    assert problem(filled_library).startswith("There is no search “Best” any more.")


def test_a_rename_that_the_session_takes_back_is_followed(
    filled_library: Library, target: Path
) -> None:
    filled_library.lists.make("Related work").result()
    keep(filled_library, target, LIST)
    filled_library.lists.describe("Related work", "Background", "").result()
    done = filled_library.session.summary().result().done
    (rename,) = [edit for edit in done if edit.title().startswith("Rename list")]
    filled_library.session.take_back(rename).result()
    assert kept(filled_library)[0].query == LIST


def test_a_file_that_is_kept_no_longer_is_not_written(
    filled_library: Library, target: Path
) -> None:
    file = keep(filled_library, target, STARRED)
    filled_library.live_files.remove(file.number).result()
    LiveFileWriter(filled_library).bring_up_to_date(file)
    assert not target.exists()


# Markdown


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes.md"


@pytest.mark.parametrize("around", [b"", b"# Mine\n\ntext", b"\xff\xfe not UTF-8\r\nmine\r\n"])
def test_text_around_a_block_stays_to_the_byte(
    around: bytes, filled_library: Library, notes: Path
) -> None:
    keys = all_keys(filled_library)
    notes.write_bytes(around)
    star(filled_library, keys[:2])
    keep(filled_library, notes, STARRED, "markdown")
    assert problem(filled_library) == ""
    assert notes.read_bytes().startswith(around)
    with notes.open("ab") as file:
        file.write(b"\nwritten below \xff")
    star(filled_library, keys[2:3])
    assert problem(filled_library) == ""
    written = notes.read_bytes()
    assert written.startswith(around)
    assert written.endswith(b"\nwritten below \xff")
    assert written.count(b"\\[@") == 3


def test_an_edit_inside_a_block_is_not_overwritten(filled_library: Library, notes: Path) -> None:
    keys = all_keys(filled_library)
    star(filled_library, keys[:2])
    keep(filled_library, notes, STARRED, "markdown")
    bring_up_to_date(filled_library)
    theirs = notes.read_text().replace("- **", "- [x] **", 1)
    notes.write_text(theirs)
    star(filled_library, keys[2:3])
    assert bring_up_to_date(filled_library)[0].state is LiveState.EDITED
    assert notes.read_text() == theirs


def test_a_block_that_was_taken_out_does_not_come_back(
    filled_library: Library, notes: Path
) -> None:
    star(filled_library, all_keys(filled_library)[:2])
    keep(filled_library, notes, STARRED, "markdown")
    bring_up_to_date(filled_library)
    notes.write_text("mine alone")
    assert bring_up_to_date(filled_library)[0].state is LiveState.EDITED
    assert notes.read_text() == "mine alone"


def test_an_empty_block_says_where(filled_library: Library, notes: Path) -> None:
    star(filled_library, all_keys(filled_library)[:1])
    notes.write_text("above\n<!-- readinglist:begin -->\n<!-- readinglist:end -->\nbelow\n")
    keep(filled_library, notes, STARRED, "markdown")
    assert problem(filled_library) == ""
    assert re.fullmatch(r"above\n<!-- .*-->\nbelow\n", notes.read_text(), re.DOTALL)
    assert "\\[@" in notes.read_text()


def test_a_block_without_end_is_told(filled_library: Library, notes: Path) -> None:
    notes.write_text("<!-- readinglist:begin -->\nmine")
    keep(filled_library, notes, STARRED, "markdown")
    assert problem(filled_library).startswith("The block that begins in line 1 has no end.")
    assert notes.read_text() == "<!-- readinglist:begin -->\nmine"


def test_theirs_is_put_back_between_what_was_written_since(
    filled_library: Library, notes: Path
) -> None:
    star(filled_library, all_keys(filled_library)[:2])
    keep(filled_library, notes, STARRED, "markdown")
    bring_up_to_date(filled_library)
    theirs = notes.read_text().replace("- **", "- [x] **", 1)
    notes.write_text(theirs)
    writer = LiveFileWriter(filled_library)
    overwritten = writer.overwrite(kept(filled_library)[0])
    assert notes.read_text() != theirs
    notes.write_text(f"above\n\n{notes.read_text()}below\n")
    assert writer.put_back(overwritten).state is LiveState.EDITED
    assert notes.read_text() == f"above\n\n{theirs}below\n"


def test_a_block_that_had_been_taken_out_is_put_back_by_taking_it_out(
    filled_library: Library, notes: Path
) -> None:
    star(filled_library, all_keys(filled_library)[:2])
    keep(filled_library, notes, STARRED, "markdown")
    bring_up_to_date(filled_library)
    notes.write_text("mine alone\n")
    writer = LiveFileWriter(filled_library)
    overwritten = writer.overwrite(kept(filled_library)[0])
    notes.write_text(f"above\n{notes.read_text()}")
    writer.put_back(overwritten)
    assert notes.read_text().rstrip("\n") == "above\nmine alone"


def test_an_edit_since_the_overwriting_is_not_put_under_theirs(
    filled_library: Library, target: Path
) -> None:
    keep(filled_library, target, STARRED)
    target.write_text("theirs")
    writer = LiveFileWriter(filled_library)
    overwritten = writer.overwrite(kept(filled_library)[0])
    target.write_text("theirs again")
    with pytest.raises(UserFacingError, match="edited again"):
        writer.put_back(overwritten)
    assert target.read_text() == "theirs again"


def test_a_file_of_a_folder_with_one_for_each_paper_is_not_taken(
    filled_library: Library, tmp_path: Path
) -> None:
    keys = all_keys(filled_library)[:1]
    star(filled_library, keys)
    export_folder(filled_library, keys, MarkdownFolderExporter(), tmp_path / "vault")
    (of_paper,) = (tmp_path / "vault").iterdir()
    before = of_paper.read_text()
    keep(filled_library, of_paper, STARRED, "markdown")
    assert bring_up_to_date(filled_library)[0].state is LiveState.EDITED
    assert of_paper.read_text() == before
