"""Keys as texts, what contradicts what, and which keys are in force."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.commands.catalogue import CATALOGUE
from readinglist.commands.command import Command, Menu, Scope
from readinglist.commands.key_presets import in_force, with_keys, with_preset
from readinglist.commands.keys import key_conflicts, normal_key, types_text, words_on
from readinglist.settings import KeyPreset

DEFAULT = {command.id: command.keys for command in CATALOGUE}


def command(name: str, *keys: str, everywhere: bool = False) -> Command:
    scope = Scope.WINDOW if everywhere else Scope.READING
    return Command(name, name.title(), "Helps.", lambda _: None, Menu.EDIT, keys, scope)


def told(*commands: Command) -> list[tuple[str, str]]:
    return [(conflict.command.id, conflict.words) for conflict in key_conflicts(commands)]


def keys_of(commands: tuple[Command, ...]) -> dict[str, tuple[str, ...]]:
    return {command.id: command.keys for command in commands}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("s", "S"),
        (" ctrl+E ", "Ctrl+E"),
        ("shift+ctrl+k", "Ctrl+Shift+K"),
        ("g, a", "G, A"),
        ("Escape", "Esc"),
        ("ctrl++", "Ctrl++"),
        ("+", "+"),
        ("Ctrl+,", "Ctrl+,"),
        (",", ","),
        ("Shift+?", "?"),
        ("Ctrl+Shift+?", "Ctrl+Shift+?"),
        ("pgdown", "PgDown"),
        ("f12", "F12"),
        ("é", "É"),
        ("ß", "ß"),
    ],
)
def test_a_key_has_one_form(text: str, key: str) -> None:
    assert normal_key(text) == key
    assert normal_key(key) == key


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "Ctrl", "Ctrl+", "Foo", "Foo+A", "F36", "AB", "G,A", "A, ", "Shift+Shift+A"),
        *("A+B", "A, B, C, D, E", "\n", "\x00", "Ctrl+Foo", "Ctrl+ ", "+A"),
    ],
)
def test_nonsense_is_no_key(text: str) -> None:
    assert normal_key(text) is None


@given(st.text(max_size=12))
def test_any_text_is_a_key_of_one_form_or_none(text: str) -> None:
    key = normal_key(text)
    assert key is None or normal_key(key) == key


def test_a_key_taken_twice_is_told_on_both_sides() -> None:
    assert told(command("star", "S"), command("share", "S", "X")) == [
        ("star", "s is taken by “Share”."),
        ("share", "s is taken by “Star”."),
    ]


def test_keys_of_the_window_act_while_reading_too() -> None:
    assert told(command("a", "F5", everywhere=True), command("b", "F5")) == [
        ("a", "F5 is taken by “B”."),
        ("b", "F5 is taken by “A”."),
    ]


def test_a_key_hides_those_that_begin_with_it() -> None:
    assert told(command("go", "G"), command("all", "G, A"), command("tag", "T")) == [
        ("go", "“All” (g a) begins with g."),
        ("all", "g a begins with g, which is “Go”."),
    ]
    assert told(command("all", "G, A"), command("unread", "G, U")) == []
    assert len(told(command("both", "G", "G, A"))) == 2


@pytest.mark.parametrize("key", ["S", "Shift+S", "?", "Space", "Return", "Left", "G, A", "5"])
def test_what_is_typed_must_not_act_everywhere(key: str) -> None:
    assert types_text(key)
    ((name, words),) = told(command("star", key, everywhere=True))
    assert name == "star"
    assert "could not be typed any more" in words
    assert told(command("star", key)) == []


@pytest.mark.parametrize("key", ["Ctrl+S", "Alt+Down", "F5", "Esc", "Ctrl+K, S"])
def test_other_keys_may(key: str) -> None:
    assert not types_text(key)
    assert told(command("star", key, everywhere=True)) == []


def test_what_is_wrong_with_one_command() -> None:
    conflicts = key_conflicts([command("star", "S"), command("share", "S")])
    assert list(words_on(conflicts, "star")) == ["s is taken by “Share”."]
    assert list(words_on(conflicts, "other")) == []


# What is in force


@pytest.mark.parametrize("preset", KeyPreset)
def test_presets_are_about_commands_that_there_are(preset: KeyPreset) -> None:
    changed = {c.id for c in with_preset(CATALOGUE, preset) if c.keys != DEFAULT[c.id]}
    assert bool(changed) is (preset is not KeyPreset.DEFAULT)
    keys = keys_of(with_preset(CATALOGUE, KeyPreset.VIM))
    assert keys["go.last"] == ("Shift+G",)


def test_arrows_only_moves_by_no_letter() -> None:
    for c in with_preset(CATALOGUE, KeyPreset.ARROWS):
        if c.menu is Menu.GO:
            assert [k for k in c.keys if len(k.removeprefix("Shift+").split(", ")[0]) == 1] == []


def test_what_was_chosen_is_in_force() -> None:
    chosen = {"paper.star": ["w", "ctrl+b"], "paper.tag": []}
    keys = keys_of(in_force(CATALOGUE, KeyPreset.DEFAULT, chosen))
    assert keys == {**DEFAULT, "paper.star": ("W", "Ctrl+B"), "paper.tag": ()}


def test_two_commands_can_change_places() -> None:
    chosen = {"paper.star": ["T"], "paper.tag": ["S"]}
    keys = keys_of(in_force(CATALOGUE, KeyPreset.DEFAULT, chosen))
    assert (keys["paper.star"], keys["paper.tag"]) == (("T",), ("S",))


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"paper.fly": ["X"]}, "there is no such command"),
        ({"paper.star": ["W", "Hyper+X"]}, "is no key"),
        ({"paper.star": ["T"]}, "t is taken by “Tag…”."),
        ({"paper.star": ["G"]}, "begins with g"),
        ({"library.sync": ["W"]}, "could not be typed any more"),
    ],
)
def test_what_makes_no_sense_falls_back_and_is_logged(
    chosen: dict[str, list[str]], told: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        keys = keys_of(in_force(CATALOGUE, KeyPreset.DEFAULT, {**chosen, "paper.note": ["F8"]}))
    assert keys == {**DEFAULT, "paper.note": ("F8",)}
    assert told in caplog.text


some_keys = st.sampled_from(["S", "T", "G", "G, A", "F5", "Ctrl+E", "nonsense", "Esc", "X", "x"])
some_ids = st.sampled_from(["paper.star", "paper.tag", "library.sync", "go.all", "no.such"])


@given(
    chosen=st.dictionaries(some_ids, st.lists(some_keys, max_size=3)),
    preset=st.sampled_from(KeyPreset),
)
def test_what_is_in_force_never_contradicts_itself(
    chosen: dict[str, list[str]], preset: KeyPreset
) -> None:
    commands = in_force(CATALOGUE, preset, chosen)
    assert key_conflicts(commands) == []
    assert [c.id for c in commands] == [c.id for c in CATALOGUE]
    assert with_keys(commands, {}) == commands
