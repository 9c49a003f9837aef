"""Words that begin with a dash and are no options: ``-survey`` in a query, a note ``- a list``."""

import re
from collections.abc import Sequence

_MARK = "\0"
"""Put before such words, which argparse would take for options; no argument has it in it."""

_QUERIES = {
    *(("list", ""), ("export", "")),
    *(("rules", "add"), ("rules", "preview"), ("searches", "save")),
}
"""Commands and actions that take a query."""

_TEXTS = {"note", "lists", "rules", "searches", "tags"}
"""Commands that take names or text, and have no option of a single dash."""


def with_dashes_kept(arguments: Sequence[str]) -> list[str]:
    """Mark the words that are no options."""
    kept: list[str] = []
    path: list[str] = []
    previous = ""
    for word in arguments:
        command, action = [*path, "", ""][:2]
        kept.append(_MARK + word if _is_text(word, command, action) else word)
        if len(path) < 2 and not word.startswith("-") and previous != "--library":
            path.append(word)
        previous = word
    return kept


def _is_text(word: str, command: str, action: str) -> bool:
    if not re.fullmatch("-[^-].*", word, re.DOTALL) or word == "-h":
        return False
    if {(command, ""), (command, action)} & _QUERIES:
        # A single letter is more likely a mistaken option than a word to exclude.
        return len(word) > 2 and not (command == "export" and word.startswith("-o"))
    return command in _TEXTS


def as_typed(word: str) -> str:
    """Return a word without its mark."""
    return word.removeprefix(_MARK)
