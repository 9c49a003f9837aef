"""Live files that two programs write at the same moment, or that somebody edits meanwhile."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from readinglist.domain.errors import UserFacingError
from readinglist.domain.live_file import LiveFile, LiveQuery, LiveState
from readinglist.library.library import Library
from readinglist.library.live_writing import LiveFileWriter
from tests.library.live import all_keys, bring_up_to_date, exported_text, keep, kept

STARRED = LiveQuery("is:starred")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "thesis"
    folder.mkdir()
    return folder / "refs.bib"


@pytest.fixture
def other(filled_library: Library, filled_folder: Path) -> Iterator[Library]:
    """Open the library as another program does."""
    other = Library(filled_folder)
    yield other
    other.close()


@pytest.fixture
def file(filled_library: Library, target: Path) -> LiveFile:
    """Keep a file that is up to date with one paper; a second is starred since."""
    keep(filled_library, target, STARRED)
    star(filled_library, 0)
    (file,) = bring_up_to_date(filled_library)
    star(filled_library, 1)
    return file


def star(library: Library, number: int) -> None:
    library.edits.set_starred([all_keys(library)[number]], starred=True).result()


def once(act: Callable[[], None], before: Callable[..., object]) -> Callable[..., object]:
    """Return ``before`` such that the first call, and no later one, acts first."""
    left = [act]

    def acting(*arguments: object, **named: object) -> object:
        if left:
            left.pop()()
        return before(*arguments, **named)

    return acting


def test_what_another_program_wrote_after_us_is_its_own(
    filled_library: Library,
    other: Library,
    file: LiveFile,
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def other_writes() -> None:
        star(other, 2)
        LiveFileWriter(other).bring_all_up_to_date()

    # What was written lies at its place when the temporary name is cleared away.
    monkeypatch.setattr(Path, "unlink", once(other_writes, Path.unlink))
    LiveFileWriter(filled_library).bring_up_to_date(file)
    assert target.read_text() == exported_text(other, all_keys(other)[:3])
    assert kept(filled_library)[0].problem == ""
    star(filled_library, 3)
    (after,) = bring_up_to_date(filled_library)
    assert after.state is LiveState.UP_TO_DATE
    assert target.read_text() == exported_text(other, all_keys(other)[:4])


def test_what_another_program_is_about_to_write_stays_expected(
    filled_library: Library, other: Library, file: LiveFile
) -> None:
    ours, theirs = filled_library.live_files, other.live_files
    ours.expect(file.number, "ours").result()
    known_to_them = kept(other)[0]
    theirs.expect(file.number, "theirs").result()
    ours.record(changed(file, "ours"), file).result()
    assert kept(filled_library)[0].fingerprints == {"ours", "theirs"}
    theirs.record(changed(file, "theirs"), known_to_them).result()
    assert kept(filled_library)[0].fingerprints == {"theirs"}


def test_an_old_problem_is_not_noted_over_what_another_program_wrote(
    filled_library: Library, other: Library, file: LiveFile
) -> None:
    other.live_files.record(changed(file, "theirs"), file).result()
    filled_library.live_files.record(changed(file, problem="a problem"), file).result()
    assert kept(filled_library) == [changed(file, "theirs")]


def changed(file: LiveFile, fingerprint: str = "", problem: str = "") -> LiveFile:
    return replace(file, fingerprint=fingerprint or file.fingerprint, problem=problem)


def test_an_edit_in_the_last_moment_is_not_overwritten(
    filled_library: Library, file: LiveFile, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = f"{target.read_text()}mine"
    # All is written to the disk then, and the file still is the old one.
    monkeypatch.setattr(os, "fsync", once(lambda: put(target, theirs), os.fsync))
    after = LiveFileWriter(filled_library).bring_up_to_date(file)
    assert after.state is LiveState.EDITED
    assert target.read_text() == theirs
    assert kept(filled_library)[0].fingerprint == file.fingerprint


def test_an_edit_during_an_overwriting_can_be_put_back(
    filled_library: Library, file: LiveFile, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.write_text("theirs")
    monkeypatch.setattr(os, "fsync", once(lambda: put(target, "theirs again"), os.fsync))
    writer = LiveFileWriter(filled_library)
    overwritten = writer.overwrite(file)
    assert overwritten.file.state is LiveState.UP_TO_DATE
    assert overwritten.before == "theirs again"
    writer.put_back(overwritten)
    assert target.read_text() == "theirs again"


def test_an_edit_while_theirs_is_put_back_stays(
    filled_library: Library, file: LiveFile, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.write_text("theirs")
    writer = LiveFileWriter(filled_library)
    overwritten = writer.overwrite(file)
    monkeypatch.setattr(os, "fsync", once(lambda: put(target, "theirs again"), os.fsync))
    with pytest.raises(UserFacingError, match="edited again"):
        writer.put_back(overwritten)
    assert target.read_text() == "theirs again"


def test_a_new_text_is_expected_while_it_is_written(
    filled_library: Library, other: Library, file: LiveFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[LiveFile] = []
    monkeypatch.setattr(os, "fsync", once(lambda: seen.extend(kept(other)), os.fsync))
    after = LiveFileWriter(filled_library).bring_up_to_date(file)
    assert seen[0].fingerprints == {file.fingerprint, after.fingerprint}
    assert kept(other) == [after]


def put(path: Path, text: str) -> None:
    path.write_text(text)
