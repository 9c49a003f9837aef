"""Titles and names as fields of a ``.bib`` file: balanced braces, and case kept where it matters.

BibTeX's styles write titles in lower case but for what stands in braces: "BERT" becomes "bert" and
"$O(N)$" "$o(n)$". Braces round every capital letter would freeze the style's own choice, so only
acronyms, words in mixed case, capitals with digits and frequent names get them (0.8 words a title).
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from readinglist.exporters.proper_words import PROPER_WORDS
from readinglist.exporters.tex_characters import encode_text
from readinglist.exporters.tex_escapes import escape_text
from readinglist.exporters.tex_tokens import Token, TokenKind, tokenise

_LETTERS = "(?:[^\\W_][\u0300-\u036f]*)+"
_SEGMENT = re.compile(f"{_LETTERS}(?:[._@&'\N{RIGHT SINGLE QUOTATION MARK}]{_LETTERS})*")
_WORD = re.compile(r"[^\W\d_]+")
_JOINTS = frozenset("-/+\N{EN DASH}")  # "GPT-4" is one word, and so is "I2V/T2V"

# Most titles have neither TeX nor a letter beyond ASCII; what is kept in them one expression finds.
_PLAIN_TITLE = re.compile("[A-Za-z0-9,;:!?()/+*.'-]+(?: [A-Za-z0-9,;:!?()/+*.'-]+)*")
_INSIDE = "(?:[A-Za-z0-9]|[.'](?=[A-Za-z0-9]))"
_PLAIN_KEPT = (
    rf"(?=[A-Za-z0-9])(?=(?:{_INSIDE}+?[A-Z]|[A-Z]{_INSIDE}*?[0-9]|[B-Z](?!{_INSIDE}))){_INSIDE}+"
)
_PLAIN_SPAN = re.compile(
    rf"(?<![A-Za-z0-9])(?<![A-Za-z0-9][.']){_PLAIN_KEPT}"
    rf"(?:[-/+](?:{_PLAIN_KEPT}|[0-9]+(?!{_INSIDE})))*"
)


class TexText:
    """Makes fields of a ``.bib`` file; ``encode`` writes plain text as TeX source."""

    def __init__(self, encode: Callable[[str], str]) -> None:
        self._encode = encode

    def title(self, title: str) -> str:
        r"""Return a title as the inside of a field.

        Formulas are kept, in braces, if they are known to compile; the rest of the text prints as
        it reads. A ``&``, a sum in dollars or ``\input`` is text.
        """
        if _PLAIN_TITLE.fullmatch(title):
            words = title.split(" ")
            return " ".join([w if w.islower() else _with_kept_spans(w) for w in words])
        return self._title_with_care(title)

    def _title_with_care(self, title: str) -> str:
        parts: list[str] = []
        style_depth = 0
        tokens = tokenise(title)
        for index, token in enumerate(tokens):
            if token.kind is TokenKind.MATHS:
                parts.append(f"{{${token.text}$}}")
            elif token.kind is TokenKind.OPEN:
                style_depth += 1
                parts.append(f"\\{token.text}{{")
            elif token.kind is TokenKind.CLOSE:
                style_depth -= 1
                parts.append("}")
            elif style_depth:
                parts.append(self._encode(token.text))  # the braces of the style keep the case
            else:
                parts.extend(self._with_kept_case(token, _words_with_formulas(tokens, index)))
        return _one_space("".join(parts))

    def running_text(self, text: str) -> str:
        """Return running text such as an abstract, whose case no style changes."""
        return _one_space("".join(map(self._running_token, tokenise(text))))

    def plain(self, text: str) -> str:
        """Return plain text, such as a name, as the inside of a field; nothing in it is TeX."""
        if '"' in text:
            text = re.sub(r'(^|[\s(])"', r"\1“", text).replace('"', "”")
        return self._encode(text)

    def _running_token(self, token: Token) -> str:
        match token.kind:
            case TokenKind.MATHS:
                return f"${token.text}$"
            case TokenKind.OPEN:
                return f"\\{token.text}{{"
            case TokenKind.CLOSE:
                return "}"
            case TokenKind.TEXT:
                return self._encode(token.text)

    def _with_kept_case(self, token: Token, formula_words: tuple[int, int]) -> Iterator[str]:
        position = 0
        for start, end in _kept_spans(token, formula_words):
            yield self._encode(token.text[position:start])
            yield f"{{{self._encode(token.text[start:end])}}}"
            position = end
        yield self._encode(token.text[position:])


def _one_space(text: str) -> str:
    return re.sub("  +", " ", text) if "  " in text else text


ASCII_TEX = TexText(encode_text)
"""For BibTeX and its styles, which know bytes only."""

UNICODE_TEX = TexText(escape_text)
"""For biber, which reads UTF-8."""


@lru_cache(maxsize=65536)
def _with_kept_spans(word: str) -> str:
    """Return a word of a plain title; titles are made of few words, used again and again."""
    if word[1:].islower() and word.isalpha():
        return f"{{{word}}}" if word in PROPER_WORDS else word
    if PROPER_WORDS.isdisjoint(_WORD.findall(word)):
        return _PLAIN_SPAN.sub(r"{\g<0>}", word)
    position, parts = 0, list[str]()
    for start, end in _kept_spans(Token(TokenKind.TEXT, word), (0, len(word))):
        parts += (word[position:start], "{", word[start:end], "}")
        position = end
    return "".join((*parts, word[position:]))


def _words_with_formulas(tokens: tuple[Token, ...], index: int) -> tuple[int, int]:
    """Return where in a text the word at its start ends and the word at its end begins.

    Only if a formula, script or style is a part of these words, as in "GenM$^3$" and "D$^2$iT".
    """
    text = tokens[index].text
    first_end, last_start = 0, len(text)
    if index > 0 and tokens[index - 1].kind is not TokenKind.TEXT:
        first_end = len(text.split(" ", 1)[0])
    if index + 1 < len(tokens) and tokens[index + 1].kind is not TokenKind.TEXT:
        last_start = len(text) - len(text.rsplit(" ", 1)[-1])
    return first_end, last_start


def _kept_spans(token: Token, formula_words: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield where words stand whose case must be kept: all of "GPT-4", "SQL" of "to-SQL"."""
    first_end, last_start = formula_words
    start = end = -1
    keeps = False
    for segment in _SEGMENT.finditer(token.text):
        has_formula = segment.start() < first_end or segment.end() > last_start
        kept = _needs_braces(segment[0], always=token.protected or has_formula)
        joined = token.text[end : segment.start()] in _JOINTS
        if keeps and joined and (kept or segment[0].isdigit()):
            end = segment.end()
            continue
        if keeps:
            yield start, end
        (start, end), keeps = segment.span(), kept
    if keeps:
        yield start, end


def _needs_braces(word: str, *, always: bool) -> bool:
    """Tell acronyms, mixed case, capitals with digits, lone capitals and names from other words.

    ``always``: any capital counts, because of braces round the word or a formula in it.
    """
    if word.islower() or not any(character.isupper() for character in word):
        return False
    if not PROPER_WORDS.isdisjoint(_WORD.findall(word)):
        return True
    if always or any(character.isupper() for character in word[1:]):
        return True
    return any(character.isdigit() for character in word) or (len(word) == 1 and word != "A")
