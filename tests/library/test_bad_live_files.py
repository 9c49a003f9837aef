"""Live files that cannot be written leave the others in peace."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from readinglist.domain.export_options import ExportOptions
from readinglist.domain.live_file import EDITED_ELSEWHERE, LiveQuery, LiveState
from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters import exporters
from readinglist.exporters.registry import ENTRY_POINT
from readinglist.library.library import Library
from readinglist.library.live_files import file_at
from readinglist.library.live_writing import LiveFileWriter
from tests.library.live import all_keys, bring_up_to_date, keep, kept

STARRED = LiveQuery("is:starred")


class FaultyExporter:
    """A plug-in with a bug."""

    name = title = "faulty"
    file_suffix = ".txt"
    choices: tuple[str, ...] = ()
    defaults = None

    def entry(self, _paper: PaperDetail, _options: ExportOptions) -> str:
        return ""

    def whole(self, entries: Iterable[str], _heading: ReadingList | None) -> Iterator[str]:
        yield from entries


@pytest.fixture
def faulty_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Install a package whose format has a bug."""
    info = tmp_path / "packages" / "faulty-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: faulty\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[{ENTRY_POINT}]\nfaulty = {__name__}:FaultyExporter\n")
    monkeypatch.syspath_prepend(str(info.parent))
    exporters.cache_clear()
    yield "faulty"
    monkeypatch.undo()
    exporters.cache_clear()


def test_bytes_that_are_no_utf8_in_a_block_are_an_edit_like_others(
    filled_library: Library, tmp_path: Path
) -> None:
    notes = tmp_path / "notes.md"
    theirs = b"<!-- readinglist:begin 00000000 -->\ncaf\xe9\n<!-- readinglist:end -->\n"
    notes.write_bytes(theirs)
    file = keep(filled_library, notes, STARRED, "markdown")
    assert bring_up_to_date(filled_library)[0].problem == EDITED_ELSEWHERE
    assert notes.read_bytes() == theirs
    overwritten = LiveFileWriter(filled_library).overwrite(file)
    assert overwritten.file.state is LiveState.UP_TO_DATE
    LiveFileWriter(filled_library).put_back(overwritten)
    assert notes.read_bytes() == theirs


def test_one_bad_file_does_not_keep_others_from_being_written(
    filled_library: Library, faulty_format: str, tmp_path: Path
) -> None:
    loop = tmp_path / "loop.bib"
    loop.symlink_to(tmp_path / "back.bib")
    (tmp_path / "back.bib").symlink_to(loop)
    filled_library.edits.set_starred(all_keys(filled_library)[:1], starred=True).result()
    keep(filled_library, loop, STARRED)
    keep(filled_library, tmp_path / "faulty.txt", STARRED, faulty_format)
    keep(filled_library, tmp_path / "good.bib", STARRED)
    writer = LiveFileWriter(filled_library)
    writer.bring_all_up_to_date()
    looping, faulty, good = kept(filled_library)
    assert looping.problem.startswith(f"{loop} leads nowhere.")
    assert "a fault of the program" in faulty.problem
    assert writer.looked_at(faulty).problem == faulty.problem
    assert good.state is LiveState.UP_TO_DATE
    assert (tmp_path / "good.bib").exists()
    assert file_at([looping, faulty, good], tmp_path / "good.bib") == good
