"""Which paper has which citation key, and which keys a pattern would make."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from readinglist.domain.citation_key import unused_citation_key
from readinglist.domain.errors import UserFacingError
from readinglist.domain.key_pattern import DEFAULT_PATTERN, KeyPattern, key_pattern
from readinglist.domain.paper import PaperDetail
from readinglist.storage.paper_reads import read_details

PATTERN_CHOICE = "citation_key_pattern"
"""The name of the pattern among the choices of the library."""

# Suffixes are letters, and all letters sort below "{".
_ALIKE = "SELECT key FROM citation_key WHERE key >= ?1 AND key < ?1 || '{' AND paper_id <> ?2"


def read_pattern(connection: sqlite3.Connection) -> KeyPattern:
    """Return how new keys are made in this library."""
    row = connection.execute(
        "SELECT value FROM library_choice WHERE name = ?", (PATTERN_CHOICE,)
    ).fetchone()
    return usable_pattern(row[0] if row else None)


def usable_pattern(stored: str | None) -> KeyPattern:
    """Return the pattern that is stored; one of a newer program may have fields unknown here."""
    try:
        return key_pattern(stored or DEFAULT_PATTERN)
    except UserFacingError:
        return key_pattern(DEFAULT_PATTERN)


def holders(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, int]:
    """Return which paper has a key, by the key in lower case, for keys that are taken."""
    rows = connection.execute(
        "SELECT lower(k.key), k.paper_id FROM json_each(?) AS wanted"
        " JOIN citation_key AS k ON k.key = wanted.value",
        (json.dumps(list(keys)),),
    )
    return dict(rows.fetchall())


def free_key(connection: sqlite3.Connection, wanted: str, paper_key: int) -> str:
    """Return ``wanted``, or with a suffix, so that no other paper has it."""
    rows = connection.execute(_ALIKE, (wanted, paper_key))
    return unused_citation_key(wanted, (row[0] for row in rows))


def keys_by_pattern(
    connection: sqlite3.Connection,
    paper_keys: Sequence[int],
    pattern: KeyPattern,
    given: Iterable[str] = (),
) -> dict[int, str]:
    """Return the keys that papers would get, the paper that came in first before the others.

    What another paper has is not free, even if that one is to get a new key as well; nor is what
    was ``given`` to others just before.
    """
    made: dict[int, str] = {}
    used = set(given)
    for paper in read_details(connection, sorted(paper_keys)):
        base = pattern.key_of(paper.paper)
        others = connection.execute(_ALIKE, (base, paper.key))
        key = unused_citation_key(base, used | {str(row[0]) for row in others})
        used.add(key)
        made[paper.key] = key
    return made


def key_previews(
    connection: sqlite3.Connection, paper_keys: Sequence[int], pattern: KeyPattern
) -> list[tuple[PaperDetail, str]]:
    """Return papers with the keys that they would get."""
    made = keys_by_pattern(connection, paper_keys, pattern)
    return [(paper, made[paper.key]) for paper in read_details(connection, paper_keys)]
