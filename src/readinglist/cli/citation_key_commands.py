"""``readinglist key`` and ``readinglist keys``: what papers are cited by."""

import argparse
from collections.abc import Callable, Iterator, Mapping

from readinglist.cli.json_text import json_array, json_line
from readinglist.cli.opened_library import asked_condition, named_papers, opened_library
from readinglist.cli.terminal import complain
from readinglist.cli.told_edit import tell_edit
from readinglist.domain.annotation import Edit
from readinglist.domain.key_pattern import KeyPattern
from readinglist.domain.query import Everything, without_hidden
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.export import read_in_pages
from readinglist.library.library import Library

Action = Callable[[Library, argparse.Namespace], bool]

_SHOWN_PAPERS = 3


def key(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Print the citation key of a paper, or give it another one."""
    with opened_library(chosen, environ) as library:
        named = named_papers(library, [chosen.id])
        for number in named.keys:
            if chosen.new is not None:
                _set(library, number, chosen.new)
            else:
                _print_key(library, number, as_json=chosen.json)
    return named.all_found


def _print_key(library: Library, number: int, *, as_json: bool) -> None:
    detail = library.papers.details([number]).result()[0]
    values = {"id": detail.paper_id, "citation_key": detail.citation_key}
    print(json_line(values) if as_json else detail.citation_key)


def _set(library: Library, number: int, typed: str) -> None:
    edit = library.citation_keys.set_key(number, typed).result()
    if edit.changes:
        print(f"{edit.changes[0].before} -> {edit.changes[0].after}")
    else:
        print("The citation key is as it was.")


def keys(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Print or set the pattern, or give papers new keys by it."""
    with opened_library(chosen, environ) as library:
        return _ACTIONS[chosen.action](library, chosen)


def _print_pattern(library: Library, chosen: argparse.Namespace) -> bool:
    _show(library, library.citation_keys.pattern().result(), as_json=chosen.json)
    return True


def _pattern(library: Library, chosen: argparse.Namespace) -> bool:
    if chosen.pattern is None:
        return _print_pattern(library, chosen)
    pattern = library.citation_keys.set_pattern(chosen.pattern.text).result()
    _show(library, pattern, as_json=chosen.json)
    if not chosen.json:
        print("So for papers that come in from now on; keys that are there stay.")
    return True


def _show(library: Library, pattern: KeyPattern, *, as_json: bool) -> None:
    """Print a pattern, and what keys the newest papers would have by it."""
    newest = library.papers.keys(without_hidden(Everything()), NEWEST_FIRST).result()
    details = library.papers.details(newest[:_SHOWN_PAPERS]).result()
    made = {detail.paper_id: pattern.key_of(detail.paper) for detail in details}
    if as_json:
        examples = [{"id": paper_id, "citation_key": key} for paper_id, key in made.items()]
        print(json_line({"pattern": pattern.text, "examples": examples}))
        return
    print(pattern.text)
    for paper_id, made_key in made.items():
        print(f"{paper_id}\t{made_key}")


def _renew(library: Library, chosen: argparse.Namespace) -> bool:
    asked = without_hidden(asked_condition(chosen.query))
    found = library.papers.keys(asked, NEWEST_FIRST).result()
    if not found:
        complain("No paper matches.")
    edit = library.citation_keys.renew(found).result()
    changes = _told_changes(library, edit)
    if chosen.json:
        lines = json_array({"id": i, "before": old, "after": new} for i, old, new in changes)
    else:
        lines = (f"{paper_id}\t{old} -> {new}" for paper_id, old, new in changes)
    for line in lines:
        print(line)
    if not chosen.json:
        tell_edit("given new keys", edit, found)
    return True


def _told_changes(library: Library, edit: Edit) -> Iterator[tuple[str, str, str]]:
    """Yield the ids of papers with the keys that they had and have."""
    for detail, change in zip(read_in_pages(library, edit.paper_keys), edit.changes, strict=True):
        yield detail.paper_id, change.before, change.after


_ACTIONS: Mapping[str | None, Action] = {
    None: _print_pattern,
    "pattern": _pattern,
    "renew": _renew,
}
