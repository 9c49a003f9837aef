r"""TeX as the exporters write it, read back into the text that is printed.

This is no reader of any TeX: it knows what ``tex_characters`` and ``tex_text`` write, and shows
what else there may be as it stands.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from types import MappingProxyType

from pylatexenc.latex2text import LatexNodes2Text

from readinglist.exporters.previews.bib_entry import group_end
from readinglist.exporters.tex_commands import MATHS_SYMBOLS, TEXT_STYLES
from readinglist.exporters.unicode_maths import lowered, raised, unicode_maths


class PieceKind(Enum):
    """What a piece of a line is to a style that changes the case of words."""

    PLAIN = auto()
    GROUP = auto()
    """Stands in braces."""
    FORMULA = auto()
    """A formula, or what is set in typewriter."""
    RAISED = auto()
    """Raised, lowered or in small capitals."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line, as it is printed."""

    text: str
    kind: PieceKind


_LEXEME = re.compile(
    r"""
    (?P<maths>\$[^$]+\$)
    |\\(?P<accent>['`^"~=.]|[cvHurkdb](?![A-Za-z]))\s*
    |\\(?P<command>[A-Za-z]+)\s?
    |\\(?P<symbol>.)
    |(?P<group>\{)
    |(?P<signs>---|--|``|''|[`'~])
    |(?P<text>[^\\${`'~-]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_MARKS = MappingProxyType(
    dict(
        zip(
            "'`^\"~=.cvHurkdb",
            "\u0301\u0300\u0302\u0308\u0303\u0304\u0307\u0327\u030c\u030b\u0306\u030a\u0328\u0323\u0331",
            strict=True,
        )
    )
)
_SIGNS = MappingProxyType(
    {"---": "\u2014", "--": "\u2013", "``": "\u201c", "''": "\u201d", "`": "\u2018", "'": "\u2019"}
    | {"~": "\u00a0"}
)
_DOTLESS_I = "\N{LATIN SMALL LETTER DOTLESS I}"
_SYMBOLS = MappingProxyType({",": "\u2009", " ": " ", "\\": " "})
_COMMANDS = MappingProxyType(
    {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~"}
    | {"textasciicircum": "^", "textless": "<", "textgreater": ">", "textbar": "|", "i": _DOTLESS_I}
    | {"j": "ȷ", "ldots": "…", "texteuro": "€", "copyright": "©", "textregistered": "®"}
    | {"texttrademark": "™", "textperthousand": "‰", "textpertenthousand": "‱", "ng": "ŋ"}
    | {
        "pounds": "£",
        "S": "§",
        "P": "¶",
        "dag": "†",
        "ddag": "‡",
        "NG": "Ŋ",
        "dj": "đ",
        "DJ": "Đ",
        "dh": "ð",
        "DH": "Ð",
        "th": "þ",
        "TH": "Þ",
    }
)
_SET_APART = MappingProxyType({"textsc": PieceKind.RAISED, "texttt": PieceKind.FORMULA})
_SCRIPTS = MappingProxyType({"textsuperscript": raised, "textsubscript": lowered})


@dataclass(frozen=True, slots=True)
class Dialect:
    """How an engine reads.

    Attributes:
        formula: makes text of a formula that stands between dollar signs.
        dropped: commands that are not known to it and print nothing.
    """

    formula: Callable[[str], str] = unicode_maths
    dropped: frozenset[str] = frozenset()


LATEX = Dialect()


def read_tex(source: str, dialect: Dialect = LATEX) -> str:
    """Return a line as it is printed."""
    return "".join(piece.text for piece in tex_pieces(source, dialect))


def tex_pieces(source: str, dialect: Dialect = LATEX) -> list[Piece]:
    """Return the pieces of a line; together they are the line as it is printed."""
    return list(_pieces(source, dialect))


def _pieces(source: str, dialect: Dialect) -> Iterator[Piece]:
    position = 0
    while match := _LEXEME.match(source, position):
        position = match.end()
        kind = match.lastgroup or ""
        if kind == "group":
            end = group_end(source, match.start())
            yield from _group(source[match.end() : end - 1], dialect)
            position = end
        elif kind == "accent" or (kind == "command" and match[kind] in TEXT_STYLES):
            argument, position = _argument(source, position)
            named = _accented if kind == "accent" else _styled
            yield from named(match, argument, dialect)
        elif kind == "maths":
            yield Piece(dialect.formula(match[kind][1:-1]), PieceKind.FORMULA)
        elif match["command"] == "ensuremath":  # a letter with two accents
            argument, position = _argument(source, position)
            yield Piece(dialect.formula(argument), PieceKind.FORMULA)
        else:
            is_dropped = match["command"] in dialect.dropped
            yield Piece("" if is_dropped else _text(kind, match), PieceKind.PLAIN)


def _text(kind: str, match: re.Match[str]) -> str:
    match kind:
        case "command":
            return _command(match["command"])
        case "symbol":
            return _SYMBOLS.get(match["symbol"], match["symbol"])
        case "signs":
            return _SIGNS[match["signs"]]
    return match["text"]


@lru_cache(maxsize=512)
def _command(name: str) -> str:
    if name in _COMMANDS:
        return _COMMANDS[name]
    if name in MATHS_SYMBOLS:
        return unicode_maths(f"\\{name}")
    text = LatexNodes2Text().latex_to_text(f"\\{name}{{}}")
    return str(text) or f"\\{name}"


def _argument(source: str, position: int) -> tuple[str, int]:
    """Return the argument of a command, which is a group, a command or one character."""
    if source[position : position + 1] == "{":
        end = group_end(source, position)
        return source[position + 1 : end - 1], end
    match = re.compile(r"\\[A-Za-z]+\s?|\\.|.?", re.DOTALL).match(source, position)
    return (match[0], match.end()) if match else ("", position)


def _accented(match: re.Match[str], argument: str, dialect: Dialect) -> Iterator[Piece]:
    letters = read_tex(argument, dialect).replace(_DOTLESS_I, "i").replace("ȷ", "j")
    base = letters[:1] + _MARKS[match["accent"]] + letters[1:]
    yield Piece(unicodedata.normalize("NFC", base), PieceKind.PLAIN)


def _styled(match: re.Match[str], argument: str, dialect: Dialect) -> Iterator[Piece]:
    name = match["command"]
    if name in _SCRIPTS:
        yield Piece(_SCRIPTS[name](read_tex(argument, dialect)), PieceKind.RAISED)
    elif name in _SET_APART:
        yield Piece(read_tex(argument, dialect), _SET_APART[name])
    else:
        yield from _pieces(argument, dialect)


def _group(inside: str, dialect: Dialect) -> Iterator[Piece]:
    pieces = tex_pieces(inside, dialect)
    if len(pieces) == 1 and pieces[0].kind is not PieceKind.PLAIN:
        yield pieces[0]
    elif pieces:
        yield Piece("".join(piece.text for piece in pieces), PieceKind.GROUP)
