"""Names of authors as papers spell them, for completion."""

import sqlite3
from collections import Counter

from readinglist.storage.word_match import has_words, words_of

_NEWEST_WITH = """
SELECT authors FROM paper_text WHERE paper_id IN (
    SELECT rowid FROM paper_search WHERE paper_search MATCH ? ORDER BY rowid DESC LIMIT 300)
ORDER BY paper_id DESC
"""
"""The authors of the newest papers that have such an author: enough to tell who is meant."""


def author_names(connection: sqlite3.Connection, beginning: str, limit: int) -> list[str]:
    """Return names in which the words of ``beginning`` stand, the last of them perhaps unfinished.

    The most frequent come first. Spellings that differ in capitals and accents only are one name,
    because the search takes them for one.
    """
    if not words_of(beginning):
        return []
    quoted = beginning.replace('"', " ").replace("\0", " ")
    names: Counter[str] = Counter()
    for (authors,) in connection.execute(_NEWEST_WITH, (f'authors : "{quoted}" *',)):
        names.update(str(authors).split("\n"))
    spellings: dict[tuple[str, ...], Counter[str]] = {}
    for name, papers in names.items():
        if has_words(name, beginning, prefix=1):
            spellings.setdefault(tuple(words_of(name)), Counter())[name] = papers
    # Equally frequent ones stay in the order of their newest papers.
    found = sorted(spellings.values(), key=Counter.total, reverse=True)
    return [spelling.most_common(1)[0][0] for spelling in found[:limit]]
