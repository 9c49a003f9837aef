"""The dates that people type: ``2025-11``, ``2025-W23``, ``yesterday``, ``2w``, ``a..b``.

Every form stands for a span of whole days. ``2w`` is the day two weeks ago when it is the end of
a range or follows ``since:``, and the time from that day to today when it stands alone.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

DateRange = tuple[date | None, date | None]
"""First and last day, both included; None leaves an end open."""

_CALENDAR = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?|-W(?P<week>\d{1,2}))?",
    re.ASCII | re.IGNORECASE,
)
_AGO = re.compile(r"(?P<count>\d{1,4})(?P<unit>[dwmy])", re.ASCII | re.IGNORECASE)
_COMPARISON = re.compile(r"(?P<sign>>=|<=|>|<|=)(?P<period>.*)", re.DOTALL)
_BEGINNING = re.compile(
    r"\d{0,3}|\d{4}-(?:[01]|W[0-5]?)?|\d{4}-(?:0[1-9]|1[0-2])-[0-3]?", re.ASCII | re.IGNORECASE
)
_DAYS_AGO = {"today": 0, "yesterday": 1}


def parse_date_range(text: str, today: date) -> DateRange | None:
    """Return the days that ``text`` stands for, or None if it is not a date.

    Besides a single period this may be a range (``a..b``, either end may be missing) or a
    comparison (``>a``, ``>=a``, ``<a``, ``<=a``, ``=a``).
    """
    form = text.strip()
    if ".." in form:
        return _between(form, today)
    if comparison := _COMPARISON.fullmatch(form):
        return _compared(comparison["sign"], comparison["period"], today)
    period = _period(form, today)
    if period and _AGO.fullmatch(form):
        return period[0], today
    return period


def first_day(text: str, today: date) -> date | None:
    """Return the day with which the period ``text`` begins, or None if it is not a period."""
    period = _period(text.strip(), today)
    return period[0] if period else None


def last_day(text: str, today: date) -> date | None:
    """Return the day with which the period ``text`` ends, or None if it is not a period."""
    period = _period(text.strip(), today)
    return period[1] if period else None


def may_become_date_range(text: str) -> bool:
    """Whether more typing could make a date of ``text``, which is none yet."""
    start, dots, end = text.partition("..")
    if not dots and start.endswith("."):
        return start == "." or _period(start[:-1], date.max) is not None
    if dots and start and _period(start, date.max) is None:
        return False
    form = end if dots else start
    comparison = None if dots else _COMPARISON.fullmatch(form)
    form = comparison["period"] if comparison else form
    words = any(word.startswith(form.lower()) for word in _DAYS_AGO)
    return words or _BEGINNING.fullmatch(form) is not None


def _between(form: str, today: date) -> DateRange | None:
    """``a..b``, whichever comes first; an end that is left out stays open."""
    left, _, right = form.partition("..")
    one, other = _period(left, today), _period(right, today)
    if not (one or other) or (left and not one) or (right and not other):
        return None
    if one and other:
        return min(one[0], other[0]), max(one[1], other[1])
    return (one[0] if one else None, other[1] if other else None)


def _compared(sign: str, form: str, today: date) -> DateRange | None:
    period = _period(form, today)
    if not period or sign == "=":
        return period
    first, last = period
    day = first if sign in {">=", "<"} else last
    step = {">": 1, "<": -1}.get(sign, 0)
    try:
        day += timedelta(days=step)
    except OverflowError:  # nothing comes after the last day of the calendar
        return None
    return (day, None) if sign.startswith(">") else (None, day)


def _period(form: str, today: date) -> tuple[date, date] | None:
    try:
        if match := _CALENDAR.fullmatch(form):
            return _calendar_period(match)
        if match := _AGO.fullmatch(form):
            day = _ago(int(match["count"]), match["unit"].lower(), today)
            return day, day
        if form.lower() in _DAYS_AGO:
            day = today - timedelta(days=_DAYS_AGO[form.lower()])
            return day, day
    except (ValueError, OverflowError):  # the 31st of June, week 54, 9999 years ago
        return None
    return None


def _calendar_period(match: re.Match[str]) -> tuple[date, date]:
    year = int(match["year"])
    if match["week"]:
        week = int(match["week"])
        return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    if match["month"]:
        month = int(match["month"])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def _ago(count: int, unit: str, today: date) -> date:
    if unit in "dw":
        return today - timedelta(days=count if unit == "d" else 7 * count)
    months = today.year * 12 + today.month - 1 - (count if unit == "m" else 12 * count)
    year, month = months // 12, months % 12 + 1
    # One month before the 31st of March is the last day of February.
    return date(year, month, min(today.day, monthrange(year, month)[1]))
