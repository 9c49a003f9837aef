"""HTML: one page that needs nothing but itself, readable on a phone, on paper and in ten years.

No script and nothing from the network: a policy in the page forbids both. Formulas are MathML,
which browsers draw by themselves.
"""

import html
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from urllib.parse import quote

from readinglist.domain.annotation import clean_tag
from readinglist.domain.clean_text import one_line, user_text
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.links import paper_links
from readinglist.domain.paper import PaperDetail
from readinglist.domain.person_name import first_authors
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters.html_text import html_paragraphs, html_text

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
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
    choices = ("abstract", "notes", "tags", "most_authors")
    defaults = ExportOptions(abstract=True, notes=True, tags=True, most_authors=10)

    def entry(self, paper: PaperDetail, options: ExportOptions, /) -> str:
        """Return the article of a paper."""
        parts = (
            _heading(paper),
            _authors(paper, options.most_authors),
            _source(paper),
            _tags(paper) if options.tags else "",
            _note(paper.note) if options.notes else "",
            _abstract(paper.abstract) if options.abstract else "",
            _links(paper),
        )
        return f"<article>\n{''.join(parts)}</article>\n"

    def whole(self, entries: Iterable[str], heading: ReadingList | None = None, /) -> Iterator[str]:
        """Yield the page; a list's name is its heading, and the description stands below it."""
        title = one_line(heading.name) if heading is not None else "Reading list"
        yield _BEGIN.format(title=html.escape(title), policy=_POLICY, style=_style())
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
<style>
{style}</style>
</head>
<body>
"""


def _style() -> str:
    return files("readinglist.exporters").joinpath("page.css").read_text(encoding="utf-8")


def _about(heading: ReadingList) -> str:
    paragraphs = user_text(heading.description).strip().split("\n\n")
    return "".join(f"<p>{html.escape(one_line(part))}</p>\n" for part in paragraphs if part.strip())


def _heading(detail: PaperDetail) -> str:
    title = html_text(detail.title) or "Untitled"
    links = paper_links(detail.paper)
    link = links.get("abs") or links.get("project") or links.get("code")
    anchor = re.sub("[^A-Za-z0-9:-]", "-", detail.citation_key)
    inside = f'<a href="{_link(link)}">{title}</a>' if link else title
    return f'<h2 id="{anchor}">{inside}</h2>\n'


def _authors(detail: PaperDetail, most: int) -> str:
    authors = first_authors(detail.authors, most)
    names = ", ".join(html.escape(name.full_name) for name in authors.names)
    more = f" and {len(detail.authors) - most:,} more" if authors.has_more else ""
    return f'<p class="authors">{names}{more}</p>\n' if names else ""


def _source(detail: PaperDetail) -> str:
    categories = detail.arxiv.categories[:1] if detail.arxiv else ()
    parts = (f"{detail.paper.published:%Y-%m-%d}", detail.paper.arxiv_id or "", *categories)
    told = " · ".join(html.escape(one_line(part)) for part in parts if part)
    return f'<p class="source">{told} · <code>{html.escape(detail.citation_key)}</code></p>\n'


def _tags(detail: PaperDetail) -> str:
    tags = [html.escape(name) for name in map(clean_tag, detail.tags) if name]
    items = "".join(f"<li>{tag}</li>" for tag in tags)
    return f'<ul class="tags">{items}</ul>\n' if items else ""


def _note(note: str) -> str:
    text = user_text(note).strip()
    return f'<div class="note">{html.escape(text)}</div>\n' if text else ""


def _abstract(abstract: str) -> str:
    paragraphs = html_paragraphs(abstract)
    return f"<details>\n<summary>Abstract</summary>\n{paragraphs}</details>\n" if paragraphs else ""


def _links(detail: PaperDetail) -> str:
    links = paper_links(detail.paper)
    shown = [
        f'<a href="{_link(links[kind])}">{name}</a>'
        for kind, name in _LINK_NAMES.items()
        if kind in links
    ]
    return f'<p class="links">{" ".join(shown)}</p>\n' if shown else ""


def _link(link: str) -> str:
    """Return a link that was checked as the value of an attribute."""
    return html.escape(quote(link, safe="!#$%&'()*+,-./:;=?@[]_~"))
