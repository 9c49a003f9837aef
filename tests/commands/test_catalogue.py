"""The catalogue is whole and without contradictions, and its commands do something."""

from collections import Counter

import pytest

from readinglist.commands.catalogue import CATALOGUE
from readinglist.commands.command import Command, Menu, Needs
from readinglist.commands.key_presets import with_preset
from readinglist.commands.keys import key_conflicts, normal_key
from readinglist.library.library import Library
from readinglist.settings import KeyPreset
from tests.commands.fake_context import FakeContext

each_command = pytest.mark.parametrize("command", CATALOGUE, ids=lambda command: command.id)
BY_ID = {command.id: command for command in CATALOGUE}


def test_ids_are_unique_and_of_one_form() -> None:
    assert len(BY_ID) == len(CATALOGUE)
    for name in BY_ID:
        noun, dot, verb = name.partition(".")
        assert noun.islower()
        assert dot
        assert verb.replace("_", "").isalpha()


@each_command
def test_a_command_is_described(command: Command) -> None:
    assert command.title
    assert not command.title.endswith(".")
    assert command.help[0].isupper()
    assert command.help.endswith(".")
    assert "\n" not in command.title + command.help


def test_titles_are_unique_within_a_menu() -> None:
    counts = Counter((command.menu, command.title) for command in CATALOGUE)
    assert set(counts.values()) == {1}


def test_every_menu_has_commands_and_they_stand_together() -> None:
    order = [command.menu for command in CATALOGUE]
    assert list(dict.fromkeys(order)) == list(Menu)
    assert order == sorted(order, key=list(Menu).index)


@each_command
def test_keys_are_written_in_their_normal_form(command: Command) -> None:
    assert [normal_key(key) for key in command.keys] == list(command.keys)


@pytest.mark.parametrize("preset", KeyPreset)
def test_no_preset_contradicts_itself(preset: KeyPreset) -> None:
    """Qt would let neither of two commands on one key act, and tell nobody."""
    assert [conflict.words for conflict in key_conflicts(with_preset(CATALOGUE, preset))] == []


@each_command
def test_a_command_asks_its_context_for_what_it_says(
    command: Command, filled_library: Library
) -> None:
    context = FakeContext(filled_library, selected=[1, 2, 3])
    context.annotating.edits.set_starred([5], starred=True).result()
    if command.needs is Needs.REDO:
        context.annotating.edits.undo().result()
    command.run(context)
    assert len(context.said) == (2 if command.title.endswith("and go on") else 1)


def test_what_commands_ask_for(filled_library: Library) -> None:
    context = FakeContext(filled_library, selected=[1, 2, 3])
    commands = (
        "paper.star paper.star paper.read edit.undo edit.redo paper.open paper.open_pdf"
        " paper.copy_bibtex paper.copy_key paper.copy_link paper.copy_markdown paper.copy_ieee"
        " go.next go.extend_up go.previous_unread go.previous_day go.unread view.zoom_out"
    )
    for name in commands.split():
        BY_ID[name].run(context)
    assert context.said == [
        "Star 3 papers",
        "Unstar 3 papers",
        "Mark 3 papers read",
        "undo: Mark 3 papers unread",
        "redo: Mark 3 papers read",
        "open abs",
        "open pdf",
        "copy bibtex",
        "copy citation keys",
        "copy links",
        "copy markdown",
        "copy references ieee",
        "move +1",
        "select -1",
        "unread -1",
        "day -1",
        "show unread",
        "zoom -10",
    ]


@pytest.mark.parametrize("name", ["paper.star", "paper.read"])
def test_without_a_paper_nothing_is_edited(filled_library: Library, name: str) -> None:
    context = FakeContext(filled_library)
    BY_ID[name].run(context)
    assert context.said == []
