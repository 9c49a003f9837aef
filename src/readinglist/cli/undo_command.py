"""``readinglist undo`` and ``redo``: taking back edits, also those of the window."""

import argparse
from collections.abc import Mapping

from readinglist.cli.opened_library import opened_library
from readinglist.cli.terminal import complain, papers
from readinglist.library.undo_log import Undone


def undo(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Take back the last edit, or do it again; return whether all of it was."""
    redo = chosen.command == "redo"
    with opened_library(chosen, environ) as library:
        undone = (library.edits.redo() if redo else library.edits.undo()).result()
    if undone.edit is None:
        complain(f"Nothing to {chosen.command}.")
        return False
    if undone.edit.changes:
        print(f"{'Done again' if redo else 'Undone'}: {undone.title}")
    else:
        complain(f"Nothing was {'done again' if redo else 'undone'}: {undone.title}")
    if undone.left_alone:
        complain(_left_alone(undone))
    return not undone.left_alone


def _left_alone(undone: Undone) -> str:
    count = undone.left_alone
    of_papers = undone.edit is not None and undone.edit.of_papers
    what = papers(count) if of_papers else f"{count:,}"
    return f"{what} left alone, because {'it' if count == 1 else 'they'} changed since."
