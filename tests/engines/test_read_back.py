"""The checks that need no TeX: the torture set passes them, and what is altered does not."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from benchmarks.engines.checks import CHECKS
from benchmarks.engines.other_programs.arxiv_form import arxiv_form
from benchmarks.engines.outcome import Outcome
from benchmarks.engines.plain_text import decoded, title_as_told
from benchmarks.engines.recorded_papers import Collection
from benchmarks.engines.written_file import WrittenFile, written_by_us

from tests.engines.papers import torture_collection
from tests.exporters.torture_papers import HOSTILE_TITLES, paper_detail

WITHOUT_PROGRAMS = [name for name, check in CHECKS.items() if not check.needs]
# Made up: all of Unicode at once is approximated in ASCII, and halves of formulas are ambiguous.
NOT_COMPARABLE = re.compile("漢字|Nguyễn|Unclosed|Twice|csname|^$")


def checked(name: str, collection: Collection, alter: Callable[[str], str] = str) -> Outcome:
    """Run a check on a file as it is written, or as ``alter`` makes it."""
    check = CHECKS[name]

    def write(papers: Collection) -> WrittenFile:
        file = written_by_us(check.format_name, papers)
        return replace(file, text=alter(file.text))

    return check.run(write, collection)


@pytest.mark.parametrize("name", WITHOUT_PROGRAMS)
def test_the_torture_set_comes_back(name: str) -> None:
    papers = tuple(p for p in torture_collection().papers if not NOT_COMPARABLE.search(p.title))
    assert len(papers) > 45
    outcome = checked(name, Collection("torture", papers))
    assert outcome.is_clean, outcome


@pytest.mark.parametrize("name", WITHOUT_PROGRAMS)
def test_a_title_that_changes_is_noticed(name: str) -> None:
    paper = paper_detail("Attention Is All You Need", key="ada2017attention")
    outcome = checked(name, Collection("one", (paper,)), lambda t: t.replace("All You", "Any"))
    assert outcome.changed == 1
    assert not outcome.is_clean


@pytest.mark.parametrize("name", WITHOUT_PROGRAMS)
def test_an_entry_that_is_missing_is_lost(name: str) -> None:
    paper = paper_detail("Attention", key="ada2017attention")
    outcome = checked(name, Collection("one", (paper,)), lambda t: t.replace("ada2017", "eve2017"))
    assert outcome.lost == 1


def test_broken_bibtex_is_an_error() -> None:
    paper = paper_detail("Attention", key="ada2017attention")
    for name in ("bibtexparser-bibtex", "pybtex-bibtex"):
        outcome = checked(name, Collection("one", (paper,)), lambda t: t.rstrip("}\n"))
        assert (outcome.errors, outcome.lost) == (1, 1)


def test_json_against_the_schema_is_an_error() -> None:
    paper = paper_detail("Attention", key="ada2017attention")
    outcome = checked("csl-json", Collection("one", (paper,)), lambda t: t.replace('"type"', '"t"'))
    assert outcome.errors in {1, 2}  # a type is missing, and there is a field too many


def test_arxivs_own_form_does_not_come_back() -> None:
    collection = torture_collection()
    outcome = CHECKS["bibtexparser-bibtex"].run(arxiv_form, collection)
    assert outcome.lost + (outcome.changed or 0) > 10


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"Ag{\"u}era y {\L}ukasz", "AgüerayŁukasz"),
        (r"{\textless}a{\textgreater} {\textbraceleft}x{\textbraceright}", "<a>{x}"),
        (r"\texttt{D}ual \textsuperscript{2} {$\alpha$}", "Dual2\u03b1"),
        ("{[U+5C0F]} ``q'' --- x", '小"q"-x'),
        (r"{$\bigodot$}", r"\bigodot"),
    ],
)
def test_tex_is_decoded_by_another_program_than_wrote_it(source: str, text: str) -> None:
    assert decoded(source) == text


def test_titles_are_told_apart() -> None:
    told = [title_as_told(title) for title in HOSTILE_TITLES]
    assert len(set(told)) == len(told)
