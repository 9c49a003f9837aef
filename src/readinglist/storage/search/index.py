"""Keeping the two indexes in step with the papers.

``paper_terms`` holds the terms of each paper, in no order and without their positions; it answers
queries. ``paper_phrases`` holds the words of the texts in their order, for phrases only. Neither
keeps what it was given, and SQLite has to be told exactly that to take it out again, so an entry is
read before its paper changes and again afterwards, and only the difference is written.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readinglist.domain.annotation import Field
from readinglist.domain.query import DateField, ExactField, NumberField
from readinglist.storage.search.terms import (
    HAS_CODE,
    HAS_NOTE,
    HAS_PDF,
    HAS_PROJECT,
    HIDDEN,
    INSIDE_TERMS,
    QUEUE_STATES,
    READ,
    STARRED,
    UNREAD,
    Mark,
    count_terms,
    day_term,
    exact_term,
    list_term,
    rule_term,
    tag_term,
)
from readinglist.storage.search.vocabulary import CREATE_VOCABULARY, remember_words
from readinglist.storage.search.words import words_of

SIGNS = "".join(Mark) + INSIDE_TERMS

_INDEXES = ("paper_terms", "paper_phrases")
_MERGED_PAGES = 64
"""Pages that are written at once while merging, some ten milliseconds: a star may wait for it."""

MERGE_LATER = tuple(
    f"INSERT INTO {name} ({name}, rank) VALUES ('automerge', 8)" for name in _INDEXES
)
"""SQLite adds to an index in segments and merges them within the transactions that write. To leave
more of them unmerged makes bringing in papers a quarter faster; ``merge_some`` merges later."""

CREATE_INDEXES = (
    "CREATE VIRTUAL TABLE paper_terms USING fts5("
    "terms, content='', detail=none, columnsize=0, prefix='1 2 3 4',"
    f" tokenize=\"ascii tokenchars '{SIGNS}'\")",
    "CREATE VIRTUAL TABLE paper_phrases USING fts5("
    "title, authors, abstract, organization, content='', detail=full, columnsize=0,"
    " tokenize='ascii')",
    CREATE_VOCABULARY,
    *MERGE_LATER,
)
"""The prefixes are as long as ``terms.LONGEST_PREFIX``; words come folded, so ASCII will do."""

_ENTRIES = """
SELECT p.id, p.place, p.arxiv_id, p.title, t.authors, t.abstract, t.organization, p.published_on,
       p.upvotes, p.comments, p.author_count, p.has_code, p.has_project, k.key,
       a.starred_at IS NOT NULL, a.read_at IS NOT NULL, coalesce(a.note, ''),
       a.hidden_at IS NOT NULL, coalesce(a.rating, 0),
       (SELECT state FROM queued_paper WHERE paper_id = p.id),
       (SELECT group_concat(list_id) FROM list_paper WHERE paper_id = p.id),
       (SELECT group_concat(rule_id) FROM rule_paper WHERE paper_id = p.id),
       (SELECT group_concat(tag_id) FROM paper_tag WHERE paper_id = p.id),
       (SELECT group_concat(DISTINCT listed_on) FROM appearance WHERE paper_id = p.id),
       (SELECT group_concat(DISTINCT source) FROM appearance WHERE paper_id = p.id)
FROM json_each(?) AS wanted
CROSS JOIN paper AS p ON p.id = wanted.value
JOIN paper_text AS t ON t.paper_id = p.id
JOIN citation_key AS k ON k.paper_id = p.id
LEFT JOIN annotation AS a ON a.paper_id = p.id
"""

_ADD_TERMS = "INSERT INTO paper_terms (rowid, terms) VALUES (?, ?)"
_TAKE_TERMS = "INSERT INTO paper_terms (paper_terms, rowid, terms) VALUES ('delete', ?, ?)"
_TEXTS = "title, authors, abstract, organization"
_ADD_PHRASES = f"INSERT INTO paper_phrases (rowid, {_TEXTS}) VALUES (?, ?, ?, ?, ?)"
_TAKE_PHRASES = (
    f"INSERT INTO paper_phrases (paper_phrases, rowid, {_TEXTS}) VALUES ('delete', ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What the indexes hold of one paper: its place, its terms, and its texts as words."""

    place: int
    terms: frozenset[str]
    texts: tuple[str, str, str, str]


def index_entries(connection: sqlite3.Connection, keys: Iterable[int]) -> dict[int, IndexEntry]:
    """Return what the indexes should hold of papers, by key, as the tables are now."""
    rows = connection.execute(_ENTRIES, (json.dumps(list(keys)),))
    return {row[0]: _entry(row) for row in rows}


