"""The days that come with the program, and other recorded ones."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import CancelledError, UnexpectedAnswerError
from readinglist.sources.daily_papers import DailyPapers
from readinglist.sources.recorded_days import RecordedDays, bundled_sample, sample_days
from tests.upstream import recordings

DAY = date(2025, 6, 2)


def test_the_sample_is_a_week() -> None:
    assert sample_days() == tuple(date(2025, 6, number) for number in range(2, 7))


def test_the_sample_is_what_the_service_would_say(papers: DailyPapers) -> None:
    sample = bundled_sample()
    assert sample.name == papers.name
    for day in sample_days():
        assert sample.fetch_day(day, CancelToken()) == papers.fetch_day(day, CancelToken())
    sample.close()


def test_the_sample_names_no_accounts() -> None:
    for file in (*recordings.SAMPLE.glob("*.gz"), *recordings.FOLDER.glob("*.gz")):
        text = gzip.decompress(file.read_bytes()).decode()
        for name in ("submittedBy", "submittedOnDailyBy", '"avatar', '"user"', '"_id"'):
            assert name not in text


def test_other_days_are_empty() -> None:
    assert not bundled_sample().fetch_day(date(2025, 6, 7), CancelToken()).listings


def test_trending_is_the_newest_day() -> None:
    sample = bundled_sample()
    newest = sample.fetch_day(date(2025, 6, 6), CancelToken())
    assert sample.fetch_trending(CancelToken()) == newest


def test_a_folder_without_days(tmp_path: Path) -> None:
    (tmp_path / "notes.json.gz").write_bytes(b"")
    (tmp_path / "2025-06-02.txt").write_bytes(b"")
    empty = RecordedDays(tmp_path)
    assert empty.days() == ()
    assert not empty.fetch_trending(CancelToken()).listings


def packed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)  # without the time, so that test names stay the same


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        packed(b"[")[:-4],
        packed(b"["),
        packed(b"{}"),
        packed(b"[1, 2]")[:10] + b"\xff" * 20,
    ],
)
def test_a_damaged_day_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "2025-06-02.json.gz").write_bytes(data)
    with pytest.raises(UnexpectedAnswerError, match=r"2025-06-02\.json\.gz is damaged"):
        RecordedDays(tmp_path).fetch_day(DAY, CancelToken())


def test_a_bad_row_is_skipped(tmp_path: Path) -> None:
    rows = [{"paper": None}, *recordings.load("2025-01-22T0416")]
    (tmp_path / "2025-06-02.json.gz").write_bytes(packed(json.dumps(rows).encode()))
    fetched = RecordedDays(tmp_path).fetch_day(DAY, CancelToken())
    assert (len(fetched.listings), len(fetched.skipped)) == (1, 1)


def test_nothing_is_read_once_cancelled() -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        bundled_sample().fetch_day(DAY, cancel)
