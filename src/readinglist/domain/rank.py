"""Ranks: texts that sort as a list that was put in order by hand.

A paper that is moved gets a rank between those of its new neighbours, and no other paper changes:
so an undo, or another program, never has to renumber a list. A rank is a number to the base of 36
(fractional indexing, as in Figma's and Jira's lists): eight digits before the point, which is not
written, and as many behind it as there is need for. At the ends whole numbers are used up, so that
papers that are added one by one have short ranks.
"""

from string import ascii_lowercase, digits

_DIGITS = digits + ascii_lowercase
_BASE = len(_DIGITS)
_WHOLE = 8
_MIDDLE = _BASE**_WHOLE // 2


def ranks_between(below: str, above: str, count: int) -> list[str]:
    """Return ``count`` rising ranks after ``below`` and before ``above``.

    Args:
        below: the rank before them; "" if they are to be the first.
        above: the rank behind them, greater than ``below``; "" if they are to be the last.
        count: how many are wanted.
    """
    if not above:
        first = _whole(below) + 1 if below else _MIDDLE
        return [_rank(first + place, _WHOLE) for place in range(count)]
    if not below:
        first = _whole(above) - count
        return [_rank(first + place, _WHOLE) for place in range(count)]
    width = max(len(below), len(above))
    low, high = (int(rank.ljust(width, "0"), _BASE) for rank in (below, above))
    while high - low <= count:
        width, low, high = width + 1, low * _BASE, high * _BASE
    return [_rank(low + (high - low) * (place + 1) // (count + 1), width) for place in range(count)]


def _whole(rank: str) -> int:
    return int(rank[:_WHOLE], _BASE)


def _rank(number: int, width: int) -> str:
    written = ""
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        written = _DIGITS[digit] + written
    return written[:_WHOLE] + written[_WHOLE:].rstrip("0")
