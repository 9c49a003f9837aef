r"""What a title or name reads as, from the program's side and from TeX source, to be compared.

TeX is decoded by pylatexenc, which is not the code that wrote it. Ligatures, quotation marks,
dashes and spaces are folded on both sides, since TeX has no two ways to say them.
"""

import re
import unicodedata
from functools import cache

from pylatexenc import latex2text, latexwalker
from pylatexenc.macrospec import std_macro

from readinglist.exporters.tex_tokens import TokenKind, tokenise

_WITH_ARGUMENT = (
    "textmd textsf textsubscript textsuperscript texttt textup bm boldsymbol operatorname mbox "
    "textnormal"
)
_SYMBOLS = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textasciicircum": "^",
    "pounds": "£",
    "copyright": "©",
    "S": "§",
    "P": "¶",
    "ddag": "‡",
    "circ": "°",  # the program writes a degree as a raised circle
    # Braces themselves: stood in for while TeX's own are taken away.
    "textbraceleft": "\ue000",
    "textbraceright": "\ue001",
}
_PLAIN = re.compile(r"[A-Za-z0-9 ,.:;()/+*?!'`-]*")
_FOLDED = str.maketrans(
    {"\ue000": "{", "\ue001": "}", "\u2044": "/", "\u2212": "-", "\u2010": "-", "\u2217": "*"}
    | dict.fromkeys("\u2013\u2014\u2015\u2012\u2011", "-")
    | dict.fromkeys("`\u2018\u2019\u201a\u201b\u2032\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2033", '"')
)
_CODE = re.compile(r"\[U\+([0-9A-F]{4,6})\]")


def title_as_told(title: str) -> str:
    """Return what a title of a paper reads as."""
    parts = []
    for token in tokenise(title):
        if token.kind is TokenKind.TEXT:
            parts.append(token.text)
        elif token.kind is TokenKind.MATHS:
            parts.append(_from_tex(f"${token.text}$"))
    return folded("".join(parts))


def decoded(source: str) -> str:
    """Return what TeX source reads as."""
    text = source if _PLAIN.fullmatch(source) else _from_tex(source)
    return folded(_CODE.sub(lambda match: chr(int(match[1], 16)), text))


def folded(text: str) -> str:
    """Return text without what TeX cannot tell apart."""
    text = unicodedata.normalize("NFKC", text.translate(_FOLDED)).translate(_FOLDED)
    text = unicodedata.normalize("NFKC", "".join(text.split())).replace("^°", "°")
    return re.sub("-+", "-", re.sub("''", '"', text))


def _from_tex(source: str) -> str:
    text: str = _decoder().latex_to_text(source, latex_context=_arguments())
    return text


@cache
def _decoder() -> latex2text.LatexNodes2Text:
    """Return pylatexenc's decoder with the commands that it lacks; unknown ones stay as written."""
    context = latex2text.get_default_latex_context_db()
    context.add_context_category(
        "readinglist",
        macros=[
            *(latex2text.MacroTextSpec(name, "%s") for name in _WITH_ARGUMENT.split()),
            *(latex2text.MacroTextSpec(name, text) for name, text in _SYMBOLS.items()),
        ],
        prepend=True,
    )
    context.set_unknown_macro_spec(
        latex2text.MacroTextSpec("", lambda node: f"\\{node.macroname} ")
    )
    return latex2text.LatexNodes2Text(latex_context=context, math_mode="text", keep_comments=True)


@cache
def _arguments() -> object:
    context = latexwalker.get_default_latex_context_db()
    macros = [std_macro(name, "{") for name in _WITH_ARGUMENT.split()]
    context.add_context_category("readinglist", macros=macros, prepend=True)
    return context
