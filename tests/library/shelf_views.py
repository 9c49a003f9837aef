"""What a library should show of a shelf: papers, counts, and what each filter finds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from readinglist.domain.reading_list import ReadingList
from readinglist.domain.reading_queue import QueueState
from readinglist.domain.tag import TagInUse
from tests.library.shelf import QUEUE, Shelf


@dataclass
class Shown:
    """A paper with all that is said of it."""

    upvotes: int
    citation_key: str
    days: set[str] = field(default_factory=set)
    starred: bool = False
    read: bool = False
    hidden: bool = False
    note: str = ""
    rating: int = 0
    queue: QueueState | None = None
    tags: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)


def shown_papers(shelf: Shelf) -> dict[int, Shown]:
    """All papers, by number."""
    cells = shelf.cells
    names, lists = shelf.numbered("tag name"), shelf.numbered("list")
    return {
        number: Shown(
            upstream.upvotes,
            cells["key", number],
            upstream.days,
            ("star", number) in cells,
            ("read", number) in cells,
            ("hide", number) in cells,
            cells.get(("note", number), ""),
            cells.get(("rating", number), 0),
            state_of(shelf, number),
            {name for tag, name in names.items() if ("tag", tag, number) in cells},
            {name for order, (name, _) in lists.items() if ("placed", order, number) in cells},
        )
        for number, upstream in shelf.papers.items()
    }


def state_of(shelf: Shelf, number: int) -> QueueState | None:
    """Where a paper stands in the queue."""
    placed = shelf.cells.get(("placed", QUEUE, number))
    return placed[0] if placed else None


def counts(shelf: Shelf) -> dict[str, object]:
    """What the sidebar shows."""
    shown = [paper for paper in shown_papers(shelf).values() if not paper.hidden]
    states = [paper.queue for paper in shown]
    searches = [value for cell, value in shelf.cells.items() if cell[0] == "search"]
    return {
        "papers": len(shown),
        "hidden": len(shelf.papers) - len(shown),
        "unread": sum(not paper.read for paper in shown),
        "starred": sum(paper.starred for paper in shown),
        "to_read": states.count(QueueState.TO_READ) + states.count(QueueState.READING),
        "done": states.count(QueueState.DONE),
        "tags": tuple(_tags(shelf)),
        "lists": tuple(_lists(shelf)),
        "searches": tuple(sorted(searches, key=lambda search: search[0].lower())),
        "rules": tuple(shelf.numbered("rule").values()),
    }


def _tags(shelf: Shelf) -> list[TagInUse]:
    hidden = matching(shelf, "is:hidden")
    found: list[TagInUse] = []
    for small, number in sorted(shelf.tag_names().items()):
        look = shelf.cells.get(("colour", number))
        if look or shelf.with_tag(number) - hidden:
            papers = matching(shelf, f"tag:{small}") - hidden
            found.append(TagInUse(shelf.cells["tag name", number], len(papers), look))
    return found


def _lists(shelf: Shelf) -> list[ReadingList]:
    hidden = matching(shelf, "is:hidden")
    found: list[ReadingList] = []
    for _, number in sorted(shelf.lists().items()):
        name, about = shelf.cells["list", number]
        found.append(ReadingList(name, about, len(shelf.members(number) - hidden)))
    return found


def matching(shelf: Shelf, query: str) -> set[int]:
    """The papers that a filter of one word should find."""
    field_name, _, value = query.partition(":")
    return _FINDERS[field_name](shelf, value.strip('"').lower())


def _being(shelf: Shelf, value: str) -> set[int]:
    if value == "unread":
        return set(shelf.papers) - _being(shelf, "read")
    if value in _FLAGS:
        return {number for number in shelf.papers if (_FLAGS[value], number) in shelf.cells}
    return {number for number in shelf.papers if state_of(shelf, number) == QueueState(value)}


def _having(shelf: Shelf, value: str) -> set[int]:
    if value == "rule":
        return set().union(*shelf.acted.values())
    if value == "list":
        return {cell[2] for cell in shelf.cells if cell[0] == "placed" and cell[1] != QUEUE}
    return {cell[-1] for cell in shelf.cells if cell[0] == value}


def _in_list(shelf: Shelf, value: str) -> set[int]:
    number = shelf.lists().get(value)
    return set() if number is None else shelf.members(number)


def _by_rule(shelf: Shelf, value: str) -> set[int]:
    numbers = [n for n, rule in shelf.numbered("rule").items() if rule.name.lower() == value]
    return set().union(*(shelf.acted.get(number, set()) for number in numbers))


def _noted(shelf: Shelf, value: str) -> set[int]:
    """Those with a word in their note, or with one that begins so."""
    notes = {
        cell[1]: note.lower().split() for cell, note in shelf.cells.items() if cell[0] == "note"
    }
    if value.endswith("*"):
        return {n for n, words in notes.items() if any(w.startswith(value[:-1]) for w in words)}
    return {number for number, words in notes.items() if value in words}


_FLAGS = {"starred": "star", "read": "read", "hidden": "hide"}
_FINDERS: Mapping[str, Callable[[Shelf, str], set[int]]] = {
    "is": _being,
    "has": _having,
    "list": _in_list,
    "rule": _by_rule,
    "note": _noted,
    "key": lambda shelf, key: {
        number
        for number, present in shelf.keys().items()
        if present.lower() == key or (key.endswith("*") and present.lower().startswith(key[:-1]))
    },
    "tag": lambda shelf, tag: {n for part in shelf.tags_in(tag) for n in shelf.with_tag(part)},
    "rating": lambda shelf, rating: {
        number for number in shelf.papers if shelf.cells.get(("rating", number), 0) == int(rating)
    },
    "upvotes": lambda shelf, least: {
        number for number, upstream in shelf.papers.items() if upstream.upvotes > int(least[1:])
    },
}
