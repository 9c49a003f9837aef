"""The dates that people type, seen from Wednesday, 19 November 2025."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.date_range import (
    DateRange,
    first_day,
    last_day,
    may_become_date_range,
    parse_date_range,
)

TODAY = date(2025, 11, 19)


def day(text: str) -> date:
    return date.fromisoformat(text)


def days(first: str, last: str) -> DateRange:
    return (day(first) if first else None, day(last) if last else None)


FORMS: list[tuple[str, DateRange]] = [
    ("2025", days("2025-01-01", "2025-12-31")),
    ("2025-11", days("2025-11-01", "2025-11-30")),
    ("2024-02", days("2024-02-01", "2024-02-29")),
    ("2025-11-03", days("2025-11-03", "2025-11-03")),
    ("2025-W23", days("2025-06-02", "2025-06-08")),
    ("2025-w1", days("2024-12-30", "2025-01-05")),
    ("2020-W53", days("2020-12-28", "2021-01-03")),
    ("today", days("2025-11-19", "2025-11-19")),
    ("Yesterday", days("2025-11-18", "2025-11-18")),
    # The last two weeks
    ("2w", days("2025-11-05", "2025-11-19")),
    ("0d", days("2025-11-19", "2025-11-19")),
    # Ranges, in either order, open at one end
    ("2025-06-02..2025-06-06", days("2025-06-02", "2025-06-06")),
    ("2025-06-06..2025-06-02", days("2025-06-02", "2025-06-06")),
    ("2025-06..2025-W30", days("2025-06-01", "2025-07-27")),
    ("2w..1w", days("2025-11-05", "2025-11-12")),
    ("2025-06..", days("2025-06-01", "")),
    ("..2025-06", days("", "2025-06-30")),
    # Comparisons
    (">2025-01", days("2025-02-01", "")),
    (">=2025-01", days("2025-01-01", "")),
    ("<2025-01", days("", "2024-12-31")),
    ("<=2025-01", days("", "2025-01-31")),
    ("=2025-01", days("2025-01-01", "2025-01-31")),
    (">2w", days("2025-11-06", "")),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_forms(text: str, expected: DateRange) -> None:
    assert parse_date_range(text, TODAY) == expected
    assert parse_date_range(f" {text} ", TODAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "..", "...", "2025-06..x", "x..2025-06", "2025..2026..2027", ">", ">>2025"),
        *("2025-13", "2025-00", "2025-02-30", "2025-W54", "2023-W53", "0000", "2025-1", "25-11"),
        *("2025-11-3", "2025/11/03", "tomorrow", "yesterdayish", "2", "2x", "w", "-2w", "99999d"),
        *("9999y", "٢٠٢٥", ">9999", "9" * 5000, "2025-11-03T10:00"),
    ],
)
def test_not_dates(text: str) -> None:
    assert parse_date_range(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2w", "2025-11-05", "2025-11-05"),
        ("yesterday", "2025-11-18", "2025-11-18"),
    ],
)
def test_since_takes_the_first_day_and_until_the_last(text: str, first: str, last: str) -> None:
    assert first_day(text, TODAY) == day(first)
    assert last_day(text, TODAY) == day(last)


@pytest.mark.parametrize("text", ["2025..2026", ">2025", "x", ""])
def test_since_and_until_want_one_period(text: str) -> None:
    assert first_day(text, TODAY) is None
    assert last_day(text, TODAY) is None


@pytest.mark.parametrize(
    ("today", "ago", "expected"),
    [
        ("2025-11-19", "10d", "2025-11-09"),
        ("2025-11-19", "1m", "2025-10-19"),
        ("2025-03-31", "1m", "2025-02-28"),
        ("2024-03-31", "1m", "2024-02-29"),
        ("2025-01-15", "1m", "2024-12-15"),
        ("2025-12-31", "13m", "2024-11-30"),
        ("2024-02-29", "1y", "2023-02-28"),
        ("2025-11-19", "2Y", "2023-11-19"),
    ],
)
def test_months_and_years_are_those_of_the_calendar(today: str, ago: str, expected: str) -> None:
    assert first_day(ago, day(today)) == day(expected)


@pytest.mark.parametrize("text", [form for form, _ in FORMS])
def test_every_form_can_be_typed_letter_by_letter(text: str) -> None:
    for end in range(len(text)):
        beginning = text[:end]
        assert parse_date_range(beginning, TODAY) or may_become_date_range(beginning), beginning


@pytest.mark.parametrize(
    "text", ["2025-13", "x", "2x", "2025-2", "x..", "..x", "2025-11-4", "99999"]
)
def test_what_can_never_become_a_date(text: str) -> None:
    assert not may_become_date_range(text)


@given(st.text(alphabet="0123456789-.<>=wWdmytoday "), st.dates())
def test_never_raises_and_never_ends_before_it_begins(text: str, today: date) -> None:
    may_become_date_range(text)
    found = parse_date_range(text, today)
    if found and found[0] and found[1]:
        assert found[0] <= found[1]


@given(st.dates())
def test_a_day_written_out_is_that_day(some_day: date) -> None:
    assert parse_date_range(some_day.isoformat(), TODAY) == (some_day, some_day)
