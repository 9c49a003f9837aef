"""HTML: one page that needs nothing but itself, readable on a phone, on paper and in ten years.

No script and nothing from the network: a policy in the page forbids both. Formulas are MathML,
which browsers draw by themselves.
"""

import base64
import hashlib
import html
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from urllib.parse import quote

from readinglist.domain.annotation import clean_tag
from readinglist.domain.clean_text import one_line, user_text
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.links import page_link, paper_links
from readinglist.domain.paper import PaperDetail
from readinglist.domain.person_name import first_authors
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters.html_text import html_paragraphs, html_text
from readinglist.exporters.publication import venue_of

_POLICY = "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
_LINK_NAMES = {
    "abs": "arXiv",
    "pdf": "PDF",
    "hf": "Hugging Face",
    "code": "Code",
    "project": "Project",
}


class HtmlExporter:
    """Writes an article for each paper; the abstract unfolds with a click."""

    name = "html"
    title = "HTML"
    file_suffix = ".html"
    choices = ("venue", "abstract", "notes", "tags", "most_authors")
    defaults = ExportOptions(abstract=True, notes=True, tags=True, most_authors=10)

    def entry(self, paper: PaperDetail, options: ExportOptions, /) -> str:
        """Return the article of a paper."""
        parts = (
            _heading(paper),
            _authors(paper, options.most_authors),
            _source(paper, options),
            _tags(paper) if options.tags else "",
            _note(paper.note) if options.notes else "",
            _abstract(paper.abstract) if options.abstract else "",
            _links(paper),
        )
        return f"<article>\n{''.join(parts)}</article>\n"

    def whole(self, entries: Iterable[str], heading: ReadingList | None = None, /) -> Iterator[str]:
        """Yield the page; a list's name is its heading, and the description stands below it."""
        title = one_line(heading.name) if heading is not None else "Reading list"
        style = _style()
        yield _BEGIN.format(title=html.escape(title), policy=_policy(style), style=style)
        if heading is not None:
            yield f"<header>\n<h1>{html.escape(title)}</h1>\n{_about(heading)}</header>\n"
        yield "<main>\n"
        yield from entries
        yield "</main>\n</body>\n</html>\n"


_BEGIN = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
"""


def _style() -> str:
    return files("readinglist.exporters").joinpath("page.css").read_text(encoding="utf-8")


def _policy(style: str) -> str:
    """Return a policy that lets this very style through, and nothing else."""
    digest = hashlib.sha256(style.encode()).digest()
    return _POLICY.format(base64.b64encode(digest).decode())


def _about(heading: ReadingList) -> str:
    paragraphs = user_text(heading.description).split("\n\n")
    return "".join(f"<p>{html.escape(part.strip())}</p>\n" for part in paragraphs if part.strip())


def _heading(detail: PaperDetail) -> str:
    title = html_text(detail.title) or "Untitled"
    anchor = re.sub(r"[^\w:.+/-]", "-", detail.citation_key)
    return f'<h2 id="{anchor}" dir="auto">{_linked(title, page_link(detail.paper))}</h2>\n'


def _authors(detail: PaperDetail, most: int) -> str:
    authors = first_authors(detail.authors, most)
    names = ", ".join(html.escape(name.full_name) for name in authors.names)
    left_out = len(first_authors(detail.authors).names) - len(authors.names)
    more = f" and {left_out:,} more" if left_out else ""
    return f'<p class="authors">{names}{more}</p>\n' if names else ""


def _source(detail: PaperDetail, options: ExportOptions) -> str:
    venue = venue_of(detail, options)
    categories = detail.arxiv.categories[:1] if detail.arxiv else ()
    published = venue.short_name if venue else ""
    parts = (
        f"{detail.paper.published:%Y-%m-%d}",
        published,
        detail.paper.arxiv_id or "",
        *categories,
    )
    told = " · ".join(html.escape(one_line(part)) for part in parts if part)
    return f'<p class="source">{told} · <code>{html.escape(detail.citation_key)}</code></p>\n'


def _tags(detail: PaperDetail) -> str:
    tags = [html.escape(name) for name in map(clean_tag, detail.tags) if name]
    items = "".join(f"<li>{tag}</li>" for tag in tags)
    return f'<ul class="tags">{items}</ul>\n' if items else ""


def _note(note: str) -> str:
    text = user_text(note).strip()
    return f'<div class="note" dir="auto">{html.escape(text)}</div>\n' if text else ""


def _abstract(abstract: str) -> str:
    paragraphs = html_paragraphs(abstract)
    return f"<details>\n<summary>Abstract</summary>\n{paragraphs}</details>\n" if paragraphs else ""


def _links(detail: PaperDetail) -> str:
    links = paper_links(detail.paper)
    shown = [
        _linked(name, links[kind]) if _is_https(links[kind]) else f"{name}: {_plain(links[kind])}"
        for kind, name in _LINK_NAMES.items()
        if kind in links
    ]
    items = " ".join(f"<span>{link}</span>" for link in shown)
    return f'<p class="links">{items}</p>\n' if items else ""


def _is_https(link: str) -> bool:
    return link.lower().startswith("https://")


def _plain(text: str) -> str:
    return html.escape(one_line(text))


def _linked(inside: str, link: str) -> str:
    """Return a link that was checked, or only its words if it is not one of https."""
    if not _is_https(link):
        return inside
    return f'<a href="{html.escape(quote(link, safe="#$%&+,-./:;=?@_~"))}">{inside}</a>'
