"""The whole check on the torture set, with TeX, biber and pandoc; skipped where they are not."""

from dataclasses import replace
from functools import partial

import pytest
from benchmarks.engines.checks import CHECKS
from benchmarks.engines.installed import missing_packages, versions
from benchmarks.engines.other_programs.arxiv_form import arxiv_form
from benchmarks.engines.recorded_papers import Collection
from benchmarks.engines.written_file import WrittenFile, written_by_us

from tests.engines.papers import torture_collection
from tests.exporters.torture_papers import paper_detail

WITH_PROGRAMS = [name for name, check in CHECKS.items() if check.needs]


def skip_unless_installed(name: str) -> None:
    if missing := missing_packages(CHECKS[name].needs):
        pytest.skip(f"not installed: {', '.join(missing)}")


@pytest.mark.parametrize(
    "name", [name for name in WITH_PROGRAMS if not CHECKS[name].for_comparison]
)
def test_the_torture_set_is_read_and_printed_whole(name: str) -> None:
    skip_unless_installed(name)
    check = CHECKS[name]
    collection = torture_collection()
    if name.startswith("pandoc"):
        # Of a DOI and a link, Chicago prints the DOI.
        papers = tuple(paper for paper in collection.papers if not paper.doi)
        collection = Collection(collection.name, papers)
    outcome = check.run(partial(written_by_us, check.format_name), collection)
    if name.startswith("pandoc"):
        outcome = replace(outcome, warnings=0)  # of letters with two accents, shown as TeX
    if name.startswith("biber"):
        # Scripts that no font of pdfLaTeX has are left to XeLaTeX and LuaLaTeX.
        outcome = replace(outcome, latex_errors=0)
    assert outcome.is_clean, outcome
    assert outcome.written > 50


def test_what_no_font_has_is_counted() -> None:
    skip_unless_installed("biber-unicode")
    greek = Collection("one", (paper_detail("A Study of β", key="ada2017study"),))
    write = partial(written_by_us, "biblatex")
    assert CHECKS["biber-unicode"].run(write, greek).latex_errors == 1
    assert CHECKS["biber-numeric"].run(write, greek).is_clean


def test_an_id_that_is_not_printed_is_missed() -> None:
    skip_unless_installed("bibtex-plain")
    two = Collection("two", (paper_detail("A & B", number=1), paper_detail("C", number=2)))
    outcome = CHECKS["bibtex-plain"].run(arxiv_form, two)
    assert (outcome.lost, outcome.without_id, outcome.latex_errors) == (0, 2, 1)


@pytest.mark.parametrize("name", WITH_PROGRAMS)
def test_a_damaged_entry_is_an_error_or_lost(name: str) -> None:
    skip_unless_installed(name)
    check = CHECKS[name]

    def write(papers: Collection) -> WrittenFile:
        file = written_by_us(check.format_name, papers)
        return replace(file, text=file.text.replace("bad2017,", "bad2017 x,").replace("}]", "]"))

    papers = (paper_detail("A", number=1, key="good2017"), paper_detail("B", key="bad2017"))
    outcome = check.run(write, Collection("two", papers))
    assert outcome.errors + outcome.lost > 0
    assert not outcome.is_clean


def test_versions_name_what_is_installed() -> None:
    assert "bibtexparser" in versions()
