"""What pandoc prints of an entry in its default style, Chicago's author and date (18th edition)."""

import re

from readinglist.exporters.previews.bib_entry import BibEntry
from readinglist.exporters.previews.bib_names import BibName, parse_names
from readinglist.exporters.previews.pandoc_case import as_heading, capitalised
from readinglist.exporters.previews.tex_reading import Dialect, read_tex, tex_pieces
from readinglist.exporters.unicode_maths import unicode_maths

_MOST_NAMES = 6
_NAMES_OF_MANY = 3
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_DASH = "\N{EN DASH}"
_STATES = {"prepublished": "Pre-published"}


_NESTED_ACCENT = re.compile(r"\\[a-z]+\{\\[a-z]+\{\\mathrm")
_UNKNOWN = frozenset(
    (
        "DJ dj DH dh TH th NG ng dag ddag textbar textbraceleft textbraceright texttrademark "
        "textquestiondown textexclamdown textnumero textasciicircum texteuro"
    ).split()
)


def _formula(source: str) -> str:
    return f"${source}$" if _NESTED_ACCENT.search(source) else unicode_maths(source)


_IN_TITLES = Dialect(_formula, _UNKNOWN)
# Formulas that stand for letters with two accents, "Nguyễn", end up in names as they are written.
_IN_NAMES = Dialect(lambda source: source, _UNKNOWN)


def pandoc(entry: BibEntry) -> str:
    """Return the reference as ``pandoc --citeproc`` prints it."""
    title = as_heading(tex_pieces(entry.get("title"), _IN_TITLES))
    authors, year = _authors(entry.get("author")), _date(entry)[0]
    is_part = entry.kind != "misc"  # what is no part of anything stands in italics
    quoted = f"“{_inner_quotes(_unit(title))}”" if title and is_part else title
    heading = (authors, year, quoted) if authors else (quoted, year)
    units = (*heading, _place(entry), _link(entry))
    return " ".join(_unit(unit) for unit in units if unit)


def _unit(unit: str) -> str:
    text = " ".join(unit.split())
    return (
        text
        if text.endswith(tuple(f"{mark}{quote}" for mark in ".?!;:," for quote in ("", "”")))
        else f"{text}."
    )


def _inner_quotes(title: str) -> str:
    return re.sub("“([^“”]*)”", "\u2018\\1\u2019", title)


def _authors(source: str) -> str:
    parsed = parse_names(source, _IN_NAMES)
    names = [_inverted(name) if i == 0 else _in_order(name) for i, name in enumerate(parsed.names)]
    if len(names) > _MOST_NAMES:
        return ", ".join((*names[:_NAMES_OF_MANY], "et al."))
    if parsed.has_more:
        return f"{', '.join(names)}{',' if len(names) > 1 else ''} et al."
    if len(names) > 1:
        names[-1] = f"and {names[-1]}"
    return ", ".join(names)


def _inverted(name: BibName) -> str:
    if not _has_cases(name):
        return _in_order(name)
    given = f"{name.first} {name.von}".strip()
    return ", ".join(part for part in (name.last, given, name.suffix) if part)


def _in_order(name: BibName) -> str:
    return name.in_order() if _has_cases(name) else f"{name.last}{name.first}"


def _has_cases(name: BibName) -> bool:
    """Whether a name is in letters that have capitals; those of Chinese names have none."""
    return not name.first or name.last.lower() != name.last.upper()


def _place(entry: BibEntry) -> str:
    if entry.kind == "article":
        journal = capitalised(tex_pieces(entry.get("journaltitle") or entry.get("journal")))
        return f"{journal}{_issue(entry)}"
    if entry.kind == "inproceedings":
        book = capitalised(tex_pieces(entry.get("booktitle"), _IN_TITLES))
        pages = _pages(entry)
        return f"{book}{f', {pages}' if pages else ''}"
    if entry.kind == "online":
        return " ".join(filter(None, (_STATES.get(entry.get("pubstate"), ""), _date(entry)[1])))
    return capitalised(tex_pieces(entry.get("howpublished")))


def _issue(entry: BibEntry) -> str:
    volume, number = read_tex(entry.get("volume")), read_tex(entry.get("number"))
    pages = _pages(entry)
    if not (volume or number or pages):
        month = next((m for m in _MONTHS if m.lower().startswith(entry.get("month") or "-")), "")
        ahead = "ahead of print" if entry.get("doi") else ""
        return "".join(f", {part}" for part in (ahead, month) if part)
    issue = f" {volume}" if volume else ""
    if number:
        issue += f" ({number})" if volume else f", no. {number}"
    return f"{issue}: {pages}" if pages else issue


def _pages(entry: BibEntry) -> str:
    pages = read_tex(entry.get("pages")).replace("-", _DASH)
    match = re.fullmatch(f"(\\d+){_DASH}(\\d+)", pages)
    return f"{match[1]}{_DASH}{_shortened(match[1], match[2])}" if match else pages


def _shortened(first: str, last: str) -> str:
    """Return what is printed of the last page: "436-44", "107-8", "100-104"."""
    if len(first) != len(last) or len(first) < 3 or first.endswith("00"):
        return last
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), 0)
    if first[-2] == "0":
        return last[same:]
    changed = max(len(last) - same, 2)
    return last if len(last) == 4 and changed == 3 else last[-changed:]


def _date(entry: BibEntry) -> tuple[str, str]:
    """Return the year, and the day as it is printed for pages of the web."""
    year, _, rest = (entry.get("date") or entry.get("year")).partition("-")
    month, _, day = rest.partition("-")
    if not (month.isdigit() and 1 <= int(month) <= len(_MONTHS)):
        return year, ""
    return year, f"{_MONTHS[int(month) - 1]} {int(day) if day.isdigit() else ''}".strip()


def _link(entry: BibEntry) -> str:
    doi = entry.get("doi")
    return f"https://doi.org/{doi}" if doi else entry.get("url")
