"""The stand-in has the manners of the service; other tests build on that."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.upstream import FakeUpstream, faults


@pytest.fixture
def asking(upstream: FakeUpstream) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=upstream.url, trust_env=False) as client:
        yield client


def ask(client: httpx.Client, **query: str) -> httpx.Response:
    return client.get("/api/daily_papers", params=query)


def rows(client: httpx.Client, **query: str) -> list[dict[str, Any]]:
    answer = ask(client, **query)
    assert answer.status_code == 200
    read: list[dict[str, Any]] = answer.json()
    return read


def test_a_page_has_fifty_unless_asked(asking: httpx.Client) -> None:
    assert len(rows(asking, month="2025-06")) == 50
    assert len(rows(asking, month="2025-06", limit="100")) == 100
    assert len(rows(asking, month="2025-06", limit="100", p="1")) == 35
    assert rows(asking, month="2025-06", limit="100", p="2") == []


def test_a_day_is_ordered_by_upvotes(asking: httpx.Client) -> None:
    votes = [row["paper"]["upvotes"] for row in rows(asking, date="2025-06-03")]
    assert votes == sorted(votes, reverse=True)


def test_weeks_unknown_days_and_no_day(asking: httpx.Client) -> None:
    assert len(rows(asking, week="2025-W23", limit="100", p="1")) == 35
    assert rows(asking, date="2025-06-08") == []
    submitted = [row["paper"]["submittedOnDailyAt"] for row in rows(asking)]
    assert submitted == sorted(submitted, reverse=True)


def test_trending_is_in_another_order(asking: httpx.Client) -> None:
    votes = [row["paper"]["upvotes"] for row in rows(asking, sort="trending")]
    assert votes != sorted(votes, reverse=True)


def test_the_next_page_is_linked(asking: httpx.Client) -> None:
    first = ask(asking, date="2025-06-02", limit="15")
    link = first.links["next"]["url"]
    assert link == "/api/daily_papers?date=2025-06-02&limit=15&p=1"
    last = asking.get(link)
    assert len(last.json()) == 5
    assert not last.links


@pytest.mark.parametrize(
    "query",
    [
        {"date": "2025-13-40"},
        {"date": "today"},
        {"week": "2025-W60"},
        {"week": "2025"},
        {"month": "2025-13"},
        {"limit": "101"},
        {"limit": "0"},
        {"p": "-1"},
        {"sort": "best"},
    ],
)
def test_a_bad_query_is_refused(asking: httpx.Client, query: dict[str, str]) -> None:
    answer = ask(asking, **query)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("Invalid")


def test_other_paths_are_not_found(asking: httpx.Client) -> None:
    assert asking.get("/api/papers/2505.24864").status_code == 404


def test_limits_are_told_and_gzip_is_used_if_wanted(asking: httpx.Client) -> None:
    packed = ask(asking, date="2025-06-02")
    assert packed.headers["ratelimit"] == '"api";r=499;t=300'
    assert packed.headers["content-encoding"] == "gzip"
    plain = asking.get("/api/daily_papers?date=2025-06-02", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.json() == packed.json()


def test_faults_fit_by_day_page_number_and_times(
    asking: httpx.Client, upstream: FakeUpstream
) -> None:
    upstream.inject(faults.status(500), day="2025-06-02", page=1)
    upstream.inject(faults.status(502), nth=3)
    upstream.inject(faults.status(503), day="2025-06-05", times=1)
    queries = [
        {"date": "2025-06-02"},
        {"date": "2025-06-02", "p": "1"},
        {"date": "2025-06-03"},
        {"date": "2025-06-05"},
        {"date": "2025-06-05"},
    ]
    assert [ask(asking, **query).status_code for query in queries] == [200, 500, 502, 503, 200]


def test_a_bug_in_a_fault_is_a_failed_test() -> None:
    def bug(_reply: faults.Reply) -> None:
        raise ZeroDivisionError

    def use() -> None:
        with FakeUpstream() as server, httpx.Client(trust_env=False) as client:
            server.inject(bug)
            with pytest.raises(httpx.RemoteProtocolError):
                client.get(server.url)

    with pytest.raises(ZeroDivisionError):
        use()


def test_no_thread_outlives_the_stand_in() -> None:
    before = set(threading.enumerate())
    server = FakeUpstream()
    with server, httpx.Client(base_url=server.url, trust_env=False) as client:
        ask(client, date="2025-06-02")  # the connection stays open
        assert set(threading.enumerate()) > before
        server.close()
        assert set(threading.enumerate()) == before


def test_it_runs_by_hand(tmp_path: Path) -> None:
    (tmp_path / "2025-06-02.json").write_text("[]")
    command = [sys.executable, "-m", "tests.upstream", "--days", str(tmp_path), "--fault", "broken"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            url = process.stdout.readline().strip()
            assert httpx.get(f"{url}/api/daily_papers", trust_env=False).status_code == 500
        finally:
            process.terminate()
