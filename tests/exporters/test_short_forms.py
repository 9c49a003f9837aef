from dataclasses import replace
from datetime import date

from readinglist.domain.paper import Paper, PaperDetail
from readinglist.exporters import exported
from readinglist.exporters.short_forms import CitationKeys, Links

PAPER = Paper("2506.00001", "A title", ("Ada Lovelace",), "", date(2025, 6, 1))
FIRST = PaperDetail(1, "2506.00001", PAPER, "lovelace2025title")
SECOND = PaperDetail(2, "x", replace(PAPER, arxiv_id=None), "pascal2025title")


def test_keys_are_joined_as_cite_takes_them() -> None:
    assert "".join(exported(CitationKeys(), [FIRST])) == "lovelace2025title"
    assert "".join(exported(CitationKeys(), [FIRST, SECOND])) == "lovelace2025title,pascal2025title"


def test_a_link_is_nothing_but_the_link() -> None:
    assert "".join(exported(Links(), [FIRST])) == "https://arxiv.org/abs/2506.00001"


def test_a_paper_without_a_link_has_no_line() -> None:
    project = replace(SECOND, paper=replace(SECOND.paper, project_url="https://example.org/a"))
    links = "".join(exported(Links(), [SECOND, FIRST, project]))
    assert links == "https://arxiv.org/abs/2506.00001\nhttps://example.org/a"
    assert "".join(exported(Links(), [SECOND])) == ""
