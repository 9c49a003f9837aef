"""What the worst real papers look like in each format, in files that a person can read.

After a change that is meant: ``python -m tests.exporters.test_golden`` writes them anew.
"""

from pathlib import Path

import pytest

from readinglist.exporters import exported, exporters
from readinglist.exporters.exporter import Exporter
from tests.exporters.torture_papers import torture_papers

_GOLDEN = Path(__file__).parent / "golden"


def _file(exporter: Exporter) -> Path:
    sharing = [each for each in exporters().values() if each.file_suffix == exporter.file_suffix]
    name = "torture" if len(sharing) == 1 else f"torture-{exporter.name}"
    return _GOLDEN / f"{name}{exporter.file_suffix}"


@pytest.mark.parametrize("exporter", exporters().values(), ids=lambda exporter: exporter.name)
def test_output_is_as_reviewed(exporter: Exporter) -> None:
    text = "".join(exported(exporter, torture_papers()))
    assert text == _file(exporter).read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in exporters().values():
        _file(each).write_text("".join(exported(each, torture_papers())), encoding="utf-8")
