"""Names as references print them: with initials, in full, and joined to lists."""

import re
import unicodedata
from collections.abc import Sequence

from readinglist.domain.person_name import PersonName

_NICKNAME = re.compile("[\"'(\u201c\u201d\u2018].*[\"')\u201c\u201d\u2019]")
_OF_THE_NAME = frozenset(("Jr", "Jr.", "jr", "jr.", "JR", "Sr", "Sr.", "sr.", "II", "III", "IV"))
"""Suffixes that are printed; degrees such as "PhD" are not."""
_HYPHENS = re.compile("[-\u2010\u2011]")


def initials(given: str) -> str:
    """Return "J.-P. M." for "Jean-Pierre Marie"; words in lower case stay: "M. de L."."""
    words = _words(given)
    shown = []
    for index, word in enumerate(words):
        is_particle = index > 0 and word.islower() and word.isalpha()
        shown.append(word if is_particle else _initial(word))
    return " ".join(filter(None, shown))


def initials_first(name: PersonName) -> str:
    """Return "R. W. Heath Jr." and "L. van der Maaten"."""
    return _in_order(name, initials(name.given) if _has_initials(name) else name.given)


def family_first(name: PersonName) -> str:
    """Return "Heath, R. W., Jr." and "van der Maaten, L."."""
    if not _has_initials(name):
        return _in_order(name, name.given)
    family = f"{name.particle} {name.family}".strip()
    parts = (family, initials(name.given), _suffix(name))
    return ", ".join(part for part in parts if part)


def full_name(name: PersonName) -> str:
    """Return the name in full, given name first."""
    return _in_order(name, name.given)


def enumerated(names: Sequence[str], joint: str, *, comma_for_two: bool = False) -> str:
    """Return "A", "A and B", "A, B, and C"; ``joint`` is the word before the last."""
    if len(names) < 2:
        return "".join(names)
    comma = "," if len(names) > 2 or comma_for_two else ""
    return f"{', '.join(names[:-1])}{comma} {joint} {names[-1]}"


def _in_order(name: PersonName, given: str) -> str:
    parts = (given, name.particle, name.family, _suffix(name))
    return " ".join(part for part in parts if part)


def _suffix(name: PersonName) -> str:
    return name.suffix if name.suffix in _OF_THE_NAME else ""


def _has_initials(name: PersonName) -> bool:
    """Whether the given name can be abbreviated: letters without capitals have no initials."""
    is_cased = any(character.isupper() or character.islower() for character in name.given)
    return is_cased and not name.is_team


def _words(given: str) -> list[str]:
    """Return the words of a given name without nicknames; "P. -W." is one word."""
    named = _NICKNAME.sub(" ", given)
    if not any(map(str.isalpha, named)):
        named = given
    return re.sub(r"\.(?=\w)", ". ", re.sub(r"\s+(?=[-\u2010\u2011])", "", named)).split()


def _initial(word: str) -> str:
    """Return the initial of a word, or those of its parts with hyphens between them."""
    letters = [_first_letter(part) for part in _HYPHENS.split(word)]
    initial = "-".join(f"{letter}." for letter in letters if letter)
    is_joined = word[0] in "-\u2010\u2011"
    return f"-{initial}" if is_joined and initial else initial


def _first_letter(part: str) -> str:
    decomposed = unicodedata.normalize("NFD", part)
    start = next((i for i, character in enumerate(decomposed) if character.isalpha()), None)
    if start is None:
        return ""
    end = start + 1
    while end < len(decomposed) and unicodedata.combining(decomposed[end]):
        end += 1
    return unicodedata.normalize("NFC", decomposed[start:end]).upper()
