"""Dates as people say them: Today, Yesterday, 3 Jun, 3 Jun 2024."""

from datetime import date, timedelta

# Not from the C library's locale: the window speaks English whatever the locale is.
_MONTHS = (
    "January February March April May June July August September October November December"
).split(" ")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ")


def short_date(day: date, today: date) -> str:
    """Return a date for a column; the year stands only where it is not this year."""
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    text = f"{day.day} {_MONTHS[day.month - 1][:3]}"
    return text if day.year == today.year else f"{text} {day.year}"


def long_date(day: date, today: date) -> str:
    """Return a date for a heading: ``Tuesday, 3 June``, with the year where it is not this one."""
    text = f"{_DAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"
