"""Which days a sync looks at."""

import re
from calendar import monthrange
from datetime import date, timedelta

from readinglist.domain.errors import UserFacingError
from readinglist.sources.source import FIRST_DAY

RECENT_DAYS = 14
"""Days a plain sync looks at again: upvotes settle after one to two weeks, and a day keeps growing
after the morning it was first seen (measured on recorded captures of the same day)."""

_LONGEST_RANGE_DAYS = 4000


def recent_days(latest: date) -> list[date]:
    """Return the days of a plain sync, newest first."""
    return days_between(latest - timedelta(days=RECENT_DAYS - 1), latest)


def days_between(first: date, last: date) -> list[date]:
    """Return all days from ``first`` to ``last``, both included, newest first.

    Raises:
        UserFacingError: the range is empty or lies before Daily Papers began.
    """
    if first > last:
        raise UserFacingError(
            f"The range ends ({last}) before it begins ({first}).", "Swap the two days."
        )
    if last < FIRST_DAY:
        raise UserFacingError(
            f"Daily Papers begin on {FIRST_DAY}; {last} lies before that.", "Choose a later day."
        )
    begin = max(first, FIRST_DAY)
    length = min((last - begin).days + 1, _LONGEST_RANGE_DAYS)
    return [last - timedelta(days=back) for back in range(length)]


def parse_day(text: str) -> date:
    """Read an ISO date.

    Raises:
        UserFacingError: the text is no date.
    """
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise UserFacingError(f"“{text}” is not a date.", "Write it as 2025-06-03.")


def parse_week(text: str) -> tuple[date, date]:
    """Return the first and the last day of an ISO week such as ``2025-W23``.

    Raises:
        UserFacingError: the text is no week.
    """
    match = re.fullmatch(r"(\d{4})-W(\d{2})", text, re.ASCII)
    try:
        if match:
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday, monday + timedelta(days=6)
    except (ValueError, OverflowError):
        pass
    raise UserFacingError(f"“{text}” is not a week.", "Write it as 2025-W23.")


def parse_month(text: str) -> tuple[date, date]:
    """Return the first and the last day of a month such as ``2025-06``.

    Raises:
        UserFacingError: the text is no month.
    """
    match = re.fullmatch(r"(\d{4})-(\d{2})", text, re.ASCII)
    try:
        if match:
            first = date(int(match[1]), int(match[2]), 1)
            return first, first.replace(day=monthrange(first.year, first.month)[1])
    except ValueError:
        pass
    raise UserFacingError(f"“{text}” is not a month.", "Write it as 2025-06.")


def days_of_week(text: str, latest: date) -> list[date]:
    """Return the days of an ISO week such as ``2025-W23``, up to ``latest``, newest first.

    Raises:
        UserFacingError: the text is no week, or one that has not begun.
    """
    return days_of_period(*parse_week(text), latest)


def days_of_month(text: str, latest: date) -> list[date]:
    """Return the days of a month such as ``2025-06``, up to ``latest``, newest first.

    Raises:
        UserFacingError: the text is no month, or one that has not begun.
    """
    return days_of_period(*parse_month(text), latest)


def begun_day(day: date, latest: date) -> date:
    """Return ``day`` if Daily Papers has reached it.

    Raises:
        UserFacingError: it lies in the future.
    """
    if day > latest:
        raise UserFacingError(
            f"{day} lies in the future.", f"The newest day of Daily Papers is {latest}."
        )
    return day


def days_of_period(first: date, last: date, latest: date) -> list[date]:
    """Return the days of a week or month, up to ``latest``, newest first.

    Raises:
        UserFacingError: the period has not begun, or lies before Daily Papers began.
    """
    return days_between(begun_day(first, latest), min(last, latest))
