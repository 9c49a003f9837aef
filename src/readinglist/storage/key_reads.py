"""Which paper has which citation key, which are free, and what patterns take of papers."""

import json
import logging
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from readinglist.domain.citation_key import KeysInUse, KeyTakenError
from readinglist.domain.errors import UserFacingError
from readinglist.domain.key_pattern import DEFAULT_PATTERN, KeyPattern, parse_key_pattern
from readinglist.domain.paper import Paper, PaperDetail
from readinglist.storage.library_choices import read_choice
from readinglist.storage.paper_reads import paper_id_of, read_details

log = logging.getLogger(__name__)

KEY_PATTERN = "citation_key_pattern"
"""The name of the pattern among the choices of the library."""

_PIECE = 2000

# Suffixes are letters, and all letters sort below "{".
_TAKEN = (
    "SELECT DISTINCT k.key FROM json_each(?) AS base"
    " CROSS JOIN citation_key AS k ON k.key >= base.value AND k.key < base.value || '{'"
)
_HOLDERS = (
    "SELECT wanted.value, k.paper_id, p.arxiv_id, p.title FROM json_each(?) AS wanted"
    " CROSS JOIN citation_key AS k ON k.key = wanted.value COLLATE NOCASE"
    " JOIN paper AS p ON p.id = k.paper_id"
)
_FOR_PATTERN = (
    "SELECT p.id, p.arxiv_id, p.title, t.authors, p.published_on, k.key"
    " FROM json_each(?) AS wanted CROSS JOIN paper AS p ON p.id = wanted.value"
    " JOIN paper_text AS t ON t.paper_id = p.id JOIN citation_key AS k ON k.paper_id = p.id"
)


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """The paper that has a key."""

    paper_key: int
    paper_id: str
    title: str


def read_pattern(connection: sqlite3.Connection) -> KeyPattern:
    """Return the pattern of the library's keys; one that makes no sense here is passed over."""
    text = read_choice(connection, KEY_PATTERN) or DEFAULT_PATTERN
    try:
        return parse_key_pattern(text)
    except UserFacingError as error:  # of a newer version, which has more fields
        log.warning("The pattern of citation keys: %s", error)
        return parse_key_pattern(DEFAULT_PATTERN)


def keys_in_use(connection: sqlite3.Connection, wanted: Iterable[str]) -> KeysInUse:
    """Return the keys of the library that begin with one of ``wanted``."""
    rows = connection.execute(_TAKEN, (json.dumps(sorted(set(wanted))),))
    return KeysInUse(str(key) for (key,) in rows)


def holders_of(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, KeyHolder]:
    """Return the papers that have the keys, by key as it was asked for."""
    rows = connection.execute(_HOLDERS, (json.dumps(sorted(set(keys))),))
    return {
        wanted: KeyHolder(paper_key, paper_id_of(paper_key, arxiv_id), title)
        for wanted, paper_key, arxiv_id, title in rows
    }


def not_taken(connection: sqlite3.Connection, paper_key: int, key: str) -> str:
    """Return a key that a paper wants.

    Raises:
        KeyTakenError: another paper has it.
    """
    holder = holders_of(connection, [key]).get(key)
    if holder is not None and holder.paper_key != paper_key:
        free = keys_in_use(connection, [key]).give(key)
        raise KeyTakenError(key, holder.paper_id, holder.title, free)
    return key


@dataclass(frozen=True, slots=True)
class KeyedPaper:
    """A paper with what patterns take of it, and its present key."""

    paper_key: int
    paper: Paper
    citation_key: str


def keyed_papers(connection: sqlite3.Connection, keys: Sequence[int]) -> list[KeyedPaper]:
    """Return papers in the order in which they came in."""
    return [
        KeyedPaper(
            number,
            Paper(
                arxiv_id,
                title,
                tuple(str(authors).split("\n")) if authors else (),
                "",
                date.fromisoformat(published),
            ),
            citation_key,
        )
        for number, arxiv_id, title, authors, published, citation_key in connection.execute(
            _FOR_PATTERN, (json.dumps(sorted(keys)),)
        )
    ]


def keys_by_pattern(
    connection: sqlite3.Connection,
    pattern: KeyPattern,
    paper_keys: Iterable[int],
    advance: Callable[[int, int], None] = lambda _done, _total: None,
) -> dict[int, str]:
    """Return the keys that papers would get; who came in first has the plain key.

    No paper gets a key that another one has now, even if that one would get another: what cites the
    one would cite the other.
    """
    wanted, made, own = sorted(set(paper_keys)), dict[int, str](), dict[int, str]()
    for start in range(0, len(wanted), _PIECE):
        advance(0, len(wanted))
        for keyed in keyed_papers(connection, wanted[start : start + _PIECE]):
            made[keyed.paper_key] = pattern.key_of(keyed.paper)
            own[keyed.paper_key] = keyed.citation_key
    in_use = keys_in_use(connection, made.values())
    return {number: in_use.give(made[number], own[number]) for number in sorted(made)}


def key_previews(
    connection: sqlite3.Connection, pattern: KeyPattern, paper_keys: Sequence[int]
) -> list[tuple[PaperDetail, str]]:
    """Return papers, in the order given, with the keys that they would get."""
    made = keys_by_pattern(connection, pattern, paper_keys)
    return [(paper, made[paper.key]) for paper in read_details(connection, paper_keys)]
