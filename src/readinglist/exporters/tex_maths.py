"""Formulas from outside, let through only if they are made of known commands and are whole.

A formula that LaTeX stops at would cost the reader the whole bibliography, and BibTeX counts
braces, so a formula is read by a small grammar and written anew from what was understood.
"""

import re

from readinglist.exporters.tex_characters import maths_character
from readinglist.exporters.tex_commands import (
    DELIMITERS,
    MATHS_SYMBOLS,
    MATHS_WITH_ARGUMENT,
    MATHS_WITH_TEXT,
    OLD_FONTS,
)

_LONGEST = 1_000
_DEEPEST = 10
_LEXEME = re.compile(r"\\[A-Za-z]+|\\.|'+|\s+|.", re.DOTALL)
_TEXT_ARGUMENT = re.compile(r"[A-Za-z0-9 ,.:;?()/+=@'-]*")
_PLAIN = frozenset("+-*/=<>()[]|.,:;!?@~")
_SYMBOLS = {r"\{": r"\lbrace", r"\}": r"\rbrace", r"\|": r"\Vert"} | {
    symbol: symbol for symbol in (r"\,", r"\;", r"\:", r"\!", r"\ ", r"\%", r"\&", r"\#", r"\_")
}
_PLAIN_DELIMITERS = frozenset("()[]|./<>")
_WORD_OR_NUMBER = re.compile(r"[^\W\d_]+['-]?|\d+(?:\.\d+)?")
_EQUATION = re.compile(r"[\w() ]*[^\W\d_][\w() ]*[=<>+][\w()=<>+ ]*")


def looks_like_maths(inside: str, *, digit_follows: bool) -> bool:
    """Tell a formula between two dollar signs from two sums of money.

    It is a formula if it has a command, a script or a group, or is a word or an equation. "$5
    to x_1 $10" is money: digits stand right after both signs.
    """
    if digit_follows and inside[:1].isdigit():
        return False
    if any(character in inside for character in "\\^_{"):
        return True
    return bool(_WORD_OR_NUMBER.fullmatch(inside) or _EQUATION.fullmatch(inside))


def safe_maths(source: str) -> str | None:
    r"""Return a formula in ASCII that compiles in bare LaTeX, or None if that is not sure.

    Commands are on an allow-list, braces and ``\left``/``\right`` balanced, scripts not doubled.
    """
    if len(source) > _LONGEST:
        return None
    try:
        formula = _Reader(source).whole()
    except _UnsafeError:
        return None
    return formula or None


class _UnsafeError(Exception):
    """The formula holds something that is not known to compile."""


class _Reader:
    """Reads a formula from left to right; every method returns source that compiles."""

    def __init__(self, source: str) -> None:
        # TeX skips white space before a script, so it must not hide a second one.
        self._lexemes = _LEXEME.findall(re.sub(r"\s+(?=[\^_'])", "", source.strip()))
        self._position = 0
        self._depth = 0

    def whole(self) -> str:
        formula = self._list(end="")
        if self._peek():
            raise _UnsafeError
        return formula.strip()

    def _peek(self) -> str:
        if self._position < len(self._lexemes):
            return str(self._lexemes[self._position])
        return ""

    def _next(self) -> str:
        lexeme = self._peek()
        if not lexeme:
            raise _UnsafeError
        self._position += 1
        return lexeme

    def _skip_space(self) -> None:
        while self._peek().isspace():
            self._position += 1

    def _list(self, end: str) -> str:
        """Read atoms with their scripts up to ``end``, which is left unread."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _UnsafeError
        parts: list[str] = []
        while self._peek() not in {"", end}:
            atom = "" if self._peek() in {"^", "_"} or self._peek()[0] == "'" else self._atom()
            parts.append(atom + ("" if atom.isspace() else self._scripts()))
        self._depth -= 1
        return _joined(parts)

    def _scripts(self) -> str:
        """Read at most one of each script: TeX stops at a second one."""
        scripts, seen = "", ""
        while self._peek() in {"^", "_"} or self._peek()[:1] == "'":
            mark = self._next()
            kind = "_" if mark == "_" else "^"
            if kind in seen:
                raise _UnsafeError
            seen += kind
            scripts += mark if mark[0] == "'" else mark + self._script_argument()
        return scripts

    def _script_argument(self) -> str:
        self._skip_space()
        argument = self._atom()
        is_whole = argument[0] == "{" or (len(argument) == 1 and argument.isalnum())
        return argument if is_whole else f"{{{argument}}}"

    def _atom(self) -> str:
        lexeme = self._next()
        if lexeme.isspace():
            return " "
        if lexeme == "{":
            return self._group()
        if lexeme[0] == "\\":
            return self._command(lexeme)
        if lexeme in _PLAIN or (lexeme.isascii() and lexeme.isalnum()):
            return lexeme
        symbol = None if lexeme.isascii() else maths_character(lexeme)
        if symbol is None:
            raise _UnsafeError
        return symbol if re.fullmatch(r"\\[A-Za-z]+|[^\\^_]", symbol) else f"{{{symbol}}}"

    def _group(self) -> str:
        self._skip_space()
        font = OLD_FONTS.get(self._peek().removeprefix("\\"))
        if font and self._peek()[0] == "\\":
            self._position += 1
            self._skip_space()
        inside = self._list(end="}")
        if self._next() != "}":
            raise _UnsafeError
        return f"{{\\{font}{{{inside}}}}}" if font else f"{{{inside}}}"

    def _command(self, lexeme: str) -> str:
        name = lexeme[1:]
        if lexeme in _SYMBOLS:
            return _SYMBOLS[lexeme]
        if name in MATHS_SYMBOLS:
            return lexeme
        if name in MATHS_WITH_ARGUMENT:
            return f"{lexeme}{self._argument()}"
        if name == "frac":
            numerator = self._argument()
            return f"\\frac{numerator}{self._argument()}"
        if name in MATHS_WITH_TEXT:
            return f"{lexeme}{{{self._text_argument()}}}"
        if name == "left":
            return self._left_right()
        raise _UnsafeError

    def _argument(self) -> str:
        self._skip_space()
        if self._peek() in {"[", "^", "_"}:
            raise _UnsafeError
        argument = self._atom()
        return argument if argument[0] == "{" else f"{{{argument}}}"

    def _text_argument(self) -> str:
        self._skip_space()
        if self._next() != "{":
            raise _UnsafeError
        text = ""
        while (lexeme := self._next()) != "}":
            text += lexeme
        if not _TEXT_ARGUMENT.fullmatch(text):
            raise _UnsafeError
        return text

    def _left_right(self) -> str:
        left = self._delimiter()
        inside = self._list(end="\\right")
        if self._next() != "\\right":
            raise _UnsafeError
        return _joined(["\\left", left, inside, "\\right", self._delimiter()])

    def _delimiter(self) -> str:
        self._skip_space()
        lexeme = self._next()
        delimiter = _SYMBOLS.get(lexeme, lexeme)
        if lexeme in _PLAIN_DELIMITERS or delimiter.removeprefix("\\") in DELIMITERS:
            return delimiter
        raise _UnsafeError


def _joined(parts: list[str]) -> str:
    """Join pieces so that a command and a letter after it stay apart."""
    joined = ""
    for part in parts:
        if part[:1].isalpha() and re.search(r"\\[A-Za-z]+$", joined):
            joined += " "
        joined += part
    return joined
