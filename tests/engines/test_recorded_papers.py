"""Papers come into the check through a library: from arXiv's file and from recorded days."""

import gzip
import json
from pathlib import Path

import pytest
from benchmarks.engines.__main__ import main
from benchmarks.engines.recorded_papers import arxiv_papers, daily_papers
from benchmarks.engines.table import BEGIN, END

from tests.upstream import recordings

RECORDS = [
    {
        "id": arxiv_id,
        "title": r"Attention $x^2$ \& more",
        "authors": ["Ashish Vaswani", "Noam Shazeer"],
        "summary": "Words\nover lines.",
        "categories": ["cs.CL", "cs.LG"],
        "comment": comment,
    }
    for arxiv_id, comment in (("1706.03762", None), ("1706.03763", "15 pages"))
]


@pytest.fixture
def arxiv_file(tmp_path: Path) -> Path:
    file = tmp_path / "papers.jsonl.gz"
    lines = "".join(json.dumps(record) + "\n" for record in RECORDS)
    file.write_bytes(gzip.compress(lines.encode()))
    return file


def test_arxivs_papers_have_their_records_and_keys_of_one_library(arxiv_file: Path) -> None:
    first, second = arxiv_papers(arxiv_file, 0).papers
    assert [first.citation_key, second.citation_key] == [
        "vaswani2017attention",
        "vaswani2017attentiona",
    ]
    assert first.paper.published.isoformat() == "2017-06-01"
    assert first.arxiv is not None
    assert first.arxiv.categories == ("cs.CL", "cs.LG")
    assert first.abstract == "Words over lines."
    assert second.arxiv is not None
    assert second.arxiv.comment == "15 pages"
    assert len(arxiv_papers(arxiv_file, 1).papers) == 1


def test_daily_papers_are_synced_from_plain_recordings(tmp_path: Path) -> None:
    source = Path(str(recordings.__path__[0]), "2025-01-22.json.gz")
    (tmp_path / "2025-01-22.json").write_bytes(gzip.decompress(source.read_bytes()))
    papers = daily_papers(tmp_path, 0).papers
    items = json.loads((tmp_path / "2025-01-22.json").read_bytes())
    assert {paper.paper_id for paper in papers} == {item["paper"]["id"] for item in items}
    assert len({paper.citation_key.lower() for paper in papers}) == len(papers)


def test_the_command_prints_a_table_and_writes_it(
    arxiv_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "engines.md"
    page.write_text(f"{BEGIN}\n{END}\n", encoding="utf-8")
    words = ["--arxiv", str(arxiv_file), "--only", "ris", "--only", "csv"]
    words += ["--out", str(tmp_path / "outcomes.json"), "--write", str(page)]
    assert main(words) == 0
    printed = capsys.readouterr().out
    assert "| readinglist | RIS | rispy | arXiv | 1 | 2 | 2 | 0 |" in printed
    assert printed.strip() in page.read_text(encoding="utf-8")


def test_the_command_needs_papers() -> None:
    with pytest.raises(SystemExit):
        main([])


def test_missing_programs_are_named_in_one_sentence(
    arxiv_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert main(["--arxiv", str(arxiv_file), "--only", "bibtex-plain"]) == 2
    assert "texlive-latex-base" in capsys.readouterr().err
