"""The YAML at the head of a Markdown file, where the program's keys stand among the reader's.

Only the program's own keys are written, each as whole lines; every other line, the order of keys
and all line ends stay as they are. A key is the program's as long as it says what the program
wrote; one that the reader has changed, or had before the program came, is the reader's.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readinglist.domain.errors import UserFacingError
from readinglist.domain.yaml_values import said_by

_FENCE = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\r|\n)")
_LAST_FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n)?")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_KEY = re.compile(
    r"""(?:"(?P<double>[^"\\\r\n]+)"|'(?P<single>[^'\r\n]+)'"""
    r"""|(?P<plain>[^\s#"'\[\]{},&*!|>%@`?:-][^:#\r\n]*?|[?:-][^\s:][^:#\r\n]*?))[ \t]*:(?=\s|$)"""
)
_GOES_ON = re.compile(r"[ \t]+\S|-(?=\s)|[\]}]")
"""Lines that belong to the key above: indented, items of a list, ends of brackets."""
_SEAL_LENGTH = 6
_NOT_WRITTEN = "-" * _SEAL_LENGTH


class BrokenFrontMatterError(UserFacingError):
    """The head of a file cannot be read for sure, so nothing may be written there."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines of one key, or (without a key) lines that belong to none: comments, blank ones."""

    key: str
    lines: str


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A text taken apart into its head and the rest.

    Attributes:
        parts: the keys with their lines in the order of the file.
        first_fence: the line ``---`` before them, with a byte-order mark before it; may be empty.
        last_fence: the line below them and all of the text that follows.
    """

    parts: tuple[_Part, ...]
    first_fence: str
    last_fence: str

    def value(self, key: str) -> str:
        """Return a value as text, without quotes; "" if it is not there."""
        return next((_said_by(part.lines) for part in self.parts if part.key == key), "")

    def says(self, key: str, lines: str) -> bool:
        """Tell whether a key is there and says the same as the lines, in whatever quotes."""
        return any(
            part.key == key and _said_by(part.lines) == _said_by(lines) for part in self.parts
        )


def read_front_matter(text: str) -> FrontMatter:
    """Take a text apart; one without a head has no parts.

    Raises:
        BrokenFrontMatterError: a head begins but does not end, a line of it is of no key, or a key
            stands there twice.
    """
    begin = _FENCE.match(text)
    if not begin:
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        return FrontMatter((), mark, text[len(mark) :])
    parts: list[_Part] = []
    position = begin.end()
    while line := _LINE.match(text, position):
        if _LAST_FENCE.fullmatch(line[0]):
            _check(parts)
            return FrontMatter(tuple(parts), begin[0], text[position:])
        parts = _with_line(parts, line[0])
        position = line.end()
    raise BrokenFrontMatterError(
        "Its front matter has no end.", "Put a line --- below it, or take the first line away."
    )


def write_front_matter(
    text: str, entries: Mapping[str, str], own_keys: Sequence[str], seals: str
) -> tuple[str, str]:
    r"""Return ``text`` with the program's keys brought up to date, and the seals of what it says.

    Args:
        text: a file; one without a head gets one.
        entries: the lines of each of the program's keys that has a value, with ``\n`` line ends.
        own_keys: all keys that the program may write, in order; later versions may only add to
            the end.
        seals: what this function returned when the file was written last; "" if never.

    Raises:
        BrokenFrontMatterError: see ``read_front_matter``.
    """
    head = read_front_matter(text)
    line_end = _line_end(text)
    written = _seals_by_key(own_keys, seals)
    kept = {part.key for part in head.parts if not _is_own(part, written, entries)}
    ours = {key: lines.replace("\n", line_end) for key, lines in entries.items() if key not in kept}
    lines = "".join(part.lines for part in _placed(head.parts, ours, own_keys, kept))
    new_seals = "".join(
        _seal(ours[key]) if key in ours else written.get(key, _NOT_WRITTEN) if key in kept
        else _NOT_WRITTEN
        for key in own_keys
    )  # fmt: skip
    if head.first_fence.strip("\ufeff"):
        return head.first_fence + lines + head.last_fence, new_seals
    if not lines:
        return text, new_seals
    fence = f"---{line_end}"
    gap = line_end if head.last_fence and head.last_fence[0] not in "\r\n" else ""
    return head.first_fence + fence + lines + fence + gap + head.last_fence, new_seals


def _is_own(part: _Part, written: Mapping[str, str], entries: Mapping[str, str]) -> bool:
    """Tell whether a key says what the program wrote there, or what it would write anyway."""
    seal = _seal(part.lines)
    says_it_anyway = part.key in entries and seal == _seal(entries[part.key])
    return bool(part.key) and (says_it_anyway or written.get(part.key) == seal)


def _placed(
    parts: Sequence[_Part], ours: Mapping[str, str], own_keys: Sequence[str], kept: set[str]
) -> list[_Part]:
    """Put the program's lines in the place of old ones, new keys among them in their order."""
    there = {part.key for part in parts}
    placed = [
        _Part(part.key, ours[part.key]) if _says_another(part, ours) else part
        for part in parts
        if not part.key or part.key in ours or part.key in kept
    ]
    for number, key in enumerate(own_keys):
        if key in ours and key not in there:
            keys = [part.key for part in placed]
            before = next((own for own in reversed(own_keys[:number]) if own in keys), None)
            after = next((own for own in own_keys[number:] if own in keys), None)
            position = keys.index(before) + 1 if before else keys.index(after) if after else None
            placed.insert(len(placed) if position is None else position, _Part(key, ours[key]))
    return placed


def _says_another(part: _Part, ours: Mapping[str, str]) -> bool:
    """Tell whether lines must be changed; those that say the same in other quotes need not be."""
    return part.key in ours and _said_by(part.lines) != _said_by(ours[part.key])


def _with_line(parts: list[_Part], line: str) -> list[_Part]:
    if match := _KEY.match(line):
        name = match["double"] or match["single"] or match["plain"]
        return [*parts, _Part(name, line)]
    blank = not line.strip()
    if blank or line.startswith("#"):
        return [*parts, _Part("", line)]
    if not _GOES_ON.match(line):
        raise BrokenFrontMatterError(
            "Its front matter is no list of keys.", f"Look at the line “{line.strip()[:60]}”."
        )
    # A blank line or a comment within a value belongs to it.
    for start in range(len(parts) - 1, -1, -1):
        if parts[start].key:
            lines = "".join(part.lines for part in parts[start:]) + line
            return [*parts[:start], _Part(parts[start].key, lines)]
    raise BrokenFrontMatterError("Its front matter begins with a value without a key.")


def _check(parts: Sequence[_Part]) -> None:
    seen: set[str] = set()
    for part in parts:
        if part.key and part.key in seen:
            raise BrokenFrontMatterError(
                f"The key “{part.key}” stands twice in its front matter.", "Take one away."
            )
        seen.add(part.key)


def _seals_by_key(own_keys: Sequence[str], seals: str) -> dict[str, str]:
    pieces = [seals[at : at + _SEAL_LENGTH] for at in range(0, len(seals), _SEAL_LENGTH)]
    return {
        key: piece for key, piece in zip(own_keys, pieces, strict=False) if piece != _NOT_WRITTEN
    }


def _seal(lines: str) -> str:
    return hashlib.sha256(_said_by(lines).encode()).hexdigest()[:_SEAL_LENGTH]


def _said_by(lines: str) -> str:
    key = _KEY.match(lines)
    return said_by(lines[key.end() if key else 0 :])


def _line_end(text: str) -> str:
    found = re.search(r"\r\n|\r|\n", text)
    return found[0] if found else "\n"
