"""``readinglist key`` and ``readinglist keys``."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli, Ended
from tests.library_file import rows, users_rows

FIRST, SECOND = "2506.01939", "2506.02096"

pytestmark = pytest.mark.usefixtures("papers")


def test_a_key_is_printed_set_and_undone(cli: Cli) -> None:
    assert cli("key", SECOND) == Ended(0, "wu2025synthrl\n", "")
    assert json.loads(cli("key", SECOND, "--json").out) == {
        "id": SECOND,
        "citation_key": "wu2025synthrl",
    }
    assert cli("key", SECOND, "Mine:2025") == Ended(0, "wu2025synthrl -> Mine:2025\n", "")
    assert cli("key", SECOND, "Mine:2025").out == "The citation key is as it was.\n"
    assert cli("list", "key:mine:2025").out.count("\n") == 1
    assert "{Mine:2025," in cli("export", "key:mine:2025", "--format", "bibtex").out
    assert json.loads(cli("show", SECOND, "--json").out)["citation_key"] == "Mine:2025"
    assert cli("undo").out == "Undone: Change citation key “wu2025synthrl” to “Mine:2025”\n"
    assert cli("key", SECOND).out == "wu2025synthrl\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([FIRST, "WU2025SynthRL"], f"“WU2025SynthRL” is the key of {SECOND}, “SynthRL: "),
        ([FIRST, "my#key"], "“my#key” cannot be a citation key. Letters from a to z"),
        ([FIRST, ""], "A citation key needs a letter or a digit."),
        ([FIRST, "-"], "“-” cannot be a citation key."),
        (["2506.99999", "mine"], "There is no paper 2506.99999 in the library."),
    ],
)
def test_what_cannot_be_done(arguments: list[str], words: str, cli: Cli, papers: Path) -> None:
    before = users_rows(papers)
    ended = cli("key", *arguments)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"readinglist: {words}")
    assert len(ended.err.splitlines()) == 1
    assert users_rows(papers) == before


def test_a_clash_offers_a_key_that_is_free(cli: Cli) -> None:
    err = cli("key", FIRST, "wu2025synthrl").err
    assert err.endswith("”. “wu2025synthrla” is free.\n")
    assert cli("key", FIRST, "wu2025synthrla").status == 0


def test_the_pattern(cli: Cli, papers: Path) -> None:
    before = users_rows(papers)
    printed = cli("keys")
    assert printed == cli("keys", "pattern")
    first, *examples = printed.out.splitlines()
    assert first == "{author}{year}{word}"
    stored = dict(
        rows(papers, "SELECT p.arxiv_id, k.key FROM paper p JOIN citation_key k ON paper_id = p.id")
    )
    assert len(examples) == 3
    assert all(stored[line.split("\t")[0]].startswith(line.split("\t")[1]) for line in examples)
    ended = cli("keys", "pattern", "{Authors}{yy}")
    first, *shown, last = ended.out.splitlines()
    assert (first, last) == (
        "{authors}{yy}",
        "So for papers that come in from now on; keys that are there stay.",
    )
    assert len(shown) == 3
    found = json.loads(cli("keys", "--json").out)
    assert found["pattern"] == "{authors}{yy}"
    assert [f"{one['id']}\t{one['citation_key']}" for one in found["examples"]] == shown
    assert json.loads(cli("keys", "pattern", "{id}", "--json").out)["pattern"] == "{id}"
    assert users_rows(papers) == before


def test_new_keys_by_the_pattern(cli: Cli, papers: Path) -> None:
    before = users_rows(papers)
    assert cli("keys", "renew", "upvotes:>=0").out == (
        "0 papers given new keys. 135 papers needed no change.\n"
    )
    cli("keys", "pattern", "x{id}")
    cli("tag", FIRST, SECOND, "--add", "thesis")
    old = cli("key", FIRST).out.strip()
    ended = cli("keys", "renew", "tag:thesis", "--json")
    assert {one["id"]: (one["before"], one["after"]) for one in json.loads(ended.out)} == {
        FIRST: (old, "x250601939"),
        SECOND: ("wu2025synthrl", "x250602096"),
    }
    cli("keys", "pattern", "y{id}")
    *lines, last = cli("keys", "renew", "tag:thesis").out.splitlines()
    assert set(lines) == {
        f"{FIRST}\tx250601939 -> y250601939",
        f"{SECOND}\tx250602096 -> y250602096",
    }
    assert last == "2 papers given new keys."
    assert cli("undo").out == "Undone: Change 2 citation keys\n"
    cli("undo")
    assert users_rows(papers, ["citation_key"]) == {"citation_key": before["citation_key"]}


def test_no_paper_to_give_a_key(cli: Cli) -> None:
    ended = cli("keys", "renew", "zzzzzz", "--json")
    assert (ended.status, json.loads(ended.out)) == (0, [])
    assert ended.err == "readinglist: No paper matches.\n"


def test_a_pattern_that_is_chosen_in_one_program_holds_in_another(cli: Cli, program: Cli) -> None:
    assert program("keys", "pattern", "{id}").status == 0
    assert cli("keys").out.startswith("{id}\n")
