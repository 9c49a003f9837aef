"""Giving new papers their citation keys."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, text

from readinglist.domain.citation_key import base_citation_key, unused_citation_key
from readinglist.domain.paper import Paper
from readinglist.domain.person_name import family_name

# Suffixes are letters, and all letters sort below "{".
_TAKEN = text(
    "SELECT DISTINCT k.key FROM json_each(:bases) AS base"
    " JOIN citation_key AS k ON k.key >= base.value AND k.key < base.value || '{'"
)


def new_citation_keys(connection: Connection, papers: Sequence[Paper]) -> list[str]:
    """Return a key for each paper that no paper of the library, nor one before it, has."""
    bases = [_base(paper) for paper in papers]
    rows = connection.execute(_TAKEN, {"bases": json.dumps(sorted(set(bases)))})
    taken = {str(row[0]).lower() for row in rows}
    keys: list[str] = []
    for base in bases:
        key = unused_citation_key(base, taken)
        taken.add(key)
        keys.append(key)
    return keys


def _base(paper: Paper) -> str:
    family = family_name(paper.authors[0]) if paper.authors else ""
    return base_citation_key(family, paper.published.year, paper.title)
