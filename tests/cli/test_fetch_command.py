"""``readinglist fetch``, ``export --fetch``, and what ``show`` says of arXiv's own record."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.library_file import end_pause
from tests.upstream import FakeUpstream, arxiv, faults

pytestmark = pytest.mark.usefixtures("papers")

FIRST, SECOND = "2506.02096", "2506.01939"


@pytest.fixture(autouse=True)
def known(upstream: FakeUpstream, monkeypatch: pytest.MonkeyPatch) -> FakeUpstream:
    """Let arXiv know the first of two starred papers."""
    monkeypatch.setenv("ARXIV_ENDPOINT", upstream.url)
    upstream.arxiv = {
        FIRST: arxiv.entry(
            FIRST,
            title="Synthesis of $\\Sigma$-Data",
            categories=["cs.CL", "cs.AI"],
            comment="Accepted at ACL 2025",
            doi="10.1145/3395363",
            journal_ref="Proc. ACL, 2025",
        )
    }
    return upstream


@pytest.fixture
def starred(cli: Cli) -> None:
    cli("star", FIRST, SECOND)


def asked_ids(upstream: FakeUpstream) -> list[set[str]]:
    return [set(request.query["id_list"].split(",")) for request in upstream.asked_arxiv()]


@pytest.fixture
def only_first(cli: Cli) -> None:
    assert cli("fetch", f"id:{FIRST}").out == "Fetched arXiv's details of 1 paper.\n"


def test_starred_papers_if_none_are_named(starred: None, cli: Cli, known: FakeUpstream) -> None:
    known.arxiv[SECOND] = arxiv.entry(SECOND)
    ended = cli("fetch")
    assert (ended.status, ended.out, ended.err) == (0, "Fetched arXiv's details of 2 papers.\n", "")
    assert asked_ids(known) == [{FIRST, SECOND}]
    ended = cli("fetch")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == "Nothing is missing.\n"


def test_nothing_is_starred(cli: Cli, known: FakeUpstream) -> None:
    ended = cli("fetch")
    assert (ended.status, ended.out, ended.err) == (0, "", "readinglist: No paper matches.\n")
    assert known.asked_arxiv() == []


def test_papers_that_arxiv_does_not_know(starred: None, cli: Cli) -> None:
    ended = cli("fetch", "is:starred")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == "Fetched 1 of 2; arXiv does not know 1.\n"


def test_json(starred: None, cli: Cli) -> None:
    ended = cli("fetch", "--json")
    assert json.loads(ended.out) == {
        "asked": 2,
        "fetched": [FIRST],
        "unknown": [SECOND],
        "missing": [],
        "messages": [],
    }


def test_again(only_first: None, cli: Cli, known: FakeUpstream, papers: Path) -> None:
    known.arxiv[FIRST] = arxiv.entry(FIRST, comment="Withdrawn")
    end_pause(papers)
    assert cli("fetch", f"id:{FIRST}", "--again").out == "Fetched arXiv's details of 1 paper.\n"
    assert "Comment: Withdrawn\n" in cli("show", FIRST).out


def test_offline(starred: None, cli: Cli, papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARXIV_ENDPOINT", "http://127.0.0.1:9")
    ended = cli("fetch")
    assert (ended.status, ended.out) == (1, "Fetched 0 of 2.\n")
    reason, missing = ended.err.splitlines()
    assert reason == (
        "readinglist: 127.0.0.1:9 cannot be reached. Check the network connection and try again."
    )
    assert missing.startswith("readinglist: arXiv's details of 2 papers are missing: 2506.0")
    end_pause(papers)
    values = json.loads(cli("fetch", "--json").out)
    assert (values["asked"], sorted(values["missing"])) == (2, sorted([FIRST, SECOND]))
    assert len(values["messages"]) == 1


def test_a_rest(starred: None, cli: Cli, known: FakeUpstream) -> None:
    known.inject(faults.rate_exceeded())
    assert "arXiv asked for a rest until " in cli("fetch").err
    ended = cli("fetch")
    assert ended.status == 1
    assert "arXiv asked for a rest until " in ended.err
    assert len(known.asked_arxiv()) == 1


def test_an_address_that_cannot_be_used(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARXIV_ENDPOINT", "http://export.arxiv.org")
    ended = cli("fetch", f"id:{FIRST}")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("readinglist: The address in ARXIV_ENDPOINT is not encrypted")


def test_many_missing_ones_are_not_all_named(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARXIV_ENDPOINT", "http://127.0.0.1:9")
    ended = cli("fetch", "date:2025-06-03")
    assert "details of 29 papers are missing: " in ended.err
    assert ended.err.endswith(" and 19 more.\n")


def test_show_says_what_arxiv_says(only_first: None, cli: Cli) -> None:
    lines = cli("show", FIRST).out.splitlines()
    assert lines[0] == "Synthesis of $\\Sigma$-Data"
    assert lines[1] == "Ada Lovelace, Blaise Pascal"
    assert "Categories: cs.CL, cs.AI" in lines
    assert "Comment: Accepted at ACL 2025" in lines
    assert "Journal: Proc. ACL, 2025" in lines
    assert "DOI: 10.1145/3395363" in lines
    assert lines[-1] == "We sort in $O(N\\log N)$."


def test_show_in_json(only_first: None, cli: Cli) -> None:
    values = json.loads(cli("show", FIRST, "--json").out)
    assert values["title"].startswith("SynthRL")  # as the source has it
    record = values["arxiv"]
    assert record.pop("fetched_on")
    assert record == {
        "title": "Synthesis of $\\Sigma$-Data",
        "authors": ["Ada Lovelace", "Blaise Pascal"],
        "abstract": "We sort in $O(N\\log N)$.",
        "categories": ["cs.CL", "cs.AI"],
        "comment": "Accepted at ACL 2025",
        "doi": "10.1145/3395363",
        "journal_ref": "Proc. ACL, 2025",
        "version": 1,
    }
    assert json.loads(cli("show", SECOND, "--json").out)["arxiv"] is None


def test_a_paper_that_arxiv_does_not_know_is_shown_as_before(cli: Cli) -> None:
    before = cli("show", SECOND).out
    assert cli("fetch", f"id:{SECOND}").out == "Fetched 0 of 1; arXiv does not know 1.\n"
    assert cli("show", SECOND).out == before
    assert json.loads(cli("show", SECOND, "--json").out)["arxiv"] is None


def test_an_export_fetches_first(starred: None, cli: Cli) -> None:
    ended = cli("export", "is:starred", "--format", "bibtex", "--fetch")
    assert (ended.status, ended.err) == (0, "")
    assert "{$\\Sigma$}" in ended.out
    assert ended.out.count("@") == 2


def test_an_export_is_made_also_offline(
    starred: None, cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ARXIV_ENDPOINT", "http://127.0.0.1:9")
    target = tmp_path / "refs.bib"
    ended = cli("export", "is:starred", "--format", "bibtex", "--fetch", "-o", str(target))
    assert (ended.status, ended.out) == (1, f"2 papers exported to {target}.\n")
    assert "cannot be reached." in ended.err
    assert "arXiv's details of 2 papers are missing: " in ended.err
    assert target.read_text(encoding="utf-8").count("@") == 2


def test_an_export_is_made_also_with_an_address_that_cannot_be_used(
    starred: None, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARXIV_ENDPOINT", "export")
    ended = cli("export", "is:starred", "--format", "ids", "--fetch")
    assert ended.status == 1
    assert len(ended.out.splitlines()) == 2
    assert "ARXIV_ENDPOINT" in ended.err


def test_an_export_that_misses_nothing_asks_nobody(
    only_first: None, cli: Cli, known: FakeUpstream
) -> None:
    assert cli("export", f"id:{FIRST}", "--format", "bibtex", "--fetch").status == 0
    assert cli("export", "is:starred", "--format", "bibtex").status == 0
    assert len(known.asked_arxiv()) == 1


@pytest.mark.parametrize(
    "arguments", [["fetch"], ["export", "is:starred", "--format", "ids", "--fetch"]]
)
@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent in another way there")
def test_stopping_a_fetch_that_hangs(
    starred: None, known: FakeUpstream, arguments: list[str]
) -> None:
    known.inject(faults.hang(), path=arxiv.PATH)
    with subprocess.Popen(
        [sys.executable, "-m", "readinglist", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        known.wait_for_requests(1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert process.returncode == 1
    assert "Stopped before the end; what had come in is kept." in err
    assert "Traceback" not in err
    assert out == ("Fetched 0 of 2.\n" if arguments == ["fetch"] else "")
