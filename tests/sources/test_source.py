"""The newest day, lengths of time in words, and what is loaded when."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from readinglist.sources.retry import pause_in_words
from readinglist.sources.source import latest_day


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2025, 6, 2, 1, 29, 59, tzinfo=UTC), date(2025, 6, 1)),
        (datetime(2025, 6, 2, 1, 30, tzinfo=UTC), date(2025, 6, 2)),
        (datetime(2025, 6, 2, 23, 59, tzinfo=UTC), date(2025, 6, 2)),
        (datetime(2025, 6, 1, 21, 30, tzinfo=timezone(timedelta(hours=-4))), date(2025, 6, 2)),
        (datetime(2025, 1, 1, 1, 0, tzinfo=UTC), date(2024, 12, 31)),
    ],
)
def test_the_day_begins_in_the_evening_of_new_york(now: datetime, day: date) -> None:
    assert latest_day(now) == day


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "1 second"),
        (1.2, "2 seconds"),
        (90, "90 seconds"),
        (91, "2 minutes"),
        (240, "4 minutes"),
        (5_400, "90 minutes"),
        (5_401, "2 hours"),
        (86_400, "24 hours"),
        (86_401, "more than a day"),
    ],
)
def test_lengths_of_time(seconds: float, words: str) -> None:
    assert pause_in_words(seconds) == words


@pytest.mark.parametrize("module", ["source", "daily_papers", "recorded_days"])
def test_a_source_can_be_made_without_loading_the_http_library(module: str) -> None:
    code = (
        f"import sys, readinglist.sources.{module} as module\n"
        "getattr(module, 'from_environment', lambda _: None)({})\n"
        "sys.exit('httpx' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