def _entry(row: Sequence[object]) -> IndexEntry:
    (key, place, arxiv_id, title, authors, abstract, organization, published) = row[:8]
    (upvotes, comments, author_count, has_code, has_project, citation_key) = row[8:14]
    (starred, read, note, hidden, rating, state, lists, rules, tags, days, sources) = row[14:]
    words = [words_of(str(text)) for text in (title, authors, abstract, organization)]
    terms = set(words[2])
    for mark, found in (
        (Mark.TITLE, words[0]),
        (Mark.AUTHOR, words[1]),
        (Mark.ORGANIZATION, words[3]),
    ):
        terms.update(mark + word for word in found)
    flags = ((has_code, HAS_CODE), (has_project, HAS_PROJECT), (arxiv_id is not None, HAS_PDF))
    terms.update(term for holds, term in flags if holds)
    terms |= annotation_terms(Field.STAR, "1" if starred else "")
    terms |= annotation_terms(Field.READ, "1" if read else "")
    terms |= annotation_terms(Field.HIDE, "1" if hidden else "")
    terms |= annotation_terms(Field.NOTE, str(note))
    terms |= annotation_terms(Field.QUEUE, str(state or ""))
    terms.update(list_term(int(number)) for number in _parts(lists))
    terms.update(rule_term(int(number)) for number in _parts(rules))
    terms.update(tag_term(int(number)) for number in _parts(tags))
    terms.update(day_term(DateField.LISTED, date.fromisoformat(day)) for day in _parts(days))
    terms.update(exact_term(ExactField.SOURCE, source) for source in _parts(sources))
    terms.add(day_term(DateField.PUBLISHED, date.fromisoformat(str(published))))
    terms.add(exact_term(ExactField.ARXIV_ID, str(arxiv_id or f"local:{key}")))
    terms.add(exact_term(ExactField.CITATION_KEY, str(citation_key)))
    for field, count in (
        (NumberField.UPVOTES, upvotes),
        (NumberField.COMMENTS, comments),
        (NumberField.AUTHORS, author_count),
        (NumberField.RATING, rating),
    ):
        terms.update(count_terms(field, int(str(count))))
    title_text, author_text, abstract_text, organization_text = (" ".join(w) for w in words)
    return IndexEntry(
        int(str(place)),
        frozenset(terms),
        (title_text, author_text, abstract_text, organization_text),
    )


def annotation_terms(field: Field, value: str, term: str = "") -> frozenset[str]:
    """Return the terms of what a reader added to a paper, as an ``Edit`` writes it.

    Args:
        field: what was added.
        value: as in ``FieldChange``; "" for what is not there.
        term: the term of the tag or the list, where ``field`` is one.
    """
    if field in _FLAG_TERMS:
        on, off = _FLAG_TERMS[field]
        return on if value else off
    if field is Field.RATING:
        return frozenset(count_terms(NumberField.RATING, int(value or 0)))
    return frozenset(_terms_of(field, value, term)) if value else frozenset()


def _terms_of(field: Field, value: str, term: str) -> Iterable[str]:
    match field:
        case Field.TAG | Field.LIST:
            return [term]
        case Field.QUEUE:
            return [QUEUE_STATES[value.partition(" ")[0]]]
        case Field.NOTE:
            return [HAS_NOTE, *(Mark.NOTE + word for word in words_of(value))]
        case Field.CITATION_KEY:
            return [exact_term(ExactField.CITATION_KEY, value)]
        case _:
            return []  # tags, lists, searches and rules themselves are not of a paper


_FLAG_TERMS: dict[Field, tuple[frozenset[str], frozenset[str]]] = {
    Field.STAR: (frozenset([STARRED]), frozenset()),
    Field.READ: (frozenset([READ]), frozenset([UNREAD])),
    Field.HIDE: (frozenset([HIDDEN]), frozenset()),
}
"""The terms of a flag that is set, and of one that is not."""


def _parts(joined: object) -> list[str]:
    return str(joined).split(",") if joined else []


def replace_entries(
    connection: sqlite3.Connection,
    before: Mapping[int, IndexEntry],
    after: Mapping[int, IndexEntry],
) -> None:
    """Bring the indexes from ``before`` to ``after``; writes only what differs."""
    gone: dict[int, frozenset[str]] = {}
    come: dict[int, frozenset[str]] = {}
    kept: dict[int, frozenset[str]] = {}
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        if old is not None and new is not None and old.place == new.place:
            gone[old.place] = old.terms - new.terms
            come[new.place] = new.terms - old.terms
            kept[new.place] = new.terms & old.terms
            continue
        if old is not None:
            gone[old.place] = gone.get(old.place, frozenset()) | old.terms
        if new is not None:
            come[new.place] = come.get(new.place, frozenset()) | new.terms
    change_terms(connection, gone, come, kept)
    _replace_phrases(connection, before, after)


def change_terms(
    connection: sqlite3.Connection,
    gone: Mapping[int, Iterable[str]],
    come: Mapping[int, Iterable[str]],
    kept: Mapping[int, Iterable[str]],
) -> None:
    """Take terms from papers and give them others, by place.

    In rising order of places: a step back makes FTS5 write out what it has gathered.

    Args:
        connection: the writer's.
        gone: what papers no longer have.
        come: what they have now and had not before.
        kept: what they have now and had before. FTS5 takes a paper out of its lists of beginnings
            with every term that begins so, also if others do; those others are written again.
    """
    remember_words(connection, set[str]().union(*come.values()))
    for place in sorted(gone.keys() | come.keys()):
        taken = list(gone.get(place, ()))
        if taken:
            connection.execute(_TAKE_TERMS, (place, " ".join(taken)))
        beginnings = {term[0] for term in taken}
        again = (term for term in kept.get(place, ()) if term[0] in beginnings)
        if new := " ".join([*come.get(place, ()), *again]):
            connection.execute(_ADD_TERMS, (place, new))


def merge_some(connection: sqlite3.Connection) -> bool:
    """Merge a few segments of the indexes; return whether there are more to merge."""
    found = False
    for name in _INDEXES:
        before = connection.total_changes
        connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('merge', {_MERGED_PAGES})")
        # SQLite's documentation: a difference below two tells that nothing was done.
        found |= connection.total_changes - before >= 2
    return found


def _replace_phrases(
    connection: sqlite3.Connection,
    before: Mapping[int, IndexEntry],
    after: Mapping[int, IndexEntry],
) -> None:
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if old is not None and new is not None and old.texts == new.texts:
            continue
        if old is not None:
            connection.execute(_TAKE_PHRASES, (key, *old.texts))
        if new is not None:
            connection.execute(_ADD_PHRASES, (key, *new.texts))
