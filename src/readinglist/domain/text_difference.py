"""How two texts differ, line by line, in time that does not explode for long ones.

``difflib`` compares every line with every other one that is equal, which takes minutes for
ten thousand entries that share their braces and years. Here what is equal at both ends is set
aside, then lines that stand once in either text part the rest into small pieces (the "patience"
way); only those are compared by ``difflib``.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

MOST_LINES = 2000
"""That are told; nobody reads more, and windows are slow to show them."""

_CONTEXT = 3
_MOST_COMPARED = 200_000
"""Lines times lines; what is longer and has nothing in common is told as replaced."""


class LineKind(StrEnum):
    """What became of a line, as the first letter of a line of a unified difference."""

    THERE = "-"
    """Is there, and would not be."""
    WANTED = "+"
    """Would be there."""
    BOTH = " "
    PLACE = "@"
    """No line of a text, but where the following ones stand."""


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """A line without its end."""

    kind: LineKind
    text: str

    def __str__(self) -> str:
        return self.text if self.kind is LineKind.PLACE else f"{self.kind.value}{self.text}"


@dataclass(frozen=True, slots=True)
class TextDifference:
    """Lines that differ, with a few around them, and how many more there are."""

    lines: tuple[DifferenceLine, ...]
    left_out: int = 0


class _Piece(NamedTuple):
    """Lines of the one text from … to, and those of the other: to be compared, or a change."""

    low: int
    high: int
    start: int
    end: int


def text_difference(there: str, wanted: str, most: int = MOST_LINES) -> TextDifference:
    """Return what would become of a text: of at most so many lines."""
    before, after = there.split("\n"), wanted.split("\n")
    changes = list(_changes(before, after, _Piece(0, len(before), 0, len(after))))
    lines: list[DifferenceLine] = []
    left_out = 0
    for hunk in _hunks(changes):
        for line in _lines_of(hunk, before, after):
            if len(lines) < most:
                lines.append(line)
            else:
                left_out += line.kind is not LineKind.PLACE
    return TextDifference(tuple(lines), left_out)


def _changes(before: Sequence[str], after: Sequence[str], whole: _Piece) -> Iterator[_Piece]:
    piece = _without_equal_end(before, after, _without_equal_beginning(before, after, whole))
    low, high, start, end = piece
    if low == high or start == end:
        if low < high or start < end:
            yield piece
        return
    anchors = _anchors(before, after, piece)
    if not anchors:
        yield from _compared(before, after, piece)
        return
    for line, other in (*anchors, (high, end)):
        if line < low:
            continue  # it stands among the equal lines after an earlier one
        # Between anchors there may be further lines that only there stand once.
        yield from _changes(before, after, _Piece(low, line, start, other))
        rest = _Piece(line, high, other, end)
        low, _, start, _ = _without_equal_beginning(before, after, rest)


def _without_equal_beginning(before: Sequence[str], after: Sequence[str], piece: _Piece) -> _Piece:
    low, high, start, end = piece
    while low < high and start < end and before[low] == after[start]:
        low, start = low + 1, start + 1
    return _Piece(low, high, start, end)


def _without_equal_end(before: Sequence[str], after: Sequence[str], piece: _Piece) -> _Piece:
    low, high, start, end = piece
    while low < high and start < end and before[high - 1] == after[end - 1]:
        high, end = high - 1, end - 1
    return _Piece(low, high, start, end)


def _anchors(before: Sequence[str], after: Sequence[str], piece: _Piece) -> list[tuple[int, int]]:
    """Return lines that stand once in both pieces, as many as come in the same order."""
    low, high, start, end = piece
    counts, others = Counter(before[low:high]), Counter(after[start:end])
    where = {after[at]: at for at in range(start, end) if others[after[at]] == 1}
    pairs = [
        (at, where[before[at]])
        for at in range(low, high)
        if counts[before[at]] == 1 and before[at] in where
    ]
    return _longest_rising(pairs)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for position, (_line, other) in enumerate(pairs):
        length = bisect_left(ends, other)
        previous.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [other]
        last[length : length + 1] = [position]
    rising: list[tuple[int, int]] = []
    position = last[-1] if last else -1
    while position >= 0:
        rising.append(pairs[position])
        position = previous[position]
    return rising[::-1]


def _compared(before: Sequence[str], after: Sequence[str], piece: _Piece) -> Iterator[_Piece]:
    low, high, start, end = piece
    if (high - low) * (end - start) > _MOST_COMPARED:
        yield piece
        return
    matcher = SequenceMatcher(None, before[low:high], after[start:end], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield _Piece(low + i, low + j, start + k, start + m)


def _hunks(changes: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Yield the changes that stand so near to each other that the lines between are shown."""
    hunk: list[_Piece] = []
    for change in changes:
        if hunk and change[0] - hunk[-1][1] > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _lines_of(
    hunk: Sequence[_Piece], before: Sequence[str], after: Sequence[str]
) -> Iterator[DifferenceLine]:
    first = max(hunk[0][0] - _CONTEXT, 0)
    last = min(hunk[-1][1] + _CONTEXT, len(before))
    yield DifferenceLine(LineKind.PLACE, f"@@ line {first + 1:,} @@")
    at = first
    for low, high, start, end in hunk:
        yield from (DifferenceLine(LineKind.BOTH, line) for line in before[at:low])
        yield from (DifferenceLine(LineKind.THERE, line) for line in before[low:high])
        yield from (DifferenceLine(LineKind.WANTED, line) for line in after[start:end])
        at = high
    yield from (DifferenceLine(LineKind.BOTH, line) for line in before[at:last])
