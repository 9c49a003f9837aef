"""What the Hub answers to a query for Daily Papers, worked out from recorded days."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from tests.upstream.recordings import Days, Row, upvotes

DEFAULT_LIMIT = 50
LARGEST_LIMIT = 100


class BadQueryError(Exception):
    """Answered with status 400."""


@dataclass(frozen=True, slots=True)
class Page:
    rows: list[Row]
    next_link: str | None


def answer(days: Days, query: Mapping[str, str], path: str) -> Page:
    """Return the page that ``query`` asks for, in the Hub's order."""
    rows = _selected(days, query)
    number = _number(query, "p", 0, 0, 1_000_000)
    limit = _number(query, "limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT)
    page = rows[number * limit : (number + 1) * limit]
    if (number + 1) * limit >= len(rows):
        return Page(page, None)
    following = urlencode({**query, "p": number + 1, "limit": limit})
    return Page(page, f'<{path}?{following}>; rel="next"')


def _selected(days: Days, query: Mapping[str, str]) -> list[Row]:
    if query.get("sort", "publishedAt") not in {"publishedAt", "trending"}:
        raise BadQueryError("Invalid sort")
    if query.get("sort") == "trending":
        return _trending(days)
    names = _names(days, query)
    if names is None:
        return sorted((row for day in days.values() for row in day), key=_submitted, reverse=True)
    rows = (row for name in names for row in days.get(name, []))
    return sorted(rows, key=upvotes, reverse=True)


def _names(days: Days, query: Mapping[str, str]) -> list[str] | None:
    if "date" in query:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", query["date"]):
            raise BadQueryError("Invalid date")
        return [_date(query["date"]).isoformat()]
    if "week" in query:
        year, _, week = query["week"].partition("-W")
        first = _date(f"{year}-W{week}-1")
        return [day for day in days if date.fromisoformat(day).isocalendar()[:2] == _week(first)]
    if "month" in query:
        first = _date(f"{query['month']}-01")
        return [day for day in days if day.startswith(f"{first:%Y-%m}-")]
    return None


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def _trending(days: Days) -> list[Row]:
    """The real score is not known; what is known is that it is not the order of upvotes."""
    rows = {row["paper"]["id"]: row for day in sorted(days) for row in days[day]}
    return sorted(rows.values(), key=lambda row: (upvotes(row) // 10, row["paper"]["id"]))[::-1]


def _submitted(row: Row) -> str:
    paper = row["paper"]
    return str(paper.get("submittedOnDailyAt") or row.get("publishedAt") or "")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadQueryError("Invalid date") from error


def _number(query: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    text = query.get(name)
    if text is None:
        return default
    if not text.isdecimal() or not least <= int(text) <= most:
        raise BadQueryError(f"Invalid {name}")
    return int(text)
