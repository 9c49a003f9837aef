"""Real papers, brought into a library as the program does it, so that their keys are real."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from readinglist.domain.arxiv_id import first_version_year
from readinglist.domain.arxiv_record import ArxivRecord
from readinglist.domain.cancellation import CancelToken
from readinglist.domain.clean_text import one_line, paragraphs
from readinglist.domain.paper import Listing, Paper, PaperDetail
from readinglist.domain.query import EVERYTHING
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.export import read_in_pages
from readinglist.library.library import Library
from readinglist.library.sync import Sync
from readinglist.sources.recorded_days import RecordedDays
from readinglist.storage.database import Priority
from readinglist.storage.listings import store_listings
from readinglist.storage.write_engine import WriteSession

_CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Collection:
    """Papers of one library, so that no two have the same key, under a name for the table."""

    name: str
    papers: tuple[PaperDetail, ...]


def arxiv_papers(file: Path, most: int) -> Collection:
    """Return papers as arXiv tells of them, with its categories and comment, file order kept.

    The file has a JSON object a line: id, title, authors, summary, categories, comment. It has no
    dates, so a paper is of the first of the month in its id.
    """
    records = dict(islice(_records(file), most or None))
    with TemporaryDirectory() as folder:
        library = Library(Path(folder))
        try:
            listings = [_listing(arxiv_id, record) for arxiv_id, record in records.items()]
            for start in range(0, len(listings), _CHUNK):
                _store(library, listings[start : start + _CHUNK])
            papers = _all_papers(library)
        finally:
            library.close()
    by_id = {paper.paper_id: paper for paper in papers}
    told = (replace(by_id[arxiv_id], arxiv=record) for arxiv_id, record in records.items())
    return Collection("arXiv", tuple(told))


def daily_papers(folder: Path, most: int) -> Collection:
    """Return papers as the Hub tells of them, synced day by day from recorded answers."""
    with TemporaryDirectory() as name:
        packed, home = Path(name, "days"), Path(name, "library")
        packed.mkdir()
        for answer in sorted(folder.glob("*.json")):
            packed_answer = gzip.compress(answer.read_bytes(), compresslevel=1)
            (packed / f"{answer.name}.gz").write_bytes(packed_answer)
        library = Library(home)
        try:
            source = RecordedDays(packed)
            report = Sync(library, source, CancelToken()).run(source.days())
            failed = [day for day in report.days if day.message]
            if failed:
                raise SystemExit(f"{failed[0].date}: {failed[0].message}")
            papers = _all_papers(library)
        finally:
            library.close()
    return Collection("Daily Papers", tuple(papers[: most or None]))


def _records(file: Path) -> Iterator[tuple[str, ArxivRecord]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields: dict[str, Any] = json.loads(line)
            yield (
                fields["id"],
                ArxivRecord(
                    title=one_line(fields["title"]),
                    authors=tuple(filter(None, map(one_line, fields["authors"]))),
                    abstract=paragraphs(fields["summary"]),
                    categories=tuple(fields["categories"]),
                    comment=one_line(fields["comment"] or ""),
                    doi="",
                    journal_ref="",
                    version=0,
                    fetched_on=date(2025, 8, 1),
                ),
            )


def _listing(arxiv_id: str, record: ArxivRecord) -> Listing:
    month = int(arxiv_id.rpartition("/")[2][2:4])
    published = date(first_version_year(arxiv_id), month, 1)
    paper = Paper(arxiv_id, record.title, record.authors, record.abstract, published)
    return Listing(paper, published, json.dumps({"id": arxiv_id}))


def _store(library: Library, listings: list[Listing]) -> None:
    def work(writing: WriteSession) -> None:
        store_listings(writing, "arxiv", listings, datetime.now(UTC))

    library.database.write(work, Priority.SYNC).result()


def _all_papers(library: Library) -> list[PaperDetail]:
    keys = library.papers.keys(EVERYTHING.condition, NEWEST_FIRST).result()
    return list(read_in_pages(library, list(keys)))
