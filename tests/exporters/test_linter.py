"""What the linter says of papers, and that it keeps quiet about good ones."""

# ruff: noqa: RUF001 -- characters that look like others are what is tested

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.arxiv_record import ArxivRecord
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.exporters import exporter_named, exporters
from readinglist.exporters.linter import Finding, Fix, Linter
from tests.exporters.torture_papers import paper_detail, torture_papers


def found(
    paper: PaperDetail, format_name: str = "bibtex", options: ExportOptions | None = None
) -> list[Finding]:
    exporter = exporter_named(format_name)
    return list(Linter(exporter, options or exporter.defaults).findings(paper))


def messages(paper: PaperDetail, format_name: str = "bibtex") -> list[str]:
    return [finding.message for finding in found(paper, format_name)]


def with_record(paper: PaperDetail, title: str = "", comment: str = "") -> PaperDetail:
    record = ArxivRecord(
        title or paper.title, (), "", ("cs.CL",), comment, "", "", 1, date(2026, 1, 2)
    )
    return replace(paper, arxiv=record)


@pytest.mark.parametrize("format_name", exporters())
@pytest.mark.parametrize(
    "title",
    [
        "Attention Is All You Need",
        "Costs $5 & 10% of #1: sudo rm -rf agentic_security",
        r"$O(N\log N)$ for {GSR4B} \& \textsc{CR-Seg}",
        "Émile “quotes” – and ½",
    ],
)
def test_good_papers_are_passed(title: str, format_name: str) -> None:
    assert found(with_record(paper_detail(title)), format_name) == []


@pytest.mark.parametrize(
    ("title", "said", "fix"),
    [
        ("A 漢 paper 🤗", "“漢”, “🤗” have no letter in TeX", Fix.AS_BIBLATEX),
        ("R^3-VQA", "lost LaTeX", Fix.FETCH),
        ("via texttt{D}ual heads", "lost LaTeX", Fix.FETCH),
        ("", "It has no title.", Fix.FETCH),
    ],
)
def test_what_goes_wrong_in_bibtex(title: str, said: str, fix: Fix) -> None:
    (finding,) = found(paper_detail(title))
    assert said in finding.message
    assert finding.fix is fix


def test_letters_that_pdflatex_does_not_read_as_they_are() -> None:
    paper = with_record(paper_detail("Top-σ × 2"))
    assert messages(paper, "bibtex") == []
    (said,) = messages(paper, "biblatex")
    assert said.startswith("“σ” needs XeLaTeX or LuaLaTeX")
    assert messages(with_record(paper_detail("Top-$σ$ × 2")), "biblatex") == []


def test_arxivs_own_title_is_the_one_that_counts() -> None:
    lost = paper_detail("R^3-VQA")
    assert found(with_record(lost, title="R$^3$-VQA")) == []
    assert "as it is written" in messages(with_record(lost, title=r"R\foo{3}"))[0]


def test_authors() -> None:
    assert "no author" in messages(paper_detail("T", authors=()))[0]
    assert "no author" in messages(paper_detail("T", authors=(":", "")))[0]
    crowd = tuple(f"Ada Lovelace{'x' * number}" for number in range(3303))
    (finding,) = found(paper_detail("T", authors=crowd))
    assert (finding.message, finding.fix) == (
        "All 3,303 authors are going to be named.",
        Fix.FEWER_AUTHORS,
    )
    assert found(paper_detail("T", authors=crowd), options=ExportOptions(most_authors=10)) == []
    assert found(paper_detail("T", authors=crowd), "ids") == []


@pytest.mark.parametrize("key", ["a b", "a#b", "o'neil2020", "müller2020x", "{x}", "-x", ""])
def test_keys_that_engines_do_not_read(key: str) -> None:
    paper = replace(paper_detail("T"), citation_key=key)
    assert [finding.fix for finding in found(paper)] == [Fix.EDIT_KEY]
    assert found(paper, "csv") == []


def test_withdrawn_papers_and_those_without_an_id() -> None:
    withdrawn = with_record(paper_detail("T"), comment="This paper has been withdrawn\nby us")
    assert messages(withdrawn) == ["arXiv says: “This paper has been withdrawn by us”"]
    assert "no arXiv id" in messages(torture_papers()[-1])[0]


def test_a_title_twice() -> None:
    exporter = exporter_named("bibtex")
    linter = Linter(exporter, exporter.defaults)
    assert not list(linter.findings(paper_detail("On Bees", number=1)))
    assert not list(linter.findings(paper_detail("On Bees", number=1)))
    (finding,) = linter.findings(paper_detail("On bees.", number=2))
    assert finding.message == "1706.00001 has the same title: both will be printed."


@given(st.text(), st.lists(st.text(), max_size=3))
def test_any_paper_is_looked_at(title: str, authors: list[str]) -> None:
    paper = paper_detail(title, authors=tuple(authors))
    for exporter in exporters().values():
        for finding in Linter(exporter, exporter.defaults).findings(paper):
            assert finding.message
