r"""arXiv's text as people read it: formulas as they are, the commands around words gone.

5 % of abstracts have commands for text, such as ``\textbf`` and ``\href`` (of 74,728, measured
2026-11). This is for screens only: exports read the text piece by piece (``exporters.tex_tokens``).
"""

import re
from collections.abc import Iterable

_FORMULA = re.compile(
    r"(?<!\\)(?:\$\$.+?\$\$|\$(?:[^$\\]|\\.)+\$|\\\(.+?\\\)|\\\[.+?\\\])", re.DOTALL
)
_STYLE = re.compile(r"\\(?:text[a-z]{0,6}|emph|underline|mbox|url|href\{[^{}]*\})\s*\{([^{}]*)\}")
_SIGN = re.compile(r"\\([%&#_$])")
_TIE = re.compile(r"(?<=[\w.])~(?=[\w\x00])")
_MARK = re.compile("\x00(\\d+)\x00")
_DEEPEST_STYLE = 4


def readable(text: str) -> str:
    r"""Return the text to be read: ``\textbf{A} has 50\% of $N$`` is ``A has 50% of $N$``."""
    if "\\" not in text and "~" not in text and "``" not in text:
        return text
    formulas: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        formulas.append(match[0])
        return f"\x00{len(formulas) - 1}\x00"

    plain = _FORMULA.sub(put_aside, text.replace("\x00", ""))
    for _ in range(_DEEPEST_STYLE):
        plain, changes = _STYLE.subn(r"\1", plain)
        if not changes:
            break
    plain = _TIE.sub(" ", _SIGN.sub(r"\1", plain)).replace("``", "“").replace("''", "”")
    return _MARK.sub(lambda match: formulas[int(match[1])], plain)


def readable_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that hold a letter: arXiv puts an author called ":" after team names."""
    return tuple(name for name in names if any(character.isalpha() for character in name))
