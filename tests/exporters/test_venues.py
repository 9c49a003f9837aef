"""How a paper with a venue, or a DOI, is written in each format."""

import csv
import io
import json
import re
from typing import Any

import pytest
import rispy

from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.exporters import exported, exporter_named, exporters
from tests.exporters.torture_papers import paper_detail, published_paper, torture_papers

ICLR = published_paper("Accepted at ICLR 2018 (Oral)", doi="10.1000/iclr")
TPAMI = published_paper("Accepted by IEEE TPAMI")
NATURE = published_paper("", "Nature 521, 436-444 (2018)", "10.1038/nature14539")
WORKSHOP = published_paper("ICLR 2018 Workshop on Weight Space Learning")
PREPRINT = published_paper("12 pages", doi="10.1145/1.2")
WITHDRAWN = published_paper("Accepted at ICLR 2018. This paper has been withdrawn")
WITHOUT = ExportOptions(venue=False)


def text_of(format_name: str, paper: PaperDetail, options: ExportOptions | None = None) -> str:
    return "".join(exported(exporter_named(format_name), [paper], options))


def bib_fields(
    format_name: str, paper: PaperDetail, options: ExportOptions | None = None
) -> dict[str, str]:
    text = text_of(format_name, paper, options)
    fields = dict(re.findall(r"^  (\w+) +\= \{?(.*?)\}?,?$", text, re.MULTILINE))
    return {"": text[: text.index("{")]} | fields


def csl(paper: PaperDetail, options: ExportOptions | None = None) -> dict[str, Any]:
    (item,) = json.loads(text_of("csl-json", paper, options))
    assert isinstance(item, dict)
    return item


def test_bibtex_of_a_conference_paper() -> None:
    fields = bib_fields("bibtex", ICLR)
    assert fields[""] == "@inproceedings"
    assert fields["booktitle"] == "International Conference on Learning Representations (ICLR)"
    assert fields["year"] == "2018"
    assert fields["doi"] == "10.1000/iclr"
    assert (fields["eprint"], fields["archivePrefix"], fields["primaryClass"]) == (
        "1706.00001",
        "arXiv",
        "cs.CL",
    )
    assert fields["note"] == "arXiv:1706.00001"
    assert "journal" not in fields


def test_bibtex_of_an_article() -> None:
    fields = bib_fields("bibtex", NATURE)
    assert fields[""] == "@article"
    assert [fields[name] for name in ("journal", "volume", "pages", "year", "note")] == [
        *("Nature", "521", "436--444", "2018", "arXiv:1706.00001")
    ]


def test_a_venue_without_a_year_has_that_of_the_first_version() -> None:
    assert bib_fields("bibtex", TPAMI)["year"] == "2017"
    assert bib_fields("biblatex", TPAMI)["date"] == "2017"
    assert csl(TPAMI)["issued"] == {"date-parts": [[2017]]}


def test_the_month_is_that_of_a_preprint_only() -> None:
    month = ExportOptions(month=True)
    assert bib_fields("bibtex", PREPRINT, month)["month"] == "jun"
    assert "month" not in bib_fields("bibtex", ICLR, month)


def test_biblatex() -> None:
    fields = bib_fields("biblatex", ICLR)
    assert fields[""] == "@inproceedings"
    assert fields["booktitle"] == "International Conference on Learning Representations (ICLR)"
    assert fields["date"] == "2018"
    assert (fields["eprint"], fields["eprinttype"], fields["eprintclass"]) == (
        *("1706.00001", "arXiv", "cs.CL"),
    )
    assert not {"pubstate", "note"} & fields.keys()
    article = bib_fields("biblatex", NATURE)
    assert (article[""], article["journaltitle"]) == ("@article", "Nature")
    assert article["doi"] == "10.1038/nature14539"


def test_a_workshop_is_named_as_the_authors_name_it() -> None:
    for format_name in ("bibtex", "biblatex"):
        fields = bib_fields(format_name, WORKSHOP)
        assert fields["booktitle"] == "ICLR 2018 Workshop on Weight Space Learning"


def test_a_doi_without_a_venue_leaves_the_preprint() -> None:
    fields = bib_fields("bibtex", PREPRINT)
    assert (fields[""], fields["journal"]) == ("@article", "arXiv preprint arXiv:1706.00001")
    assert fields["doi"] == "10.1145/1.2"
    assert "note" not in fields
    assert bib_fields("biblatex", PREPRINT)["doi"] == "10.1145/1.2"
    assert csl(PREPRINT)["DOI"] == "10.1145/1.2"
    assert csl(PREPRINT)["genre"] == "preprint"


def test_ris() -> None:
    (record,) = rispy.loads(text_of("ris", ICLR))
    assert record["type_of_reference"] == "CONF"
    assert record["secondary_title"] == (
        "International Conference on Learning Representations (ICLR)"
    )
    assert (record["year"], record["doi"]) == ("2018", "10.1000/iclr")
    assert record["accession_number"] == "arXiv:1706.00001"
    (record,) = rispy.loads(text_of("ris", NATURE))
    assert record["type_of_reference"] == "JOUR"
    assert (record["volume"], record["start_page"], record["end_page"]) == ("521", "436", "444")
    assert "Nature" in record.values()


def test_csl_json() -> None:
    item = csl(ICLR)
    assert (item["type"], item["DOI"]) == ("paper-conference", "10.1000/iclr")
    assert item["container-title"] == "International Conference on Learning Representations (ICLR)"
    assert item["issued"] == {"date-parts": [[2018]]}
    assert (item["archive"], item["archive_location"]) == ("arXiv", "1706.00001")
    assert "genre" not in item
    item = csl(NATURE)
    assert [item[name] for name in ("type", "container-title", "volume", "page")] == [
        *("article-journal", "Nature", "521", "436-444")
    ]


def test_csv_and_markdown() -> None:
    (row,) = csv.DictReader(io.StringIO(text_of("csv", ICLR), newline=""))
    assert row["venue"] == "ICLR 2018"
    assert list(row)[-2:] == ["venue", "abstract"]
    assert ", 2017, ICLR 2018. \\[@key1\\]" in text_of("markdown", ICLR)
    (row,) = csv.DictReader(io.StringIO(text_of("csv", PREPRINT), newline=""))
    assert row["venue"] == ""


@pytest.mark.parametrize("format_name", ["bibtex", "biblatex", "ris", "csl-json"])
def test_without_the_option_it_is_a_preprint(format_name: str) -> None:
    unpublished = published_paper("12 pages")
    for paper in (ICLR, NATURE, WORKSHOP, PREPRINT):
        assert text_of(format_name, paper, WITHOUT) == text_of(format_name, unpublished, WITHOUT)


def test_what_is_withdrawn_has_no_venue() -> None:
    assert WITHDRAWN.venue is None
    assert bib_fields("bibtex", WITHDRAWN)[""] == "@article"


def test_what_arxiv_was_not_asked_about_has_none() -> None:
    assert paper_detail("T").venue is None
    assert paper_detail("T").doi == ""


def test_formats_that_know_venues_say_so() -> None:
    knowing = {name for name, each in exporters().items() if "venue" in each.choices}
    assert knowing >= {"bibtex", "biblatex", "markdown", "ris", "csl-json", "csv"}


def test_every_reference_of_bibtex_holds_the_arxiv_id_where_plain_styles_print_it() -> None:
    for paper in torture_papers():
        if paper.paper.arxiv_id:
            fields = bib_fields("bibtex", paper)
            assert paper.paper.arxiv_id in fields.get("note", fields.get("journal", ""))
