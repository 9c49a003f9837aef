"""``readinglist rules``."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli, Ended
from tests.library_file import users_rows

pytestmark = pytest.mark.usefixtures("papers")


def all_rules(cli: Cli) -> list[dict[str, Any]]:
    rules: list[dict[str, Any]] = json.loads(cli("rules", "--json").out)
    return rules


def test_making_rules(cli: Cli) -> None:
    ended = cli("rules")
    assert (ended.status, ended.out) == (0, "")
    assert "There is no rule." in ended.err
    ended = cli("rules", "add", " By\nLeCun ", "author:lecun", "--tag", "#group", "--queue")
    assert ended == Ended(0, "Rule “By LeCun” made: queue, tag “group”.\n", "")
    cli("rules", "add", "Old", "title:survey", "--hide", "-video", "--expires", "2025-01-31")
    assert all_rules(cli) == [
        {
            "name": "By LeCun",
            "query": "author:lecun",
            "tag": "group",
            "star": False,
            "queue": True,
            "hide": False,
            "expires": None,
            "expired": False,
        },
        {
            "name": "Old",
            "query": "title:survey -video",
            "tag": None,
            "star": False,
            "queue": False,
            "hide": True,
            "expires": "2025-01-31",
            "expired": True,
        },
    ]
    assert cli("rules").out == (
        "By LeCun\tqueue, tag “group”\talways\tauthor:lecun\n"
        "Old\thide\texpired 2025-01-31\ttitle:survey -video\n"
    )


def test_a_rule_acts_until_it_expires(cli: Cli) -> None:
    last = date.today() + timedelta(days=30)  # noqa: DTZ011 (a month either way of any clock)
    cli("rules", "add", "Soon", "x", "--star", "--expires", str(last))
    assert all_rules(cli)[0]["expired"] is False
    assert f"\tuntil {last}\t" in cli("rules").out


def test_no_rule_is_replaced_silently(cli: Cli) -> None:
    cli("rules", "add", "Surveys", "title:survey", "--hide")
    before = all_rules(cli)
    ended = cli("rules", "add", "SURVEYS", "title:review", "--star")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == (
        "readinglist: There is a rule “SURVEYS” already. Choose another name, or add --replace.\n"
    )
    assert all_rules(cli) == before
    ended = cli("rules", "add", "SURVEYS", "title:review", "--star", "--replace")
    assert ended.out == "Rule “SURVEYS” replaced: star.\n"
    (rule,) = all_rules(cli)
    assert (rule["name"], rule["query"], rule["star"], rule["hide"]) == (
        *("SURVEYS", "title:review"),
        *(True, False),
    )
    assert cli("rules", "add", "New", "x", "--star", "--replace").out == "Rule “New” made: star.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["add", " ", "x", "--star"], "A rule needs a name."),
        (["add", "a", " ", "--star"], "A rule needs a query."),
        (["add", "a", "x", "--tag", "#"], "A tag needs a name."),
        (["run", "Nothing"], "There is no rule “Nothing”. Those that there are: readinglist rules"),
        (["delete", "Nothing"], "There is no rule “Nothing”."),
        (["preview", "--rule", "Nothing"], "There is no rule “Nothing”."),
    ],
)
def test_what_cannot_be_done(arguments: list[str], words: str, cli: Cli) -> None:
    ended = cli("rules", *arguments)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"readinglist: {words}")
    assert len(ended.err.splitlines()) == 1


def test_a_preview_changes_nothing(cli: Cli, papers: Path) -> None:
    cli("rules", "add", "Visual", "title:visual", "-video", "--star", "--tag", "v")
    before = users_rows(papers)
    matching = cli("list", "title:visual", "-video").out.splitlines()
    first, *listed = cli("rules", "preview", "--rule", "visual").out.splitlines()
    assert first == f"{len(matching)} papers match. The rule would: star, tag “v”."
    assert listed == matching[:10]
    ended = cli("rules", "preview", "--limit", "2", "title:visual", "-video")
    assert ended == Ended(0, "\n".join([f"{len(matching)} papers match.", *matching[:2], ""]), "")
    assert cli("rules", "preview", "qzxqzx").out == "0 papers match.\n"
    assert cli("rules", "preview", "id:2506.02096").out.startswith("1 paper matches.\n")
    assert users_rows(papers) == before


def test_a_preview_tells_what_is_hidden_by_now(cli: Cli) -> None:
    cli("hide", "2506.02096")
    told, *listed = cli("rules", "preview", "id:2506.02096").out.splitlines()
    assert told == "1 paper matches, 1 of them hidden by now."
    assert len(listed) == 1
    assert cli("rules", "preview", "*").out == "0 papers match.\n"


def test_what_is_not_understood_is_said(cli: Cli) -> None:
    searched = "readinglist: searched as text: colour:red\n"
    assert cli("rules", "preview", "colour:red").err == searched
    assert cli("rules", "add", "a", "colour:red", "--star").err == searched
    assert cli("rules", "preview", "--rule", "a").err == searched


def test_running_a_rule(cli: Cli) -> None:
    cli("star", "2506.02096")
    count = len(cli("list", "title:visual").out.splitlines())
    cli("rules", "add", "Visual", "title:visual", "--star", "--expires", "2025-01-31")
    ended = cli("rules", "run", "visual")
    assert ended == Ended(0, f"{count} papers match, {count - 1} changed: star.\n", "")
    assert len(cli("list", "is:starred").out.splitlines()) == count
    assert cli("rules", "run", "visual").out == f"{count} papers match, 0 changed: star.\n"
    assert cli("undo").out == "Undone: Run rule “Visual”\n"
    assert len(cli("list", "is:starred").out.splitlines()) == 1


def test_deleting_a_rule(cli: Cli) -> None:
    cli("rules", "add", "Visual", "title:visual", "--star")
    cli("rules", "run", "Visual")
    assert cli("rules", "delete", "visual").out == "Rule “Visual” deleted; what it did stays.\n"
    assert all_rules(cli) == []
    assert cli("list", "is:starred").out
