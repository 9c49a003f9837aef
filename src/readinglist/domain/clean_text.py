"""Text from outside made fit to store and to show on one or more lines.

Removed are characters that no title needs and that break programs further on: control characters,
lone surrogates (SQLite refuses them), byte-order marks, and the bidirectional overrides that let
text pretend to be other text (https://trojansource.codes).
"""

import re
import unicodedata

_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1f\x85]")
_DROPPED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u202a-\u202e\u2066-\u2069]"
)


def one_line(text: str) -> str:
    """Return ``text`` in NFC on one line, white space folded and unsafe characters dropped."""
    return " ".join(_safe_nfc(text).split())


def paragraphs(text: str) -> str:
    """Return ``text`` in NFC with hard line wraps folded; blank lines still part paragraphs."""
    folded = (" ".join(part.split()) for part in re.split(r"\n\s*\n", _safe_nfc(text)))
    return "\n\n".join(part for part in folded if part)


def user_text(text: str) -> str:
    """Return what a person typed with only what cannot be stored removed; line breaks stay."""
    # Line breaks of every kind become newlines first: dropping a form feed would join two words.
    return _DROPPED.sub("", _LINE_BREAK.sub("\n", text))


def _safe_nfc(text: str) -> str:
    # Dropping comes before composing: a letter and its accent may meet only then.
    return unicodedata.normalize("NFC", user_text(text))
