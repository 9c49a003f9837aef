"""One item: what was recorded, and oddities that were or may be."""

import copy
import json
import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from readinglist.domain.paper import Listing
from readinglist.sources.daily_papers_item import MalformedRowError, parse_item, row_name
from tests.upstream import recordings

ODD_ROWS: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "odd_rows.json").read_text(encoding="utf-8")
)
DAYS = recordings.load_days()
DAY = date(2025, 6, 2)


def odd(name: str, requested: date | None = DAY) -> Listing:
    return parse_item(ODD_ROWS[name], requested)


def changed(**fields: object) -> dict[str, Any]:
    """Return a good item with other values in its ``paper``; None takes a field out."""
    row = copy.deepcopy(DAYS["2025-06-02"][0])
    for name, value in fields.items():
        if value is None:
            del row["paper"][name]
        else:
            row["paper"][name] = value
    return row


def paper(**fields: object) -> Any:
    return parse_item(changed(**fields), DAY).paper


def test_a_usual_item() -> None:
    listing = parse_item(DAYS["2025-06-02"][0], DAY)
    read = listing.paper
    assert read.arxiv_id == "2505.24864"
    assert read.title == (
        "ProRL: Prolonged Reinforcement Learning Expands Reasoning Boundaries in "
        "Large Language Models"
    )
    assert read.authors[:2] == ("Mingjie Liu", "Shizhe Diao")
    assert len(read.authors) == 8
    assert read.abstract.startswith("Recent advances in reasoning-centric language models have")
    assert "\n" not in read.abstract
    assert read.published == date(2025, 5, 30)
    assert (read.upvotes, read.comments) == (35, 1)
    assert read.keywords[:2] == ("reinforcement learning", "RL")
    assert read.ai_summary.startswith("Prolonged reinforcement learning")
    assert json.loads(listing.raw) == DAYS["2025-06-02"][0]


def test_every_recorded_item_is_read() -> None:
    for day, rows in DAYS.items():
        for row in rows:
            listing = parse_item(row, date.fromisoformat(day))
            assert listing.featured_on.isoformat() == day
            assert json.loads(listing.raw) == row


def test_an_id_keeps_its_zeros() -> None:
    assert odd("id ends in 0").paper.arxiv_id == "2505.24760"


def test_a_line_break_in_a_repository() -> None:
    assert odd("newline in githubRepo").paper.code_url == (
        "https://github.com/sirano1004/Margin-Apative-Direct-Preference-Optimization"
    )


def test_a_space_before_a_project_page() -> None:
    assert odd("space before projectPage").paper.project_url == (
        "https://homepage.jackli.org/projects/lavida/index.html"
    )


def test_a_hidden_author_is_an_author() -> None:
    row = ODD_ROWS["hidden author"]
    assert any(author["hidden"] for author in row["paper"]["authors"])
    assert len(odd("hidden author").paper.authors) == len(row["paper"]["authors"])


def test_the_shape_of_2024() -> None:
    listing = odd("old shape", date(2024, 5, 27))
    assert listing.featured_on == date(2024, 5, 27)
    assert listing.paper.arxiv_id == "2405.15738"
    assert listing.paper.abstract
    assert listing.paper.ai_summary == ""


def test_the_inner_title_wins() -> None:
    assert "$" in ODD_ROWS["LaTeX title outside"]["title"]
    assert "$" not in odd("LaTeX title outside").paper.title


def test_an_organization() -> None:
    assert (
        odd("organization").paper.organization
        == (ODD_ROWS["organization"]["organization"]["fullname"])
    )


def test_what_looks_like_a_tag_is_text() -> None:
    assert "<think>" in odd("tag-like text").paper.abstract


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (None, "no object"),
        ("{'paper': {'id': '2501.04001', 'title': 'A title'}}", "no object"),
        (["paper"], "no object"),
        ({"2501.04001": {"title": "A title"}}, "no object"),
        ({"paper": []}, "no object"),
        ({"paper": {}}, "no arXiv id"),
        (changed(id=2503.0213), "no arXiv id"),
        (changed(id="2503.213"), "no arXiv id"),
        (changed(id="\uff12505.24864"), "no arXiv id"),  # a digit, but not ASCII
        (changed(id="ACL:P19-1001"), "no arXiv id"),
        (changed(authors=[]), "no authors"),
        (changed(authors=None), "no authors"),
        (changed(authors=[{"name": " "}, {"name": None}, {}, 3]), "no authors"),
        (changed(summary="a" * 2_000_001), "larger than any"),
    ],
)
def test_what_is_no_paper_is_said(item: object, reason: str) -> None:
    with pytest.raises(MalformedRowError, match=reason):
        parse_item(item, DAY)


