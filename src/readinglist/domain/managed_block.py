r"""The program's part of a Markdown file, between two comments; all else belongs to somebody.

::

    <!-- readinglist:begin 9f86d081884c7d65 -->
    …
    <!-- readinglist:end -->

The number is a hash of the part as the program wrote it, so that the file itself tells whether
somebody has written in it since. Text is taken and given as it lies on the disk: line ends, a byte
order mark and the end of the last line stay as they are.
"""

import re
from dataclasses import dataclass
from hashlib import blake2b

from readinglist.domain.errors import UserFacingError

_BEGIN = re.compile(
    r"^[ \t]*<!-- *readinglist:begin(?: +([0-9a-f]+))? *-->[ \t]*\r?(?:\n|\Z)", re.MULTILINE
)
_END = re.compile(r"^[ \t]*<!-- *readinglist:end *-->[ \t]*\r?(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ManagedBlock:
    r"""The part of a file that the program writes.

    Attributes:
        text: what stands between the comments, with ``\n`` line ends.
        start: where the first comment begins in the file.
        end: where the line after the last comment begins.
        is_untouched: whether the text is what the program wrote.
    """

    text: str
    start: int
    end: int
    is_untouched: bool


def managed_block(content: str) -> ManagedBlock | None:
    """Find the program's part of a file; None if there is none.

    Raises:
        UserFacingError: the comments do not come in one pair, so nobody knows what is whose.
    """
    begins, ends = list(_BEGIN.finditer(content)), list(_END.finditer(content))
    if not begins and not ends:
        return None
    if len(begins) != 1 or len(ends) != 1 or ends[0].start() < begins[0].end():
        raise UserFacingError(
            "The comments readinglist:begin and readinglist:end do not come in one pair.",
            "Leave one of each, the first before the second, or take all of them out.",
        )
    begin, end = begins[0], ends[0]
    text = content[begin.end() : end.start()].replace("\r\n", "\n")
    return ManagedBlock(text, begin.start(), end.end(), begin[1] == _hash(text))


def with_block(content: str | None, text: str) -> str:
    r"""Return a file in which the program's part is ``text``; ``content`` is None for a new one.

    A file that has no such part gets it at its end, after a blank line. ``text`` ends in ``\n``.

    Raises:
        UserFacingError: as ``managed_block``.
        ValueError: the text holds one of the comments itself.
    """
    if _BEGIN.search(text) or _END.search(text):
        raise ValueError("The text holds a comment that would end it")
    lines = f"<!-- readinglist:begin {_hash(text)} -->\n{text}<!-- readinglist:end -->\n"
    found = managed_block(content) if content else None
    if not content:
        return lines
    if found is None:
        line_end = _line_end(content)
        gap = "" if content.endswith("\n") else line_end
        return content + gap + line_end + lines.replace("\n", line_end)
    before = content[found.start : found.end]
    block = lines.replace("\n", _line_end(before))
    if not before.endswith("\n"):
        block = block.rstrip("\r\n")  # the file ended with the comment, and so it stays
    return content[: found.start] + block + content[found.end :]


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _hash(text: str) -> str:
    return blake2b(text.encode(errors="surrogateescape"), digest_size=8).hexdigest()
