"""Fetching arXiv's details before papers are exported."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto

from readinglist.cli.terminal import complain
from readinglist.domain.errors import UserFacingError
from readinglist.library.library import Library


class Details(Enum):
    """What is there of arXiv's details after they were asked for."""

    WHOLE = auto()
    MISSING = auto()
    STOPPED = auto()


def details_fetched(library: Library, environ: Mapping[str, str], keys: Sequence[int]) -> Details:
    """Fetch what is missing of these papers, and complain of what could not be fetched."""
    # Most exports fetch nothing.
    from readinglist.cli.fetch_command import fetch_records, tell_missing

    try:
        outcome = fetch_records(library, environ, keys)
    except UserFacingError as error:
        complain(str(error))
        return Details.MISSING
    tell_missing(library, outcome)
    if outcome.cancelled:
        return Details.STOPPED
    return Details.MISSING if outcome.missing else Details.WHOLE
