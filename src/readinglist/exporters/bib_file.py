"""What a ``.bib`` file is made of, whoever reads it: entries, definitions and comments."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from urllib.parse import quote

from readinglist.domain.clean_text import one_line, user_text
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters.tex_characters import encode_text
from readinglist.exporters.tex_commands import PROVIDED

_CONTROL_WORD = re.compile(r"\\([A-Za-z]+)")
_PLAIN_LINK = re.compile("[A-Za-z0-9:/.?=_-]*")
_LONGEST_FIELD_NAME = len("archivePrefix")


def bib_entry(kind: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """Return an entry with its fields, whose values are written as they are; empty ones are not."""
    lines = [_beginning(name) + value for name, value in fields if value]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}\n"


@cache
def _beginning(field_name: str) -> str:
    return f"  {field_name:<{_LONGEST_FIELD_NAME}} = "


def braced(value: str) -> str:
    """Return the value of a field; nothing for nothing."""
    return f"{{{value}}}" if value else ""


def verbatim_link(link: str) -> str:
    """Percent-encode what neither a link nor a field may hold; the rest is left as it is."""
    if _PLAIN_LINK.fullmatch(link):
        return link
    encoded = quote(link, safe="!#$%&'()*+,-./:;=?@[]_~")
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", encoded)


def bib_file(
    entries: Iterable[str], heading: ReadingList | None, *, ascii_only: bool
) -> Iterator[str]:
    r"""Yield the entries, blank lines between.

    A list's name and description are lines of comment. Before the first entry that has a command
    which bare LaTeX lacks (``\k``, ``\mathbb``), or a letter that is one to it ("ą"), comes a
    ``@preamble`` that defines it unless a package does.
    """
    provided: set[str] = set()
    separator = ""
    if heading is not None:
        yield "".join(_comment(heading, ascii_only=ascii_only))
        separator = "\n"
    for entry in entries:
        missing = _commands_to_provide(entry) - provided
        if missing:
            provided |= missing
            yield separator + _preamble(missing)
            separator = "\n"
        yield separator + entry
        separator = "\n"


def _commands_to_provide(entry: str) -> set[str]:
    words = set(_CONTROL_WORD.findall(entry)) if "\\" in entry else set()
    if not entry.isascii():
        for character in set(entry):
            words |= _commands_of(character)
    return PROVIDED.keys() & words


@lru_cache(maxsize=1024)
def _commands_of(character: str) -> frozenset[str]:
    """Return what pdfLaTeX makes of a letter beyond ASCII."""
    return frozenset(_CONTROL_WORD.findall("" if character.isascii() else encode_text(character)))


def _comment(heading: ReadingList, *, ascii_only: bool) -> Iterator[str]:
    """Yield lines that every engine passes over: whatever lies outside an entry is a comment.

    Only an at sign would begin an entry, and BibTeX might not read what is not ASCII.
    """
    for line in (heading.name, *user_text(heading.description).strip().split("\n")):
        if words := one_line(line).replace("@", "(at)"):
            if ascii_only:
                plain = unicodedata.normalize("NFKD", words)
                words = plain.encode("ascii", "ignore").decode().replace("@", "(at)").strip()
            yield f"% {words}\n"


def _preamble(commands: Iterable[str]) -> str:
    return "".join(f'@preamble{{"{PROVIDED[command]}"}}\n' for command in sorted(commands))
