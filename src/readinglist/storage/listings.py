"""Storing what a source listed: new papers, changed papers, appearances, raw records.

New papers are written by the batch. A listing whose record is byte for byte the one that was
stored is done with after one look at its fingerprint.
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from sqlalchemy import func, insert
from sqlmodel import Session, select

from readinglist.domain.change import LibraryChange
from readinglist.domain.paper import Listing, Paper
from readinglist.storage.citation_keys import new_citation_keys
from readinglist.storage.search.index import index_entries, replace_entries
from readinglist.storage.search.listing_order import DayOrder, read_day_order, write_places
from readinglist.storage.tables import (
    Appearance,
    CitationKey,
    PaperRecord,
    PaperText,
    UpstreamRecord,
)
from readinglist.storage.write_engine import WriteSession

_SHOWN_AUTHORS = 3
_COMPRESSION_LEVEL = 6
_READING = b"1"
"""Counts how records are read. When it grows, records that were stored are looked at again."""


@dataclass(frozen=True, slots=True)
class StoredCounts:
    """How a batch of listings compared with what the library had.

    ``new_keys`` are the keys of the papers that were added.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    new_keys: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stored:
    """What is known of a paper before a batch: its key, its record, the days it appeared on."""

    key: int
    fingerprint: bytes
    days: frozenset[str]


def store_listings(
    writing: WriteSession, source: str, listings: Sequence[Listing], fetched_at: datetime
) -> StoredCounts:
    """Add new papers, update those whose upstream fields changed, leave the others alone.

    The reader's own tables are not touched; a new paper gets its citation key here and keeps it.
    Listings must have an arXiv id each, and each id once.
    """
    now = fetched_at.isoformat(timespec="seconds")
    stored = _stored_papers(writing, source, listings)
    new: list[Listing] = []
    different: list[tuple[_Stored, Listing]] = []
    for listing in listings:
        known = stored.get(listing.paper.arxiv_id or "")
        if known is None:
            new.append(listing)
        elif not _is_as_before(known, listing):
            different.append((known, listing))
    updated: set[int] = set()
    new_keys: list[int] = []
    if new or different:
        updated, new_keys = _write_papers(writing, source, new, different, now)
    writing.changed(LibraryChange(updated=frozenset(updated), added=len(new)))
    unchanged = len(listings) - len(new) - len(updated)
    return StoredCounts(len(new), len(updated), unchanged, tuple(new_keys))


def _is_as_before(known: _Stored, listing: Listing) -> bool:
    return listing.featured_on.isoformat() in known.days and known.fingerprint == _fingerprint(
        listing
    )


def _write_papers(
    writing: WriteSession,
    source: str,
    new: Sequence[Listing],
    different: Sequence[tuple[_Stored, Listing]],
    now: str,
) -> tuple[set[int], list[int]]:
    """Write papers, keep the indexes in step.

    Returns:
        The keys of known papers that differ from before, and those of the new ones.
    """
    session, places = writing.session, _Places(writing)
    keys = [known.key for known, _listing in different]
    before = index_entries(writing.sqlite, keys)
    updated = {
        known.key
        for known, listing in different
        if _update(session, source, known, listing, now, places)
    }
    new_keys = _add(writing, source, new, now, places) if new else []
    keys += new_keys
    moved = places.find()
    others = moved.keys() - set(keys)
    before |= index_entries(writing.sqlite, others)
    write_places(writing.sqlite, moved)
    replace_entries(writing.sqlite, before, index_entries(writing.sqlite, [*keys, *others]))
    return updated, new_keys


class _Places:
    """Finds places for the papers of a batch once all of them are written."""

    def __init__(self, writing: WriteSession) -> None:
        self._writing = writing
        self._days: dict[str, DayOrder] = {}
        self._waiting: list[tuple[str, int, int]] = []

    def of_day(self, day: str) -> DayOrder:
        """Return the order of a day; to be asked for before a paper of that day changes."""
        if day not in self._days:
            self._days[day] = read_day_order(self._writing.sqlite, day)
        return self._days[day]

    def find_later(self, day: str, upvotes: int, key: int) -> int:
        """Note that a paper needs a place, return one for the meantime that no other has."""
        self._waiting.append((day, upvotes, key))
        return -key

    def find(self) -> dict[int, int]:
        """Return the places of the papers that wait, and of those that make room for them."""
        found = {key: self.of_day(day).place(upvotes, key) for day, upvotes, key in self._waiting}
        for order in self._days.values():
            found.update(order.moved)
        return found


_STORED = """
SELECT p.arxiv_id, p.id, r.fingerprint,
       (SELECT group_concat(listed_on) FROM appearance WHERE paper_id = p.id AND source = ?1)
FROM json_each(?2) AS wanted
CROSS JOIN paper AS p ON p.arxiv_id = wanted.value
LEFT JOIN upstream_record AS r ON r.paper_id = p.id AND r.source = ?1
"""
"""One statement for a batch, past SQLModel: a sync mostly meets papers that have not changed."""


