"""Text from outside as Markdown that prints as it reads, shared by the formats that write it."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from urllib.parse import quote

from readinglist.domain.clean_text import user_text
from readinglist.domain.links import paper_links
from readinglist.domain.paper import Paper, PaperDetail
from readinglist.domain.person_name import first_authors
from readinglist.exporters.tex_tokens import Token, TokenKind, tokenise

_SPECIAL = re.compile(
    r"[\\`*_{}\[\]<>#|&~$^@]|!(?=\[)|=(?==)|(?<==)=|(?<=www)\.|:(?=//)", re.IGNORECASE
)
_BLOCK_START = re.compile(r"^(?:=(?=\s|$)|[-+](?=\s|[-+]|$)|\d{1,9}(?=[.)]))")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
# Characters that mean something to Markdown even within a formula.
_IN_FORMULAS = str.maketrans(
    {"*": r"\ast ", "<": r"\lt ", ">": r"\gt ", "[": r"\lbrack ", "]": r"\rbrack ", "|": r"\vert "}
)


def escape_markdown(text: str) -> str:
    """Return text of one line that prints as it reads, anywhere in a line of Markdown."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def markdown_line(title: str) -> str:
    """Return a title or another line of arXiv's, its formulas between dollar signs."""
    tokens = list(tokenise(title))
    parts: list[str] = []
    for index, token in enumerate(tokens):
        if token.kind is TokenKind.MATHS:
            parts.append(_formula(token, tokens, index))
        elif token.kind is TokenKind.TEXT:
            parts.append(_title_text(token.text, tokens[index - 1] if index else None))
    return re.sub(" +", " ", "".join(parts)).strip()


def markdown_paragraph(text: str) -> str:
    """Return running text as a paragraph of its own, its formulas between dollar signs."""
    return begun_line(markdown_line(text))


def begun_line(escaped: str) -> str:
    """Return escaped text as it can begin a line, where "1." or "-" would begin a list."""
    return _BLOCK_START.sub(_escaped_block_start, escaped)


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


def markdown_authors(detail: PaperDetail, most: int) -> str:
    """Return at most ``most`` names, or all if it is 0."""
    authors = first_authors(detail.authors, most)
    names = ", ".join(escape_markdown(name.full_name) for name in authors.names)
    return f"{names} et al." if authors.has_more else names


def https_link(paper: Paper) -> str:
    """Return the paper's page, or its project's or code's, encoded for a link; "" if none."""
    links = paper_links(paper)
    for kind in ("abs", "project", "code"):
        url = links.get(kind, "")
        if url.lower().startswith("https://"):
            return encoded_link(url)
    return ""


def encoded_link(url: str) -> str:
    """Return a link that was checked as what stands in the parentheses of a Markdown link."""
    return re.sub(r"&(?=#?\w+;)", "&amp;", quote(url, safe="#$%&'+,-./:;=?@_~"))


def quoted_lines(note: str, indent: str = "  ") -> Iterator[str]:
    """Yield the lines of a note as a quotation, indented as within a list item."""
    text = user_text(note).rstrip().lstrip("\n")
    lines = text.split("\n") if text else []
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        if not line.strip():
            yield f"{indent}>\n"
            continue
        line_break = "  " if following.strip() else ""
        yield f"{indent}> {markdown_words(line.rstrip())}{line_break}\n"


def markdown_words(line: str) -> str:
    """Return a line that somebody typed, indented as it was, with nothing in it that is markup."""
    text = line.lstrip()
    # Spaces that Markdown would take for a block of code.
    indent = "\u00a0" * len(line[: len(line) - len(text)].expandtabs(4))
    return indent + begun_line(escape_markdown(text))


def _escaped_block_start(match: re.Match[str]) -> str:
    return match[0] + "\\" if match[0].isdigit() else "\\" + match[0]
