"""A tag as the sidebar shows it, and the colours that it may have."""

from dataclasses import dataclass
from enum import StrEnum
from string import ascii_lowercase, ascii_uppercase


def folded_case(name: str) -> str:
    """Return a name as names are compared: the case of ASCII letters alone is ignored (SQLite)."""
    return name.translate(_SMALL_LETTERS)


_SMALL_LETTERS = str.maketrans(ascii_uppercase, ascii_lowercase)


class TagColour(StrEnum):
    """Colours by name; which shade each is depends on the theme."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    TEAL = "teal"
    BLUE = "blue"
    PURPLE = "purple"
    PINK = "pink"
    GREY = "grey"


MOST_COLOURED = 9
"""Tags with a colour: each has a digit of the keyboard."""


@dataclass(frozen=True, slots=True)
class TagLook:
    """A colour and the digit that toggles the tag, as an ``Edit`` writes them: ``red 3``."""

    colour: TagColour
    digit: int

    def written(self) -> str:
        """Return the value of an edit."""
        return f"{self.colour.value} {self.digit}"


def read_look(value: str) -> TagLook | None:
    """Return what an edit's value says; None for "", which is a tag without a colour."""
    if not value:
        return None
    colour, _, digit = value.partition(" ")
    return TagLook(TagColour(colour), int(digit))


@dataclass(frozen=True, slots=True)
class TagInUse:
    """A tag that is on papers, or has a colour.

    Attributes:
        name: ``a/b`` lies in ``a``.
        papers: how many have it or one nested in it, hidden ones left out.
        look: its colour and digit, if it has them.
    """

    name: str
    papers: int
    look: TagLook | None = None
