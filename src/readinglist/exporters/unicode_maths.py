r"""Formulas as a line of Unicode, for places that show no TeX: ``$O(N^2)$`` becomes "O(N²)".

Reads what ``safe_maths`` has let through. Styles of letters (bold, script) are dropped but for the
double-struck ones, and a script without raised letters of its own keeps its mark: "x^(q+1)".
"""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from readinglist.exporters.tex_commands import MATHS_WITH_ARGUMENT, MATHS_WITH_TEXT
from readinglist.exporters.unicode_symbols import (
    BETWEEN,
    BIG_OPERATORS,
    DELIMITERS,
    DOTS_AND_SPACES,
    DOUBLE_STRUCK,
    LETTERS,
    LOWERED,
    MARKS,
    RAISED,
    RAISED_ALREADY,
)

_PLAIN_SIGNS = MappingProxyType({"-": "\N{MINUS SIGN}", "~": " ", "'": "\N{PRIME}"})
_SYMBOLS = MappingProxyType({**LETTERS, **BIG_OPERATORS, **DELIMITERS, **DOTS_AND_SPACES})
_PLAIN_BETWEEN = frozenset("+-=<>")
_LEXEME = re.compile(r"\\[A-Za-z]+|\\.|\s+|.", re.DOTALL)
_OPENING = frozenset("([{⟨⌊⌈|‖,;")


def unicode_maths(source: str) -> str:
    """Return a formula that ``safe_maths`` has written as a line of text."""
    return " ".join(_Reader(source).list().split())


def raised(text: str) -> str:
    """Return text as an exponent: raised letters where Unicode has them, else after a "^"."""
    return _script(text, RAISED, "^")


def lowered(text: str) -> str:
    """Return text as an index: lowered letters where Unicode has them, else after a "_"."""
    return _script(text, LOWERED, "_")


def _script(text: str, letters: Mapping[str, str], mark: str) -> str:
    text = re.sub(r" (\W) ", r"\1", text.strip())
    if not text or (mark == "^" and set(text) <= RAISED_ALREADY):
        return text
    if set(text) <= letters.keys():
        return "".join(letters[character] for character in text)
    if text == "∘":
        return "°"
    return f"{mark}{text}" if text.isalnum() else f"{mark}({text})"


class _Reader:
    r"""Reads a formula from left to right; a closing brace or ``\right`` ends a list."""

    def __init__(self, source: str) -> None:
        self._lexemes: list[str] = _LEXEME.findall(source)
        self._position = 0

    def list(self) -> str:
        """Read up to the end of the formula or of the group."""
        line = ""
        while self._position < len(self._lexemes):
            lexeme = self._lexemes[self._position]
            if lexeme in {"}", "\\right"}:
                break
            self._position += 1
            line = self._with(line, lexeme)
        return line

    def _with(self, line: str, lexeme: str) -> str:
        if lexeme.isspace():
            return line
        if lexeme in {"^", "_"}:
            return line.rstrip() + (raised if lexeme == "^" else lowered)(self._argument())
        name = lexeme[1:]
        if lexeme in _PLAIN_BETWEEN or (lexeme[0] == "\\" and name in BETWEEN):
            sign = BETWEEN[name] if name else _PLAIN_SIGNS.get(lexeme, lexeme)
            # Nothing on the left: a sign, as in "-1".
            is_sign = not line or line[-1] in _OPENING
            return f"{line}{sign}" if is_sign else f"{line.rstrip()} {sign} "
        if lexeme[0] != "\\":
            return line + self._plain(lexeme)
        read = self._command(name)
        if name.isalpha() and read == name and line[-1:].isalnum():
            return f"{line} {read} "  # "N log N"
        return f"{line}{read} " if read == name else line + read

    def _plain(self, lexeme: str) -> str:
        if lexeme == "{":
            inside = self.list()
            self._position += 1
            return inside
        return _PLAIN_SIGNS.get(lexeme, lexeme)

    def _command(self, name: str) -> str:
        if name in _SYMBOLS:
            return _SYMBOLS[name]
        if name == "frac":
            above = _grouped(self._argument())
            return f"{above}/{_grouped(self._argument())}"
        if name == "sqrt":
            return f"√{_grouped(self._argument())}"
        if name == "left":
            return self._left_right()
        if name in MATHS_WITH_TEXT | MATHS_WITH_ARGUMENT:
            return self._text() if name in MATHS_WITH_TEXT else _styled(name, self._argument())
        return " " if name in {",", ";", ":", " "} else name.removeprefix("!")

    def _argument(self) -> str:
        if self._position >= len(self._lexemes):
            return ""
        lexeme = self._lexemes[self._position]
        self._position += 1
        return self._with("", lexeme).strip()

    def _text(self) -> str:
        self._position += 1  # the opening brace; nothing in it is a command
        rest = self._lexemes[self._position :]
        end = self._position + (rest.index("}") if "}" in rest else len(rest))
        text = "".join(self._lexemes[self._position : end])
        self._position = end + 1
        return text

    def _left_right(self) -> str:
        left = self._delimiter()
        inside = self.list()
        self._position += 1
        return left + inside.strip() + self._delimiter()

    def _delimiter(self) -> str:
        if self._position >= len(self._lexemes):
            return ""  # a formula that ends too early, as what is typed into an entry may
        lexeme = self._lexemes[self._position]
        self._position += 1
        return "" if lexeme == "." else DELIMITERS.get(lexeme.removeprefix("\\"), lexeme)


def _styled(name: str, text: str) -> str:
    if name == "mathbb":
        return "".join(DOUBLE_STRUCK.get(character, character) for character in text)
    if mark := MARKS.get(name):
        is_line = name in {"overline", "underline"}
        if is_line or len(text) == 1:
            marked = "".join(c if c.isspace() else c + mark for c in text)
            return unicodedata.normalize("NFC", marked)
    return text


def _grouped(text: str) -> str:
    return text if re.fullmatch(r"\w+|.", text) else f"({text})"
