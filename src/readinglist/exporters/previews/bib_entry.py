"""An entry of a BibTeX or BibLaTeX file, taken apart as the engines do it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_HEAD = re.compile(r"@(\w+)\s*\{\s*([^,\s]+)\s*,")
_FIELD = re.compile(r"\s*([\w-]+)\s*=\s*")
_BARE = re.compile(r"[^\s,}]*")


@dataclass(frozen=True, slots=True)
class BibEntry:
    """An entry as it is written.

    Attributes:
        kind: such as ``article``, in lower case.
        key: the citation key.
        fields: sources of the values by names in lower case, without the outer braces.
    """

    kind: str
    key: str
    fields: Mapping[str, str]

    def get(self, name: str) -> str:
        """Return the source of a field; "" if it is not there."""
        return self.fields.get(name, "")


def parse_entry(text: str) -> BibEntry | None:
    """Return the first entry of a text; None if there is none."""
    head = _HEAD.search(text)
    if head is None:
        return None
    return BibEntry(head[1].lower(), head[2], dict(_fields(text, head.end())))


def _fields(text: str, position: int) -> Iterator[tuple[str, str]]:
    while match := _FIELD.match(text, position):
        value, position = _value(text, match.end())
        yield match[1].lower(), " ".join(value.split())
        while position < len(text) and text[position] in ", \n":
            position += 1


def _value(text: str, start: int) -> tuple[str, int]:
    if text[start : start + 1] == "{":
        end = group_end(text, start)
        return text[start + 1 : end - 1], end
    bare = _BARE.match(text, start)
    return (bare[0], bare.end()) if bare else ("", start)


def group_end(source: str, start: int) -> int:
    """Return where the group ends whose opening brace stands at ``start``.

    Every brace counts, as for BibTeX; a group that is not closed ends with the source.
    """
    depth = 0
    for position in range(start, len(source)):
        if source[position] == "{":
            depth += 1
        elif source[position] == "}":
            depth -= 1
            if depth == 0:
                return position + 1
    return len(source)


def split_outside_groups(source: str, separator: str) -> list[str]:
    """Return the parts of a source between separators that stand in no braces."""
    parts, start, position = [], 0, 0
    while position < len(source):
        if source[position] == "{":
            position = group_end(source, position)
        elif source.startswith(separator, position):
            parts.append(source[start:position])
            position += len(separator)
            start = position
        else:
            position += 1
    return [*parts, source[start:]]