def test_an_item_without_a_title() -> None:
    row = changed(title="\n ")
    row["title"] = "The outer title"
    assert parse_item(row, DAY).paper.title == "The outer title"
    del row["title"]
    with pytest.raises(MalformedRowError, match="no title"):
        parse_item(row, DAY)


def test_an_abstract_is_not_needed() -> None:
    row = changed(summary=None)
    row["summary"] = "Outer\ntext.\n\nMore."
    assert parse_item(row, DAY).paper.abstract == "Outer text.\n\nMore."
    del row["summary"]
    assert parse_item(row, DAY).paper.abstract == ""


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (7, 7),
        (7.9, 7),
        ("7", 7),
        (-3, 0),
        ("-3", 0),
        ("many", 0),
        ("9" * 5_000, 0),
        ("\u0667", 0),  # a digit, but not ASCII
        (True, 0),
        ([7], 0),
        (10**30, 2**31),
        (math.inf, 0),
        (math.nan, 0),
        (1e300, 2**31),
    ],
)
def test_counts(value: object, count: int) -> None:
    row = changed(upvotes=value)
    row["numComments"] = value
    read = parse_item(row, DAY).paper
    assert (read.upvotes, read.comments) == (count, count)


@pytest.mark.parametrize(
    ("value", "link"),
    [
        ("owner/repo", "https://github.com/owner/repo"),
        ("github.com/owner/repo", "https://github.com/owner/repo"),
        (" https://github.com/owner/\nrepo ", "https://github.com/owner/repo"),
        ("http://github.com/owner/repo", "http://github.com/owner/repo"),
        ("https://github.com/owner/repo/tree/main/x", "https://github.com/owner/repo/tree/main/x"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://user@host/x", ""),
        ("owner", ""),
        ("", ""),
        (["owner/repo"], ""),
    ],
)
def test_repositories(value: object, link: str) -> None:
    assert paper(githubRepo=value).code_url == link


def test_keywords_are_words_once() -> None:
    assert paper(ai_keywords=["b", " a ", 3, None, "b", "", {"c": 1}]).keywords == ("b", "a")
    assert paper(ai_keywords="b, a").keywords == ()


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2025-05-30T23:59:59.000Z", date(2025, 5, 30)),
        ("2025-05-30T23:59:59-05:00", date(2025, 5, 31)),
        ("2025-05-30", date(2025, 5, 30)),
        ("1970-01-01T00:00:00.000Z", date(2025, 5, 1)),
        ("9999-12-31T23:59:59-23:00", date(2025, 5, 1)),
        ("yesterday", date(2025, 5, 1)),
        (1748563200, date(2025, 5, 1)),
        (None, date(2025, 5, 1)),
    ],
)
def test_the_day_of_publication(value: object, published: date) -> None:
    assert paper(publishedAt=value).published == published


@pytest.mark.parametrize(
    ("value", "requested", "featured"),
    [
        ("2025-06-02T00:10:00.000Z", DAY, DAY),
        ("2025-05-30T10:00:00.000Z", DAY, date(2025, 5, 30)),
        ("2025-05-30T10:00:00.000Z", None, date(2025, 5, 30)),
        ("1970-01-01T00:00:00.000Z", DAY, DAY),
        ("soon", DAY, DAY),
        (None, DAY, DAY),
        (None, None, date(2025, 5, 30)),
    ],
)
def test_the_day_of_listing(value: object, requested: date | None, featured: date) -> None:
    assert parse_item(changed(submittedOnDailyAt=value), requested).featured_on == featured


def test_the_record_can_be_stored_and_read() -> None:
    row = changed(title="half \ud83d of a pair", upvotes=math.inf)
    raw = parse_item(row, DAY).raw
    assert json.loads(raw.encode("utf-8"))["paper"]["upvotes"] is None
    assert "half ? of a pair" in raw


def test_an_item_nested_too_deeply() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(MalformedRowError):
        parse_item(changed(mediaUrls=deep), DAY)
    while deep:  # taken apart step by step: Python would do it by recursion
        deep = deep[0]


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ({"paper": {"id": "x\n1"}}, "x 1"),
        ({"paper": {"id": 5}}, "row 3"),
        ({"paper": {"id": ""}}, "row 3"),
        ([], "row 3"),
    ],
)
def test_names_of_rows_that_cannot_be_used(item: object, name: str) -> None:
    assert row_name(item, 3) == name
