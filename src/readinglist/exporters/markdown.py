"""Markdown: one list item per paper, for notes, issues and pandoc.

What came from outside prints as it reads: no HTML, no link but the paper's own, no emphasis.
Formulas stay between dollar signs, which GitHub, Obsidian and pandoc all read.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from urllib.parse import quote

from readinglist.domain.annotation import clean_tag
from readinglist.domain.clean_text import one_line, user_text
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.links import paper_links
from readinglist.domain.paper import Paper, PaperDetail
from readinglist.domain.person_name import first_authors
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters.publication import venue_of
from readinglist.exporters.tex_tokens import Token, TokenKind, tokenise

_SPECIAL = re.compile(
    r"[\\`*_{}\[\]<>#|&~$^@]|!(?=\[)|=(?==)|(?<==)=|(?<=www)\.|:(?=//)", re.IGNORECASE
)
_BLOCK_START = re.compile(r"^(?:=(?=\s|$)|[-+](?=\s|[-+]|$)|\d{1,9}(?=[.)]))")
_INNER_UNDERSCORE = re.compile(r"(?<=[^\W_])\\_(?=[^\W_])")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
# Characters that mean something to Markdown even within a formula.
_IN_FORMULAS = str.maketrans(
    {"*": r"\ast ", "<": r"\lt ", ">": r"\gt ", "[": r"\lbrack ", "]": r"\rbrack ", "|": r"\vert "}
)


class MarkdownExporter:
    """Writes one list item per paper: title, authors, year, venue, key, tags, the note below."""

    name = "markdown"
    title = "Markdown"
    file_suffix = ".md"
    choices = ("venue", "abstract", "notes", "tags", "most_authors")
    defaults = ExportOptions(notes=True, tags=True, most_authors=3)

    def entry(self, paper: PaperDetail, options: ExportOptions, /) -> str:
        """Return a list item; abstract and note are quoted beneath, escaped but for line ends."""
        abstract = _quoted(paper.abstract) if options.abstract else ()
        note = _quoted(paper.note) if options.notes else ()
        return "".join((_item(paper, options), *abstract, *note))

    def whole(self, entries: Iterable[str], heading: ReadingList | None = None, /) -> Iterator[str]:
        """Yield the items.

        A list's name is a heading, and its description stands in paragraphs below it.
        """
        if heading is not None:
            yield "".join(_heading(heading))
        yield from entries


def escape_markdown(text: str) -> str:
    """Return text of one line that prints as it reads, anywhere in a line of Markdown."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _heading(heading: ReadingList) -> Iterator[str]:
    yield f"# {escape_markdown(one_line(heading.name))}\n\n"
    about = user_text(heading.description).strip()
    if about:
        for line in map(str.strip, about.split("\n")):
            yield f"{_note_line(line)}\n" if line else "\n"
        yield "\n"


def _item(detail: PaperDetail, options: ExportOptions) -> str:
    paper = detail.paper
    title = _title(detail.title) or "Untitled"
    url = _https_link(paper)
    heading = f"**[{title}]({url})**" if url else f"**{title}**"
    authors = _authors(detail, options.most_authors)
    venue = venue_of(detail, options)
    published = escape_markdown(venue.short_name) if venue else ""
    parts = (authors, str(paper.published.year), published)
    source = ", ".join(part for part in parts if part)
    tags = "".join(f" #{tag}" for tag in map(_tag, detail.tags) if tag) if options.tags else ""
    return f"- {heading} — {source}. \\[@{detail.citation_key}\\]{tags}\n"


def _title(title: str) -> str:
    tokens = list(tokenise(title))
    parts: list[str] = []
    for index, token in enumerate(tokens):
        if token.kind is TokenKind.MATHS:
            parts.append(_formula(token, tokens, index))
        elif token.kind is TokenKind.TEXT:
            parts.append(_title_text(token.text, tokens[index - 1] if index else None))
    return re.sub(" +", " ", "".join(parts)).strip()


def _title_text(text: str, before: Token | None) -> str:
    style = before.text if before and before.kind is TokenKind.OPEN else ""
    if style == "textsuperscript":
        raised = text.translate(_RAISED)
        return raised if text.isdigit() and text.isascii() else escape_markdown(f"^{raised}")
    return escape_markdown(text)


def _formula(token: Token, tokens: list[Token], index: int) -> str:
    """Return a formula between dollar signs.

    A digit right after the second sign would make both of them money, so it goes in.
    """
    digits = ""
    if index + 1 < len(tokens) and tokens[index + 1].kind is TokenKind.TEXT:
        following = tokens[index + 1]
        found = re.match(r"[0-9]*", following.text)
        digits = found[0] if found else ""
        tokens[index + 1] = Token(TokenKind.TEXT, following.text[len(digits) :])
    return f"${(token.text.translate(_IN_FORMULAS) + digits).strip()}$"


def _authors(detail: PaperDetail, most: int) -> str:
    authors = first_authors(detail.authors, most)
    names = ", ".join(escape_markdown(name.full_name) for name in authors.names)
    return f"{names} et al." if authors.has_more else names


def _https_link(paper: Paper) -> str:
    """Return the paper's page, or its project's or code's, encoded for a link; "" if none."""
    links = paper_links(paper)
    for kind in ("abs", "project", "code"):
        url = links.get(kind, "")
        if url.lower().startswith("https://"):
            encoded = quote(url, safe="#$%&'+,-./:;=?@_~")
            return re.sub(r"&(?=#?\w+;)", "&amp;", encoded)
    return ""


def _tag(tag: str) -> str:
    """Return a tag as one word: spaces become hyphens, levels stay parted by slashes."""
    escaped = escape_markdown(re.sub(r"\s+", "-", clean_tag(one_line(tag))))
    return _INNER_UNDERSCORE.sub("_", escaped)  # an underscore within a word means nothing


def _quoted(note: str) -> Iterator[str]:
    """Yield the lines of a note as a quotation within the list item."""
    text = user_text(note).rstrip().lstrip("\n")
    lines = text.split("\n") if text else []
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        if not line.strip():
            yield "  >\n"
            continue
        line_break = "  " if following.strip() else ""
        yield f"  > {_note_line(line.rstrip())}{line_break}\n"


def _note_line(line: str) -> str:
    text = line.lstrip()
    # Spaces that Markdown would take for a block of code.
    indent = "\u00a0" * len(line[: len(line) - len(text)].expandtabs(4))
    return indent + _BLOCK_START.sub(_escaped_block_start, escape_markdown(text))


def _escaped_block_start(match: re.Match[str]) -> str:
    return match[0] + "\\" if match[0].isdigit() else "\\" + match[0]
