r"""One character of Unicode in ASCII that pdfLaTeX and BibTeX print, whatever the fonts.

Letters with accents become BibTeX "special characters" such as ``{\'E}``, which keep their place
when names are abbreviated and titles lower-cased; symbols become maths. What TeX has no letter for
(Chinese, Cyrillic, emoji) is named in brackets: a file that does not compile helps nobody, and a
character that silently vanishes is worse.
"""

import re
import unicodedata
from functools import lru_cache
from types import MappingProxyType

from pylatexenc.latexencode import UnicodeToLatexEncoder

from readinglist.exporters.tex_commands import (
    MATHS_SYMBOLS,
    MATHS_WITH_ARGUMENT,
    TEXT_SYMBOLS,
)

_TEX = MappingProxyType(
    {
        **{character: "\\" + character for character in "#$%&_"},
        "\\": r"{\textbackslash}",
        # ``\{`` would unbalance the braces that BibTeX counts.
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "^": r"{\textasciicircum}",
        "~": r"{\textasciitilde}",
        # The default font has other characters in these places.
        "<": r"{\textless}",
        ">": r"{\textgreater}",
        "|": r"{\textbar}",
        # pylatexenc has another accent for these.
        "Ű": r"{\H{U}}",
        "ű": r"{\H{u}}",
        # LaTeX puts these accents on a letter without its dot by itself, and pandoc does only so.
        "í": r"{\'i}",
        "ì": r"{\`i}",
        "î": r"{\^i}",
        "ï": r"{\"i}",
        "\u00a0": "~",
        "\u2009": r"\,",
        "\u202f": r"\,",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "--",
        "\u2013": "--",
        "\u2014": "---",
        "\u2015": "---",
        "\u2018": "`",
        "\u2019": "'",
        "\u201a": ",",
        "\u201b": "`",
        "\u201c": "``",
        "\u201d": "''",
        "\u201e": ",,",
        "\u00ab": "``",
        "\u00bb": "''",
        "\u2032": "{$'$}",
        "\u2033": "{$''$}",
        "\u2026": r"{\ldots}",
        "\u2212": "{$-$}",
        "\u2044": "/",
        "\u2022": r"{$\bullet$}",
        "\u00b7": r"{$\cdot$}",
        "\u00b0": r"{$^{\circ}$}",
        "\u2218": r"{$\circ$}",
        "\u00b5": r"{$\mu$}",
        "\u00d7": r"{$\times$}",
        "\u00f7": r"{$\div$}",
        "\u00b1": r"{$\pm$}",
        "\u00ac": r"{$\neg$}",
        "\u221a": r"{$\surd$}",
        "\u2192": r"{$\rightarrow$}",
        "\u2190": r"{$\leftarrow$}",
        "\u2191": r"{$\uparrow$}",
        "\u2193": r"{$\downarrow$}",
        "\u2122": r"{\texttrademark}",
        "\u00a9": r"{\copyright}",
        "\u00ae": r"{\textregistered}",
        "\u20ac": r"{\texteuro}",
        "\u00a3": r"{\pounds}",
        "\u00a7": r"{\S}",
        "\u00b6": r"{\P}",
        "\u2020": r"{\dag}",
        "\u2021": r"{\ddag}",
        "\u2030": r"{\textperthousand}",
        "\u2031": r"{\textpertenthousand}",
        "\u2605": r"{$\star$}",
        "\u2713": r"{$\surd$}",
    }
)
_ABOVE = MappingProxyType(
    {"\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u"}
    | {"\u0307": ".", "\u0308": '"', "\u030a": "r", "\u030b": "H", "\u030c": "v"}
)
_BELOW = MappingProxyType({"\u0323": "d", "\u0327": "c", "\u0328": "k", "\u0331": "b"})
_IN_MATHS = MappingProxyType(
    {"`": "grave", "'": "acute", "^": "hat", "~": "tilde", "=": "bar", "u": "breve", ".": "dot"}
    | {'"': "ddot", "r": "mathring", "H": "ddot", "v": "check"}
)
# Letters that are close to another one: the mark is dropped, as in the citation key.
_HORNS = frozenset(("\u031b", "\u0326"))

_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]")
_ORDINARY = re.compile("[A-Za-z0-9 ,.;:/()+*='-]*")
_VARIATION_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_ACCENTED = re.compile(r"\\(?:[`'^\"~=.]|[cvHurdbk])(?:\{(?:[A-Za-z]|\\[ij])\}|[A-Za-z]|\\[ij])")
_SYMBOL = re.compile(r"\\([A-Za-z]+)")
_MATHS = re.compile(r"\\ensuremath\{((?:[A-Za-z0-9 +=<>()/,.^_-]|[{}]|\\[A-Za-z]+)+)\}")
_PLAIN = re.compile(r"[A-Za-z0-9 ,.;:!?()/+*='-]+")

