"""``readinglist show``: one paper with its abstract."""

import argparse
import json
import sys
import textwrap
from collections.abc import Iterator, Mapping

from readinglist.cli.opened_library import named_papers, opened_library
from readinglist.cli.paper_json import paper_values
from readinglist.cli.terminal import width_of
from readinglist.domain.arxiv_record import ArxivRecord
from readinglist.domain.links import paper_links
from readinglist.domain.paper import PaperDetail
from readinglist.domain.readable_tex import readable, readable_names
from readinglist.domain.reading_queue import QueueState

_WIDEST_TEXT = 100
_IN_THE_QUEUE = {
    QueueState.TO_READ: "in the queue",
    QueueState.READING: "being read",
    QueueState.DONE: "done",
}


def show(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Print one paper; return whether it is there."""
    with opened_library(chosen, environ) as library:
        named = named_papers(library, [chosen.id])
        for detail in library.papers.details(named.keys).result():
            if chosen.json:
                values = paper_values(detail, abstract=True)
                print(json.dumps(values, ensure_ascii=False, indent=2))
            else:
                print("\n".join(_lines(detail, width_of(sys.stdout))))
    return named.all_found


def _lines(detail: PaperDetail, columns: int | None) -> Iterator[str]:
    paper = detail.paper
    yield from _wrapped(readable(detail.title), columns)
    yield from _wrapped(", ".join(readable_names(detail.authors)), columns)
    if paper.organization:
        yield paper.organization
    yield ""
    yield f"{detail.paper_id}, published {paper.published}"
    if detail.featured_on:
        yield f"Daily Papers of {', '.join(detail.featured_on)}"
    yield f"{_count(paper.upvotes, 'upvote')}, {_count(paper.comments, 'comment')}"
    yield ", ".join(_marks(detail))
    if detail.lists:
        yield f"In {', '.join(f'“{name}”' for name in detail.lists)}"
    yield f"Cite as {detail.citation_key}"
    if detail.arxiv is not None and detail.arxiv.is_known:
        yield from _arxiv_lines(detail.arxiv, columns)
    yield from paper_links(paper).values()
    for text in (readable(detail.abstract), detail.note and f"Note: {detail.note}"):
        if text:
            yield ""
            for paragraph in text.split("\n"):
                yield from _wrapped(paragraph, columns)


def _arxiv_lines(record: ArxivRecord, columns: int | None) -> Iterator[str]:
    for name, value in (
        ("Categories", ", ".join(record.categories)),
        ("Comment", readable(record.comment)),
        ("Journal", record.journal_ref),
        ("DOI", record.doi),
    ):
        if value:
            yield from _wrapped(f"{name}: {value}", columns)


def _marks(detail: PaperDetail) -> Iterator[str]:
    if detail.starred:
        yield "starred"
    yield "read" if detail.read else "unread"
    if detail.queue:
        yield _IN_THE_QUEUE[detail.queue]
    if detail.rating:
        yield f"rated {detail.rating}"
    yield from (f"#{tag}" for tag in detail.tags)


def _count(number: int, name: str) -> str:
    return f"1 {name}" if number == 1 else f"{number:,} {name}s"


def _wrapped(paragraph: str, columns: int | None) -> list[str]:
    if columns is None:
        return [paragraph]
    width = max(min(columns, _WIDEST_TEXT), 20)
    return textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False) or [""]
