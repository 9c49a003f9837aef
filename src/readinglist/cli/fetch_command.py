"""``readinglist fetch``: arXiv's own records of papers."""

import argparse
from collections.abc import Mapping, Sequence
from contextlib import closing

from readinglist.cli.json_text import json_line
from readinglist.cli.opened_library import asked_condition, opened_library
from readinglist.cli.stopping import until_stopped
from readinglist.cli.terminal import clear_progress, complain, papers, show_progress
from readinglist.domain.cancellation import CancelToken
from readinglist.domain.query import without_hidden
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.arxiv_records import FetchOutcome, RecordFetch
from readinglist.library.library import Library
from readinglist.sources.arxiv_records import from_environment

_DEFAULT_QUERY = ["is:starred"]
"""The papers that somebody cares for: a whole library would keep arXiv busy for hours."""
_MOST_NAMED = 10


def fetch(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Fetch what arXiv says about the chosen papers; return whether nothing is missing."""
    with opened_library(chosen, environ) as library:
        asked = asked_condition(chosen.query or _DEFAULT_QUERY)
        keys = library.papers.keys(without_hidden(asked), NEWEST_FIRST).result()
        if not keys:
            complain("No paper matches.")
        outcome = fetch_records(library, environ, keys, again=chosen.again)
        tell_missing(library, outcome)
        if chosen.json:
            print(json_line(_values(library, outcome)))
        elif keys:
            print(f"{outcome.summary}.")
    return not outcome.missing


def fetch_records(
    library: Library, environ: Mapping[str, str], keys: Sequence[int], *, again: bool = False
) -> FetchOutcome:
    """Fetch records with progress, until Ctrl-C.

    Raises:
        UserFacingError: ARXIV_ENDPOINT cannot be used, or the library cannot be written.
    """
    with closing(from_environment(environ)) as source:
        cancel = CancelToken()
        run = RecordFetch(library, source, cancel, _show_progress)
        outcome = until_stopped(lambda: run.run(keys, again=again), cancel)
    clear_progress()
    return outcome


def tell_missing(library: Library, outcome: FetchOutcome) -> None:
    """Complain of what could not be fetched, and why."""
    for cause in outcome.causes:
        complain(cause)
    if outcome.cancelled:
        complain("Stopped before the end; what had come in is kept.")
    if missing := outcome.missing:
        named = ", ".join(_ids(library, missing[:_MOST_NAMED]))
        more = len(missing) - _MOST_NAMED
        rest = f" and {more:,} more" if more > 0 else ""
        complain(f"arXiv's details of {papers(len(missing))} are missing: {named}{rest}.")


def _show_progress(done: int, total: int) -> None:
    show_progress(f"Fetching arXiv's details: {done:,} of {papers(total)}")


def _values(library: Library, outcome: FetchOutcome) -> dict[str, object]:
    return {
        "asked": outcome.asked,
        "fetched": _ids(library, outcome.fetched),
        "unknown": _ids(library, outcome.unknown),
        "missing": _ids(library, outcome.missing),
        "messages": list(outcome.causes),
    }


def _ids(library: Library, keys: Sequence[int]) -> list[str]:
    return [row.paper_id for row in library.papers.rows(keys).result()]
