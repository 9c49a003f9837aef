"""The program's part of a Markdown file that otherwise is the reader's own.

It lies between two comments that stand on lines of their own; all around it stays as it is::

    <!-- readinglist:begin 3fa9c1d2 -->
    what the program writes
    <!-- readinglist:end -->

The word after ``begin`` is a seal made of the text below it: where it does not fit, somebody has
written into the block. Text is read and written with ``newline=""``, so that line ends survive.
"""

import hashlib
import re
from dataclasses import dataclass

from readinglist.domain.errors import UserFacingError

END_MARKER = "<!-- readinglist:end -->"

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARKER = re.compile(
    r"(?:(?<=[\r\n])|(?<![\s\S])|(?<=\ufeff))"
    r"[ \t]*<!--[ \t]*readinglist:(?P<kind>begin|end)\b[ \t]*(?P<words>[^\r\n]*?)[ \t]*-->[ \t]*"
    r"(?=[\r\n]|\Z)"
)
_HINT = (
    "Leave one line <!-- readinglist:begin --> and below it one line <!-- readinglist:end -->, "
    "or take both away."
)


class BrokenBlockError(UserFacingError):
    """The comments do not say which part of the file is the program's."""

    def __init__(self, message: str) -> None:
        super().__init__(message, _HINT)


@dataclass(frozen=True, slots=True)
class SplitText:
    r"""A text, taken apart at the two comments; joined again it is the same to the byte.

    Attributes:
        before: what stands before the line of the first comment.
        block: what stands between the comments, with ``\n`` line ends; None without comments.
        after: what follows the second comment, its line end first.
        seal: the word after ``begin``, "" if it has none.
        memo: what follows the seal.
    """

    before: str
    block: str | None = None
    after: str = ""
    seal: str = ""
    memo: str = ""

    @property
    def is_edited(self) -> bool:
        """Whether the block holds something that the program did not write there."""
        if self.block is None or not self.block.strip():
            return False
        return self.seal != seal_of(self.block)


def split_block(text: str) -> SplitText:
    """Take a text apart.

    Raises:
        BrokenBlockError: a comment lacks its partner, or there are more than two.
    """
    markers = list(_MARKER.finditer(text))
    if not markers:
        return SplitText(text)
    begin = _checked_begin(text, markers)
    end = markers[1]
    inside = _LINE_END.sub("\n", text[begin.end() : end.start()]).removeprefix("\n")
    seal, _, memo = begin["words"].partition(" ")
    return SplitText(text[: begin.start()], inside, text[end.end() :], seal, memo.strip())


def replace_block(text: str, block: str, memo: str = "") -> str:
    r"""Return ``text`` with ``block`` between the comments, and not a byte changed around them.

    A text without comments gets them at its end, below a blank line. The block takes on the line
    ends of the text. ``memo`` is words for the program itself, which go into the first comment.

    Raises:
        BrokenBlockError: see ``split_block``.
        ValueError: the block holds such a comment itself, or the memo would end it.
    """
    if _MARKER.search(block) or ">" in memo or _LINE_END.search(memo):
        raise ValueError("a block must not hold the comments that part it from the rest")
    split = split_block(text)
    line_end = _line_end(text)
    inside = _LINE_END.sub("\n", block).strip("\n")
    words = f"{seal_of(inside)} {memo}".strip()
    lines = [f"<!-- readinglist:begin {words} -->", inside, END_MARKER]
    written = line_end.join(line.replace("\n", line_end) for line in lines if line)
    if split.block is not None:
        return split.before + written + split.after
    return text + _gap(text, line_end) + written + line_end


def with_block_of(text: str, other: str) -> str:
    """Return ``text`` with the block of another text, comments and seal included.

    If the other text has no block, that of ``text`` is taken out; if ``text`` has none, it stays.

    Raises:
        BrokenBlockError: see ``split_block``.
    """
    into, source = split_block(text), split_block(other)
    if into.block is None:
        return text
    if source.block is None:
        return into.before + into.after
    block = other[len(source.before) : len(other) - len(source.after)]
    return into.before + block + into.after


def seal_of(block: str) -> str:
    """Return the seal of a block; blanks at ends of lines do not count: editors trim them."""
    lines = (line.rstrip() for line in _LINE_END.split(block))
    sealed = "\n".join(lines).strip("\n").encode(errors="surrogateescape")
    return hashlib.sha256(sealed).hexdigest()[:8]


def _checked_begin(text: str, markers: list[re.Match[str]]) -> re.Match[str]:
    """Return the first marker if the markers are one begin and one end below it."""
    kinds = [marker["kind"] for marker in markers]
    if kinds == ["begin", "end"]:
        return markers[0]
    lines = [len(_LINE_END.findall(text, 0, marker.start())) + 1 for marker in markers]
    if kinds == ["begin"]:
        raise BrokenBlockError(f"The block that begins in line {lines[0]} has no end.")
    if kinds[0] == "end":
        raise BrokenBlockError(f"The end of the block in line {lines[0]} has no beginning above.")
    surplus = 1 if kinds[1] == "begin" else 2
    raise BrokenBlockError(
        f"The block that begins in line {lines[0]} is followed by another "
        f"{'beginning' if kinds[surplus] == 'begin' else 'end'} in line {lines[surplus]}."
    )


def _line_end(text: str) -> str:
    first = _LINE_END.search(text)
    return first[0] if first else "\n"


def _gap(text: str, line_end: str) -> str:
    """Return what parts a block from the text above it."""
    above = text.removeprefix("\ufeff")
    if not above:
        return ""
    if not above.endswith(("\n", "\r")):
        return line_end * 2
    body = _LINE_END.sub("\n", above)
    return "" if body.endswith("\n\n") or body == "\n" else line_end
