"""What an engine would choke on or print wrong, found before a file is written.

The formats make every paper safe to read; what they cannot know (a formula that a source has lost,
a letter that TeX does not have) is told here, together with what helps.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from readinglist.domain.citation_key import WHAT_KEYS_ARE, is_safe_key
from readinglist.domain.clean_text import one_line
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.domain.person_name import parse_person_name
from readinglist.domain.venue import is_withdrawn
from readinglist.exporters.folder_exporter import Format
from readinglist.exporters.tex_characters import encode_text
from readinglist.exporters.tex_tokens import TokenKind, tokenise

MANY_AUTHORS = 50
"""More than these fill a page of references; 99 % of papers have at most 21."""

FEWER_AUTHORS = 10
"""How many are left when a long list of authors is cut."""

_TEX_FORMATS = frozenset(("bibtex", "biblatex"))
_CITING_FORMATS = _TEX_FORMATS | {"markdown", "csl-json"}

# pdfLaTeX reads these as they are, though they are written as maths for BibTeX.
_READ_BY_PDFLATEX = frozenset("\u00d7²³¹°µ→←•™±÷¬·…")
_COMMAND = re.compile(r"\\[A-Za-z]+")
_LOST_LATEX = re.compile(r"\^|(?<![A-Za-z])(?:text|math)(?:bf|it|tt|sc|rm|cal|bb)\b|[{}]")
_MOST_SHOWN = 5


class Fix(StrEnum):
    """What helps against a finding; leaving the paper out always does."""

    FETCH = "fetch"
    """Ask arXiv for its own record."""
    FEWER_AUTHORS = "fewer authors"
    EDIT_KEY = "edit key"
    AS_BIBTEX = "as BibTeX"
    AS_BIBLATEX = "as BibLaTeX"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at before a paper is cited.

    Attributes:
        paper: which one.
        message: what is wrong with it, in a sentence.
        fix: what helps, if something does.
    """

    paper: PaperDetail
    message: str
    fix: Fix | None = None


class Linter:
    """Looks at the papers of one export, one after the other."""

    def __init__(self, exporter: Format, options: ExportOptions) -> None:
        self._format = exporter.name
        self._options = options
        self._names_authors = "most_authors" in exporter.choices
        self._titles: dict[str, str] = {}

    def findings(self, paper: PaperDetail) -> Iterator[Finding]:
        """Yield what is to be said about a paper, the gravest first.

        A title that another paper of this export has is told of the later one.
        """
        checks: tuple[Callable[[PaperDetail], Iterator[Finding]], ...] = (
            *(_no_title, self._key, self._letters, self._lost_latex, self._authors),
            *(_withdrawn, self._no_link, self._same_title),
        )
        for check in checks:
            yield from check(paper)

    def _key(self, paper: PaperDetail) -> Iterator[Finding]:
        if self._format in _CITING_FORMATS and not is_safe_key(paper.citation_key):
            yield Finding(
                paper,
                f"The key “{paper.citation_key}” is not read by every engine. {WHAT_KEYS_ARE}",
                Fix.EDIT_KEY,
            )

    def _letters(self, paper: PaperDetail) -> Iterator[Finding]:
        if self._format not in _TEX_FORMATS:
            return
        texts = [paper.title, *paper.authors[: self._options.most_authors or None]]
        strange = dict.fromkeys(filter(_is_strange_to_tex, "".join(map(_printed, texts))))
        if self._format == "bibtex":
            if nameless := [c for c in strange if "[" in encode_text(c)]:
                yield Finding(
                    paper,
                    f"{_listed(nameless)} {_has(nameless)} no letter in TeX, so the name of the "
                    "character is printed.",
                    Fix.AS_BIBLATEX,
                )
        elif unread := [c for c in strange if c not in _READ_BY_PDFLATEX]:
            yield Finding(
                paper,
                f"{_listed(unread)} {_needs(unread)} XeLaTeX or LuaLaTeX; pdfLaTeX stops there.",
                Fix.AS_BIBTEX,
            )

    def _lost_latex(self, paper: PaperDetail) -> Iterator[Finding]:
        if paper.arxiv is None:
            if paper.paper.arxiv_id and _LOST_LATEX.search(paper.title):
                yield Finding(paper, "The source seems to have lost LaTeX of the title.", Fix.FETCH)
        elif self._format in _TEX_FORMATS:
            text = "".join(t.text for t in tokenise(paper.title) if t.kind is TokenKind.TEXT)
            if commands := dict.fromkeys(_COMMAND.findall(text)):
                yield Finding(
                    paper,
                    f"{_listed(list(commands))} is not known to every LaTeX and printed as it is "
                    "written.",
                )

    def _authors(self, paper: PaperDetail) -> Iterator[Finding]:
        names = [name for name in map(parse_person_name, paper.authors) if name is not None]
        if not names:
            yield Finding(
                paper, "It has no author: styles that cite by author print “?” or the key."
            )
        elif self._names_authors and not self._options.most_authors and len(names) > MANY_AUTHORS:
            yield Finding(
                paper, f"All {len(names):,} authors are going to be named.", Fix.FEWER_AUTHORS
            )

    def _no_link(self, paper: PaperDetail) -> Iterator[Finding]:
        if self._format in _CITING_FORMATS and paper.paper.arxiv_id is None:
            yield Finding(paper, "It has no arXiv id, so a reference may not lead to it.")

    def _same_title(self, paper: PaperDetail) -> Iterator[Finding]:
        title = re.sub(r"\W+", "", paper.title).casefold()
        first = self._titles.setdefault(title, paper.paper_id)
        if title and first != paper.paper_id:
            yield Finding(paper, f"{first} has the same title: both will be printed.")


def _no_title(paper: PaperDetail) -> Iterator[Finding]:
    if not one_line(paper.title):
        yield Finding(paper, "It has no title.", Fix.FETCH if paper.arxiv is None else None)


def _withdrawn(paper: PaperDetail) -> Iterator[Finding]:
    if paper.arxiv and is_withdrawn(paper.arxiv.comment):
        yield Finding(paper, f"arXiv says: “{one_line(paper.arxiv.comment)}”")


def _printed(text: str) -> str:
    """Return what of a title or name is printed as text: formulas have their own letters."""
    return "".join(token.text for token in tokenise(text) if token.kind is TokenKind.TEXT)


def _is_strange_to_tex(character: str) -> bool:
    if character.isascii():
        return False
    encoded = encode_text(character)
    return any(sign in encoded for sign in ("{$", "\\ensuremath", "{["))


def _listed(characters: list[str]) -> str:
    shown = ", ".join(f"“{character}”" for character in characters[:_MOST_SHOWN])
    return f"{shown} and others" if len(characters) > _MOST_SHOWN else shown


def _has(characters: list[str]) -> str:
    return "has" if len(characters) == 1 else "have"


def _needs(characters: list[str]) -> str:
    return "needs" if len(characters) == 1 else "need"
