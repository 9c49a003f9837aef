r"""How BibTeX's styles change the capitals of a title: ``change.case$`` with "t".

All letters become small but the first one and those after a colon and a space; what stands in
braces stays, unless a command follows the brace: ``{\'E}`` is a letter as any other.
"""

import re

from readinglist.exporters.previews.bib_entry import group_end

_COMMAND = re.compile(r"\\([A-Za-z]+|.)")
_FOREIGN_CAPITALS = frozenset(("L", "O", "OE", "AE", "AA"))


def as_title(source: str) -> str:
    """Return the source of a title with the capitals that BibTeX leaves."""
    parts: list[str] = []
    position, after_colon = 0, False
    while position < len(source):
        keeps = position == 0 or (after_colon and source[position - 1].isspace())
        character = source[position]
        end = group_end(source, position) if character == "{" else position + 1
        piece = source[position:end]
        if character != "{":
            parts.append(piece if keeps else _lower(piece))
        else:
            parts.append(piece if keeps or not piece.startswith("{\\") else _special(piece))
        if not character.isspace():
            after_colon = character == ":"
        position = end
    return "".join(parts)


def _special(piece: str) -> str:
    """Return a "special character" in small letters; names of commands are no letters."""
    parts: list[str] = []
    position = 0
    while position < len(piece):
        command = _COMMAND.match(piece, position)
        if command is None:
            parts.append(_lower(piece[position]))
            position += 1
        else:
            parts.append(command[0].lower() if command[1] in _FOREIGN_CAPITALS else command[0])
            position = command.end()
    return "".join(parts)


def _lower(text: str) -> str:
    """BibTeX knows the capitals of ASCII only."""
    return text.lower() if text.isascii() else text
