"""Names of authors as papers spell them, for completion."""

import json
import sqlite3
from collections import Counter

from readinglist.domain.query import Text, TextField
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.storage.search.lists import beginning as beginning_of_list
from readinglist.storage.search.words import has_words, words_of

_NEWEST = 300
"""Papers whose authors are looked at: enough to tell who is meant."""

_AUTHORS = """
SELECT t.authors FROM json_each(?) AS wanted JOIN paper_text AS t ON t.paper_id = wanted.value
ORDER BY wanted.key
"""


def author_names(connection: sqlite3.Connection, beginning: str, limit: int) -> list[str]:
    """Return names in which the words of ``beginning`` stand, the last of them perhaps unfinished.

    The most frequent come first. Spellings that differ in capitals and accents only are one name,
    because the search takes them for one.
    """
    if not words_of(beginning):
        return []
    wanted = Text(beginning, TextField.AUTHOR, prefix=True)
    keys = beginning_of_list(connection, wanted, NEWEST_FIRST, _NEWEST).keys
    names: Counter[str] = Counter()
    for (authors,) in connection.execute(_AUTHORS, (json.dumps(keys),)):
        names.update(str(authors).split("\n"))
    spellings: dict[tuple[str, ...], Counter[str]] = {}
    for name, papers in names.items():
        if has_words(name, beginning, prefix=1):
            spellings.setdefault(tuple(words_of(name)), Counter())[name] = papers
    # Equally frequent ones stay in the order of their newest papers.
    found = sorted(spellings.values(), key=Counter.total, reverse=True)
    return [spelling.most_common(1)[0][0] for spelling in found[:limit]]
