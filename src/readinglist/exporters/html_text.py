r"""arXiv's text as HTML: formulas as MathML, the author's styles as elements, all else escaped."""

import html
from functools import lru_cache
from types import MappingProxyType

from readinglist.exporters.mathml import mathml
from readinglist.exporters.tex_tokens import Token, TokenKind, tokenise

_ELEMENTS = MappingProxyType(
    {
        "textsuperscript": "sup",
        "textsubscript": "sub",
        "textit": "em",
        "emph": "em",
        "textsl": "em",
        "textbf": "strong",
        "texttt": "code",
    }
)


def html_text(text: str) -> str:
    """Return a line of text, such as a title, as the inside of an element."""
    parts: list[str] = []
    closing: list[str] = []
    for token in tokenise(text):
        if token.kind is TokenKind.MATHS:
            parts.append(_formula(token.text))
        elif token.kind is TokenKind.OPEN:
            begin, end = _element(token)
            parts.append(begin)
            closing.append(end)
        elif token.kind is TokenKind.CLOSE:
            parts.append(closing.pop())
        else:
            parts.append(html.escape(token.text))
    return "".join(parts)


def html_paragraphs(text: str) -> str:
    """Return running text as paragraphs, which blank lines part."""
    paragraphs = (part for part in text.split("\n\n") if part.strip())
    return "".join(f"<p>{html_text(paragraph)}</p>\n" for paragraph in paragraphs)


def _element(token: Token) -> tuple[str, str]:
    name = _ELEMENTS.get(token.text)
    if name is None:
        return ('<span class="caps">', "</span>") if token.text == "textsc" else ("", "")
    return f"<{name}>", f"</{name}>"


@lru_cache(maxsize=1024)
def _formula(source: str) -> str:
    """Return a formula as MathML, or its source where that cannot be made of it."""
    return mathml(source) or f"<code>{html.escape(source)}</code>"
