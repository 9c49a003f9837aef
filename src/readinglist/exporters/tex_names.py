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
    family = _family(name.family, tex)
    parts = [f"{name.particle} {family}".strip(), name.suffix, _name_part(name.given, tex)]
    return ", ".join(part for part in parts if part)


def _family(family: str, tex: TexText) -> str:
    r"""Return a family name with braces round what engines would take for a particle.

    BibTeX would end the particle at "y" in "Agüera y Arcas", and to it words are parted by hyphens
    too, as in "Garcia-Lopez-de-Haro". Braces round all of such a name would let the labels of alpha
    end within ``{\"u}``, where LaTeX stops.
    """
    if family.islower():
        return f"{{{_name_part(family, tex)}}}"  # biber prints the given name twice
    first, *others = re.split("([ -])", family)
    if not any(word[:1].islower() for word in others):
        return _name_part(family, tex)
    words = (word if word in {" ", "-"} else _braced_if_small(word, tex) for word in others if word)
    return "".join((_name_part(first, tex), *words))


def _braced_if_small(word: str, tex: TexText) -> str:
    part = _name_part(word, tex)
    return f"{{{part}}}" if word[:1].islower() else part


def _name_part(text: str, tex: TexText) -> str:
    pieces = _OTHER_SYNTAX.split(text)
    encoded = "".join(
        f"{{{piece}}}" if index % 2 else tex.plain(piece) for index, piece in enumerate(pieces)
    )
    # To BibTeX a hyphen is a separator, and a part of hyphens only is a missing part.
    is_torn = _WORD_AND.search(text) or not any(map(str.isalnum, text))
    return f"{{{encoded}}}" if is_torn else encoded
