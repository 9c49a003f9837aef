"""Text brought down to the letters a to z, digits and spaces."""

import re
import unicodedata

# Letters that NFKD does not take apart.
_FOLDED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"}
    | {"\N{LATIN SMALL LETTER DOTLESS I}": "i"}
)


def folded_letters(text: str) -> str:
    """Return small letters a to z, digits and spaces; dashes, slashes and stops become spaces."""
    folded = unicodedata.normalize("NFKD", text.lower().translate(_FOLDED))
    return re.sub(r"[^a-z0-9 ]+", "", re.sub(r"[-/:,.;()\u2013\u2014\s]", " ", folded))
