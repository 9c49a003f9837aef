"""Keys as texts: what is one, which acts where, and which of them contradict each other.

A key is written as Qt writes it everywhere: ``S``, ``Shift+J``, ``Ctrl+,``, ``G, A`` for two keys
pressed in turn.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from readinglist.commands.command import Command, Scope

_MODIFIERS = ("Meta", "Ctrl", "Alt", "Shift")
"""In the order in which Qt writes them."""
_NAMED = (
    *("Esc", "Tab", "Backtab", "Backspace", "Return", "Enter", "Ins", "Del", "Pause", "Print"),
    *("Home", "End", "Left", "Up", "Right", "Down", "PgUp", "PgDown", "Space", "Menu", "Help"),
    *("Back", "Forward", "Refresh", "Search", *(f"F{number}" for number in range(1, 36))),
)
_SPELLED = {name.lower(): name for name in (*_MODIFIERS, *_NAMED)}
_OTHER_NAMES = {"escape": "Esc", "delete": "Del", "insert": "Ins", "control": "Ctrl"}
_TYPING = {
    *("Tab", "Backtab", "Backspace", "Return", "Enter", "Ins", "Del", "Space"),
    *("Home", "End", "Left", "Up", "Right", "Down", "PgUp", "PgDown"),
}
_MOST_IN_TURN = 4


def normal_key(text: str) -> str | None:
    """Return a key in the one way in which it is written, None if it is no key."""
    parts = [_normal_part(part) for part in text.strip().split(", ")]
    if not 1 <= len(parts) <= _MOST_IN_TURN or None in parts:
        return None
    return ", ".join(part for part in parts if part)


def _normal_part(text: str) -> str | None:
    if text == "+" or text.endswith("++"):
        names, key = text[:-2].split("+") if text != "+" else [], "+"
    else:
        *names, key = text.split("+")
    modifiers = [_spelled(name) for name in names]
    if len(key) == 1 and key.isprintable() and not key.isspace():
        name = key.upper() if len(key.upper()) == 1 else key
    else:
        name = _spelled(key)
    if name not in _NAMED and len(name) != 1:
        return None
    if not set(modifiers) <= set(_MODIFIERS) or len(set(modifiers)) < len(modifiers):
        return None
    if modifiers == ["Shift"] and len(name) == 1 and not name.isalnum():
        modifiers = []  # Shift is how it is typed
    return "+".join([*(known for known in _MODIFIERS if known in modifiers), name])


def _spelled(name: str) -> str:
    folded = name.strip().lower()
    return _OTHER_NAMES.get(folded) or _SPELLED.get(folded, "")


def types_text(key: str) -> bool:
    """Whether a key writes or moves in a line of text, and so must not act everywhere."""
    first = key.split(", ", maxsplit=1)[0].removeprefix("Shift+")
    return len(first) == 1 or first in _TYPING


def spoken_key(key: str) -> str:
    """Return a key as people write it: ``J`` is typed as j, and ``G, T`` as g t."""
    parts = key.split(", ")
    return " ".join(part.lower() if len(part) == 1 else part for part in parts)


@dataclass(frozen=True, slots=True)
class KeyConflict:
    """Why a command cannot have a key.

    Attributes:
        command: the command.
        key: the key.
        words: what is wrong, as a sentence.
        other: the command that has the key or one that begins with it, if that is why.
    """

    command: Command
    key: str
    words: str
    other: Command | None = None


def key_conflicts(commands: Iterable[Command]) -> list[KeyConflict]:
    """Return what is wrong with the keys of commands; both sides of a conflict are told."""
    everything = [(command, key) for command in commands for key in command.keys]
    exact: dict[str, list[tuple[Command, str]]] = {}
    longer: dict[str, list[tuple[Command, str]]] = {}
    for command, key in everything:
        exact.setdefault(key, []).append((command, key))
        for beginning in _beginnings(key):
            longer.setdefault(beginning, []).append((command, key))
    conflicts: list[KeyConflict] = []
    for command, key in everything:
        if command.scope is Scope.WINDOW and types_text(key):
            conflicts.append(KeyConflict(command, key, _untypable(key, command)))
        hidden_by = [pair for beginning in _beginnings(key) for pair in exact.get(beginning, ())]
        for other, its in [*exact[key], *hidden_by, *longer.get(key, ())]:
            if (other.id, its) != (command.id, key) and _overlap(command.scope, other.scope):
                conflicts.append(KeyConflict(command, key, _taken(key, its, other), other))
    return conflicts


def _beginnings(key: str) -> Sequence[str]:
    """Return ``G`` and ``G, A`` for ``G, A, B``: what is pressed before the key is whole."""
    parts = key.split(", ")
    return [", ".join(parts[:number]) for number in range(1, len(parts))]


def _overlap(one: Scope, other: Scope) -> bool:
    return one is other or Scope.WINDOW in {one, other}


def _untypable(key: str, command: Command) -> str:
    return (
        f"{spoken_key(key)} could not be typed any more, because “{command.title}” acts everywhere;"
        " take a key with Ctrl or Alt, or a function key."
    )


def _taken(key: str, its: str, other: Command) -> str:
    title = other.long_title or other.title
    if its == key:
        return f"{spoken_key(key)} is taken by “{title}”."
    if its.startswith(key):
        return f"“{title}” ({spoken_key(its)}) begins with {spoken_key(key)}."
    return f"{spoken_key(key)} begins with {spoken_key(its)}, which is “{title}”."


def words_on(conflicts: Iterable[KeyConflict], command_id: str) -> Iterator[str]:
    """Yield in words what is wrong with the keys of a command."""
    for conflict in conflicts:
        if conflict.command.id == command_id:
            yield conflict.words
