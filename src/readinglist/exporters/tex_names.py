"""Names of authors as BibTeX and biber read them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from readinglist.domain.person_name import PersonName, parse_person_name, plain_name
from readinglist.exporters.tex_text import TexText

_WORD_AND = re.compile(r"\band\b", re.IGNORECASE)
# Natbib reads "[Author(2017)]" as label and year, and biber "given=Ada" as a part of a name, so
# these must not stand free in a name.
_OTHER_SYNTAX = re.compile(r"([()\[\],=])")


def tex_names(display_names: Iterable[str], most: int, tex: TexText) -> str:
    """Return the authors as one field: all of them if ``most`` is 0, else at most so many."""
    names: list[str] = []
    for display_name in display_names:
        if plain := plain_name(display_name):
            name = f"{plain[1]}, {plain[0]}"
        else:
            name = _tex_name(display_name, tex)
        if name and most and len(names) == most:
            return " and ".join((*names, "others"))
        if name:
            names.append(name)
    return " and ".join(names)


@lru_cache(maxsize=4096)
def _tex_name(display_name: str, tex: TexText) -> str:
    """Return a name as a field has it, "" if it is none; authors of one day come again the next."""
    name = parse_person_name(display_name)
    return _parted_name(name, tex) if name else ""


def _parted_name(name: PersonName, tex: TexText) -> str:
    """Return ``von Last, Jr, First``, or in braces what BibTeX must not take apart."""
    if name.is_team or not name.given:
        return f"{{{tex.plain(name.full_name)}}}"
    family = _name_part(name.family, tex)
    if _looks_like_a_particle(name.family):
        family = f"{{{family}}}"
    parts = [f"{name.particle} {family}".strip(), name.suffix, _name_part(name.given, tex)]
    return ", ".join(part for part in parts if part)


def _looks_like_a_particle(family: str) -> bool:
    """Tell family names that engines would take apart: at "y" in "Agüera y Arcas", say.

    To BibTeX words are parted by hyphens too, as in "Garcia-Lopez-de-Haro", and biber prints the
    given name twice where the whole family name is in small letters.
    """
    words = re.split("[ -]", family)
    return family.islower() or any(word[:1].islower() for word in words[1:])


def _name_part(text: str, tex: TexText) -> str:
    pieces = _OTHER_SYNTAX.split(text)
    encoded = "".join(
        f"{{{piece}}}" if index % 2 else tex.plain(piece) for index, piece in enumerate(pieces)
    )
    # To BibTeX a hyphen is a separator, and a part of hyphens only is a missing part.
    is_torn = _WORD_AND.search(text) or not any(map(str.isalnum, text))
    return f"{{{encoded}}}" if is_torn else encoded
