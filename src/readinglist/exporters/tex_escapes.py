r"""Plain text in UTF-8 as TeX source: only what means something to TeX is written otherwise.

For biber, which reads every script; what is printed depends on the fonts of the document.
"""

import re
import unicodedata
from types import MappingProxyType

_ESCAPES = MappingProxyType(
    {
        **{character: "\\" + character for character in "#$%&_"},
        "\\": r"{\textbackslash}",
        # ``\{`` would unbalance the braces that parsers count.
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "^": r"{\textasciicircum}",
        "~": r"{\textasciitilde}",
        # The default font of pdfLaTeX has other characters in these places.
        "<": r"{\textless}",
        ">": r"{\textgreater}",
        "|": r"{\textbar}",
        "\u00a0": "~",
        "\u2009": r"\,",
        "\u202f": r"\,",
    }
)
_ORDINARY = re.compile("[A-Za-z0-9 ,.;:/()+*='\u00c0-\u024f-]*")
_VARIATION_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_INVISIBLE = frozenset(("Cf", "Cc", "Cs"))
_PRIVATE = "Co"


def escape_text(text: str) -> str:
    """Return plain text as TeX source in NFC; braces in the result are always balanced."""
    composed = unicodedata.normalize("NFC", text)
    if _ORDINARY.fullmatch(composed):
        return composed
    escaped = "".join(map(_escaped, composed))
    # Dropping what is invisible may have brought a letter and its accent together.
    escaped = unicodedata.normalize("NFC", escaped)
    return re.sub(r"([?!])`", r"\1{}`", escaped)  # "?`" is a ligature that prints an upside-down ?


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isascii() and character.isprintable():
        return character
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in _INVISIBLE or _VARIATION_SELECTOR.fullmatch(character):
        return ""
    if category == _PRIVATE or _is_no_character(ord(character)):
        return f"{{[U+{ord(character):04X}]}}"
    return character


def _is_no_character(code: int) -> bool:
    """Tell the codes that Unicode keeps free for good, which strict readers of UTF-8 refuse."""
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
