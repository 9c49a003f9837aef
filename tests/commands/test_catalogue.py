"""The catalogue is whole and without contradictions, and its commands do something."""

from collections import Counter

import pytest

from readinglist.commands.catalogue import CATALOGUE
from readinglist.commands.command import Command, Menu, Needs, Scope, is_letter
from readinglist.library.library import Library
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


def test_no_key_is_taken_twice() -> None:
    """Scopes overlap: keys of the window act in the list too. Qt would let neither act."""
    keys = [key.upper() for command in CATALOGUE for key in command.keys]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_no_key_hides_a_sequence_that_begins_with_it() -> None:
    keys = {key for command in CATALOGUE for key in command.keys}
    for key in keys:
        first, comma, _rest = key.partition(", ")
        assert not comma or first not in keys


@each_command
def test_single_letters_act_while_reading_only(command: Command) -> None:
    """A letter may be a second key elsewhere; it acts while reading all the same."""
    if command.keys and is_letter(command.keys[0]):
        assert command.scope is Scope.READING


@each_command
def test_a_command_asks_its_context_for_one_thing(
    command: Command, filled_library: Library
) -> None:
    context = FakeContext(filled_library, selected=[1, 2, 3])
    context.annotating.edits.set_starred([5], starred=True).result()
    if command.needs is Needs.REDO:
        context.annotating.edits.undo().result()
    command.run(context)
    assert len(context.said) == 1


def test_what_commands_ask_for(filled_library: Library) -> None:
    context = FakeContext(filled_library, selected=[1, 2, 3])
    commands = (
        "paper.star paper.star paper.read edit.undo edit.redo paper.open paper.open_pdf"
        " paper.copy_bibtex paper.copy_key paper.copy_link paper.copy_markdown"
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