_ENCODER = UnicodeToLatexEncoder(
    unknown_char_policy="replace",
    unknown_char_warning=False,
    replacement_latex_protection="none",
)


def encode_text(text: str) -> str:
    """Return plain text as TeX source in ASCII; braces in the result are always balanced."""
    if _ORDINARY.fullmatch(text):
        return text
    clusters = _CLUSTER.findall(unicodedata.normalize("NFC", text))
    encoded = "".join(map(_encode_cluster, clusters))
    return re.sub(r"([?!])`", r"\1{}`", encoded)  # "?`" is a ligature that prints an upside-down ?


def maths_character(character: str) -> str | None:
    """Return a symbol as source for maths mode, or None if it is no symbol of maths."""
    encoded = _encode_cluster(character)
    match = re.fullmatch(r"\{\$(.+)\$\}|\{\\ensuremath\{(.+)\}\}", encoded)
    return (match[1] or match[2]) if match else None


@lru_cache(maxsize=4096)
def _encode_cluster(cluster: str) -> str:
    if cluster in _TEX:
        return _TEX[cluster]
    if len(cluster) == 1 and " " <= cluster <= "~":
        return cluster
    if _is_invisible(cluster):
        return ""
    if cluster.isspace():
        return " "
    for encode in (_known_to_pylatexenc, _composed, _compatible):
        if encoded := encode(cluster):
            return encoded
    return "".join(map(_named, cluster))


def _is_invisible(cluster: str) -> bool:
    return unicodedata.category(cluster[0]) in {"Cf", "Cc", "Cs"} or bool(
        _VARIATION_SELECTOR.fullmatch(cluster)
    )


def _known_to_pylatexenc(cluster: str) -> str:
    """Take what pylatexenc says if bare LaTeX can print it, otherwise return ""."""
    if len(cluster) > 1:
        return ""
    source = _ENCODER.unicode_to_latex(cluster)
    if _ACCENTED.fullmatch(source):
        return f"{{{source}}}"
    symbol = _SYMBOL.fullmatch(source)
    if symbol:
        return f"{{{source}}}" if symbol[1] in TEXT_SYMBOLS else ""
    maths = _MATHS.fullmatch(source)
    if maths:
        return f"{{${maths[1]}$}}" if _is_known_maths(maths[1]) else ""
    return source if _PLAIN.fullmatch(source) else ""


def _is_known_maths(source: str) -> bool:
    commands = set(re.findall(r"\\([A-Za-z]+)", source))
    return commands <= MATHS_SYMBOLS | MATHS_WITH_ARGUMENT and "{}" not in source


def _composed(cluster: str) -> str:
    """Put a letter together from its base and its marks; "" if one of them is unknown."""
    base, *marks = list(unicodedata.normalize("NFD", cluster))
    if not (base.isascii() and base.isalpha()):
        return ""
    marks = [mark for mark in marks if mark not in _HORNS]
    above = [_ABOVE[mark] for mark in marks if mark in _ABOVE]
    below = [_BELOW[mark] for mark in marks if mark in _BELOW]
    if len(above) + len(below) != len(marks) or len(above) > 2 or len(below) > 1:
        return ""
    if len(above) == 2:
        # TeX cannot put a text accent on another one, but maths accents stack. Behind a command
        # they are one letter to BibTeX, which would take the "a" of "$\acute" for an initial.
        inner = f"\\{_IN_MATHS[above[0]]}{{\\mathrm{{{base}}}}}"
        outer = f"\\ensuremath{{\\{_IN_MATHS[above[1]]}{{{inner}}}}}"
        return f"{{\\{below[0]}{{{outer}}}}}" if below else f"{{{outer}}}"
    letter = f"\\{above[0]}{{{base}}}" if above else base
    if below:
        return f"{{\\{below[0]}{{{letter}}}}}"
    return f"{{{letter}}}" if above else base


def _compatible(cluster: str) -> str:
    """Spell out ligatures, raised and lowered digits, full-width and maths letters."""
    kind, _, codes = unicodedata.decomposition(cluster[0]).rpartition("> ")
    if not kind or len(cluster) > 1:
        return ""
    encoded = encode_text("".join(chr(int(code, 16)) for code in codes.split()))
    if kind == "<super" and encoded.isalnum():
        return f"{{$^{{{encoded}}}$}}"
    if kind == "<sub" and encoded.isalnum():
        return f"{{$_{{{encoded}}}$}}"
    return encoded


def _named(character: str) -> str:
    name = unicodedata.name(character, "")
    if name and unicodedata.category(character).startswith("S"):
        return f"{{[{name}]}}"
    return f"{{[U+{ord(character):04X}]}}"