def _stored_papers(
    writing: WriteSession, source: str, listings: Sequence[Listing]
) -> dict[str, _Stored]:
    ids = json.dumps([listing.paper.arxiv_id for listing in listings])
    return {
        arxiv_id: _Stored(key, fingerprint or b"", frozenset((days or "").split(",")))
        for arxiv_id, key, fingerprint, days in writing.sqlite.execute(_STORED, (source, ids))
    }


def _fingerprint(listing: Listing) -> bytes:
    return blake2b(_READING + listing.raw.encode(), digest_size=8).digest()


def _add(
    writing: WriteSession, source: str, new: Sequence[Listing], now: str, places: _Places
) -> list[int]:
    """Write new papers, return their keys."""
    session = writing.session
    connection = session.connection()
    highest = session.exec(select(func.max(PaperRecord.id))).one() or 0
    numbered = list(enumerate(new, start=highest + 1))
    citation_keys = new_citation_keys(writing.sqlite, [listing.paper for listing in new])
    connection.execute(
        insert(PaperRecord),
        [
            {
                "id": key,
                "arxiv_id": listing.paper.arxiv_id,
                "listed_on": listing.featured_on.isoformat(),
                "place": places.find_later(
                    listing.featured_on.isoformat(), listing.paper.upvotes, key
                ),
                **_row_fields(listing.paper),
            }
            for key, listing in numbered
        ],
    )
    connection.execute(
        insert(PaperText), [{"paper_id": key, **_text_fields(x.paper)} for key, x in numbered]
    )
    connection.execute(
        insert(CitationKey),
        [
            {"paper_id": key, "key": citation_key}
            for (key, _listing), citation_key in zip(numbered, citation_keys, strict=True)
        ],
    )
    connection.execute(
        insert(Appearance),
        [
            {"paper_id": key, "source": source, "listed_on": listing.featured_on.isoformat()}
            for key, listing in numbered
        ],
    )
    connection.execute(
        insert(UpstreamRecord),
        [_raw_fields(source, key, listing, now) for key, listing in numbered],
    )
    return [key for key, _listing in numbered]


def _update(
    session: Session, source: str, known: _Stored, listing: Listing, now: str, places: _Places
) -> bool:
    """Bring a known paper up to date; return whether the reader can see a difference."""
    record = session.get_one(PaperRecord, known.key)
    stored_text = session.get_one(PaperText, known.key)
    row_differs = _differing(record, _row_fields(listing.paper))
    text_differs = _differing(stored_text, _text_fields(listing.paper))
    day = listing.featured_on.isoformat()
    listed_on = max(record.listed_on, day)
    upvotes = int(str(row_differs.get("upvotes", record.upvotes)))
    if (listed_on, upvotes) != (record.listed_on, record.upvotes):
        order = places.of_day(record.listed_on)
        if listed_on != record.listed_on or not order.still_fits(
            upvotes, known.key, record.upvotes
        ):
            order.remove(record.upvotes, known.key)
            record.place = places.find_later(listed_on, upvotes, known.key)
    for name, value in row_differs.items():
        setattr(record, name, value)
    for name, value in text_differs.items():
        setattr(stored_text, name, value)
    record.listed_on = listed_on
    if day not in known.days:
        session.add(Appearance(listed_on=day, paper_id=known.key, source=source))
    session.merge(UpstreamRecord.model_validate(_raw_fields(source, known.key, listing, now)))
    return bool(row_differs or text_differs) or day not in known.days


def _differing(record: PaperRecord | PaperText, fields: dict[str, object]) -> dict[str, object]:
    """Return the fields to change.

    What a source no longer says is kept, not erased: summaries, links and organisations come and
    go from one answer of the feed to the next. Counts are always said, and 0 is one.
    """
    return {
        name: value
        for name, value in fields.items()
        if getattr(record, name) != value and value != "" and value is not False
    }


def _row_fields(paper: Paper) -> dict[str, object]:
    return {
        "title": paper.title,
        "first_authors": ", ".join(paper.authors[:_SHOWN_AUTHORS]),
        "author_count": len(paper.authors),
        "published_on": paper.published.isoformat(),
        "upvotes": paper.upvotes,
        "comments": paper.comments,
        "has_code": bool(paper.code_url),
        "has_project": bool(paper.project_url),
    }


def _text_fields(paper: Paper) -> dict[str, object]:
    return {
        "authors": "\n".join(paper.authors),
        "abstract": paper.abstract,
        "organization": paper.organization,
        "ai_summary": paper.ai_summary,
        "keywords": "\n".join(paper.keywords),
        "code_url": paper.code_url,
        "project_url": paper.project_url,
    }


def _raw_fields(source: str, key: int, listing: Listing, now: str) -> dict[str, object]:
    return {
        "paper_id": key,
        "source": source,
        "fetched_at": now,
        "fingerprint": _fingerprint(listing),
        "body": zlib.compress(listing.raw.encode(), _COMPRESSION_LEVEL),
    }
