"""Exports to a file that somebody writes into as well."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.domain.errors import UserFacingError
from readinglist.domain.managed_block import replace_block
from readinglist.exporters import exporter_named, exporters
from readinglist.library.export_file import write_export

MARKDOWN = exporter_named("markdown")
OTHERS = sorted(name for name, exporter in exporters().items() if exporter.file_suffix != ".md")
NOTES = f"mine \udcff\n\n{replace_block('', 'what was put out before')}\nmine below\n"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    put(path, NOTES)
    return path


def put(path: Path, text: str) -> None:
    path.write_bytes(text.encode(errors="surrogateescape"))


def text_of(path: Path) -> str:
    return path.read_bytes().decode(errors="surrogateescape")


def test_a_file_without_a_block_is_replaced(notes: Path) -> None:
    notes.write_text("an older export")
    write_export(notes, ["one\n", "two\n"], MARKDOWN)
    assert notes.read_text() == "one\ntwo\n"


def test_markdown_goes_into_the_block(notes: Path) -> None:
    write_export(notes, ["- one\n", "- two\n"], MARKDOWN)
    block = replace_block("", "- one\n- two")
    assert text_of(notes) == f"mine \udcff\n\n{block}\nmine below\n"


@pytest.mark.parametrize("name", OTHERS)
def test_other_formats_do_not_replace_notes(name: str, notes: Path) -> None:
    with pytest.raises(UserFacingError, match=r"holds notes .* Name another file"):
        write_export(notes, ["one"], exporters()[name])
    assert text_of(notes) == NOTES


@pytest.mark.parametrize(
    ("theirs", "told"),
    [
        (NOTES.replace("before", "before, and mine"), "Somebody has written into"),
        (NOTES.replace("<!-- readinglist:end -->", ""), "has no end"),
        (replace_block("mine\n", "block", "title=1234"), "belongs to a folder"),
    ],
)
def test_blocks_that_are_not_written_anew(theirs: str, told: str, notes: Path) -> None:
    put(notes, theirs)
    with pytest.raises(UserFacingError, match=told):
        write_export(notes, ["one"], MARKDOWN)
    assert text_of(notes) == theirs


@pytest.mark.parametrize("before", [NOTES, "an older export"])
def test_notes_that_are_written_during_the_export_stay(before: str, notes: Path) -> None:
    put(notes, before)

    def pieces() -> Iterator[str]:
        yield "one"
        put(notes, f"a new chapter\n{NOTES}")

    with pytest.raises(UserFacingError, match="changed at this very moment"):
        write_export(notes, pieces(), MARKDOWN)
    assert text_of(notes) == f"a new chapter\n{NOTES}"
    assert [file.name for file in notes.parent.iterdir()] == ["notes.md"]
