"""BibTeX for the classic styles: plain, natbib's, IEEE's and those of the ML conferences.

arXiv's own ``@misc`` with ``eprint`` prints no arXiv id in plain, alpha and ieeetr, so papers are
``@article`` with the id as the journal, as Google Scholar writes them. Files are ASCII, compile in
bare LaTeX and keep what the entry types of biblatex need (``eprint``, ``archivePrefix``, ``url``).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from readinglist.domain.clean_text import one_line, user_text
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.links import page_link
from readinglist.domain.paper import PaperDetail
from readinglist.domain.person_name import PersonName, first_authors
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters.tex_commands import PROVIDED
from readinglist.exporters.tex_text import bibtex_running_text, bibtex_text, bibtex_title

_CONTROL_WORD = re.compile(r"\\([A-Za-z]+)")
_WORD_AND = re.compile(r"\band\b", re.IGNORECASE)
_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_LONGEST_FIELD_NAME = len("archivePrefix")
# Natbib reads "[Author(2017)]" as label and year, so these must not stand free in a name.
_LABEL_SYNTAX = re.compile(r"([()\[\],])")


class BibtexExporter:
    """Writes one entry per paper under its stored citation key, which is not checked again."""

    name = "bibtex"
    title = "BibTeX"
    file_suffix = ".bib"

    choices = ("abstract", "notes", "tags", "month", "most_authors")
    defaults = ExportOptions()

    def entry(self, paper: PaperDetail, options: ExportOptions, /) -> str:
        """Return the entry of a paper."""
        return _entry(paper, options)

    def whole(self, entries: Iterable[str], heading: ReadingList | None = None, /) -> Iterator[str]:
        r"""Yield the entries, blank lines between.

        A list's name and description are lines of comment. Before the first entry that has a
        command which bare LaTeX lacks (``\k``, ``\mathbb``) comes a ``@preamble`` that defines it
        unless a package does.
        """
        provided: set[str] = set()
        separator = ""
        if heading is not None:
            yield "".join(_comment(heading))
            separator = "\n"
        for entry in entries:
            missing = (set(_CONTROL_WORD.findall(entry)) & PROVIDED.keys()) - provided
            if missing:
                provided |= missing
                yield separator + _preamble(missing)
                separator = "\n"
            yield separator + entry
            separator = "\n"


def _comment(heading: ReadingList) -> Iterator[str]:
    """Yield lines that every engine passes over: whatever lies outside an entry is a comment.

    Only an at sign would begin an entry, and what is not ASCII might not be read at all.
    """
    for line in (heading.name, *user_text(heading.description).strip().split("\n")):
        if words := one_line(line):
            plain = unicodedata.normalize("NFKD", words.replace("@", "(at)"))
            yield f"% {plain.encode('ascii', 'ignore').decode().strip()}\n"


def _preamble(commands: Iterable[str]) -> str:
    return "".join(f'@preamble{{"{PROVIDED[command]}"}}\n' for command in sorted(commands))


def _entry(detail: PaperDetail, options: ExportOptions) -> str:
    kind = "article" if detail.paper.arxiv_id else "misc"
    fields = (*_fields(detail, options), *_extras(detail, options))
    lines = (f"  {name:<{_LONGEST_FIELD_NAME}} = {value}" for name, value in fields if value)
    return f"@{kind}{{{detail.citation_key},\n" + ",\n".join(lines) + "\n}\n"


def _fields(detail: PaperDetail, options: ExportOptions) -> Iterator[tuple[str, str]]:
    paper = detail.paper
    authors = first_authors(detail.authors, options.most_authors)
    names = [*map(_bibtex_name, authors.names), *(["others"] if authors.has_more else [])]
    yield "author", _braced(" and ".join(names))
    yield "title", _braced(bibtex_title(detail.title))
    if paper.arxiv_id:
        yield "journal", _braced(f"arXiv preprint arXiv:{bibtex_text(paper.arxiv_id)}")
    yield "year", _braced(str(paper.published.year))
    if options.month:
        yield "month", _MONTHS[paper.published.month - 1]  # a macro: styles spell it themselves
    if paper.arxiv_id:
        yield "eprint", _braced(paper.arxiv_id)
        yield "archivePrefix", _braced("arXiv")
        if detail.arxiv and detail.arxiv.categories:
            yield "primaryClass", _braced(bibtex_text(detail.arxiv.categories[0]))
    yield "url", _braced(_verbatim_url(page_link(paper)))


def _extras(detail: PaperDetail, options: ExportOptions) -> Iterator[tuple[str, str]]:
    """Yield what no common style prints; ``annote`` and not ``note``, which all print."""
    if options.abstract:
        yield "abstract", _braced(bibtex_running_text(detail.abstract))
    if options.tags:
        yield "keywords", _braced(", ".join(map(bibtex_text, detail.tags)))
    if options.notes:
        yield "annote", _braced(bibtex_text(one_line(detail.note)))


def _braced(value: str) -> str:
    return f"{{{value}}}" if value else ""


def _verbatim_url(url: str) -> str:
    """Percent-encode what neither a link nor a field may hold; the rest is left as it is."""
    encoded = quote(url, safe="!#$%&'()*+,-./:;=?@[]_~")
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", encoded)


def _bibtex_name(name: PersonName) -> str:
    """Return ``von Last, Jr, First``, or in braces what BibTeX must not take apart."""
    if name.is_team or not name.given:
        return f"{{{bibtex_text(name.full_name)}}}"
    family = _name_part(name.family)
    if any(word[0].islower() for word in name.family.split()[1:]):
        family = f"{{{family}}}"  # "Agüera y Arcas": a lower-case word would end the particle
    parts = [f"{name.particle} {family}".strip(), name.suffix, _name_part(name.given)]
    return ", ".join(part for part in parts if part)


def _name_part(text: str) -> str:
    pieces = _LABEL_SYNTAX.split(text)
    encoded = "".join(
        f"{{{piece}}}" if index % 2 else bibtex_text(piece) for index, piece in enumerate(pieces)
    )
    # To BibTeX a hyphen is a separator, and a part of hyphens only is a missing part.
    is_torn = _WORD_AND.search(text) or not any(map(str.isalnum, text))
    return f"{{{encoded}}}" if is_torn else encoded
