"""The keys that are in force: those of a preset, and on top of it what the reader chose."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from readinglist.commands.command import Command
from readinglist.commands.keys import key_conflicts, normal_key
from readinglist.settings import KeyPreset

log = logging.getLogger(__name__)

Keys = Mapping[str, tuple[str, ...]]
"""Keys by the ids of commands; no keys at all are a choice too."""

_ADDED: Mapping[KeyPreset, Keys] = {
    # What fingers of vim and newsboat try beside j, k, n, p, /, ? and o, which are there already.
    KeyPreset.VIM: {
        "go.first": ("G, G",),
        "go.last": ("Shift+G",),
        "go.half_page_down": ("Ctrl+D",),
        "go.half_page_up": ("Ctrl+U",),
        "paper.read": ("Shift+N",),
    },
}

_REPLACED: Mapping[KeyPreset, Keys] = {
    # No letter moves anything; letters remain for what has no other key.
    KeyPreset.ARROWS: {
        "edit.filter": (),
        "edit.undo_reading": (),
        "paper.open": ("Return",),
        "paper.open_pdf": ("Shift+Return",),
        "go.next": ("Ctrl+Down",),
        "go.previous": ("Ctrl+Up",),
        "go.extend_down": ("Ctrl+Shift+Down",),
        "go.extend_up": ("Ctrl+Shift+Up",),
        "go.next_unread": ("Ctrl+Right",),
        "go.previous_unread": ("Ctrl+Left",),
        "go.previous_day": ("Alt+Left",),
        "go.next_day": ("Alt+Right",),
        "go.today": ("Alt+1",),
        "go.all": ("Alt+2",),
        "go.unread": ("Alt+3",),
        "go.starred": ("Alt+4",),
        "go.queue": ("Alt+5",),
        "go.done": (),
        "go.hidden": ("Alt+6",),
        "help.keys": (),
    },
}

PRESET_HELP: Mapping[KeyPreset, str] = {
    KeyPreset.DEFAULT: "Letters as in Gmail, newsboat and Zotero, beside the arrow keys.",
    KeyPreset.VIM: "The default keys, and what fingers of vim and newsboat try beside them.",
    KeyPreset.ARROWS: "No letter goes anywhere; letters only for what has no other key.",
}


def with_preset(catalogue: Iterable[Command], preset: KeyPreset) -> tuple[Command, ...]:
    """Return the commands with the keys of a preset."""
    added, replaced = _ADDED.get(preset, {}), _REPLACED.get(preset, {})
    return tuple(
        replace(c, keys=(*replaced.get(c.id, c.keys), *added.get(c.id, ()))) for c in catalogue
    )


def with_keys(commands: Iterable[Command], keys: Keys) -> tuple[Command, ...]:
    """Return the commands with other keys, where there are any."""
    return tuple(replace(c, keys=keys[c.id]) if c.id in keys else c for c in commands)


def in_force(
    catalogue: Iterable[Command], preset: KeyPreset, chosen: Mapping[str, Sequence[str]]
) -> tuple[Command, ...]:
    """Return the commands with the keys that are in force.

    What was chosen comes from a file that anybody may have edited: a command whose keys make no
    sense, or contradict those of another, has its keys of the preset, and the log says so.
    """
    commands = with_preset(catalogue, preset)
    known = {command.id for command in commands}
    usable: dict[str, tuple[str, ...]] = {}
    for command_id, texts in chosen.items():
        keys = [normal_key(text) for text in texts]
        if command_id not in known:
            log.warning("Keys of %s: there is no such command", command_id)
        elif None in keys:
            log.warning("Keys of %s: one of %s is no key", command_id, list(texts))
        else:
            usable[command_id] = tuple(dict.fromkeys(key for key in keys if key))
    while True:
        tried = with_keys(commands, usable)
        conflicts = {conflict.command.id: conflict.words for conflict in key_conflicts(tried)}
        wrong = [command_id for command_id in usable if command_id in conflicts]
        if not wrong:
            return tried
        log.warning("Keys of %s: %s", wrong[-1], conflicts[wrong[-1]])
        del usable[wrong[-1]]
