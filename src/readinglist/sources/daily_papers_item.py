"""One item of the Daily Papers feed, read into a listing.

The feed has no version and changed its shape about fifteen times in its first 27 months, so only
what a paper cannot do without is asked for: an arXiv id, a title and an author. Most fields stand
twice, in the item and in its ``paper``; the inner one is the older and better kept one.
"""

import json
import math
import re
from datetime import UTC, date, datetime, timedelta
from typing import TypeGuard

from readinglist.domain.arxiv_id import first_version_year, parse_arxiv_id
from readinglist.domain.clean_text import one_line, paragraphs
from readinglist.domain.links import safe_https_url
from readinglist.domain.paper import Listing, Paper
from readinglist.sources.source import FIRST_DAY

_CLOCKS_DIFFER = timedelta(days=1)

_FIRST_YEAR_OF_ARXIV = 1991
_LARGEST_COUNT = 2**31
_LARGEST_RECORD = 2_000_000  # characters; the longest of 6,461 recorded ones has 51,000
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)


class MalformedRowError(Exception):
    """An item that is no usable paper; the text says why."""


def parse_item(item: object, requested: date | None) -> Listing:
    """Return the listing that an item of the feed describes.

    Its day is that of ``submittedOnDailyAt``, in UTC: in all 7,077 recorded items that have one it
    is the day they were listed on, and it stays right if the service answers with another day than
    the one asked for. Items from before 2025-03-17 have none and belong to the requested day.

    Args:
        item: what JSON gave, of any type.
        requested: the day that was asked for; None for the trending list.

    Raises:
        MalformedRowError: no object, no arXiv id, no title, no author, or absurdly large.
    """
    outer = _object(item)
    paper = _object(outer.get("paper"))
    arxiv_id = _arxiv_id(paper.get("id"))
    title = _first_line(paper.get("title"), outer.get("title"))
    authors = _authors(paper.get("authors"))
    if not title:
        raise MalformedRowError("no title")
    if not authors:
        raise MalformedRowError("no authors")
    published = _published(paper.get("publishedAt"), arxiv_id)
    read = Paper(
        arxiv_id=arxiv_id,
        title=title,
        authors=authors,
        abstract=_text(paper.get("summary")) or _text(outer.get("summary")),
        published=published,
        upvotes=_number(paper.get("upvotes")),
        comments=_number(outer.get("numComments")),
        organization=_organization(outer.get("organization"), paper.get("organization")),
        ai_summary=_text(paper.get("ai_summary")),
        keywords=_keywords(paper.get("ai_keywords")),
        code_url=_repository(paper.get("githubRepo")),
        project_url=_link(paper.get("projectPage")),
    )
    listed = _day(paper.get("submittedOnDailyAt"))
    if listed is None or not FIRST_DAY <= listed <= datetime.now(UTC).date() + _CLOCKS_DIFFER:
        # a trending paper may never have been in Daily Papers
        listed = requested or min(published, datetime.now(UTC).date())
    return Listing(read, listed, _record(item))


def row_name(item: object, position: int) -> str:
    """Return what to call an item that cannot be used: its id, or its 1-based ``position``."""
    paper = item.get("paper") if isinstance(item, dict) else None
    paper_id = paper.get("id") if isinstance(paper, dict) else None
    name = one_line(paper_id[:80]) if isinstance(paper_id, str) else ""
    return name or f"row {position}"


def _object(value: object) -> dict[object, object]:
    if not isinstance(value, dict):
        raise MalformedRowError("it is no object with a paper in it")
    return value


def _arxiv_id(value: object) -> str:
    # a number has lost its trailing zeros: 2503.02130 and 2503.0213 are different papers
    arxiv_id = parse_arxiv_id(value) if isinstance(value, str) and value.isascii() else None
    if arxiv_id is None:
        raise MalformedRowError("its id is no arXiv id")
    return arxiv_id


def _line(value: object) -> str:
    return one_line(value) if isinstance(value, str) else ""


def _first_line(*values: object) -> str:
    return next((line for value in values if (line := _line(value))), "")


def _text(value: object) -> str:
    return paragraphs(value) if isinstance(value, str) else ""


def _authors(value: object) -> tuple[str, ...]:
    """Hidden authors are kept: they wrote the paper, they only hide their account."""
    entries = value if isinstance(value, list) else []
    names = (_line(entry.get("name") if isinstance(entry, dict) else entry) for entry in entries)
    return tuple(name for name in names if name)


def _published(value: object, arxiv_id: str) -> date:
    """Return the day of the first version.

    The outer ``publishedAt`` is never used: it was the time of listing until 2025-03, and has been
    hours too early since. Without an inner one, the id still tells year and month.
    """
    day = _day(value)
    if day is not None and day.year >= _FIRST_YEAR_OF_ARXIV:
        return day
    month = int(arxiv_id.rsplit("/", maxsplit=1)[-1][2:4])
    return date(first_version_year(arxiv_id), month, 1)


def _day(value: object) -> date | None:
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).date()
    except (ValueError, OverflowError):
        return None


def _number(value: object) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        value = int(value)
    if not _is_finite(value):
        return 0
    return int(max(0, min(value, _LARGEST_COUNT)))


def _is_finite(value: object) -> TypeGuard[int | float]:
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (isinstance(value, float) and math.isfinite(value))


def _organization(*values: object) -> str:
    for value in values:
        if isinstance(value, dict):
            name = _first_line(value.get("fullname"), value.get("name"))
            if name:
                return name
    return ""


def _keywords(value: object) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else []
    return tuple(dict.fromkeys(word for word in map(_line, entries) if word))


def _link(value: object) -> str:
    """Recorded links have had a space before them, or a line break within."""
    return safe_https_url("".join(value.split())) if isinstance(value, str) else ""


def _repository(value: object) -> str:
    link = "".join(value.split()) if isinstance(value, str) else ""
    if link.startswith(("github.com/", "www.github.com/")):
        link = f"https://{link}"
    elif _REPOSITORY.fullmatch(link):
        link = f"https://github.com/{link}"
    return safe_https_url(link)


def _record(item: object) -> str:
    """Return the item as JSON that any database and program can read."""
    try:
        text = _dumped(item)
    except (TypeError, ValueError, RecursionError) as error:
        raise MalformedRowError("it cannot be written as JSON") from error
    if len(text) > _LARGEST_RECORD:
        raise MalformedRowError("it is larger than any paper's record")
    # half of a surrogate pair cannot be stored as UTF-8
    return text.encode("utf-8", "replace").decode("utf-8")


def _dumped(item: object) -> str:
    try:
        return json.dumps(item, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except ValueError:  # 1e999 is read as infinity, which JSON has not
        plain = json.loads(json.dumps(item), parse_constant=lambda _name: None)
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
