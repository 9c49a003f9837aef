"""What natbib's style plainnat prints of an entry."""

from collections.abc import Iterator
from types import MappingProxyType

from readinglist.exporters.previews.bib_entry import BibEntry
from readinglist.exporters.previews.bib_names import parse_names
from readinglist.exporters.previews.bibtex_case import as_title
from readinglist.exporters.previews.tex_reading import read_tex

_MONTHS = MappingProxyType(
    {
        name[:3].lower(): name
        for name in (
            "January February March April May June July August September October November December"
        ).split()
    }
)


def natbib(entry: BibEntry) -> str:
    """Return the reference as plainnat prints it, without the letter after a year used twice."""
    blocks = (_authors(entry.get("author")), read_tex(as_title(entry.get("title"))))
    rest = (*_place(entry), *_links(entry), read_tex(entry.get("note")))
    return " ".join(_sentence(block) for block in (*blocks, *rest) if block)


def _sentence(block: str) -> str:
    text = " ".join(block.split())
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _authors(source: str) -> str:
    parsed = parse_names(source, as_bibtex=True)
    names = [name.in_order(", ") for name in parsed.names]
    if parsed.has_more:
        names.append("et al.")
    if len(names) == 2:
        return f"{names[0]}{' ' if parsed.has_more else ' and '}{names[1]}"
    if len(names) > 2 and not parsed.has_more:
        names[-1] = f"and {names[-1]}"
    return ", ".join(names)


def _place(entry: BibEntry) -> Iterator[str]:
    date = " ".join(filter(None, (_MONTHS.get(entry.get("month"), ""), entry.get("year"))))
    match entry.kind:
        case "article":
            parts = (read_tex(entry.get("journal")), _issue(entry), date)
        case "inproceedings":
            book = read_tex(entry.get("booktitle"))
            parts = (book and f"In {book}", _pages(entry.get("pages")), date)
        case _:
            parts = (read_tex(entry.get("howpublished")), "", date)
    yield ", ".join(part for part in parts if part)


def _issue(entry: BibEntry) -> str:
    number, pages = entry.get("number"), read_tex(entry.get("pages"))
    issue = read_tex(entry.get("volume")) + (f"({read_tex(number)})" if number else "")
    if pages and not issue:
        return _pages(entry.get("pages"))
    return f"{issue}:{pages}" if pages else issue


def _pages(source: str) -> str:
    pages = read_tex(source)
    is_range = any(sign in pages for sign in "-,+\N{EN DASH}")
    return f"page{'s' if is_range else ''} {pages}" if pages else ""


def _links(entry: BibEntry) -> Iterator[str]:
    if doi := entry.get("doi"):
        yield f"doi: {doi}"
    if url := entry.get("url"):
        yield f"URL {url}"
