"""From one day to the next: days that have papers first, then working days that may have some."""

from collections.abc import Mapping
from datetime import date, timedelta

from readinglist.domain.synced_day import DayCount

_SATURDAY = 5


def neighbour_day(
    days: Mapping[date, DayCount], shown: date, direction: int, latest: date
) -> date | None:
    """Return the day to show when stepping from ``shown``.

    That is the nearest day with papers; beyond all of them it is the nearest working day up to
    ``latest``, so that days which have not been fetched can be reached too.
    """
    with_papers = [day for day, count in days.items() if count.papers]
    if direction < 0:
        earlier = [day for day in with_papers if day < shown]
        return max(earlier) if earlier else _working_day(shown, -1)
    later = [day for day in with_papers if day > shown]
    if later:
        return min(later)
    following = _working_day(shown, 1)
    return following if following <= latest else None


def _working_day(day: date, direction: int) -> date:
    day += timedelta(days=direction)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=direction)
    return day
