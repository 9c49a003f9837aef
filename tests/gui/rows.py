"""Rows of the feed made up from recorded ones."""

from typing import Any

from tests.upstream.recordings import Row


def listed_on(day: str, rows: list[Row]) -> list[Row]:
    """Return the rows as if they had been listed on another day."""
    moment = f"{day}T03:00:00.000Z"
    return [{**row, "paper": {**row["paper"], "submittedOnDailyAt": moment}} for row in rows]


def new_papers(day: str, template: Row, *numbers: int, **fields: Any) -> list[Row]:
    """Return rows of papers that nobody has yet; ``fields`` replace those of the paper."""
    papers = [
        {**template["paper"], "id": f"2506.{number:05d}", "title": f"New Paper {number}", **fields}
        for number in numbers
    ]
    return listed_on(day, [{**template, "paper": paper} for paper in papers])
