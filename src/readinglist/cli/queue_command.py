"""``readinglist queue``: what is to be read, in which order."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future

from readinglist.cli.moves import asked_move
from readinglist.cli.opened_library import named_papers, opened_library, today
from readinglist.cli.paper_lines import print_papers
from readinglist.cli.terminal import complain, papers
from readinglist.cli.told_edit import tell_edit
from readinglist.domain.annotation import Edit
from readinglist.domain.place import QUEUE
from readinglist.domain.query import without_hidden
from readinglist.domain.reading_queue import QueueState
from readinglist.domain.sorting import by_hand
from readinglist.library.library import Library

Change = Callable[[Library, Sequence[int]], Future[Edit]]

_CHANGES: Mapping[str, tuple[str, Change]] = {
    "add": (
        "put into the queue",
        lambda library, keys: library.queue.set_state(keys, QueueState.TO_READ),
    ),
    "begin": ("begun", lambda library, keys: library.queue.set_state(keys, QueueState.READING)),
    "done": ("marked done", lambda library, keys: library.queue.finish(keys)),
    "remove": ("taken out of the queue", lambda library, keys: library.queue.remove(keys)),
}


def queue(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Print the queue, or do with papers what was chosen."""
    with opened_library(chosen, environ) as library:
        if chosen.action is None:
            return _print_all(library, chosen)
        if chosen.action == "move":
            return _move(library, chosen)
        return _change(library, chosen)


def _print_all(library: Library, chosen: argparse.Namespace) -> bool:
    keys = library.papers.keys(without_hidden(QUEUE.condition(today())), by_hand()).result()
    if not keys:
        complain("The queue is empty. Put papers into it with: readinglist queue add ID")
    print_papers(library, keys, as_json=chosen.json, with_state=True)
    return True


def _change(library: Library, chosen: argparse.Namespace) -> bool:
    words, change = _CHANGES[chosen.action]
    named = named_papers(library, chosen.ids)
    if named.keys:
        tell_edit(words, change(library, named.keys).result(), named.keys)
    return named.all_found


def _move(library: Library, chosen: argparse.Namespace) -> bool:
    there = library.papers.keys(QUEUE.condition(today()), by_hand()).result()
    move = asked_move(library, chosen, there, "the queue")
    if move.spot is None or not move.keys:
        return False
    library.queue.place(move.keys, move.spot).result()
    print(f"{papers(len(move.keys))} moved in the queue.")
    return move.all_found
