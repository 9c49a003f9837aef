"""``readinglist lists``: reading lists, and papers in them."""

import argparse
from collections.abc import Callable, Mapping

from readinglist.cli.moves import asked_move
from readinglist.cli.named_things import list_named
from readinglist.cli.opened_library import NamedPapers, named_papers, opened_library
from readinglist.cli.paper_lines import print_papers
from readinglist.cli.table import print_things
from readinglist.cli.terminal import complain, papers
from readinglist.cli.told_edit import tell_edit
from readinglist.domain.clean_text import one_line
from readinglist.domain.query import InList, without_hidden
from readinglist.domain.sorting import by_hand
from readinglist.library.library import Library
from readinglist.library.names import checked_name

Action = Callable[[Library, argparse.Namespace], bool]


def lists(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Print the lists, or do with one what was chosen."""
    with opened_library(chosen, environ) as library:
        return _ACTIONS[chosen.action](library, chosen)


def _print_all(library: Library, chosen: argparse.Namespace) -> bool:
    found = library.papers.counts().result().lists
    things = [
        (
            {"name": each.name, "papers": each.papers, "description": each.description},
            (each.name, str(each.papers), one_line(each.description)),
        )
        for each in found
    ]
    nothing = "There is no list. Make one with: readinglist lists make NAME"
    print_things(things, as_json=chosen.json, if_none=nothing)
    return True


def _show(library: Library, chosen: argparse.Namespace) -> bool:
    name = list_named(library, chosen.name).name
    keys = library.papers.keys(without_hidden(InList(name)), by_hand(name)).result()
    if not keys:
        complain(f"No paper is in “{name}”.")
    print_papers(library, keys, as_json=chosen.json)
    return True


def _make(library: Library, chosen: argparse.Namespace) -> bool:
    edit = library.lists.make(chosen.name, chosen.description).result()
    print(f"List “{edit.tag}” made.")
    return True


def _describe(library: Library, chosen: argparse.Namespace) -> bool:
    name = list_named(library, chosen.name).name
    edit = library.lists.describe(name, name, chosen.text).result()
    if not edit.changes:
        print("The description is as it was.")
    else:
        print("Description saved." if chosen.text.strip() else "Description removed.")
    return True


def _rename(library: Library, chosen: argparse.Namespace) -> bool:
    found = list_named(library, chosen.name)
    new = checked_name(chosen.new, "list")
    library.lists.describe(found.name, new, found.description).result()
    print(f"List “{found.name}” renamed to “{new}”.")
    return True


def _delete(library: Library, chosen: argparse.Namespace) -> bool:
    name = list_named(library, chosen.name).name
    count = library.lists.delete(name).result()
    print(f"List “{name}” deleted; what was in it ({papers(count)}) stays in the library.")
    return True


def _add(library: Library, chosen: argparse.Namespace) -> bool:
    name, named = _list_and_papers(library, chosen)
    if named.keys:
        tell_edit(f"added to “{name}”", library.lists.add(name, named.keys).result(), named.keys)
    return named.all_found


def _remove(library: Library, chosen: argparse.Namespace) -> bool:
    name, named = _list_and_papers(library, chosen)
    if named.keys:
        edit = library.lists.remove(name, named.keys).result()
        tell_edit(f"removed from “{name}”", edit, named.keys)
    return named.all_found


def _list_and_papers(library: Library, chosen: argparse.Namespace) -> tuple[str, NamedPapers]:
    return list_named(library, chosen.name).name, named_papers(library, chosen.ids)


def _move(library: Library, chosen: argparse.Namespace) -> bool:
    name = list_named(library, chosen.name).name
    there = library.papers.keys(InList(name), by_hand(name)).result()
    move = asked_move(library, chosen, there, f"“{name}”")
    if move.spot is None or not move.keys:
        return False
    library.lists.place(name, move.keys, move.spot).result()
    print(f"{papers(len(move.keys))} moved in “{name}”.")
    return move.all_found


_ACTIONS: Mapping[str | None, Action] = {
    None: _print_all,
    "show": _show,
    "make": _make,
    "describe": _describe,
    "rename": _rename,
    "delete": _delete,
    "add": _add,
    "remove": _remove,
    "move": _move,
}
