"""Formats that other packages bring along."""

import logging
from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import pytest

from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters import Exporter, exported, exporters
from readinglist.exporters.ids import IdsExporter
from readinglist.exporters.registry import ENTRY_POINT, with_plug_ins
from tests.exporters.torture_papers import paper_detail


class TitlesExporter:
    """A format of another package: titles, one a line."""

    name = "titles"
    title = "Titles"
    file_suffix = ".txt"
    choices = ()
    defaults = ExportOptions()

    def entry(self, paper: PaperDetail, _options: ExportOptions, /) -> str:
        return f"{paper.title}\n"

    def whole(
        self, entries: Iterable[str], _heading: ReadingList | None = None, /
    ) -> Iterator[str]:
        yield from entries


class Unfinished:
    name = "unfinished"


def point(value: str) -> EntryPoint:
    return EntryPoint("any", value, ENTRY_POINT)


HERE = "tests.exporters.test_registry"


def test_a_package_adds_a_format() -> None:
    found = with_plug_ins([IdsExporter()], [point(f"{HERE}:TitlesExporter")])
    assert list(found) == ["ids", "titles"]
    assert list(exported(found["titles"], [paper_detail("One")])) == ["One\n"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("no_such_package:Exporter", "cannot be used"),
        (f"{HERE}:NoSuchClass", "cannot be used"),
        (f"{HERE}:Unfinished", "lacks title, file_suffix"),
        ("readinglist.exporters.ids:IdsExporter", "is there already"),
    ],
)
def test_what_cannot_be_used_is_left_out(
    value: str, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    own: list[Exporter] = [IdsExporter()]
    with caplog.at_level(logging.WARNING):
        found = with_plug_ins(own, [point(value), point(f"{HERE}:TitlesExporter")])
    assert list(found) == ["ids", "titles"]
    assert found["ids"] is own[0]
    assert said in caplog.text


def test_packages_are_found_where_python_finds_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = tmp_path / "titles-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: readinglist-titles\nVersion: 1.0\n"
    )
    (info / "entry_points.txt").write_text(f"[{ENTRY_POINT}]\ntitles = {HERE}:TitlesExporter\n")
    monkeypatch.syspath_prepend(tmp_path)
    found = with_plug_ins([], entry_points(group=ENTRY_POINT))
    assert "titles" in found


def test_every_format_says_what_can_be_chosen() -> None:
    for exporter in exporters().values():
        assert set(exporter.choices) <= set(ExportOptions.__slots__)
