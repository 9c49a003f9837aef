"""What the runner of exports tells while it writes a folder, and how it is stopped."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.domain import progress
from readinglist.domain.errors import CancelledError
from readinglist.domain.managed_block import replace_block
from readinglist.domain.progress import WorkProgress
from readinglist.domain.query import Everything
from readinglist.domain.sorting import NAMED_SORTS
from readinglist.exporters import exporter_named
from readinglist.exporters.markdown_folder import MarkdownFolderExporter
from readinglist.gui.export_runner import ExportRunner
from readinglist.library import export
from readinglist.library.export_folder import FolderExport
from readinglist.library.library import Library


@pytest.fixture
def runner(filled_library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[ExportRunner]:
    monkeypatch.setattr(progress, "SILENT_S", 0)
    monkeypatch.setattr(progress, "PACE_S", 0)
    monkeypatch.setattr(export, "_PAGE", 50)
    runner = ExportRunner(filled_library)
    yield runner
    runner.close()


@pytest.fixture
def keys(filled_library: Library) -> list[int]:
    return list(filled_library.papers.keys(Everything(), NAMED_SORTS["oldest"]).result())


def test_it_tells_how_far_a_folder_is(
    runner: ExportRunner, keys: list[int], tmp_path: Path
) -> None:
    told: list[WorkProgress] = []
    runner.on_progress(told.append)
    done = runner.to_folder(keys, MarkdownFolderExporter(), tmp_path / "vault").result()
    assert done == FolderExport(len(keys), 0)
    assert [step.done for step in told] == [50, 100, len(keys), len(keys)]
    assert [step.is_over for step in told] == [False, False, False, True]


def test_a_folder_is_stopped_between_files(
    runner: ExportRunner, keys: list[int], tmp_path: Path
) -> None:
    told: list[WorkProgress] = []

    def stop(step: WorkProgress) -> None:
        told.append(step)
        step.cancel.cancel()

    runner.on_progress(stop)
    with pytest.raises(CancelledError):
        runner.to_folder(keys, MarkdownFolderExporter(), tmp_path / "vault").result()
    assert told[-1].is_over
    assert told[-1].was_cancelled
    assert len(list((tmp_path / "vault").iterdir())) == 100  # told of 50, heard after the next 50


def test_notes_around_a_block_stay(runner: ExportRunner, keys: list[int], tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text(f"mine\n{replace_block('', 'older')}mine below\n")
    runner.to_file(keys[:2], exporter_named("markdown"), notes).result()
    assert notes.read_text().startswith("mine\n")
    assert notes.read_text().endswith("mine below\n")
    assert notes.read_text().count("\\[@") == 2
