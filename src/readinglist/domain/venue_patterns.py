"""What names of venues are made of, as regular expressions."""

import re

YEAR = r"(?:19|20)\d\d"

PUBLISHER = (
    r"(?:(?:IEEE|ACM|CVF|RSJ|ISCA|AAAI|IAPR|SPIE|ASME|SIAM|WIC|ACIS|IFAC|IFIP|AIAA|MDPI)"
    r"(?:[/-][A-Z]{2,6})*)"
)

ORDINAL = (
    r"(?:\d{1,3}\s?(?:st|nd|rd|th)"
    r"|(?:(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty)[\s-]?)?"
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth"
    r"|Thirteenth|Fourteenth|Fifteenth|Sixteenth|Seventeenth|Eighteenth|Nineteenth)"
    r"|Twentieth|Thirtieth|Fortieth|Fiftieth|Sixtieth)"
)

TITLE_WORD = (
    r"(?:(?!\d+\b(?!\.\d))(?:[A-Z0-9]|[^\W\d_\x00-\x7f])(?:[\w&'/+-]|\.(?=\w))*"
    r"|(?:of|on|for|and|in|the|with|to)\b|&)"
)
"""A word with a capital or a digit, no number, or a small word that names have between these."""

NEXT_YEAR = re.compile(rf"\s*,?\s*\(?(?P<year>{YEAR})\b\)?")

IN_BRACKETS = re.compile(
    rf"""
    \s*[(\[]\s*(?:the\s+)?
    (?P<letters>(?:{PUBLISHER}\s+)?[A-Za-z0-9][\w&/+\ -]{{0,18}}?)
    \s*[-,]?\s*(?:'?\s?(?P<year>{YEAR}|(?<=')\d\d|(?<=[A-Z-])\d\d))?
    (?:\s+(?i:main|findings?|oral|poster|conference|track|industry))*
    \s*[)\]]
    """,
    re.VERBOSE,
)
"""The letters of a venue after its name, often with the year: "(CVPR 2025)"."""

_MARKS = str.maketrans("’‘`´“”–—", "''''\"\"--")  # noqa: RUF001 -- what stands for the plain ones


def plain_marks(text: str) -> str:
    """Return a text with one kind of quotation mark and of dash."""
    return text.translate(_MARKS)


def full_year(digits: str | None) -> int | None:
    """Return the year that is meant by four digits or, as in "'25", by two."""
    if not digits:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def trimmed(name: str) -> str:
    """Return a name without the small words that lead on to what follows it."""
    return re.sub(r"(?:\s+(?:of|on|for|and|in|the|with|to|&|at))+$", "", name.strip().rstrip(","))
