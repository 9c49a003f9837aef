"""Which days a sync looks at."""

from collections.abc import Callable
from datetime import date

import pytest

from readinglist.domain.errors import UserFacingError
from readinglist.library.sync_range import (
    RECENT_DAYS,
    begun_day,
    days_between,
    days_of_month,
    days_of_week,
    parse_day,
    recent_days,
)
from readinglist.sources.source import FIRST_DAY

LATEST = date(2025, 6, 6)


def test_recent_days() -> None:
    days = recent_days(LATEST)
    assert len(days) == RECENT_DAYS
    assert days[0] == LATEST
    assert days[-1] == date(2025, 5, 24)


def test_days_between_are_newest_first() -> None:
    days = days_between(date(2025, 5, 31), date(2025, 6, 2))
    assert days == [date(2025, 6, 2), date(2025, 6, 1), date(2025, 5, 31)]


def test_days_before_daily_papers_are_left_out() -> None:
    assert days_between(date(2020, 1, 1), FIRST_DAY) == [FIRST_DAY]


def test_a_week_is_cut_at_the_latest_day() -> None:
    assert days_of_week("2025-W23", LATEST)[0] == LATEST
    assert days_of_week("2025-W23", LATEST)[-1] == date(2025, 6, 2)
    assert len(days_of_week("2025-W22", LATEST)) == 7
    assert days_of_week("2025-W01", LATEST)[-1] == date(2024, 12, 30)


def test_a_month_is_cut_at_the_latest_day() -> None:
    assert len(days_of_month("2025-06", LATEST)) == 6
    assert len(days_of_month("2024-02", LATEST)) == 29
    assert days_of_month("2024-12", LATEST)[0] == date(2024, 12, 31)


def test_days_that_have_begun() -> None:
    assert begun_day(LATEST, LATEST) == LATEST
    with pytest.raises(UserFacingError, match=r"2025-06-07 lies in the future.*2025-06-06"):
        begun_day(date(2025, 6, 7), LATEST)


@pytest.mark.parametrize(
    ("choose", "words"),
    [
        (lambda: days_between(date(2025, 6, 3), date(2025, 6, 2)), "before it begins"),
        (lambda: days_between(date(2020, 1, 1), date(2020, 2, 1)), "begin on 2023-05-04"),
        (lambda: days_of_week("2025-W24", LATEST), "in the future"),
        (lambda: days_of_week("9999-W52", LATEST), "in the future|not a week"),
        (lambda: days_of_week("2023-W01", LATEST), "begin on"),
        (lambda: days_of_week("2025-W54", LATEST), "not a week"),
        (lambda: days_of_week("2025-23", LATEST), "not a week"),
        (lambda: days_of_month("2025-07", LATEST), "in the future"),
        (lambda: days_of_month("9999-12", LATEST), "in the future"),
        (lambda: days_of_month("2025-13", LATEST), "not a month"),
        (lambda: days_of_month("2025-6", LATEST), "not a month"),
        (lambda: days_of_month("0000-01", LATEST), "not a month"),
    ],
)
def test_periods_that_cannot_be_synced(choose: Callable[[], object], words: str) -> None:
    with pytest.raises(UserFacingError, match=words):
        choose()


def test_parse_day() -> None:
    assert parse_day("2025-06-03") == date(2025, 6, 3)


@pytest.mark.parametrize(
    "text", ["", "2025-6-3", "2025-02-30", "20250603", "yesterday", "2025-06-03T00", "٢٠٢٥-٠٦-٠٣"]
)
def test_what_is_not_a_day(text: str) -> None:
    with pytest.raises(UserFacingError, match="is not a date"):
        parse_day(text)
