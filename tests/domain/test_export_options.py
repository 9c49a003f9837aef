"""Options of exports as they come out of a file that anybody may have written."""

import pytest

from readinglist.domain.export_options import MOST_AUTHORS, ExportOptions, changed_options


@pytest.mark.parametrize(
    ("stored", "options"),
    [
        ({}, ExportOptions()),
        ({"abstract": True, "venue": False}, ExportOptions(abstract=True, venue=False)),
        ({"abstract": 1, "venue": "no", "month": None, "colour": True}, ExportOptions()),
        ({"most_authors": 3}, ExportOptions(most_authors=3)),
        ({"most_authors": -3}, ExportOptions()),
        ({"most_authors": True}, ExportOptions()),
        ({"most_authors": 10**9}, ExportOptions(most_authors=MOST_AUTHORS)),
    ],
)
def test_what_makes_sense_is_taken(stored: dict[str, object], options: ExportOptions) -> None:
    assert changed_options(ExportOptions(), stored) == options


def test_what_a_format_does_not_know_stays_as_it_is() -> None:
    stored = {"abstract": True, "notes": True}
    assert changed_options(ExportOptions(), stored, ("notes",)) == ExportOptions(notes=True)
