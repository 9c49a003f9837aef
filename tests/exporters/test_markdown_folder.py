"""What the file of a paper says.

After a change that is meant: ``python -m tests.exporters.test_markdown_folder`` writes the files
that a person can read anew.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readinglist.domain.arxiv_record import ArxivRecord
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.front_matter import write_front_matter
from readinglist.domain.managed_block import replace_block, split_block
from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_queue import QueueState
from readinglist.exporters import exporters, format_named, formats, writes_folder
from readinglist.exporters.markdown_folder import MarkdownFolderExporter, vault_tag
from tests.exporters.test_markdown import MARKUP_TEXT, kinds, links
from tests.exporters.torture_papers import HOSTILE_TITLES, paper_detail, torture_papers

_GOLDEN = Path(__file__).parent / "golden" / "folder"
EXPORTER = MarkdownFolderExporter()


def file_of(paper: PaperDetail, options: ExportOptions | None = None) -> str:
    chosen = options or EXPORTER.defaults
    text, memo = write_front_matter("", EXPORTER.front_matter(paper, chosen), EXPORTER.own_keys, "")
    return replace_block(text, EXPORTER.body(paper, chosen), memo)


def front_matter(paper: PaperDetail, options: ExportOptions | None = None) -> dict[str, object]:
    found = next(iter(yaml.safe_load_all(file_of(paper, options))))
    assert isinstance(found, dict)
    return found


def paper_with_everything() -> PaperDetail:
    paper = paper_detail(
        r"BERT for $\mathbb{R}^n$: [x] & KEVER^2",
        authors=("Ada Lovelace", ":", "Robert W. Heath Jr.", "Gemini Team"),
        key="lovelace2017bert",
        note="# Read it\n\n- <!-- readinglist:end -->\n  **twice**",
        tags=("to read", "a/b c", "2017", "c++"),
    )
    said = replace(
        paper.paper,
        abstract="One $x_i$ & <b>.\n\n1. Two\n\n- Three, in $\\mathbb{R}^n$.",
        code_url="https://github.com/a/b_c",
        project_url="http://example.org",
    )
    record = ArxivRecord(
        *("", (), "", ("cs.CL", "cs.LG"), "", "", "Nature 1 (2017)", 2, date(2020, 1, 1))
    )
    return replace(
        *(paper,), paper=said, arxiv=record, starred=True, rating=4, queue=QueueState.READING
    )


def golden_papers() -> Iterator[PaperDetail]:
    yield paper_with_everything()
    for title in HOSTILE_TITLES[:3]:
        number = HOSTILE_TITLES.index(title) + 2
        yield paper_detail(title, number=number, note=title, tags=(title[:30],))
    yield torture_papers()[-1]


@pytest.mark.parametrize("paper", list(golden_papers()), ids=lambda paper: paper.citation_key)
def test_files_are_as_reviewed(paper: PaperDetail) -> None:
    file = _GOLDEN / f"{EXPORTER.file_stem(paper)}.md"
    assert file_of(paper) == file.read_text(encoding="utf-8")


def test_it_stands_beside_markdown() -> None:
    names = list(formats())
    assert names == [
        *("bibtex", "biblatex", "markdown", "markdown-folder", "ris", "csl-json", "csv", "html"),
        "ids",
    ]
    assert [name for name in names if writes_folder(format_named(name))] == ["markdown-folder"]
    assert "markdown-folder" not in exporters()


def test_front_matter_is_what_vaults_search_by() -> None:
    assert front_matter(paper_with_everything()) == {
        "title": "BERT for ℝⁿ: [x] & KEVER²",
        "aliases": ["BERT for ℝⁿ: [x] & KEVER²"],
        "authors": ["Ada Lovelace", "Robert W. Heath Jr.", "Gemini Team"],
        "year": 2017,
        "date": date(2017, 6, 12),
        "venue": "Nature 2017",
        "categories": ["cs.CL", "cs.LG"],
        "arxiv": "1706.00001",
        "citekey": "lovelace2017bert",
        "tags": ["to-read", "a/b-c", "_2017", "c"],
        "status": "reading",
        "starred": True,
        "rating": 4,
        "url": "https://arxiv.org/abs/1706.00001",
        "readinglist": "1706.00001",
    }


def test_what_is_not_known_or_not_wanted_is_left_out() -> None:
    bare = ExportOptions(venue=False, most_authors=1)
    found = front_matter(paper_with_everything(), bare)
    assert found["authors"] == ["Ada Lovelace", "et al."]
    assert not {"venue", "tags"} & set(found)
    body = EXPORTER.body(paper_with_everything(), bare)
    assert "## " not in body
    assert "Nature" not in body
    nothing = front_matter(paper_detail("", authors=()))
    assert set(nothing) == {
        *("title", "year", "date", "arxiv", "citekey", "status", "starred", "url", "readinglist")
    }


@pytest.mark.parametrize(
    ("queue", "read", "status"),
    [
        (None, False, "unread"),
        (None, True, "read"),
        (QueueState.TO_READ, True, "to-read"),
        (QueueState.READING, False, "reading"),
        (QueueState.DONE, False, "read"),
    ],
)
def test_status(queue: QueueState | None, read: bool, status: str) -> None:
    paper = replace(paper_detail("T"), queue=queue, read=read)
    assert front_matter(paper)["status"] == status


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("rl", "rl"),
        ("a/b", "a/b"),
        ("two words/x", "two-words/x"),
        ("2024", "_2024"),
        ("2024/05", "_2024/05"),
        ("C#", "C"),
        ("größe", "größe"),
        ("強化学習", "強化学習"),
        ("🔥", "🔥"),
        ("a & b", "a-b"),
        ("++", ""),
        ("x/++/y", "x/y"),
    ],
)
def test_tags(tag: str, expected: str) -> None:
    assert vault_tag(tag) == expected


def test_the_torture_set_is_read_back() -> None:
    for paper in torture_papers():
        found = front_matter(paper)
        assert found["readinglist"] == paper.paper_id
        assert found["citekey"] == paper.citation_key


@settings(max_examples=200)
@example(title="", other="- <b>", tag="")
@example(title="1. x", other="+ x", tag="+")
@given(title=MARKUP_TEXT, other=MARKUP_TEXT, tag=st.text())
def test_any_text_stays_text(title: str, other: str, tag: str) -> None:
    paper = paper_detail(title, authors=(other,), note=other, tags=(tag, other))
    paper = replace(paper, paper=replace(paper.paper, abstract=other + title))
    text = file_of(paper)
    split = split_block(text)  # finds one block, whatever is in it
    assert not split.is_edited
    body = split.block or ""
    assert "<!--" not in body.replace("\\<", "")
    assert not kinds(body) & {"html_block", "html_inline", "image", "fence", "code_block"}
    assert not kinds(body) & {"table_open", "hr", "s_open", "bullet_list_open"}
    assert links(body) == [
        f"https://{place}/1706.00001"
        for place in ("arxiv.org/abs", "arxiv.org/pdf", "huggingface.co/papers")
    ]
    assert front_matter(paper)["readinglist"] == "1706.00001"


if __name__ == "__main__":
    for each in golden_papers():
        path = _GOLDEN / f"{EXPORTER.file_stem(each)}.md"
        path.write_text(file_of(each), encoding="utf-8", newline="\n")
