"""Titles as a line of Unicode without any TeX, for places that show neither TeX nor formulas."""

from readinglist.exporters.tex_tokens import TokenKind, tokenise
from readinglist.exporters.unicode_maths import lowered, raised, unicode_maths

_ZERO_WIDTH_SPACE = "\u200b"
_SCRIPTS = {"textsuperscript": raised, "textsubscript": lowered}


def unicode_title(title: str) -> str:
    """Return a title as it reads: accents, raised and lowered digits, Greek; no styles."""
    line = [""]
    styles: list[str] = []
    for token in tokenise(title):
        if token.kind is TokenKind.OPEN:
            styles.append(token.text)
            line.append("")
        elif token.kind is TokenKind.CLOSE:
            script = _SCRIPTS.get(styles.pop())
            inside = line.pop()
            line[-1] += script(inside) if script else inside
        else:
            is_maths = token.kind is TokenKind.MATHS
            line[-1] += unicode_maths(token.text) if is_maths else token.text
    return " ".join(line[0].replace(_ZERO_WIDTH_SPACE, "").split())
