"""``star``, ``read``, ``hide`` and their opposites, ``rate``, ``tag`` and ``note``."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future

from readinglist.cli.opened_library import named_papers, opened_library
from readinglist.cli.told_edit import tell_edit
from readinglist.domain.annotation import Edit
from readinglist.library.library import Library
from readinglist.library.names import checked_tag

Change = Callable[[Library, Sequence[int]], Future[Edit]]


def _mark(words: str, change: Change) -> Callable[[argparse.Namespace, Mapping[str, str]], bool]:
    def command(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
        with opened_library(chosen, environ) as library:
            named = named_papers(library, chosen.ids)
            if named.keys:
                tell_edit(words, change(library, named.keys).result(), named.keys)
        return named.all_found

    return command


def _rate(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    rating: int = chosen.rating
    words = f"rated {rating}" if rating else "unrated"
    return _mark(words, lambda library, keys: library.edits.set_rating(keys, rating))(
        chosen, environ
    )


def _tag(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    # All names are checked before any is written.
    wanted = [(checked_tag(name), True) for name in chosen.add]
    wanted += [(checked_tag(name), False) for name in chosen.remove]
    with opened_library(chosen, environ) as library:
        named = named_papers(library, chosen.ids)
        for name, tagged in wanted if named.keys else ():
            edit = library.edits.set_tagged(named.keys, name, tagged=tagged).result()
            tell_edit(f"{'tagged' if tagged else 'untagged'} “{edit.tag}”", edit, named.keys)
    return named.all_found


def _note(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    text: str | None = chosen.text
    if text == "-":
        # Read before the library is opened: the input may take its time.
        text = sys.stdin.read().removesuffix("\n")
    with opened_library(chosen, environ) as library:
        named = named_papers(library, [chosen.id])
        for key in named.keys:
            if text is None:
                _print_note(library, key)
            else:
                edit = library.edits.set_note(key, text).result()
                print(_saved(edit, text))
    return named.all_found


def _print_note(library: Library, key: int) -> None:
    note = library.papers.details([key]).result()[0].note
    if note:
        print(note)


def _saved(edit: Edit, text: str) -> str:
    if not edit.changes:
        return "The note is as it was."
    return "Note saved." if text else "Note removed."


COMMANDS = {
    "star": _mark("starred", lambda library, keys: library.edits.set_starred(keys, starred=True)),
    "unstar": _mark(
        "unstarred", lambda library, keys: library.edits.set_starred(keys, starred=False)
    ),
    "read": _mark("marked read", lambda library, keys: library.edits.set_read(keys, read=True)),
    "unread": _mark(
        "marked unread", lambda library, keys: library.edits.set_read(keys, read=False)
    ),
    "hide": _mark("hidden", lambda library, keys: library.edits.set_hidden(keys, hidden=True)),
    "unhide": _mark(
        "shown again", lambda library, keys: library.edits.set_hidden(keys, hidden=False)
    ),
    "rate": _rate,
    "tag": _tag,
    "note": _note,
}
