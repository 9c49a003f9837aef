"""Cutting text into words, as the index holds them and as queries ask for them.

Case, diacritics and compatibility forms are folded; everything that is neither letter nor digit
parts words. The index is given words that were cut here, so that what is indexed, what is asked
for and what is checked in a text can never disagree, whatever version SQLite has.
"""

import unicodedata
from functools import lru_cache

_STROKES = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ħ": "h",
        "ŧ": "t",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "æ": "ae",
        "œ": "oe",
    }
)
"""Letters that no decomposition takes apart but that people type without their stroke."""


class _Folding(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKD", chr(code).casefold()).casefold()
        kept = "".join(
            character if _is_letter_or_digit(character) else " "
            for character in folded.translate(_STROKES)
            if not unicodedata.combining(character)
        )
        self[code] = kept
        return kept


def _is_letter_or_digit(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co"


_FOLDING = _Folding()


def words_of(text: str) -> list[str]:
    """Return the words of ``text`` in order, lower case and without diacritics."""
    return text.translate(_FOLDING).split()


def has_words(text: str, phrase: str, prefix: int) -> bool:
    """Whether the words of ``phrase`` stand in ``text`` in this order, next to each other.

    Args:
        text: where to look.
        phrase: the words to look for; without any, nothing is found.
        prefix: whether the last word may go on (0 or 1, as SQLite passes it).
    """
    wanted, needle = _needle(phrase, bool(prefix))
    if not wanted:
        return False
    # Most texts that lack a word are told by a look that is ten times as fast.
    if text.isascii():
        lowered = text.lower()
        if not all(word in lowered for word in wanted):
            return False
    return needle in f" {' '.join(words_of(text))} "


@lru_cache(maxsize=64)
def _needle(phrase: str, prefix: bool) -> tuple[list[str], str]:  # noqa: FBT001 (a cache's key)
    """Return the words of a phrase, and how they look in a text of words."""
    words = words_of(phrase)
    return words, f" {' '.join(words)}" + ("" if prefix else " ")
