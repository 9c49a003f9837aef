"""Storing what a source listed: new papers, changed papers, appearances, raw records."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from sqlalchemy import text
from sqlmodel import Session, col, select

from readinglist.domain.change import LibraryChange
from readinglist.domain.citation_key import base_citation_key, unused_citation_key
from readinglist.domain.paper import Listing, Paper
from readinglist.domain.person_name import family_name
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


@dataclass(frozen=True, slots=True)
class StoredCounts:
    """How a batch of listings compared with what the library had."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0

    def plus(self, other: "StoredCounts") -> "StoredCounts":
        """Return the sums."""
        return StoredCounts(
            self.added + other.added,
            self.updated + other.updated,
            self.unchanged + other.unchanged,
        )


def store_listings(
    writing: WriteSession, source: str, listings: Sequence[Listing], fetched_at: datetime
) -> StoredCounts:
    """Add new papers, update those whose upstream fields changed, leave the others alone.

    The reader's own tables are not touched; a new paper gets its citation key here and keeps it.
    Listings must have an arXiv id each, and each id once.
    """
    session = writing.session
    known = _known_papers(session, [listing.paper.arxiv_id for listing in listings])
    added: list[int] = []
    updated: set[int] = set()
    for listing in listings:
        record = known.get(listing.paper.arxiv_id or "")
        if record is None:
            record = _add(session, listing)
            added.append(_key(record))
            _store_appearance(session, source, record, listing)
        else:
            differed = _update(session, record, listing)
            if _store_appearance(session, source, record, listing) or differed:
                updated.add(_key(record))
        _store_raw(session, source, _key(record), listing, fetched_at)
    session.flush()
    _index(session, added)
    writing.changed(LibraryChange(updated=frozenset(updated), added=len(added)))
    return StoredCounts(len(added), len(updated), len(listings) - len(added) - len(updated))


def _key(record: PaperRecord) -> int:
    assert record.id is not None  # noqa: S101 (flushed before)
    return record.id


def _known_papers(session: Session, arxiv_ids: Sequence[str | None]) -> dict[str, PaperRecord]:
    records = session.exec(select(PaperRecord).where(col(PaperRecord.arxiv_id).in_(arxiv_ids)))
    return {record.arxiv_id or "": record for record in records}


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


def _add(session: Session, listing: Listing) -> PaperRecord:
    record = PaperRecord.model_validate(
        {
            "arxiv_id": listing.paper.arxiv_id,
            "listed_on": listing.featured_on.isoformat(),
            **_row_fields(listing.paper),
        }
    )
    session.add(record)
    session.flush()
    key = _key(record)
    session.add(PaperText.model_validate({"paper_id": key, **_text_fields(listing.paper)}))
    session.add(CitationKey(paper_id=key, key=_free_citation_key(session, listing.paper)))
    session.flush()
    return record


def _free_citation_key(session: Session, paper: Paper) -> str:
    family = family_name(paper.authors[0]) if paper.authors else ""
    base = base_citation_key(family, paper.published.year, paper.title)
    # Keys that begin with the base: suffixes are letters, which sort below "{".
    taken = session.exec(
        select(CitationKey.key).where(CitationKey.key >= base, CitationKey.key < base + "{")
    )
    return unused_citation_key(base, (key.lower() for key in taken))


def _update(session: Session, record: PaperRecord, listing: Listing) -> bool:
    """Bring the rows of a known paper up to date; return whether anything differed."""
    key = _key(record)
    stored_text = session.get_one(PaperText, key)
    new_row, new_text = _row_fields(listing.paper), _text_fields(listing.paper)
    row_differs = _differing(record, new_row)
    text_differs = _differing(stored_text, new_text)
    # The index must be given exactly the text it was made from, so it goes first.
    reindex = bool(
        {"title"} & row_differs or text_differs & {"authors", "abstract", "organization"}
    )
    if reindex:
        _unindex(session, [key])
    for name in row_differs:
        setattr(record, name, new_row[name])
    for name in text_differs:
        setattr(stored_text, name, new_text[name])
    if reindex:
        session.flush()
        _index(session, [key])
    return bool(row_differs or text_differs)


def _differing(record: PaperRecord | PaperText, fields: dict[str, object]) -> set[str]:
    """Name the fields to change.

    What a source no longer says is kept, not erased: summaries, links and organisations come and
    go from one answer of the feed to the next. Counts are always said, and 0 is one.
    """
    return {
        name
        for name, value in fields.items()
        if getattr(record, name) != value and value != "" and value is not False
    }


def _store_appearance(session: Session, source: str, record: PaperRecord, listing: Listing) -> bool:
    """Note that the paper was listed on a day; return whether that was news."""
    day = listing.featured_on.isoformat()
    if session.get(Appearance, (day, _key(record), source)) is not None:
        return False
    session.add(Appearance(listed_on=day, paper_id=_key(record), source=source))
    record.listed_on = max(record.listed_on, day)
    return True


def _store_raw(
    session: Session, source: str, key: int, listing: Listing, fetched_at: datetime
) -> None:
    raw = listing.raw.encode()
    fingerprint = blake2b(raw, digest_size=8).digest()
    stored = session.get(UpstreamRecord, (key, source))
    if stored is not None and stored.fingerprint == fingerprint:
        return
    record = UpstreamRecord(
        paper_id=key,
        source=source,
        fetched_at=fetched_at.isoformat(timespec="seconds"),
        fingerprint=fingerprint,
        body=zlib.compress(raw, _COMPRESSION_LEVEL),
    )
    session.merge(record)


_SEARCHABLE = "title, authors, abstract, organization"


def _index(session: Session, keys: Iterable[int]) -> None:
    statement = text(
        f"INSERT INTO paper_search (rowid, {_SEARCHABLE}) "
        f"SELECT id, {_SEARCHABLE} FROM searchable_paper WHERE id = :key"
    )
    for key in keys:
        session.execute(statement, {"key": key})


def _unindex(session: Session, keys: Iterable[int]) -> None:
    statement = text(
        f"INSERT INTO paper_search (paper_search, rowid, {_SEARCHABLE}) "
        f"SELECT 'delete', id, {_SEARCHABLE} FROM searchable_paper WHERE id = :key"
    )
    for key in keys:
        session.execute(statement, {"key": key})
