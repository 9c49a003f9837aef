"""An answer of arXiv's query API, an Atom feed, read into records.

Described at https://info.arxiv.org/help/api/user-manual.html. What comes is not trusted: a document
with a DOCTYPE, by which a few bytes become gigabytes, is refused before it is parsed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from readinglist.domain.arxiv_id import parse_arxiv_id
from readinglist.domain.arxiv_record import ArxivRecord
from readinglist.domain.clean_text import one_line, paragraphs
from readinglist.domain.doi import plain_doi
from readinglist.domain.paper import SkippedRow

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"

_MOST_TAGS = 2_000_000  # 100 papers with 3,300 authors each, the most there were, have 1.4 million
_LARGEST_ENTRY = 2_000_000  # characters
_LONGEST_NAME = 80
_MOST_ENTRIES = 2_000  # arXiv answers with no more at once
_ENTRY_TAG = re.compile(r"<(?:[^\s:/<>]+:)?entry[\s/>]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_VERSION = re.compile(r"v(\d{1,3})$", re.ASCII)
_CATEGORY = re.compile(r"[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z-]{2,20})?", re.ASCII)


class UnreadableFeedError(Exception):
    """A document that is no feed of arXiv's; the text says why."""


class _MalformedEntryError(Exception):
    """An entry that is no usable record; the text says why."""


@dataclass(frozen=True, slots=True)
class AtomFeed:
    """What one answer holds.

    Attributes:
        records: by arXiv id without version.
        skipped: the entries that could not be used.
        found: how many papers arXiv says it has found, None if it does not say.
        error: what arXiv says is wrong with the question; "" if nothing is.
    """

    records: Mapping[str, ArxivRecord]
    skipped: tuple[SkippedRow, ...] = ()
    found: int | None = None
    error: str = ""


def parse_feed(body: bytes, today: date, most_entries: int = _MOST_ENTRIES) -> AtomFeed:
    """Return what a feed holds.

    Args:
        body: the document.
        today: the day of the answer.
        most_entries: how many papers there can be in it.

    Raises:
        UnreadableFeedError: it is not whole XML, no feed, or made to do harm.
    """
    root = _parsed(body, most_entries)
    if root.tag != f"{_ATOM}feed":
        raise UnreadableFeedError("it is something else than a list of papers")
    records: dict[str, ArxivRecord] = {}
    skipped: list[SkippedRow] = []
    for position, entry in enumerate(root.iterfind(f"{_ATOM}entry"), start=1):
        if _is_error(entry):
            return AtomFeed(
                {}, error=one_line(_text(entry, f"{_ATOM}summary")) or "no reason given"
            )
        try:
            arxiv_id, record = _record(entry, today)
        except _MalformedEntryError as error:
            skipped.append(SkippedRow(_name(entry, position), str(error)))
        else:
            records[arxiv_id] = record
    return AtomFeed(records, tuple(skipped), _found(root))


def _parsed(body: bytes, most_entries: int) -> "Element":
    from xml.etree import ElementTree  # reading and writing files has no use for it

    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFeedError("it is not text in UTF-8") from error
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise UnreadableFeedError("it defines entities of its own")
    if text.count("<") > _MOST_TAGS:
        raise UnreadableFeedError("it is larger than any list of papers can be")
    text = _NOT_XML.sub(" ", text)  # abstracts have had control characters, which XML has not
    # Counted before anything is made of them: two million empty entries would take half a minute.
    if any(count > most_entries for count, _tag in enumerate(_ENTRY_TAG.finditer(text), start=1)):
        raise UnreadableFeedError("it lists far more papers than were asked for")
    try:
        # Text makes the parser heed no encoding that the document claims; entities that it could
        # expand were refused above.
        return ElementTree.fromstring(text)  # noqa: S314
    except ElementTree.ParseError as error:
        raise UnreadableFeedError("it is not whole XML") from error


def _is_error(entry: "Element") -> bool:
    return "/api/errors" in _text(entry, f"{_ATOM}id")


def _record(entry: "Element", today: date) -> tuple[str, ArxivRecord]:
    if sum(map(len, entry.itertext())) > _LARGEST_ENTRY:
        raise _MalformedEntryError("it is larger than any paper's record")
    link = _text(entry, f"{_ATOM}id").strip()
    arxiv_id = parse_arxiv_id(link)
    title = one_line(_text(entry, f"{_ATOM}title"))
    authors = tuple(_authors(entry))
    if arxiv_id is None:
        raise _MalformedEntryError("its id is no arXiv id")
    if not title:
        raise _MalformedEntryError("no title")
    if not authors:
        raise _MalformedEntryError("no authors")
    version = _VERSION.search(link)
    return arxiv_id, ArxivRecord(
        title=title,
        authors=authors,
        abstract=paragraphs(_text(entry, f"{_ATOM}summary")),
        categories=tuple(dict.fromkeys(_categories(entry))),
        comment=one_line(_text(entry, f"{_ARXIV}comment")),
        doi=plain_doi(one_line(_text(entry, f"{_ARXIV}doi"))),
        journal_ref=one_line(_text(entry, f"{_ARXIV}journal_ref")),
        version=int(version[1]) if version else 0,
        fetched_on=today,
    )


def _name(entry: "Element", position: int) -> str:
    """Return what to call an entry that cannot be used: its id, or its 1-based ``position``."""
    link = _text(entry, f"{_ATOM}id").strip()
    return parse_arxiv_id(link) or one_line(link[:_LONGEST_NAME]) or f"entry {position}"


def _text(parent: "Element", tag: str) -> str:
    element = parent.find(tag)
    return "" if element is None else "".join(element.itertext())


def _authors(entry: "Element") -> Iterator[str]:
    for author in entry.iterfind(f"{_ATOM}author"):
        if name := one_line(_text(author, f"{_ATOM}name")):
            yield name


def _categories(entry: "Element") -> Iterator[str]:
    """Yield the primary category first; classes of other schemes (05C15, I.2.7) are left out."""
    for tag in (f"{_ARXIV}primary_category", f"{_ATOM}category"):
        for category in entry.iterfind(tag):
            term = category.get("term", "").strip()
            if _CATEGORY.fullmatch(term):
                yield term


def _found(root: "Element") -> int | None:
    text = _text(root, f"{_SEARCH}totalResults").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
