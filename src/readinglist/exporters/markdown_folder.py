"""A folder of Markdown files, one a paper, for Obsidian, Logseq and their like.

Each begins with YAML that such programs search and sort by. What the program writes into a file
lies in its front matter and in one block; the rest of the file is the reader's.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from readinglist.domain.annotation import clean_tag
from readinglist.domain.clean_text import one_line
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.file_names import safe_file_stem
from readinglist.domain.links import page_link, paper_links
from readinglist.domain.paper import PaperDetail
from readinglist.domain.person_name import first_authors
from readinglist.domain.reading_queue import QueueState
from readinglist.domain.yaml_values import YamlValue, yaml_entry
from readinglist.exporters.markdown_text import (
    begun_line,
    encoded_link,
    escape_markdown,
    markdown_authors,
    markdown_line,
    markdown_paragraph,
    quoted_lines,
)
from readinglist.exporters.publication import venue_of
from readinglist.exporters.unicode_title import unicode_title

_LINK_NAMES = {"pdf": "PDF", "hf": "Hugging Face", "code": "Code", "project": "Project"}
_STATUS = {QueueState.TO_READ: "to-read", QueueState.READING: "reading", QueueState.DONE: "read"}


class MarkdownFolderExporter:
    """Writes what is known of a paper as front matter, and as text for reading."""

    name = "markdown-folder"
    title = "Markdown folder"
    file_suffix = ".md"
    choices = ("venue", "abstract", "notes", "tags", "most_authors")
    defaults = ExportOptions(abstract=True, notes=True, tags=True)
    own_keys = (
        *("title", "aliases", "authors", "year", "date", "venue", "categories", "arxiv", "citekey"),
        *("tags", "status", "starred", "rating", "url", "readinglist"),
    )
    id_key = "readinglist"
    told_by = ("citekey", "title")

    def file_stem(self, paper: PaperDetail, /) -> str:
        """Return the citation key, which notes are linked by: ``[[vaswani2017attention]]``."""
        return safe_file_stem(paper.citation_key)

    def front_matter(self, paper: PaperDetail, options: ExportOptions, /) -> Mapping[str, str]:
        """Return the lines of each key that has a value."""
        values = {**_what_it_is(paper, options), **_what_the_reader_says(paper, options)}
        return {
            key: yaml_entry(key, value)
            for key in self.own_keys
            if (value := values.get(key, "")) not in {"", ()}
        }

    def body(self, paper: PaperDetail, options: ExportOptions, /) -> str:
        """Return the title as a heading, authors, links, the note and the abstract."""
        parts = (
            f"# {_heading(paper)}\n",
            _source(paper, options),
            _links(paper),
            "".join(_note(paper)) if options.notes else "",
            "\n".join(_abstract(paper)) if options.abstract else "",
        )
        return "\n".join(part for part in parts if part)


def _what_it_is(detail: PaperDetail, options: ExportOptions) -> dict[str, YamlValue]:
    paper, title = detail.paper, one_line(unicode_title(detail.title))
    authors = first_authors(detail.authors, options.most_authors)
    venue = venue_of(detail, options)
    names = tuple(name.full_name for name in authors.names)
    return {
        "title": title or "Untitled",
        "aliases": (title,) if title else (),
        "authors": (*names, "et al.") if authors.has_more else names,
        "year": paper.published.year,
        "date": paper.published,
        "venue": one_line(venue.short_name) if venue else "",
        "categories": tuple(map(one_line, detail.arxiv.categories)) if detail.arxiv else (),
        "arxiv": paper.arxiv_id or "",
        "citekey": detail.citation_key,
        "url": page_link(paper),
        "readinglist": detail.paper_id,
    }


def _what_the_reader_says(detail: PaperDetail, options: ExportOptions) -> dict[str, YamlValue]:
    status = _STATUS[detail.queue] if detail.queue else "read" if detail.read else "unread"
    tags = dict.fromkeys(tag for tag in map(vault_tag, detail.tags) if tag)
    return {
        "tags": tuple(tags) if options.tags else (),
        "status": status,
        "starred": detail.starred,
        "rating": detail.rating or "",
    }


def vault_tag(tag: str) -> str:
    """Return a tag as Obsidian and Logseq take it: no spaces, few signs, not a number alone.

    Levels stay parted by slashes.
    """
    levels = (_level(level) for level in clean_tag(tag).split("/"))
    written = "/".join(level for level in levels if level)
    is_number = written and not any(c.isalpha() or not c.isascii() for c in written)
    return f"_{written}" if is_number else written


def _level(level: str) -> str:
    kept = "".join(c if _may_be_in_tag(c) else "-" for c in unicodedata.normalize("NFC", level))
    return re.sub("--+", "-", kept).strip("-")


def _may_be_in_tag(character: str) -> bool:
    if character.isascii():
        return character.isalnum() or character in "_-"
    return unicodedata.category(character)[0] in "LMNS"


def _heading(detail: PaperDetail) -> str:
    return markdown_line(detail.title) or "Untitled"


def _source(detail: PaperDetail, options: ExportOptions) -> str:
    venue = venue_of(detail, options)
    parts = (
        markdown_authors(detail, options.most_authors),
        str(detail.paper.published.year),
        escape_markdown(one_line(venue.short_name)) if venue else "",
    )
    return begun_line(", ".join(part for part in parts if part)) + "\n"


def _links(detail: PaperDetail) -> str:
    links = paper_links(detail.paper)
    names = {"abs": f"arXiv:{detail.paper.arxiv_id}", **_LINK_NAMES}
    shown = [
        f"[{escape_markdown(name)}]({encoded_link(links[kind])})"
        for kind, name in names.items()
        if links.get(kind, "").startswith("https:")
    ]
    return " · ".join(shown) + "\n" if shown else ""


def _note(detail: PaperDetail) -> Iterator[str]:
    lines = list(quoted_lines(detail.note, indent=""))
    if lines:
        yield "## Note\n\n"
        yield from lines


def _abstract(detail: PaperDetail) -> Iterator[str]:
    parts = [part for part in re.split(r"\n\s*\n", detail.abstract) if one_line(part)]
    if parts:
        yield "## Abstract\n"
    for part in parts:
        yield f"{markdown_paragraph(part)}\n"
