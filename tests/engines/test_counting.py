"""Entries, ids and labels are counted right, and told in a table."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.engines.kept_outcomes import KeptOutcomes
from benchmarks.engines.label_parts import (
    LETTERS,
    Labels,
    author_year_labels,
    initials_labels,
    parts_by_label,
)
from benchmarks.engines.outcome import Outcome, count_lost, summed
from benchmarks.engines.pandoc import pandoc_outcome
from benchmarks.engines.printed_references import (
    count_without_id,
    has_id,
    printed_references,
)
from benchmarks.engines.recorded_papers import Collection
from benchmarks.engines.table import BEGIN, END, as_table, put_between_markers
from benchmarks.engines.written_file import written_by_us

from tests.engines.papers import torture_collection
from tests.exporters.torture_papers import paper_detail

CLEAN = Outcome("readinglist", "BibTeX", "bibtex, plain", "arXiv", written=3, read=3)


@pytest.mark.parametrize(
    ("written", "found", "lost"),
    [
        (["a", "b"], ["a", "b"], 0),
        (["a", "b"], ["b", "c"], 1),
        (["a", "a", "b"], ["a", "b"], 1),  # of two entries with one key one is given out
        (["a"], [], 1),
    ],
)
def test_lost_entries_are_counted_by_key(written: list[str], found: list[str], lost: int) -> None:
    assert count_lost(written, found) == lost


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("arXivpreprintarXiv:2503.01234,2025.", True),
        ("https://arxiv.org/abs/2503.01234.", True),
        ("doi10.48550/arXiv.2503.01234", True),
        ("arXiv:2503.012345", False),
        ("arXiv:12503.01234", False),
        ("arXiv:2503.0123", False),
    ],
)
def test_an_id_is_found_whole(text: str, expected: bool) -> None:
    assert has_id(text, "2503.01234") is expected


def page(content: bytes) -> bytes:
    return b"1 0 obj\n<<\n/Length %d\n>>\nstream\n%s\nendstream\n" % (len(content), content)


def test_text_of_each_reference_is_read_out_of_the_pages() -> None:
    pdf = page(rb"BT [(Head)]TJ ET" + b"\n%ENTRY ada2017\nBT [(A)-20(da \\(arXiv:1706.)]TJ ET")
    pdf += b"2 0 obj\n<<\n/Length 3\n/Length1 3\n>>\nstream\n(x)\nendstream\n"  # a font
    pdf += page(b"BT [(00001\\051)]TJ ET\n%ENTRY bob2018\nBT [(Bob)]TJ ET")
    printed = printed_references(pdf)
    assert printed == {"ada2017": "Ada (arXiv:1706.00001)", "bob2018": "Bob"}
    ids = [("ada2017", "1706.00001"), ("bob2018", "1706.00002"), ("eve2019", "1706.00003")]
    assert count_without_id(ids, printed) == 2


def test_pandoc_loses_what_it_does_not_print() -> None:
    papers = (paper_detail("A", number=1, key="a1"), paper_detail("B", number=2, key="b2"))
    file = written_by_us("bibtex", Collection("two", papers))
    printed = '<div\nid="ref-a1" class="csl-entry" role="listitem"><em>arXiv:1706.00001</em>.</div>'
    outcome = pandoc_outcome(file, printed, "[WARNING] Hm\n", failed=False)
    assert (outcome.read, outcome.lost, outcome.without_id, outcome.warnings) == (1, 1, 1, 1)
    assert not outcome.is_clean


@pytest.mark.parametrize(
    "wrong",
    [
        replace(CLEAN, errors=1),
        replace(CLEAN, warnings=1),
        replace(CLEAN, lost=1),
        replace(CLEAN, latex_errors=1),
        replace(CLEAN, without_id=1),
        replace(CLEAN, changed=1),
        replace(CLEAN, read=2),
    ],
)
def test_one_wrong_count_is_not_clean(wrong: Outcome) -> None:
    assert CLEAN.is_clean
    assert not wrong.is_clean


def test_parts_are_summed() -> None:
    whole = summed([CLEAN, replace(CLEAN, lost=1, without_id=2, complaints=("oh",))])
    assert (whole.written, whole.lost, whole.without_id, whole.changed) == (6, 1, 2, None)
    assert (whole.parts, whole.complaints) == (2, ("oh",))


@pytest.mark.parametrize("labels", [author_year_labels, initials_labels])
def test_no_part_has_a_label_more_often_than_there_are_letters(labels: Labels) -> None:
    papers = [paper_detail("T", number=n, authors=("Wei Wang", "Li Chen")) for n in range(1, 61)]
    papers += torture_collection().papers
    parts = list(parts_by_label(Collection("c", tuple(papers)), labels))
    assert sorted(p.key for part in parts for p in part.papers) == sorted(p.key for p in papers)
    assert len(parts) == 3
    for part in parts:
        by_family, by_last_word = zip(*map(labels, part.papers), strict=True)
        assert max(Counter(by_family).values()) <= LETTERS
        assert max(Counter(by_last_word).values()) <= LETTERS


def test_table_makes_bold_what_is_wrong() -> None:
    rows = as_table([CLEAN, replace(CLEAN, read=2, lost=1, latex_errors=0)]).splitlines()
    assert rows[2] == (
        "| readinglist | BibTeX | bibtex, plain | arXiv | 1 | 3 | 3 | 0 | 0 | 0 |  |  |  |"
    )
    assert rows[3] == (
        "| readinglist | BibTeX | bibtex, plain | arXiv | 1 | 3 | **2** | 0 | 0 | **1** | 0 |  |  |"
    )


def test_only_the_block_of_a_page_is_replaced(tmp_path: Path) -> None:
    page = tmp_path / "engines.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    put_between_markers(page, "new\n")
    assert page.read_text(encoding="utf-8") == f"before\n{BEGIN}\nnew\n{END}\nafter\n"
    page.write_text("no marks", encoding="utf-8")
    with pytest.raises(SystemExit):
        put_between_markers(page, "new\n")


def test_outcomes_stay_until_their_check_runs_anew(tmp_path: Path) -> None:
    file = tmp_path / "build" / "outcomes.json"
    other = replace(CLEAN, engine="bibtex, alpha", complaints=("one", "two"))
    for outcome in (CLEAN, other, replace(CLEAN, lost=1)):
        KeptOutcomes(file).add(outcome)
    assert KeptOutcomes(file).all() == [replace(CLEAN, lost=1), other]
