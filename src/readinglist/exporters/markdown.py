"""Markdown: one list item per paper, for notes, issues and pandoc.

What came from outside prints as it reads: no HTML, no link but the paper's own, no emphasis.
Formulas stay between dollar signs, which GitHub, Obsidian and pandoc all read.
"""

import re
from collections.abc import Iterable, Iterator

from readinglist.domain.annotation import clean_tag
from readinglist.domain.clean_text import one_line, user_text
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters.markdown_text import (
    escape_markdown,
    https_link,
    markdown_authors,
    markdown_line,
    markdown_words,
    quoted_lines,
)
from readinglist.exporters.publication import venue_of

_INNER_UNDERSCORE = re.compile(r"(?<=[^\W_])\\_(?=[^\W_])")


class MarkdownExporter:
    """Writes one list item per paper: title, authors, year, venue, key, tags, the note below."""

    name = "markdown"
    title = "Markdown"
    file_suffix = ".md"
    choices = ("venue", "abstract", "notes", "tags", "most_authors")
    defaults = ExportOptions(notes=True, tags=True, most_authors=3)

    def entry(self, paper: PaperDetail, options: ExportOptions, /) -> str:
        """Return a list item; abstract and note are quoted beneath, escaped but for line ends."""
        abstract = quoted_lines(paper.abstract) if options.abstract else ()
        note = quoted_lines(paper.note) if options.notes else ()
        return "".join((_item(paper, options), *abstract, *note))

    def whole(self, entries: Iterable[str], heading: ReadingList | None = None, /) -> Iterator[str]:
        """Yield the items.

        A list's name is a heading, and its description stands in paragraphs below it.
        """
        if heading is not None:
            yield "".join(_heading(heading))
        yield from entries


def _heading(heading: ReadingList) -> Iterator[str]:
    yield f"# {escape_markdown(one_line(heading.name))}\n\n"
    about = user_text(heading.description).strip()
    if about:
        for line in map(str.strip, about.split("\n")):
            yield f"{markdown_words(line)}\n" if line else "\n"
        yield "\n"


def _item(detail: PaperDetail, options: ExportOptions) -> str:
    paper = detail.paper
    title = markdown_line(detail.title) or "Untitled"
    url = https_link(paper)
    heading = f"**[{title}]({url})**" if url else f"**{title}**"
    authors = markdown_authors(detail, options.most_authors)
    venue = venue_of(detail, options)
    published = escape_markdown(venue.short_name) if venue else ""
    parts = (authors, str(paper.published.year), published)
    source = ", ".join(part for part in parts if part)
    tags = "".join(f" #{tag}" for tag in map(_tag, detail.tags) if tag) if options.tags else ""
    return f"- {heading} — {source}. \\[@{detail.citation_key}\\]{tags}\n"


def _tag(tag: str) -> str:
    """Return a tag as one word: spaces become hyphens, levels stay parted by slashes."""
    escaped = escape_markdown(re.sub(r"\s+", "-", clean_tag(one_line(tag))))
    return _INNER_UNDERSCORE.sub("_", escaped)  # an underscore within a word means nothing
