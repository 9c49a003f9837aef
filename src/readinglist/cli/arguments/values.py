"""Reading single values: each reader tells argparse what is wrong with one."""

import argparse
from collections.abc import Callable
from typing import TypeVar

from readinglist.cli.arguments.dashes import as_typed
from readinglist.domain.errors import UserFacingError
from readinglist.domain.tag import TagColour

Value = TypeVar("Value")

SOURCES = ("daily-papers",)

BEST_RATING = 5
NO_COLOUR = "none"


def checked(read: Callable[[str], Value]) -> Callable[[str], Value]:
    """Make a reader of values tell argparse what is wrong with one."""

    def convert(text: str) -> Value:
        try:
            return read(as_typed(text))
        except UserFacingError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return convert


def read_limit(text: str) -> int:
    """Read a number of papers."""
    if not (text.isascii() and text.isdigit() and int(text[:10]) > 0):
        raise UserFacingError(f"“{text}” is not a number of papers.", "Write it as 20.")
    return int(text[:10])


def read_rating(text: str) -> int:
    """Read a rating, which stands before the papers because an id may be a number too."""
    if text not in map(str, range(BEST_RATING + 1)):
        raise UserFacingError(
            f"“{text}” is not a rating from 0 to {BEST_RATING}.",
            "It comes first: readinglist rate 4 2506.02096.",
        )
    return int(text)


def read_colour(text: str) -> TagColour | None:
    """Read the colour of a tag; None for ``none``."""
    name = text.lower()
    if name == NO_COLOUR:
        return None
    if name not in list(TagColour):
        raise UserFacingError(
            f"There is no colour “{text}”.", f"Colours: {', '.join(TagColour)}, {NO_COLOUR}."
        )
    return TagColour(name)


def read_format(text: str) -> str:
    """Read the name of a format."""
    # The exporters are read when one is asked for.
    from readinglist.exporters import formats

    if text.lower() not in formats():
        raise UserFacingError(
            f"There is no format “{text}”.", f"The formats are {', '.join(formats())}."
        )
    return text.lower()


def read_options(text: str) -> tuple[str, ...]:
    """Read names of an export's options, parted by commas."""
    from readinglist.domain.export_options import SWITCHES

    names = tuple(name.strip().lower() for name in text.split(",") if name.strip())
    for name in names:
        if name not in SWITCHES:
            raise UserFacingError(
                f"There is no option “{name}”.", f"The options are {', '.join(SWITCHES)}."
            )
    return names


def read_author_count(text: str) -> int:
    """Read how many authors are named at most; 0 for ``all``."""
    if text.lower() == "all":
        return 0
    if not (text.isascii() and text.isdigit() and int(text[:10]) > 0):
        raise UserFacingError(f"“{text}” is not a number of authors.", "Write it as 10, or all.")
    return int(text[:10])


def read_source(text: str) -> str:
    """Read the name of a source."""
    if text not in SOURCES:
        raise UserFacingError(f"There is no source “{text}”.", f"Sources: {', '.join(SOURCES)}.")
    return text
