"""CSV (RFC 4180) for spreadsheets and data frames: a line of headings, then one line a paper."""

import csv
import io
from collections.abc import Iterable, Iterator

from readinglist.domain.export_options import ExportOptions
from readinglist.domain.links import page_link
from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters.publication import venue_of

_HEADINGS = (
    *("id", "title", "authors", "published", "featured_on", "upvotes", "comments"),
    *("starred", "read", "queue", "rating", "tags", "lists", "note", "citation_key", "url"),
    *("venue", "abstract"),
)
_BEGINS_A_FORMULA = ("=", "+", "-", "@")


class CsvExporter:
    """Writes the fields of the command line's JSON; several values of one field part by ``; ``."""

    name = "csv"
    title = "CSV"
    file_suffix = ".csv"
    choices: tuple[str, ...] = ("venue", "abstract")
    defaults = ExportOptions()

    def entry(self, paper: PaperDetail, options: ExportOptions, /) -> str:
        """Return the record of a paper."""
        return _record(_fields(paper, options))

    def whole(
        self, entries: Iterable[str], _heading: ReadingList | None = None, /
    ) -> Iterator[str]:
        """Yield the headings, then the records."""
        yield _record(_HEADINGS)
        yield from entries


def _record(fields: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(_as_text(field) for field in fields)
    return line.getvalue()


def _as_text(field: str) -> str:
    """Keep spreadsheets from running what came from outside: behind a space it is no formula."""
    return f" {field}" if field.startswith(_BEGINS_A_FORMULA) else field


def _fields(detail: PaperDetail, options: ExportOptions) -> tuple[str, ...]:
    paper, venue = detail.paper, venue_of(detail, options)
    return (
        *(detail.paper_id, detail.title, "; ".join(detail.authors), paper.published.isoformat()),
        *("; ".join(detail.featured_on), str(paper.upvotes), str(paper.comments)),
        *("yes" if detail.starred else "no", "yes" if detail.read else "no"),
        *(detail.queue.value if detail.queue else "", str(detail.rating or "")),
        *("; ".join(detail.tags), "; ".join(detail.lists), detail.note),
        *(detail.citation_key, page_link(paper)),
        venue.short_name if venue else "",
        detail.abstract if options.abstract else "",
    )
