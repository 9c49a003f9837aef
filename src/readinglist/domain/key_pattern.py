"""Patterns of citation keys: ``{author}{year}{word}`` makes ``vaswani2017attention``.

Fields stand in braces; letters and digits between them are taken as they are. What comes out has
letters and digits only.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from readinglist.domain.errors import UserFacingError
from readinglist.domain.paper import Paper
from readinglist.domain.person_name import family_name

DEFAULT_PATTERN = "{author}{year}{word}"

_COMMON = (
    "a an the on of for in to and or with from by at as is are be can do does how what when where "
    "why which who via towards toward into over under its it"
)
_STOP_WORDS = frozenset(_COMMON.split())
# Letters that NFKD does not take apart.
_FOLDED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"}
    | {"\N{LATIN SMALL LETTER DOTLESS I}": "i"}
)
_LONGEST_PART = 24
_LONGEST_PATTERN = 80
_NO_AUTHOR = "paper"
_MOST_INITIALS = 4
_LETTERS_OF_ONE = 3
_PIECE = re.compile(r"\{([^{}]*)\}|([A-Za-z0-9]+)")


@dataclass(frozen=True, slots=True)
class KeyPattern:
    """A pattern that was checked."""

    text: str

    def key_of(self, paper: Paper) -> str:
        """Return the key without a suffix; it has a letter or digit at least."""
        pieces = (
            _FIELDS[match[1]].make(paper) if match[1] is not None else match[2].lower()
            for match in _PIECE.finditer(self.text)
        )
        return "".join(pieces) or _NO_AUTHOR


def key_pattern(text: str) -> KeyPattern:
    """Check a pattern.

    Raises:
        UserFacingError: it is empty, has no field, an unknown one, or other signs.
    """
    pattern = text.strip()
    if len(pattern) > _LONGEST_PATTERN:
        raise UserFacingError("This pattern is too long.", "Three or four fields are enough.")
    if rest := _PIECE.sub("", pattern):
        raise UserFacingError(
            f"“{rest[0]}” cannot stand in a key.",
            "Between fields, use the letters a to z and digits.",
        )
    names = [match[1] for match in _PIECE.finditer(pattern) if match[1] is not None]
    for name in names:
        if name not in _FIELDS:
            raise UserFacingError(
                f"There is no field {{{name}}}.", f"The fields are {', '.join(_FIELDS)}."
            )
    if not names:
        raise UserFacingError(
            "A pattern needs a field, or all keys would be the same.", f"Try {DEFAULT_PATTERN}."
        )
    return KeyPattern(pattern)


@dataclass(frozen=True, slots=True)
class KeyField:
    """What may stand in braces.

    Attributes:
        help: what it is.
        make: makes it of a paper.
    """

    help: str
    make: Callable[[Paper], str]


def _author(paper: Paper) -> str:
    name = _ascii(family_name(paper.authors[0])) if paper.authors else ""
    return name.replace(" ", "")[:_LONGEST_PART] or _NO_AUTHOR


def _authors(paper: Paper) -> str:
    """Return what the alpha style of BibTeX makes of names: "Vas", or "VSP" of three."""
    if len(paper.authors) == 1:
        return _author(paper)[:_LETTERS_OF_ONE]
    names = (_ascii(family_name(name)) for name in paper.authors[:_MOST_INITIALS])
    return "".join(name[:1] for name in names) or _NO_AUTHOR


def _first_words(paper: Paper, most: int) -> str:
    words = [word for word in _ascii(paper.title).split() if word not in _STOP_WORDS]
    telling = [word for word in words if not word.isdigit()] or words
    return "".join(word[:_LONGEST_PART] for word in telling[:most])


_FIELDS: Mapping[str, KeyField] = MappingProxyType(
    {
        "author": KeyField("the family name of the first author", _author),
        "authors": KeyField("initials of up to four authors, or three letters of one", _authors),
        "year": KeyField("the year of the first version", lambda p: str(p.published.year)),
        "yy": KeyField("its last two digits", lambda p: f"{p.published.year % 100:02}"),
        "word": KeyField("the first telling word of the title", lambda p: _first_words(p, 1)),
        "words2": KeyField("the first two", lambda p: _first_words(p, 2)),
        "words3": KeyField("the first three", lambda p: _first_words(p, 3)),
        "id": KeyField("the digits of the arXiv id", lambda p: _ascii_id(p.arxiv_id or "")),
    }
)

FIELD_HELP: Mapping[str, str] = MappingProxyType(
    {name: field.help for name, field in _FIELDS.items()}
)
"""What each field is, by its name."""


def _ascii(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.lower().translate(_FOLDED))
    return re.sub(r"[^a-z0-9 ]+", "", re.sub(r"[-/:,.;()\u2013\u2014\s]", " ", folded))


def _ascii_id(arxiv_id: str) -> str:
    return re.sub("[^a-z0-9]", "", arxiv_id.lower())
