"""``readinglist tags``: tags as such, their names and colours."""

import argparse
from collections.abc import Callable, Mapping, Sequence

from readinglist.cli.named_things import same_name, spelling_among, tag_named
from readinglist.cli.opened_library import opened_library
from readinglist.cli.table import print_things
from readinglist.cli.terminal import papers
from readinglist.domain.tag import read_look
from readinglist.library.library import Library

Action = Callable[[Library, argparse.Namespace], bool]


def tags(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Print the tags, or do with one what was chosen."""
    with opened_library(chosen, environ) as library:
        return _ACTIONS[chosen.action](library, chosen)


def _print_all(library: Library, chosen: argparse.Namespace) -> bool:
    things = []
    for tag in library.papers.counts().result().tags:
        colour = tag.look.colour.value if tag.look else None
        digit = tag.look.digit if tag.look else None
        values = {"name": tag.name, "papers": tag.papers, "colour": colour, "digit": digit}
        things.append((values, (tag.name, str(tag.papers), colour or "", str(digit or ""))))
    nothing = "There is no tag. Put one on papers with: readinglist tag ID --add NAME"
    print_things(things, as_json=chosen.json, if_none=nothing)
    return True


def _rename(library: Library, chosen: argparse.Namespace) -> bool:
    old = tag_named(library, chosen.name)
    names = library.papers.tag_names().result()
    new = library.tags.rename(old, chosen.new).result()
    if _are_merged(names, old, new):
        print(f"Tag “{old}” merged into “{new}”, which there was already.")
    else:
        print(f"Tag “{old}” renamed to “{new}”.")
    return True


def _are_merged(names: Sequence[str], old: str, new: str) -> bool:
    """Whether the tag, or one in it, got the name of another tag."""
    for name in names:
        beginning, rest = name[: len(old)], name[len(old) :]
        if same_name(beginning, old) and rest[:1] in {"", "/"}:
            taken = spelling_among(names, new + rest)
            if taken not in {None, name}:
                return True
    return False


def _delete(library: Library, chosen: argparse.Namespace) -> bool:
    name = tag_named(library, chosen.name)
    print(f"Tag “{name}” taken off {papers(library.tags.delete(name).result())}.")
    return True


def _colour(library: Library, chosen: argparse.Namespace) -> bool:
    name = tag_named(library, chosen.name)
    edit = library.tags.set_colour(name, chosen.colour).result()
    if not edit.changes:
        print(f"Tag “{name}” needed no change.")
    elif look := read_look(edit.changes[0].after):
        print(f"Tag “{name}” is {look.colour} and has the digit {look.digit}.")
    else:
        print(f"Tag “{name}” has no colour any more.")
    return True


_ACTIONS: Mapping[str | None, Action] = {
    None: _print_all,
    "rename": _rename,
    "delete": _delete,
    "colour": _colour,
}
