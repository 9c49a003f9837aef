"""``readinglist searches``: queries kept under a name."""

import argparse
from collections.abc import Callable, Mapping

from readinglist.cli.named_things import search_named
from readinglist.cli.opened_library import asked_condition, opened_library
from readinglist.cli.table import print_things
from readinglist.library.library import Library

Action = Callable[[Library, argparse.Namespace], bool]


def searches(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Print the saved searches, or do with one what was chosen."""
    with opened_library(chosen, environ) as library:
        return _ACTIONS[chosen.action](library, chosen)


def _print_all(library: Library, chosen: argparse.Namespace) -> bool:
    found = library.papers.counts().result().searches
    things = [({"name": name, "query": query}, (name, query)) for name, query in found]
    nothing = "There is no saved search. Keep one with: readinglist searches save NAME QUERY"
    print_things(things, as_json=chosen.json, if_none=nothing)
    return True


def _save(library: Library, chosen: argparse.Namespace) -> bool:
    saving = library.searches.save(chosen.name, " ".join(chosen.query))
    asked_condition(chosen.query)  # tells what in it is not understood
    edit = saving.result()
    if not edit.changes:
        print(f"Search “{edit.tag}” is as it was.")
    elif before := edit.changes[0].before:
        print(f"Search “{edit.tag}” saved in place of: {before}")
    else:
        print(f"Search “{edit.tag}” saved.")
    return True


def _rename(library: Library, chosen: argparse.Namespace) -> bool:
    old = search_named(library, chosen.name)
    print(f"Search “{old}” renamed to “{library.searches.rename(old, chosen.new).result()}”.")
    return True


def _delete(library: Library, chosen: argparse.Namespace) -> bool:
    name = search_named(library, chosen.name)
    library.searches.delete(name).result()
    print(f"Search “{name}” deleted.")
    return True


_ACTIONS: Mapping[str | None, Action] = {
    None: _print_all,
    "save": _save,
    "rename": _rename,
    "delete": _delete,
}
