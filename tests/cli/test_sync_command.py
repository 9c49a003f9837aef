"""``readinglist sync``."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from readinglist.sources.source import latest_day
from tests.cli.conftest import Cli, Ended
from tests.library_file import assert_sound, library_file, users_rows, value
from tests.upstream import FakeUpstream, faults

WEEK = ("sync", "--since", "2025-06-02", "--until", "2025-06-06")


@pytest.fixture(autouse=True)
def asked_upstream(upstream: FakeUpstream, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", upstream.url)


def objects(ended: Ended) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ended.out.splitlines()]


def home() -> Path:
    return Path(os.environ["READINGLIST_HOME"])


def asked_days(upstream: FakeUpstream) -> list[str]:
    return [request.query["date"] for request in upstream.requests]


def test_the_recorded_days(cli: Cli) -> None:
    ended = cli(*WEEK, "--json")
    assert (ended.status, ended.err) == (0, "")
    assert {day["date"]: day["added"] for day in objects(ended)} == {
        "2025-06-06": 28,
        "2025-06-05": 30,
        "2025-06-04": 28,
        "2025-06-03": 29,
        "2025-06-02": 20,
    }
    assert objects(ended)[0] == {
        "source": "daily-papers",
        "date": "2025-06-06",
        "status": "complete",
        "added": 28,
        "updated": 0,
        "unchanged": 0,
        "skipped": 0,
        "message": "",
    }


def test_a_second_sync_adds_nothing_and_leaves_the_readers_alone(cli: Cli) -> None:
    cli(*WEEK)
    cli("star", "2506.02096", "2506.01939")
    cli("tag", "2506.02096", "--add", "rl")
    cli("note", "2506.02096", "mine")
    before = users_rows(home())
    ended = cli(*WEEK, "--json")
    assert {day["added"] for day in objects(ended)} == {0}
    assert sum(day["unchanged"] for day in objects(ended)) == 135
    assert users_rows(home()) == before
    assert before["paper_tag"]


def test_a_summary_for_people(cli: Cli) -> None:
    ended = cli(*WEEK)
    assert ended == Ended(0, "Synced 5 days: 135 papers added, 0 updated.\n", "")


def test_upvotes_that_rose_are_updates(cli: Cli, upstream: FakeUpstream) -> None:
    cli("sync", "--date", "2025-06-03")
    upstream.days["2025-06-03"][0]["paper"]["upvotes"] = 999
    assert cli("sync", "--date", "2025-06-03").out == "Synced 1 day: 0 papers added, 1 updated.\n"


def test_without_options_the_latest_14_days(cli: Cli, upstream: FakeUpstream) -> None:
    before = latest_day(datetime.now(UTC))
    ended = cli("sync", "--json")
    after = latest_day(datetime.now(UTC))
    days = [date.fromisoformat(day) for day in asked_days(upstream)]
    assert days[0] in {before, after}
    assert days == [days[0] - timedelta(days=back) for back in range(14)]
    assert ended.status == 0
    assert {day["status"] for day in objects(ended)} == {"empty"}


def test_a_week_and_a_month(cli: Cli, upstream: FakeUpstream) -> None:
    assert "7 days: 135 papers" in cli("sync", "--week", "2025-W23").out
    assert asked_days(upstream)[-1] == "2025-06-02"
    assert "30 days: 0 papers" in cli("sync", "--month", "2025-06").out


def test_since_without_until_goes_up_to_the_latest_day(cli: Cli, upstream: FakeUpstream) -> None:
    latest = latest_day(datetime.now(UTC))
    cli("sync", "--since", str(latest - timedelta(days=2)))
    assert len(upstream.requests) == 3


def test_trending(cli: Cli) -> None:
    ended = cli("sync", "--trending", "--json")
    assert ended.status == 0
    (day,) = objects(ended)
    assert (day["date"], day["added"]) == ("trending", 100)
    assert cli("sync", "--trending").out == "Trending papers: 0 papers added, 0 updated.\n"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--date", "2099-01-01"], "2099-01-01 lies in the future"),
        (["--since", "2099-01-01"], "2099-01-01 lies in the future"),
        (["--since", "2025-06-01", "--until", "2099-01-01"], "2099-01-01 lies in the future"),
        (["--week", "2099-W10"], "lies in the future"),
        (["--month", "9999-12"], "9999-12-01 lies in the future"),
        (["--date", "2020-01-01"], "Daily Papers begin on 2023-05-04"),
    ],
)
def test_days_that_there_are_not(
    options: list[str], words: str, cli: Cli, upstream: FakeUpstream
) -> None:
    ended = cli("sync", *options)
    assert ended.status == 1
    assert words in ended.err
    assert len(ended.err.splitlines()) == 1
    assert upstream.requests == []


def test_a_web_page_instead_of_papers(cli: Cli, upstream: FakeUpstream) -> None:
    upstream.inject(faults.web_page(), day="2025-06-03")
    ended = cli(*WEEK, "--json")
    assert ended.status == 1
    assert ended.err == (
        "readinglist: 2025-06-03: The network asks for a login (it answered with a web page"
        " instead of papers). Open any page in a web browser, log in to the network, and try"
        " again.\n"
    )
    days = {day["date"]: day for day in objects(ended)}
    assert days["2025-06-03"]["status"] == "failed"
    assert "asks for a login" in days["2025-06-03"]["message"]
    assert days["2025-06-02"]["added"] == 20
    assert value(home(), "SELECT count(*) FROM paper") == 106
    assert cli(*WEEK).out == "Synced 4 of 5 days: 0 papers added, 0 updated.\n"


def test_too_many_requests(cli: Cli, upstream: FakeUpstream) -> None:
    upstream.inject(faults.status(429, {"Retry-After": "3600"}))
    ended = cli(*WEEK)
    assert ended.status == 1
    assert ended.out == "Synced 0 of 5 days: 0 papers added, 0 updated.\n"
    first, not_tried = ended.err.splitlines()
    assert "3 days, 2025-06-04 to 2025-06-06: " in first
    assert "too many requests and asks to wait 60 minutes" in first
    assert "2 days, 2025-06-02 to 2025-06-03: Not tried" in not_tried
    assert len(upstream.requests) == 3


def test_rows_that_cannot_be_used(cli: Cli, upstream: FakeUpstream) -> None:
    first, second = upstream.days["2025-06-03"][:2]
    first["title"] = first["paper"]["title"] = ""
    second["paper"]["authors"] = []
    ended = cli("sync", "--date", "2025-06-03", "--json")
    (day,) = objects(ended)
    assert (ended.status, day["status"], day["added"], day["skipped"]) == (1, "partial", 27, 2)
    assert "2025-06-03: 2 rows were skipped" in ended.err


@pytest.mark.parametrize("endpoint", ["http://example.org", "nonsense", "ftp://127.0.0.1"])
def test_an_endpoint_that_cannot_be_used(
    endpoint: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", endpoint)
    ended = cli("sync")
    assert (ended.status, ended.out) == (1, "")
    assert "HF_ENDPOINT" in ended.err


def test_a_library_that_cannot_be_opened(cli: Cli, upstream: FakeUpstream) -> None:
    home().mkdir()
    library_file(home()).write_text("<html>" * 1000)
    ended = cli("sync")
    assert (ended.status, ended.out) == (1, "")
    assert "is damaged or is not a library" in ended.err
    assert upstream.requests == []


def test_progress_is_shown_on_a_terminal_only(
    cli: Cli, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli(*WEEK).err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    err = cli(*WEEK).err
    assert "2025-06-05 (2 of 5), 0 papers added" in err
    assert err.endswith("\r\x1b[K")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("fault", [faults.hang, faults.hang_in_body])
@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent in another way there")
def test_stopping_a_sync_that_hangs(
    stop: signal.Signals, fault: Any, upstream: FakeUpstream
) -> None:
    upstream.inject(fault(), day="2025-06-05")
    with subprocess.Popen(
        [sys.executable, "-m", "readinglist", *WEEK],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        upstream.wait_for_requests(2)
        process.send_signal(stop)
        began = time.monotonic()
        out, err = process.communicate(timeout=30)
        took = time.monotonic() - began
    assert process.returncode == 1
    assert out == "Synced 1 of 5 days: 28 papers added, 0 updated.\n"
    assert err == "readinglist: Stopped before the end; what had come in is kept.\n"
    # Half a second is promised; a busy machine gets more.
    assert took < 3
    assert value(home(), "SELECT group_concat(day) FROM sync_log") == "2025-06-06"
    assert_sound(home())


def test_a_pipe_that_is_closed_early(upstream: FakeUpstream) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "readinglist", *WEEK, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert "2025-06-06" in process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 0
    assert_sound(home())
