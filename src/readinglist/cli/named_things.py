"""Finding lists, rules, searches and tags by the names that the user typed."""

import shlex
from collections.abc import Iterable

from readinglist.domain.errors import UserFacingError
from readinglist.domain.reading_list import ReadingList
from readinglist.domain.rule import Rule
from readinglist.library.library import Library
from readinglist.library.names import checked_name, checked_tag


def list_named(library: Library, name: str) -> ReadingList:
    """Return a reading list.

    Raises:
        UserFacingError: there is none of that name.
    """
    wanted = checked_name(name, "list")
    lists = {found.name: found for found in library.papers.counts().result().lists}
    spelled = spelling_among(lists, wanted)
    if spelled is None:
        hint = f"Make it with: readinglist lists make {shlex.quote(wanted)}"
        raise UserFacingError(f"There is no list “{wanted}”.", hint)
    return lists[spelled]


def rule_named(library: Library, name: str) -> Rule:
    """Return a rule.

    Raises:
        UserFacingError: there is none of that name.
    """
    wanted = checked_name(name, "rule")
    rules = {found.name: found for found in library.papers.counts().result().rules}
    spelled = spelling_among(rules, wanted)
    if spelled is None:
        raise _none("rule", wanted, "rules")
    return rules[spelled]


def search_named(library: Library, name: str) -> str:
    """Return how a saved search is spelled.

    Raises:
        UserFacingError: there is none of that name.
    """
    wanted = checked_name(name, "search")
    spelled = spelling_among(dict(library.papers.counts().result().searches), wanted)
    if spelled is None:
        raise _none("search", wanted, "searches")
    return spelled


def tag_named(library: Library, name: str) -> str:
    """Return how a tag is spelled, also one that only has other tags in it.

    Raises:
        UserFacingError: there is none of that name.
    """
    wanted = checked_tag(name)
    names = library.papers.tag_names().result()
    spelled = spelling_among(names, wanted)
    if spelled is not None:
        return spelled
    if any(same_name(found[: len(wanted) + 1], f"{wanted}/") for found in names):
        return wanted
    raise _none("tag", wanted, "tags")


def spelling_among(names: Iterable[str], wanted: str) -> str | None:
    """Return the name that is the same but for its capitals; None if there is none."""
    return next((name for name in names if same_name(name, wanted)), None)


def same_name(name: str, other: str) -> bool:
    """Whether the library takes two names for one: it ignores the case of plain letters only."""
    return name.encode().lower() == other.encode().lower()


def _none(what: str, name: str, command: str) -> UserFacingError:
    return UserFacingError(
        f"There is no {what} “{name}”.", f"Those that there are: readinglist {command}"
    )
